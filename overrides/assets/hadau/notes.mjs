// The page of everything that is kept on the device: to look at, to clear, to save and to bring in.

import { all, exportText, forget, importText, look } from "./keep.mjs"
import { fill, make } from "./making.mjs"

class Notes extends HTMLElement {
  connectedCallback() {
    this.stop = new AbortController()
    const { words, days, exercises } = JSON.parse(this.querySelector("script").textContent)
    Object.assign(this, { words, days, exercises })
    this.querySelector("p")?.remove()
    this.status = make("p", { role: "status", class: "hd-notes-status", tabindex: "-1" })
    this.list = make("div")
    this.append(this.status, this.list)
    this.file = document.querySelector("hd-notes-file")
    this.showFile()
    this.show()
    addEventListener("storage", () => this.show(), { signal: this.stop.signal })
  }

  disconnectedCallback() {
    this.stop.abort()
    this.status.remove()
    this.list.remove()
    this.file?.replaceChildren()
  }

  on(element, type, listener) {
    element.addEventListener(type, listener, { signal: this.stop.signal })
    return element
  }

  button(words, listener, attributes = {}) {
    return this.on(make("button", { type: "button", class: "hd-press", ...attributes }, words), "click", listener)
  }

  say(words) { this.status.textContent = words }

  date(when) {
    const date = new Date(when)
    return fill(this.days[date.getMonth()], { day: date.getDate(), year: date.getFullYear() })
  }

  show() {
    const { words } = this
    const notes = all()
    const blocked = look("notes--none").fault === "blocked"
    if (!notes.length) {
      this.list.replaceChildren(make("p", {}, blocked ? words.blocked : words.none))
      return
    }
    const list = make("ul", { class: "hd-notes" }, ...notes.map(note => this.item(note)))
    this.list.replaceChildren(list, make("p", {}, this.button(words["clear-all"], () => this.clearAll())))
  }

  item(note) {
    const { words } = this
    const exercise = Object.hasOwn(this.exercises, note.id) ? this.exercises[note.id] : null
    const title = exercise?.title ?? fill(words.unknown, { id: note.id })
    const name = exercise ? make("a", { href: exercise.href, ...(exercise.lang ? { lang: exercise.lang } : {}) }, title) : title
    const parts = [make("p", { class: "hd-notes-title" }, name)]
    const answered = Object.keys(note.value?.answers ?? {}).length
    if (note.fault) parts.push(make("p", {}, words[note.fault]))
    else
      parts.push(
        make("p", {}, fill(words.when, { date: this.date(note.when) })),
        ...(answered ? [make("p", {}, fill(words.answers, { n: answered }))] : []),
        make("details", {}, make("summary", {}, words.content),
          make("pre", { tabindex: "0" }, JSON.stringify(note.value, null, 1))),
      )
    const clear = this.button(words.clear, () => this.clear(note.id, title), {
      "aria-label": fill(words["clear-one"], { title }),
    })
    return make("li", {}, ...parts, clear)
  }

  clear(id, title) {
    const gone = forget(id)
    this.show()
    this.say(gone ? fill(this.words.cleared, { title }) : this.words["not-cleared"])
    this.status.focus()
  }

  clearAll() {
    if (!confirm(this.words.sure)) return
    const gone = all().map(note => forget(note.id)).every(Boolean)
    this.show()
    this.say(gone ? this.words["cleared-all"] : this.words["not-cleared"])
    this.status.focus()
  }

  showFile() {
    const field = this.on(make("input", { type: "file", accept: ".json,application/json", id: "notes--load" }), "change",
      () => this.load(field))
    this.file?.append(
      make("p", {}, this.button(this.words.save, () => this.save())),
      make("p", {}, make("label", { for: "notes--load" }, this.words.load), " ", field),
    )
  }

  save() {
    const url = URL.createObjectURL(new Blob([exportText()], { type: "application/json" }))
    make("a", { href: url, download: `${this.words.name}-${new Date().toISOString().slice(0, 10)}.json` }).click()
    setTimeout(() => URL.revokeObjectURL(url))
  }

  async load(field) {
    const file = field.files[0]
    if (!file) return
    const result = importText(await file.text())
    field.value = ""
    this.show()
    this.say(result.fault
      ? this.words[`file-${result.fault}`]
      : fill(this.words.taken, {
        taken: result.taken.length, stayed: result.stayed.length, refused: result.refused.length,
      }))
    this.status.focus()
  }
}

customElements.define("hd-notes", Notes)
