// What every thinking tool does once script runs: it keeps the answers on the device, shows a
// result, and lets it be printed, saved, sent in a link and laid beside those of others.
// The page works without it; its words come from the page.

import * as keep from "../keep.mjs"
import { fill, make } from "../making.mjs"
import { fromLinks, fromText, isDay, isRecord, toHash, today, toText } from "./results.mjs"

const LONGEST_TEXT = 5_000

/**
 * A tool. Each kind extends it with `show(answers, last)`, the result as nodes, and
 * `showTeam(people, results)`, many results as nodes; an answer is a number or a text.
 */
export class Tool extends HTMLElement {
  connectedCallback() {
    if (this.stop) return
    this.stop = new AbortController()
    const { words, days } = JSON.parse(this.querySelector("script").textContent)
    Object.assign(this, { words, days, note: `tool--${this.dataset.tool}` })
    this.setUp()
    this.append(this.querySelector("template").content.cloneNode(true))
    this.result = this.querySelector(".hd-result")
    this.dataset.ready = ""
    this.last = null
    this.viewed = null
    const { value, fault } = keep.look(this.note)
    this.mayKeep = fault !== "newer"
    if (value) this.restore(value)
    // What cannot be read is left as it is until the reader writes something new.
    else if (fault === "broken" || fault === "newer") this.say(this.words[`kept-${fault}`])
    const signal = this.stop.signal
    this.addEventListener("input", event => this.onInput(event), { signal })
    this.addEventListener("click", event => this.onClick(event), { signal })
    this.addEventListener("change", event => this.onChange(event), { signal })
    addEventListener("hashchange", () => this.openLink(), { signal })
    addEventListener("afterprint", () => delete document.documentElement.dataset.hdPrint, { signal })
    this.openLink()
  }

  disconnectedCallback() {
    this.stop?.abort()
    this.stop = null
    this.querySelectorAll("[data-made]").forEach(element => element.remove())
    delete this.dataset.ready
  }

  /** Make what only script needs, before anything is restored. */
  setUp() {}

  /** The fields of the page by name: the numbers that may be chosen, or null for a text. */
  get fields() {
    const found = new Map()
    for (const field of this.querySelectorAll("[name]"))
      if (field.type !== "radio") found.set(field.name, null)
      else found.set(field.name, (found.get(field.name) ?? new Set()).add(Number(field.value)))
    return found
  }

  /** What stands in the fields. */
  collect() {
    const answers = Object.create(null) // A field may be called "constructor".
    for (const field of this.querySelectorAll("[name]"))
      if (field.type === "radio") { if (field.checked) answers[field.name] = Number(field.value) }
      else if (field.value.trim()) answers[field.name] = field.value
    return answers
  }

  /** Put answers into the fields, and nothing into the others. */
  fill(answers) {
    for (const field of this.querySelectorAll("[name]"))
      if (field.type === "radio") field.checked = answers[field.name] === Number(field.value)
      else field.value = Object.hasOwn(answers, field.name) ? answers[field.name] : ""
  }

  /** Those of some answers, from wherever they come, that this page has fields for. */
  sift(answers) {
    const sound = Object.create(null)
    for (const [name, allowed] of this.fields) {
      const value = isRecord(answers) && Object.hasOwn(answers, name) ? answers[name] : undefined
      if (allowed ? allowed.has(value) : typeof value === "string" && value.trim() && value.length <= LONGEST_TEXT)
        sound[name] = value
    }
    return sound
  }

  restore({ answers, last }) {
    this.fill(this.sift(answers))
    const sound = isRecord(last) ? this.sift(last.answers) : {}
    this.last = Object.keys(sound).length ? { answers: sound, on: isDay(last.on) ? last.on : today() } : null
  }

  /** Keep what stands in the fields, if anything does. */
  keep() {
    if (!this.mayKeep) return
    const answers = this.collect()
    if (!Object.keys(answers).length && !this.last) keep.forget(this.note)
    else if (!keep.write(this.note, { answers, last: this.last }, this.dataset.kind)) {
      if (!this.warned) this.say(this.words["not-kept"])
      this.warned = true
    }
  }

  /** Tell something to every reader, with a button for what may follow. */
  say(words, button = null, place = this.querySelector(".hd-said")) {
    place.replaceChildren(words, ...(button ? [" ", make("button", { type: "button", class: "hd-press", "data-do": button }, this.words[button])] : []))
  }

  /** A day in words. */
  day(on) {
    const [year, month, day] = on.split("-").map(Number)
    return fill(this.days[month - 1], { day, year })
  }

  onInput(event) {
    if (!event.target.name) return
    this.keep()
    if (!this.result.hidden && !this.viewed) this.render(this.collect(), this.last)
  }

  onChange(event) {
    if (event.target.matches("[data-do=open]")) this.openFile(event.target)
  }

  onClick(event) {
    const button = event.target.closest("[data-do]")
    const action = button && {
      show: () => this.showOwn(), clear: () => this.clear(), undo: () => this.undo(),
      again: () => this.startAgain(), adopt: () => this.adopt(), own: () => this.closeLink(),
      print: () => this.print("result"), "print-team": () => this.print("team"), save: () => this.save(), link: () => this.makeLink(), team: () => this.meet(),
    }[button.dataset.do]
    action?.()
  }

  showOwn() {
    this.leaveViewed()
    const answers = this.collect()
    if (!Object.keys(answers).length) return this.say(this.words["empty"])
    this.say("")
    this.render(answers, this.last)
    this.present()
  }

  /** Show the result, and take the reader there. */
  present() {
    this.result.hidden = false
    this.result.querySelector("h3").focus()
  }

