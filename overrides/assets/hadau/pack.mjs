// A pack for a workshop: sheets that a reader chooses and puts in order, with an agenda. What is
// chosen stands in the address, so that it can be sent to others, and on the device only if asked.
// The paper is put together from the site's own pages, whose headings and languages stay marked.

import { forget, read, write } from "./keep.mjs"
import { fill, make } from "./making.mjs"

const NOTE = "pack--workshop"
const BOTH = ["cy", "en"]

class Pack extends HTMLElement {
  connectedCallback() {
    this.stop = new AbortController()
    Object.assign(this, JSON.parse(this.querySelector("script").textContent))
    this.plain = this.querySelector("p")
    this.plain?.remove()
    this.pages = new Map()
    this.known = new Map(this.sheets.flatMap(part => part.sheets).map(sheet => [sheet.id, sheet]))
    this.state = this.fromAddress() ?? this.sound(read(NOTE) ?? {})
    this.form = this.makeForm()
    this.paper = make("div", { class: "hd-pack-paper" })
    this.append(this.form, this.paper)
    this.listen(window, "hashchange", () => {
      const state = this.fromAddress()
      if (state) { this.state = state; this.fillForm() }
    })
    this.fillForm()
  }

  disconnectedCallback() {
    this.stop.abort()
    this.form.remove()
    this.paper.remove()
    document.documentElement.classList.remove("hd-has-pack")
  }

  listen(target, type, listener) {
    target.addEventListener(type, listener, { signal: this.stop.signal })
    return target
  }

  say(words) { this.status.textContent = words }

  // What is chosen

  fromAddress() {
    const given = new URLSearchParams(location.hash.slice(1))
    if (!given.has("sheets")) return null
    return this.sound({ ...Object.fromEntries(given), sheets: given.get("sheets").split(".") })
  }

  /** A state that the page can show, whatever the address or the device held. */
  sound({ sheets, title, date, start, languages, notes }) {
    const text = value => typeof value === "string" ? value.slice(0, 200) : ""
    return {
      sheets: [...new Set(Array.isArray(sheets) ? sheets : [])].filter(id => this.known.has(id)),
      title: text(title),
      date: /^\d{4}-\d\d-\d\d$/.test(text(date)) ? date : "",
      start: /^([01]\d|2[0-3]):[0-5]\d$/.test(text(start)) ? start : "",
      languages: ["cy", "en", "both"].includes(languages) ? languages : this.language,
      notes: notes === true || notes === "yes",
    }
  }

  changed(state) {
    Object.assign(this.state, state)
    const { sheets, title, date, start, languages, notes } = this.state
    const given = new URLSearchParams({ sheets: sheets.join("."), languages })
    if (title) given.set("title", title)
    if (date) given.set("date", date)
    if (start) given.set("start", start)
    if (notes) given.set("notes", "yes")
    history.replaceState(null, "", `#${given}`)
    if (this.keeping.checked && !write(NOTE, this.state, "pack")) this.say(this.words["not-kept"])
    document.documentElement.classList.remove("hd-has-pack")
    this.showOrder()
  }

  // The form

  makeForm() {
    const { words } = this
    const field = (name, type) => {
      const input = this.listen(make("input", { type, autocomplete: "off", "data-name": name }), "input", () =>
        this.changed({ [name]: input.value }))
      return make("label", {}, words[name], input)
    }
    const radios = ["cy", "en", "both"].map(languages => this.listen(
      make("input", { type: "radio", name: "pack--languages", value: languages }), "change", () => this.changed({ languages })))
    this.notes = this.listen(make("input", { type: "checkbox" }), "change", () => this.changed({ notes: this.notes.checked }))
    this.keeping = this.listen(make("input", { type: "checkbox" }), "change", () => {
      if (this.keeping.checked) this.changed({})
      else forget(NOTE)
      this.say(this.keeping.checked ? words.kept : words.forgotten)
    })
    this.keeping.checked = read(NOTE) !== null
    this.boxes = new Map()
    this.order = make("div")
    this.status = make("p", { class: "hd-pack-status", role: "status" })
    const choice = (input, ...content) => make("label", { class: "hd-pack-choice" }, input, make("span", {}, ...content))
    return make("div", { class: "hd-pack-form" },
      ...this.sheets.map(part => make("fieldset", {}, make("legend", part.lang ? { lang: part.lang } : {}, part.title), ...part.sheets.map(sheet => {
        const box = this.listen(make("input", { type: "checkbox" }), "change", () => this.choose(sheet.id, box.checked))
        this.boxes.set(sheet.id, box)
        return choice(box, this.name(sheet), " ", make("span", { class: "hd-pack-minutes" }, `(${sheet.time})`))
      }))),
      make("fieldset", {}, make("legend", {}, words.workshop),
        make("div", { class: "hd-pack-facts" }, field("title", "text"), field("date", "date"), field("start", "time"))),
      make("fieldset", {}, make("legend", {}, words.languages),
        ...radios.map(radio => choice(radio, words[radio.value])), choice(this.notes, words.notes)),
      this.order,
      choice(this.keeping, words.keep),
      make("p", {}, this.listen(make("button", { type: "button", class: "hd-press hd-press--first" }, words.print), "click", () => this.print())),
      this.status,
    )
  }

