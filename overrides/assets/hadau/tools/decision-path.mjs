// Questions that lead step by step to an outcome. The path itself is the nested list of the page.

import { fill, make, wordsOf } from "../making.mjs"
import { showEnds } from "./team.mjs"
import { copy, tell, Tool } from "./tool.mjs"

class DecisionPath extends Tool {
  setUp() {
    this.whole = this.querySelector(".hd-whole-path")
    this.questions = new Map()
    for (const text of this.whole.querySelectorAll("[data-question]")) {
      const id = text.dataset.question
      const ways = [...this.whole.querySelectorAll(`[data-of="${id}"]`)].map(item => ({
        to: item.dataset.to,
        words: wordsOf(item.querySelector("strong")),
        because: [...item.querySelectorAll(":scope > .hd-because")].map(wordsOf).join(""),
      }))
      this.questions.set(id, { text, ways })
    }
    this.answers = {}
    this.steps = make("div", { class: "hd-path-steps", "data-made": "" })
    this.prepend(this.steps)
    const summary = make("summary", {}, this.words["whole-path"])
    this.details = make("details", { class: "hd-whole" }, summary)
    this.whole.replaceWith(this.details)
    this.details.append(this.whole)
    this.step()
  }

  disconnectedCallback() {
    super.disconnectedCallback()
    this.details.replaceWith(this.whole)
  }

  get fields() {
    return new Map([...this.questions].map(([id, { ways }]) => [id, new Set(ways.keys())]))
  }

  collect() {
    return Object.fromEntries(this.walk(this.answers).map(({ id, chosen }) => [id, chosen]))
  }

  fill(answers) {
    this.answers = { ...answers }
    this.step()
  }

  /** The questions that some answers lead through, each with what was chosen; then `end`. */
  walk(answers) {
    const steps = []
    let here = this.questions.keys().next().value
    while (this.questions.has(here) && Object.hasOwn(answers, here)) {
      const { text, ways } = this.questions.get(here)
      steps.push({ id: here, chosen: answers[here], text, way: ways[answers[here]] })
      here = ways[answers[here]].to
    }
    steps.end = here
    return steps
  }

  /** Show the answers so far, and the question that comes next. */
  step() {
    const { words } = this, steps = this.walk(this.answers)
    const trail = make("ol", { class: "hd-trail" }, ...steps.map(({ id, text, way }) =>
      make("li", {}, make("span", {}, `${wordsOf(text)} `), make("strong", {}, way.words), " ",
        make("button", { type: "button", "data-change": id, "aria-label": fill(words["change-answer"], { question: wordsOf(text) }) }, words["change"]))))
    const parts = steps.length ? [make("p", { class: "hd-small-heading" }, words["so-far"]), trail] : []
    const question = this.questions.get(steps.end)
    if (question) {
      const legend = make("legend", { tabindex: -1 })
      legend.append(...[...question.text.cloneNode(true).childNodes].flatMap(node => (node.nodeName === "P" ? [...node.childNodes] : [node])))
      parts.push(make("fieldset", { class: "hd-scale", "data-step": steps.end }, legend,
        make("div", { class: "hd-choices" }, ...question.ways.map((way, index) =>
          make("label", {}, make("input", { type: "radio", name: "step--", value: index, autocomplete: "off" }), make("span", {}, way.words))))),
        make("button", { type: "button", class: "hd-button", "data-step-on": "" }, words["go-on"]))
    } else parts.push(tell(words["ends-at"], this.titleOf(steps.end)))
    this.steps.replaceChildren(...parts)
  }

  titleOf(end) { return document.querySelector(`[data-outcome="${end}"]`).dataset.title }

  onInput() {}

  onClick(event) {
    const change = event.target.closest("[data-change]")
    if (change) {
      const steps = this.walk(this.answers), from = steps.findIndex(({ id }) => id === change.dataset.change)
      const chosen = this.answers[change.dataset.change]
      this.answers = Object.fromEntries(steps.slice(0, from).map(({ id, chosen: number }) => [id, number]))
      this.result.hidden = true
      this.step()
      this.steps.querySelectorAll("[type=radio]")[chosen].checked = true
      this.keep()
      this.steps.querySelector("legend").focus()
    } else if (event.target.closest("[data-step-on]")) this.goOn()
    else super.onClick(event)
  }

  goOn() {
    const chosen = this.steps.querySelector(":checked")
    if (!chosen) return this.say(this.words["choose"])
    this.say("")
    this.answers[this.steps.querySelector("[data-step]").dataset.step] = Number(chosen.value)
    this.step()
    this.keep()
    const legend = this.steps.querySelector("legend")
    if (legend) legend.focus()
    else this.showOwn()
  }

  show(answers, last) {
    const { words } = this, steps = this.walk(answers), parts = []
    if (this.questions.has(steps.end)) parts.push(make("p", {}, words["not-ended"]))
    else parts.push(make("p", { class: "hd-headline" }, this.titleOf(steps.end)))
    const before = last && this.walk(last.answers).end
    if (before && !this.questions.has(before))
      parts.push(tell(`${fill(words["last-time"], { date: this.day(last.on) })}:`, this.titleOf(before)))
    parts.push(...copy(`[data-outcome="${steps.end}"]`), make("p", { class: "hd-asked" }, words["reasons"]),
      make("ol", {}, ...steps.map(({ text, way }) =>
        make("li", {}, `${wordsOf(text)} `, make("strong", {}, way.words), make("br"), way.because))))
    return parts
  }

  showTeam(people, results) {
    const ends = results.map(({ answers }) => this.walk(answers).end)
    const rows = [...document.querySelectorAll("[data-outcome]")].map(({ dataset }) => ({
      title: dataset.title, who: ends.flatMap((end, person) => (end === dataset.outcome ? [person] : [])),
    }))
    const unended = ends.flatMap((end, person) => (this.questions.has(end) ? [person] : []))
    return showEnds(this.words, people, [...rows, { title: this.words["unended"], who: unended }])
  }
}

customElements.define("hd-tool", DecisionPath)
