// A pack for a workshop: sheets that a reader chooses and puts in order, with an agenda on which
// other things stand too, such as a break. What is chosen stands in the address, so that it can be
// sent to others, and on the device only if asked. The paper is put together from the site's own
// pages, whose headings and languages stay marked.

import { forget, read, write } from "./keep.mjs"
import { fill, make } from "./making.mjs"

const NOTE = "pack--workshop"
const BOTH = ["cy", "en"]
const LONGEST = 600, USUAL = 15
const chosen = languages => languages === "both" ? BOTH : [languages]

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

  /** In `sheets` each sheet is an id, with ~ and its minutes where they are not its own; anything
      else is ~ and its minutes alone, and its titles stand in `own-cy` and `own-en`, in order. */
  fromAddress() {
    const given = new URLSearchParams(location.hash.slice(1))
    if (!given.has("sheets")) return null
    const titles = BOTH.map(language => given.getAll(`own-${language}`))
    const items = given.get("sheets").split(".").map(written => {
      const [id, minutes] = written.split("~")
      if (id) return { id, minutes: Number(minutes) }
      return { title: Object.fromEntries(BOTH.map((language, place) => [language, titles[place].shift()])), minutes: Number(minutes) }
    })
    return this.sound({ ...Object.fromEntries(given), items })
  }

  toAddress() {
    const { items, title, date, start, languages, notes } = this.state
    const given = new URLSearchParams({
      sheets: items.map(({ id = "", minutes }) => minutes === this.known.get(id)?.minutes ? id : `${id}~${minutes}`).join("."),
      languages,
    })
    for (const { title } of items.filter(item => item.title))
      for (const language of BOTH) given.append(`own-${language}`, title[language])
    if (title) given.set("title", title)
    if (date) given.set("date", date)
    if (start) given.set("start", start)
    if (notes) given.set("notes", "yes")
    return `#${given}`
  }

  /** A state that the page can show, whatever the address or the device held. */
  sound({ items, title, date, start, languages, notes }) {
    const text = value => typeof value === "string" ? value.slice(0, 200) : ""
    const length = (value, usual) => Number.isInteger(value) && value > 0 && value <= LONGEST ? value : usual
    const seen = new Set()
    const sound = item => {
      const sheet = this.known.get(item?.id)
      if (sheet) return seen.has(item.id) ? [] : (seen.add(item.id), [{ id: item.id, minutes: length(item.minutes, sheet.minutes) }])
      const own = Object.fromEntries(BOTH.map(language => [language, text(item?.title?.[language]).trim()]))
      return own.cy || own.en ? [{ title: own, minutes: length(item.minutes, USUAL) }] : []
    }
    return {
      items: (Array.isArray(items) ? items : []).flatMap(sound).slice(0, 100),
      title: text(title),
      date: /^\d{4}-\d\d-\d\d$/.test(text(date)) ? date : "",
      start: /^([01]\d|2[0-3]):[0-5]\d$/.test(text(start)) ? start : "",
      languages: ["cy", "en", "both"].includes(languages) ? languages : this.language,
      notes: notes === true || notes === "yes",
    }
  }

  /** Takes over what a reader changed; the rows of the order are made again unless they stay. */
  changed(state, stay = false) {
    Object.assign(this.state, state)
    history.replaceState(null, "", this.toAddress())
    if (this.keeping.checked && !write(NOTE, this.state, "pack")) this.say(this.words["not-kept"])
    document.documentElement.classList.remove("hd-has-pack")
    if (stay) this.showAgenda()
    else this.showOrder()
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
      make("input", { type: "radio", name: "pack--languages", value: languages }), "change", () => { this.changed({ languages }); this.showOwn() }))
    this.notes = this.listen(make("input", { type: "checkbox" }), "change", () => this.changed({ notes: this.notes.checked }))
    this.keeping = this.listen(make("input", { type: "checkbox" }), "change", () => {
      if (this.keeping.checked) this.changed({})
      else forget(NOTE)
      this.say(this.keeping.checked ? words.kept : words.forgotten)
    })
    this.keeping.checked = read(NOTE) !== null
    this.boxes = new Map()
    this.order = make("div")
    this.agendaPlace = make("div")
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
      this.makeOwn(),
      this.agendaPlace,
      choice(this.keeping, words.keep),
      make("p", {}, this.listen(make("button", { type: "button", class: "hd-press hd-press--first" }, words.print), "click", () => this.print())),
      this.status,
    )
  }

  /** Where a reader writes what else stands on the agenda, in each language of the pack. */
  makeOwn() {
    const { words } = this
    const enter = input => this.listen(input, "keydown", event => { if (event.key === "Enter") this.add() })
    this.own = new Map(BOTH.map(language => [language, enter(make("input", { type: "text", lang: language, autocomplete: "off", maxlength: 200 }))]))
    this.length = enter(make("input", { type: "number", min: 1, max: LONGEST, value: USUAL }))
    return make("fieldset", {}, make("legend", {}, words.own), make("p", {}, words["about-own"]),
      make("div", { class: "hd-pack-facts" },
        ...BOTH.map(language => make("label", {}, words[`own-${language}`], this.own.get(language))),
        make("label", {}, words.minutes, this.length)),
      make("p", {}, this.listen(make("button", { type: "button", class: "hd-press" }, words.add), "click", () => this.add())))
  }

  showOwn() {
    for (const [language, input] of this.own) input.parentElement.hidden = !chosen(this.state.languages).includes(language)
  }

  fillForm() {
    for (const [id, box] of this.boxes) box.checked = this.state.items.some(item => item.id === id)
    for (const input of this.form.querySelectorAll("[data-name]")) input.value = this.state[input.dataset.name]
    for (const radio of this.form.querySelectorAll("[type=radio]")) radio.checked = radio.value === this.state.languages
    this.notes.checked = this.state.notes
    this.showOwn()
    this.showOrder()
  }

  /** The title of a sheet, marked where the other language lends it. */
  name(sheet, language = this.language) {
    const lang = sheet.lent?.[language]
    return lang ? make("span", { lang }, sheet.title[language]) : sheet.title[language]
  }

  /** The title of anything on the agenda: a sheet, or what the reader wrote in one language or both. */
  nameOf({ id, title }, language = this.language) {
    if (id) return this.name(this.known.get(id), language)
    const other = BOTH.find(other => other !== language)
    return title[language] || make("span", { lang: other }, title[other])
  }

  titleOf({ id, title }) {
    return id ? this.known.get(id).title[this.language] : title[this.language] || title.cy || title.en
  }

  choose(id, isChosen) {
    const others = this.state.items.filter(item => item.id !== id)
    this.changed({ items: isChosen ? [...others, { id, minutes: this.known.get(id).minutes }] : others })
  }

  add() {
    const wanted = chosen(this.state.languages)
    const title = Object.fromEntries(BOTH.map(language => [language, wanted.includes(language) ? this.own.get(language).value.trim() : ""]))
    if (!title.cy && !title.en) {
      this.say(this.words["own-none"])
      this.own.get(wanted[0]).focus()
      return
    }
    const item = { title, minutes: this.length.validity.valid && this.length.valueAsNumber || USUAL }
    this.changed({ items: [...this.state.items, item] })
    for (const input of this.own.values()) input.value = ""
    this.own.get(wanted[0]).focus()
    this.say(fill(this.words.added, { title: this.titleOf(item) }))
  }

  remove(place) {
    const [item] = this.state.items.slice(place)
    this.changed({ items: this.state.items.filter(other => other !== item) })
    if (item.id) this.boxes.get(item.id).checked = false
    this.say(fill(this.words.removed, { title: this.titleOf(item) }))
    const rows = this.order.querySelectorAll("li")
    const next = rows[Math.min(place, rows.length - 1)]?.querySelector("[data-step='0']")
    ;(next ?? this.own.get(chosen(this.state.languages)[0])).focus()
  }

  move(from, step) {
    const items = [...this.state.items]
    const to = from + step
    ;[items[from], items[to]] = [items[to], items[from]]
    this.changed({ items })
    this.say(fill(this.words.moved, { title: this.titleOf(items[to]), n: to + 1, all: items.length }))
    const buttons = [...this.order.querySelectorAll("li")[to].querySelectorAll("button:enabled")]
    const again = buttons.find(button => button.dataset.step === String(step)) ?? buttons[0]
    again.focus()
  }

  showOrder() {
    const { words, state: { items } } = this
    // Named by what stands there, so that each word is read in its own language.
    const naming = (name, place) => ({ id: `pack--${name}-${place}`, "aria-labelledby": `pack--${name}-${place} pack--item-${place}` })
    const button = (place, step, name, off) => {
      const made = make("button", { type: "button", class: "hd-press", "data-step": step, ...naming(name, place) }, words[name])
      made.disabled = off
      return this.listen(made, "click", () => step ? this.move(place, step) : this.remove(place))
    }
    const minutes = (item, place) => {
      const { id, ...named } = naming("minutes", place)
      const input = make("input", { type: "number", min: 1, max: LONGEST, value: item.minutes, ...named })
      // Until it is a number again, the last one stands.
      this.listen(input, "input", () => { if (input.validity.valid && input.value) { item.minutes = input.valueAsNumber; this.changed({}, true) } })
      this.listen(input, "change", () => { input.value = item.minutes })
      return make("label", { class: "hd-pack-length" }, make("span", { id }, words.minutes), " ", input)
    }
    const rows = items.map((item, place) => make("li", {}, make("div", { class: "hd-pack-order-row" },
      make("span", { id: `pack--item-${place}` }, this.nameOf(item)), minutes(item, place),
      button(place, -1, "up", place === 0), button(place, 1, "down", place === items.length - 1), button(place, 0, "remove", false))))
    this.order.replaceChildren(...items.length
      ? [make("h3", {}, words.order), make("ol", { class: "hd-pack-order" }, ...rows)]
      : [make("p", {}, words.none)])
    this.showAgenda()
  }

  showAgenda() {
    this.agendaPlace.replaceChildren(...this.state.items.length ? [make("h3", {}, this.words.agenda), this.agenda([this.language])] : [])
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
    const rows = this.state.items.map(item => {
      const from = this.clock(spent)
      spent += item.minutes
      const titles = languages.map(language => make("div", { lang: language }, this.nameOf(item, language)))
      return make("tr", {}, make("th", { scope: "row" }, `${from}–${this.clock(spent)}`), make("td", {}, ...titles), make("td", {}, String(item.minutes)))
    })
    return make("table", { class: "hd-pack-agenda" },
      make("thead", {}, make("tr", {}, ...["time", "what", "minutes"].map(key => make("th", { scope: "col" }, ...head(key))))),
      make("tbody", {}, ...rows),
      make("tfoot", {}, make("tr", {}, make("th", { scope: "row", colspan: 2 }, ...head("total")), make("td", {}, String(spent)))))
  }

  // The paper

  async print() {
    if (!this.state.items.length) { this.say(this.words.none); return }
    this.say(this.words.waiting)
    try {
      const languages = chosen(this.state.languages)
      const sheets = await Promise.all(this.state.items.flatMap(({ id }) => id ? [this.sheet(this.known.get(id), languages)] : []))
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