  fillForm() {
    for (const [id, box] of this.boxes) box.checked = this.state.sheets.includes(id)
    for (const input of this.form.querySelectorAll("[data-name]")) input.value = this.state[input.dataset.name]
    for (const radio of this.form.querySelectorAll("[type=radio]")) radio.checked = radio.value === this.state.languages
    this.notes.checked = this.state.notes
    this.showOrder()
  }

  /** The title of a sheet, marked where the other language lends it. */
  name(sheet, language = this.language) {
    const lang = sheet.lent?.[language]
    return lang ? make("span", { lang }, sheet.title[language]) : sheet.title[language]
  }

  choose(id, chosen) {
    const others = this.state.sheets.filter(other => other !== id)
    this.changed({ sheets: chosen ? [...others, id] : others })
  }

  move(id, step) {
    const sheets = [...this.state.sheets]
    const from = sheets.indexOf(id), to = from + step
    ;[sheets[from], sheets[to]] = [sheets[to], sheets[from]]
    this.changed({ sheets })
    const title = this.known.get(id).title[this.language]
    this.say(fill(this.words.moved, { title, n: to + 1, all: sheets.length }))
    const buttons = [...this.order.querySelectorAll(`[data-sheet="${id}"] button`)].filter(button => !button.disabled)
    const again = buttons.find(button => button.dataset.step === String(step)) ?? buttons[0]
    again?.focus()
  }

  showOrder() {
    const { words, state } = this
    if (!state.sheets.length) {
      this.order.replaceChildren(make("p", {}, words.none))
      return
    }
    const button = (id, step, name, off) => {
      const made = make("button", { type: "button", class: "hd-press", "data-step": step, "aria-label": fill(words[`${name}-one`], { title: this.known.get(id).title[this.language] }) }, words[name])
      made.disabled = off
      return this.listen(made, "click", () => this.move(id, step))
    }
    const rows = state.sheets.map((id, place) => make("li", { "data-sheet": id }, make("div", { class: "hd-pack-order-row" },
      make("span", {}, this.name(this.known.get(id))),
      button(id, -1, "up", place === 0), button(id, 1, "down", place === state.sheets.length - 1))))
    this.order.replaceChildren(
      make("h3", {}, words.order), make("ol", { class: "hd-pack-order" }, ...rows),
      make("h3", {}, words.agenda), this.agenda([this.language]))
  }

  // The agenda

  clock(minutes) {
    const [hours, first] = (this.state.start || "0:00").split(":").map(Number)
    const at = hours * 60 + first + minutes
    return `${Math.floor(at / 60) % 24}:${String(at % 60).padStart(2, "0")}`
  }

  agenda(languages) {
    let spent = 0
    const head = key => languages.flatMap((language, place) =>
      [...(place ? [" / "] : []), make("span", { lang: language }, this.words[`${key}-${language}`])])
    const rows = this.state.sheets.map(id => {
      const sheet = this.known.get(id), from = this.clock(spent)
      spent += sheet.minutes
      const titles = languages.map(language => make("div", { lang: language }, this.name(sheet, language)))
      return make("tr", {}, make("th", { scope: "row" }, `${from}–${this.clock(spent)}`), make("td", {}, ...titles), make("td", {}, String(sheet.minutes)))
    })
    return make("table", { class: "hd-pack-agenda" },
      make("thead", {}, make("tr", {}, ...["time", "what", "minutes"].map(key => make("th", { scope: "col" }, ...head(key))))),
      make("tbody", {}, ...rows))
  }