  render(answers, last) {
    const { on = today(), name = "" } = this.viewed ?? {}
    const words = this.words[name ? "result-by" : "result-of"]
    this.querySelector(".hd-result-of").textContent =
      fill(words, { tool: this.dataset.title, date: this.day(on), name })
    this.querySelector("[data-part=viewed]").hidden = !this.viewed
    this.querySelector("[data-part=keep]").hidden = !!this.viewed
    this.querySelector(".hd-link").hidden = true
    this.querySelector("[data-part=result]").replaceChildren(...this.show(answers, last))
  }

  clear() {
    this.undone = { answers: this.collect(), last: this.last }
    this.last = null
    this.empty()
    keep.forget(this.note)
    this.say(this.words["cleared"], "undo")
  }

  undo() {
    this.restore(this.undone)
    this.keep()
    this.say(this.words["undone"])
  }

  startAgain() {
    this.last = { answers: this.collect(), on: today() }
    this.empty()
    this.keep()
    this.say(this.words["started-again"])
  }

  empty() {
    this.fill({})
    this.viewed = null
    this.result.hidden = true
    this.querySelector(".hd-said").focus()
  }

  // Results of others, and of other days

  openLink() {
    if (location.hash.startsWith("#result=")) this.view(fromLinks(location.hash, this.dataset.tool)[0] ?? { fault: "broken" })
  }

  async openFile(input) {
    const [file] = input.files
    if (file) this.view(fromText(await this.textOf(file), this.dataset.tool))
    input.value = ""
  }

  async textOf(file) {
    try { return file.size > 5_000_000 ? "" : await file.text() } catch { return "" }
  }

  view({ fault, result }) {
    const answers = fault ? {} : this.sift(result.answers)
    if (!Object.keys(answers).length) {
      this.leaveViewed()
      this.say(this.words[`open-${fault || "foreign"}`])
      return this.querySelector(".hd-said").focus()
    }
    this.viewed = { ...result, answers }
    this.say("")
    this.render(answers, null)
    this.present()
  }

  leaveViewed() {
    if (!this.viewed) return
    this.viewed = null
    this.result.hidden = true
  }

  adopt() {
    this.undone = { answers: this.collect(), last: this.last }
    const { answers } = this.viewed
    this.closeLink()
    this.fill(answers)
    this.keep()
    this.say(this.words["adopted"], "undo")
  }

  closeLink() {
    this.leaveViewed()
    history.replaceState(null, "", location.pathname + location.search)
    // The way to the other language follows the address.
    dispatchEvent(new HashChangeEvent("hashchange"))
    this.say(this.words["back"])
    this.querySelector(".hd-said").focus()
  }

  // Keeping and sharing

  mine() {
    return {
      tool: this.dataset.tool, on: today(), answers: this.collect(),
      name: this.querySelector("[data-part=name]").value.trim(),
    }
  }

  /** Print the result or the results of the team, and nothing else of the page. */
  print(part) {
    document.documentElement.dataset.hdPrint = part
    print()
  }

  save() {
    const result = this.mine()
    const href = URL.createObjectURL(new Blob([toText(result)], { type: "application/json" }))
    make("a", { href, download: `${result.tool}-${result.on}.json` }).click()
    setTimeout(() => URL.revokeObjectURL(href), 60_000)
    this.say(this.words["saved"], null, this.querySelector("[data-part=keep] .hd-said"))
  }

  async makeLink() {
    const place = this.querySelector(".hd-link"), field = place.querySelector("input")
    field.value = location.href.split("#")[0] + toHash(this.mine())
    place.hidden = false
    field.focus()
    field.select()
    let copied = false
    try { await navigator.clipboard.writeText(field.value); copied = true } catch { /* By hand, then. */ }
    const words = this.words[copied ? "copied" : "copy-it"]
    this.say(field.value.length > 8_000 ? `${words} ${this.words["long-link"]}` : words, null, this.querySelector("[data-part=keep] .hd-said"))
  }

  // A team

  async meet() {
    const part = name => this.querySelector(`[data-part=${name}]`)
    const files = await Promise.all([...part("files").files].map(file => this.textOf(file)))
    const found = [...fromLinks(part("links").value, this.dataset.tool), ...files.map(text => fromText(text, this.dataset.tool))]
    const results = []
    const faults = { broken: 0, newer: 0, foreign: 0 }
    const own = this.collect()
    if (part("with-own").checked && Object.keys(own).length) results.push({ ...this.mine(), answers: own })
    for (const { fault, result } of found) {
      const answers = fault ? {} : this.sift(result.answers)
      if (Object.keys(answers).length) results.push({ ...result, answers })
      else faults[fault || "foreign"]++
    }
    const people = results.map(({ name }, index) => name || fill(this.words["person"], { n: index + 1 }))
    const said = [fill(this.words["read"], { n: results.length })]
    for (const [fault, n] of Object.entries(faults)) if (n) said.push(fill(this.words[`unread-${fault}`], { n }))
    if (results.length < 2) said.push(this.words["two-at-least"])
    part("team-said").textContent = said.join(" ")
    part("team").replaceChildren(...(results.length ? this.showTeam(people, results).childNodes : []))
    part("print-team").hidden = !results.length
  }
}

/** A paragraph whose first words stand out. */
export const tell = (label, words) => make("p", {}, make("strong", {}, label), " ", make("span", { dir: "auto" }, words))

/** A copy of what stands elsewhere on the page, without the data by which it was found. */
export function copy(selector) {
  const found = [...document.querySelectorAll(selector)].map(element => element.cloneNode(true))
  for (const { dataset } of found) for (const name of Object.keys(dataset)) delete dataset[name]
  return found
}
