// How each kind of question is answered. The page is made to read and print without script; here
// it gets native controls where it has none, and says what an answer is worth.
//
// Each kind has four ways: `get` gives what the reader has done as JSON can hold it, or null;
// `set` shows such a thing again, and says whether it fits the question; `weigh` says what it is
// worth; `clear` makes the question new. A fault is the name of the words that say what is missing.

import { copy, fill, languageOf, make, ownOf, wordsOf } from "./making.mjs"

const SPELT = { æ: "ae", œ: "oe", ø: "o", ł: "l", đ: "d", ð: "d", þ: "th", ı: "i", ß: "ss" }

/** A text as it is compared: small letters and digits, no accents (languages/letters.py, `plain`). */
export const plain = text => text.normalize("NFKD").toLowerCase().replace(/\p{M}/gu, "")
  .replace(/[æœøłđðþıß]/g, letter => SPELT[letter])
  .replace(/['’‘ʼ`´′]/g, "").replace(/[^\p{L}\p{N}]+/gu, " ").trim()

const isPlace = (value, count) => Number.isInteger(value) && value >= 0 && value < count
const arePlaces = (value, length, count) =>
  Array.isArray(value) && value.length === length && value.every(place => isPlace(place, count))

class Question {
  constructor(element, words, changed, signal) {
    Object.assign(this, { element, words, changed, signal })
    this.id = element.dataset.question
    this.mark = element.dataset.mark
    this.reflects = "reflects" in element.dataset
    this.answer = element.querySelector(".hd-answer")
    this.setUp()
  }

  on(target, type, listener) { target.addEventListener(type, listener, { signal: this.signal }) }

  /** The pieces of the answer that tell of some of its keys; of several, with what each is. */
  told(keys) {
    return keys.flatMap(key => {
      const found = this.answer.querySelector(`[data-of="${CSS.escape(key)}"]`)
      return found ? [this.several ? found.parentElement : found] : []
    })
  }
}

/** One or several answers, a part of a picture, a place on a scale. */
class Choices extends Question {
  setUp() {
    this.inputs = [...this.element.querySelectorAll("input")]
    this.several = this.inputs[0].type === "checkbox"
    this.shapes = [...this.element.querySelectorAll(".hd-figure [data-part]")]
    for (const input of this.inputs) this.on(input, "change", () => { this.show(); this.changed() })
    this.shapes.forEach((shape, place) => this.on(shape, "click", () => this.inputs[place].click()))
  }

  show() { this.shapes.forEach((shape, place) => shape.classList.toggle("is-chosen", this.inputs[place].checked)) }

  chosen() { return this.inputs.filter(input => input.checked) }

  get() {
    const values = this.chosen().map(input => input.value)
    return values.length ? (this.several ? values : values[0]) : null
  }

  set(given) {
    const wanted = this.several ? given : [given]
    const known = this.inputs.map(input => input.value)
    if (!Array.isArray(wanted) || !wanted.length || !wanted.every(value => known.includes(value))) return false
    for (const input of this.inputs) input.checked = wanted.includes(input.value)
    this.show()
    return true
  }

  weigh() {
    const chosen = this.chosen()
    if (!chosen.length) return { fault: "choose-one" }
    const keys = chosen.map(input => input.value)
    const good = chosen.filter(input => "right" in input.dataset).length
    if (!this.several) return { right: good, of: 1, keys }
    // What was chosen wrongly counts against what was chosen rightly, or choosing everything would be right.
    const of = this.inputs.filter(input => "right" in input.dataset).length
    return { right: Math.max(0, 2 * good - chosen.length), of, keys }
  }

  clear() {
    for (const input of this.inputs) input.checked = false
    this.show()
  }
}

/** A word or a number to write. */
class Field extends Question {
  setUp() {
    this.input = this.element.querySelector("input")
    this.on(this.input, "input", () => this.changed())
    this.on(this.input, "keydown", event => { if (event.key === "Enter" && !event.isComposing) this.enter?.() })
  }

  get() { return this.input.value.trim() ? this.input.value : null }

  set(given) {
    if (typeof given !== "string" || !given.trim()) return false
    this.input.value = given
    return true
  }

  weigh() {
    const { number, within, forms } = this.input.dataset
    const written = this.input.value.trim()
    if (!written) return { fault: "write-one" }
    if (forms !== undefined) return { right: forms.split("|").includes(plain(written)) ? 1 : 0, of: 1, keys: [] }
    const figures = written.replace(/[\s,]/g, "").replace(/^[−–]/, "-")
    if (!/^-?\d{1,15}$/.test(figures)) return { fault: "write-number" }
    return { right: Math.abs(Number(figures) - Number(number)) <= Number(within) ? 1 : 0, of: 1, keys: [] }
  }

  clear() { this.input.value = "" }
}

/** Things to match, or to sort into groups: a list of choices beside each. */
class Belonging extends Question {
  setUp() {
    this.several = true
    const room = this.element.querySelector(".hd-targets")
    const targets = [...room.querySelectorAll("li")]
    this.count = targets.length
    // Shown where there is a mouse: what belongs may be dragged to its thing.
    room.classList.add("hd-targets--drag")
    for (const target of targets) {
      target.draggable = true
      this.on(target, "dragstart", event => {
        this.dragged = target
        event.dataTransfer.effectAllowed = "copy"
        event.dataTransfer.setData("text/plain", "")
      })
      this.on(target, "dragend", () => { this.dragged = null })
    }
    this.things = [...this.element.querySelectorAll("[data-thing]")].sort((a, b) => a.dataset.thing - b.dataset.thing)
    this.fields = this.things.map(thing => {
      const field = make("select", {}, make("option", { value: "" }, this.words.choose))
      field.append(...targets.map(target =>
        make("option", { value: target.dataset.place, ...languageOf(target) }, wordsOf(target))))
      thing.append(make("label", {}, thing.querySelector(".hd-words"), " ", field), make("span", { class: "hd-mark" }))
      this.on(field, "change", () => this.changed())
      this.on(thing, "dragover", event => { if (this.dragged) event.preventDefault() })
      this.on(thing, "drop", event => {
        event.preventDefault()
        if (!this.dragged) return
        field.value = this.dragged.dataset.place
        this.changed()
      })
      return field
    })
  }

  get() {
    const places = this.fields.map(field => field.value === "" ? -1 : Number(field.value))
    return places.some(place => place >= 0) ? places : null
  }

  set(given) {
    if (!arePlaces(Array.isArray(given) ? given.map(place => place === -1 ? 0 : place) : given, this.fields.length, this.count))
      return false
    this.fields.forEach((field, place) => { field.value = given[place] < 0 ? "" : String(given[place]) })
    return true
  }

  weigh() {
    if (this.fields.some(field => field.value === "")) return { fault: "choose-all" }
    if (this.reflects) return { right: 0, of: 0, keys: [] }
    const missed = this.things.filter((thing, place) => this.fields[place].value !== thing.dataset.target)
    for (const thing of this.things) {
      const wrong = missed.includes(thing)
      thing.querySelector(".hd-mark").textContent = this.words[wrong ? "mark-wrong" : "mark-right"]
      thing.classList.toggle("is-wrong", wrong)
    }
    const keys = [...new Set(missed.map(thing => thing.dataset.target))]
    return { right: this.things.length - missed.length, of: this.things.length, keys }
  }

  unmark() {
    for (const thing of this.things) {
      thing.querySelector(".hd-mark").textContent = ""
      thing.classList.remove("is-wrong")
    }
  }

  clear() { for (const field of this.fields) field.value = "" }
}

/** Things to put in order: by buttons, or by dragging. */
class Ordering extends Question {
  setUp() {
    const before = this.element.querySelector(".hd-thing-list")
    this.first = [...before.children]
    this.list = make("ol", { class: "hd-thing-list" }, ...this.first)
    before.replaceWith(this.list)
    this.said = make("p", { class: "hd-said", role: "status" })
    this.list.after(this.said)
    this.moved = false
    for (const thing of this.first) {
      const words = wordsOf(thing.querySelector(".hd-words"))
      const buttons = [["up", -1], ["down", 1]].map(([name, step]) => {
        const button = make("button", { type: "button", class: "hd-press", "aria-label": fill(this.words[`move-${name}`], { thing: words }) },
          step < 0 ? "↑" : "↓")
        this.on(button, "click", () => { this.move(thing, this.place(thing) + step); button.focus() })
        return button
      })
      thing.append(make("span", { class: "hd-moves" }, ...buttons))
      this.drag(thing)
    }
  }

  drag(thing) {
    thing.draggable = true
    this.on(thing, "dragstart", event => {
      this.dragged = thing
      event.dataTransfer.effectAllowed = "move"
      event.dataTransfer.setData("text/plain", "")
    })
    this.on(thing, "dragover", event => { if (this.dragged) event.preventDefault() })
    this.on(thing, "drop", event => {
      event.preventDefault()
      if (this.dragged) this.move(this.dragged, this.place(thing))
    })
    this.on(thing, "dragend", () => { this.dragged = null })
  }

  place(thing) { return [...this.list.children].indexOf(thing) }

  move(thing, to) {
    const from = this.place(thing)
    if (isPlace(to, this.first.length) && to !== from) {
      this.list.children[to][to > from ? "after" : "before"](thing)
      this.moved = true
      this.changed()
    }
    this.said.textContent = fill(this.words.moved, {
      thing: wordsOf(thing.querySelector(".hd-words")), n: this.place(thing) + 1, all: this.first.length,
    })
  }

  order() { return [...this.list.children].map(thing => Number(thing.dataset.thing)) }

  get() { return this.moved ? this.order() : null }

  set(given) {
    const count = this.first.length
    if (!arePlaces(given, count, count) || new Set(given).size !== count) return false
    this.list.append(...given.map(place => this.first.find(thing => Number(thing.dataset.thing) === place)))
    this.moved = true
    return true
  }

  weigh() {
    // A reader who asks without moving anything has answered with the order as it stands.
    this.moved = true
    const right = this.order().filter((thing, place) => thing === place).length
    return { right, of: this.first.length, keys: [] }
  }

  clear() {
    this.list.append(...this.first)
    this.said.textContent = ""
    this.moved = false
  }
}

/** A story that goes on scene by scene. */
class Scenario extends Question {
  setUp() {
    this.path = []
    this.scenes = [...this.element.querySelectorAll(".hd-scene")].map((element, place) => this.stage(element, place))
    this.show()
  }

  stage(element, place) {
    const list = element.querySelector(".hd-ways")
    list.hidden = true
    const ways = [...list.children]
    const inputs = ways.map((_, way) =>
      make("input", { type: "radio", name: element.id, value: way, autocomplete: "off" }))
    const options = ways.map((way, number) =>
      make("label", { class: "hd-option" }, inputs[number], " ", make("span", {}, ...copy(ownOf(way.querySelector("summary")).childNodes))))
    const field = make("fieldset", { class: "hd-options", "aria-labelledby": `${element.id}--text` }, ...options)
    const button = make("button", { type: "button", class: "hd-press" }, this.words.go)
    const outcome = make("div", { class: "hd-outcome", role: "status", tabindex: "-1" })
    this.on(button, "click", () => {
      const way = inputs.findIndex(input => input.checked)
      if (way < 0) outcome.replaceChildren(make("p", {}, this.words["choose-one"]))
      else this.choose(place, way)
    })
    element.append(field, make("p", {}, button), outcome)
    return { element, ways, inputs, field, button, outcome }
  }

  /** The scenes that the path has led through, each with the way taken, and the scene it stands in. */
  walk(path) {
    const steps = []
    let place = 0
    for (const way of path) {
      const taken = place === null ? undefined : this.scenes[place].ways[way]
      if (!taken) return null
      steps.push({ place, way, taken })
      place = "to" in taken.dataset ? Number(taken.dataset.to) : null
    }
    return { steps, place }
  }

  choose(place, way) {
    const { steps } = this.walk(this.path)
    if (steps.some(step => step.place === place)) return
    this.path.push(way)
    this.show()
    this.changed()
    if (this.isOver()) this.enter?.()
    this.scenes[place].outcome.focus()
  }

  isOver() { return this.walk(this.path).place === null }

  show() {
    const { steps, place } = this.walk(this.path)
    const order = [...steps.map(step => step.place), ...(place === null ? [] : [place])]
    this.scenes.forEach(({ element, inputs, field, button, outcome }, number) => {
      const step = steps.find(taken => taken.place === number)
      element.hidden = !order.includes(number)
      field.disabled = Boolean(step)
      button.parentElement.hidden = Boolean(step)
      inputs.forEach((input, way) => { input.checked = step ? step.way === way : false })
      outcome.replaceChildren(...(step ? copy(step.taken.querySelector(".hd-outcome").children) : []))
    })
    // A story reads from its beginning, in whatever order its scenes are written.
    this.scenes[0].element.parentElement.prepend(...order.map(number => this.scenes[number].element))
  }

  get() { return this.path.length ? [...this.path] : null }

  set(given) {
    if (!Array.isArray(given) || !given.length || given.length > this.scenes.length
      || !given.every(way => isPlace(way, 100)) || !this.walk(given)) return false
    this.path = [...given]
    this.show()
    return true
  }

  weigh() {
    const { steps, place } = this.walk(this.path)
    if (place !== null) return { fault: "to-the-end" }
    return { right: "right" in steps.at(-1).taken.dataset ? 1 : 0, of: 1, keys: [] }
  }

  clear() {
    this.path = []
    this.show()
  }
}

const KINDS = {
  single: Choices, multiple: Choices, "true-false": Choices, hotspot: Choices, scale: Choices,
  "fill-in": Field, number: Field, matching: Belonging, sorting: Belonging, ordering: Ordering, scenario: Scenario,
}

/** A question of the page, ready to be answered. `changed` is called whenever its answer changes. */
export const ready = (element, words, changed, signal) =>
  new KINDS[element.dataset.kind](element, words, changed, signal)