  // The paper

  async print() {
    if (!this.state.sheets.length) { this.say(this.words.none); return }
    this.say(this.words.waiting)
    try {
      const languages = this.state.languages === "both" ? BOTH : [this.state.languages]
      const sheets = await Promise.all(this.state.sheets.map(id => this.sheet(this.known.get(id), languages)))
      this.paper.replaceChildren(this.cover(languages), ...sheets)
    } catch {
      this.say(this.words.failed)
      return
    }
    document.documentElement.classList.add("hd-has-pack")
    document.documentElement.dataset.hdHead = this.state.title || this.words.untitled
    this.say(this.words.ready)
    window.print()
  }

  cover(languages) {
    const { title, date } = this.state
    const cover = make("div", {}, make("h1", {}, title || this.words.untitled))
    if (date) {
      const [year, month, day] = date.split("-").map(Number)
      for (const language of languages)
        cover.append(make("p", { lang: language }, fill(this.words[`month-${month}-${language}`], { day, year })))
    }
    cover.append(this.agenda(languages))
    return cover
  }

  async page(url) {
    if (!this.pages.has(url)) {
      const answer = await fetch(url)
      if (!answer.ok) throw new Error(answer.status)
      this.pages.set(url, new DOMParser().parseFromString(await answer.text(), "text/html"))
    }
    return this.pages.get(url)
  }

  async sheet(sheet, languages) {
    const parts = await Promise.all(languages.map(async language => {
      const address = new URL(sheet.url[language], location.href)
      return this.parts(await this.page(address.href), language)
    }))
    const paper = make("section", { class: "hd-pack-sheet" })
    const pair = place => {
      const sides = parts.map(each => each[place])
      return sides.length === 1 ? sides[0] : make("div", { class: "hd-pack-pair" }, ...sides)
    }
    let list = null
    parts[0].forEach((part, place) => {
      if (part.dataset.item) {
        list ??= paper.appendChild(make("ol", { class: "hd-prompts" }))
        list.append(make("li", { class: "hd-prompt" }, pair(place)))
      } else {
        list = null
        paper.append(pair(place))
      }
    })
    return paper
  }

  /** The parts of a page that go on paper, in the same order in every language. */
  parts(page, language) {
    const after = id => [page.getElementById(id), page.getElementById(id)?.nextElementSibling].filter(Boolean)
    const top = page.querySelector("article .hd-top")
    const heading = page.getElementById("prompts")
    const items = [...page.querySelectorAll("article .hd-prompts > li")]
    const notes = this.state.notes
    const wanted = [
      [top], ...(notes ? [after("purpose")] : []), [heading], ...items.map(item => [...item.children]),
      ...(notes ? [after("watch-for")] : []), after("record"),
    ]
    return wanted.map((elements, place) => {
      const part = make("div", { lang: language }, ...elements.map(element => document.importNode(element, true)))
      if (place >= wanted.length - items.length - (notes ? 2 : 1) && place < wanted.length - (notes ? 2 : 1)) part.dataset.item = "yes"
      return this.clean(part)
    })
  }

  clean(part) {
    for (const element of part.querySelectorAll("script, style, button, [popover], .headerlink")) element.remove()
    if (!this.state.notes) for (const note of part.querySelectorAll(".hd-note")) note.remove()
    for (const element of part.querySelectorAll("*"))
      for (const name of ["id", "tabindex", "role", "aria-labelledby", "aria-describedby", "name", "for"]) element.removeAttribute(name)
    for (const link of part.querySelectorAll("a")) link.replaceWith(...link.childNodes)
    for (const [from, to] of [["h2", "h3"], ["h1", "h2"]])
      for (const heading of part.querySelectorAll(from)) heading.replaceWith(make(to, {}, ...heading.childNodes))
    for (const field of part.querySelectorAll("textarea")) field.setAttribute("aria-label", this.words[`lines-${part.lang}`])
    return part
  }
}

customElements.define("hd-pack", Pack)
