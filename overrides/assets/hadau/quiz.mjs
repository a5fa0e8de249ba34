// A quiz that answers: what was right, what it adds up to, what to read next. What a reader has
// done is kept on the device, in the same words for every language of the page.

import { forget, look, write } from "./keep.mjs"
import { copy, fill, make } from "./making.mjs"
import { ready } from "./questions.mjs"

class Quiz extends HTMLElement {
  connectedCallback() {
    this.stop = new AbortController()
    this.words = JSON.parse(this.querySelector("script").textContent)
    this.plain = this.querySelector(".hd-plain")
    this.plain.hidden = true
    this.undo = []
    this.notice = make("p", { class: "hd-quiz-notice", role: "status" })
    this.questions = [...document.querySelectorAll(".hd-question")].map((element, place) => this.prepare(element, place))
    this.heading(this.questions[0]).before(this.notice)
    // The score of the whole is told by an element that was there before.
    const [before, after] = [make("div"), make("div")]
    this.sum = make("div", { role: "status" })
    this.panel = make("div", { class: "hd-score" }, before, this.sum, after)
    this.parts = { before, after }
    this.prepend(this.panel)
    this.undo.push(() => { this.notice.remove(); this.panel.remove() })
    this.restore()
    const { signal } = this.stop
    // A page that the browser shows again as it was may know less than the device by now.
    addEventListener("pageshow", event => { if (event.persisted) this.restore() }, { signal })
    addEventListener("storage", event => {
      if (event.key === null || event.key.endsWith(`.${this.dataset.note}`)) this.restore()
    }, { signal })
  }

  disconnectedCallback() {
    this.stop.abort()
    for (const undo of this.undo) undo()
    this.plain.hidden = false
  }

  button(words, listener, name = "hd-press") {
    const button = make("button", { type: "button", class: name }, words)
    button.addEventListener("click", listener, { signal: this.stop.signal })
    return button
  }

  prepare(element, place) {
    const original = element.cloneNode(true)
    this.undo.push(() => element.replaceWith(original))
    const question = ready(element, this.words, () => this.change(question), this.stop.signal)
    question.number = place + 1
    question.checked = null
    question.enter = () => this.check(question)
    question.verdict = make("div", { class: "hd-verdict", role: "status" })
    question.button = this.button(this.words.check, () => this.check(question), "hd-press hd-press--first")
    question.again = this.button(this.words.again, () => this.renew([question]))
    question.row = make("p", { class: "hd-check" }, question.button, " ", question.again)
    // A story is judged where it ends; until then it may be begun again.
    question.button.hidden = element.dataset.kind === "scenario"
    question.answer.before(question.row, question.verdict)
    return question
  }

  /** Show everything as the device keeps it. */
  restore() {
    const kept = look(this.dataset.note)
    const answers = kept.value?.answers
    const known = typeof answers === "object" && answers !== null ? answers : {}
    // What a newer version of the site has kept is not written over.
    this.keeps = kept.fault !== "newer"
    let aside = false
    for (const question of this.questions) {
      this.reset(question)
      const answer = Object.hasOwn(known, question.id) ? known[question.id] : null
      if (answer === null) continue
      if (answer?.mark !== question.mark || !question.set(answer.given)) aside = true
      else if (answer.checked === true) this.judge(question)
    }
    this.notice.textContent = this.words[kept.fault] ?? (aside ? this.words.aside : "")
    this.show()
  }

  reset(question) {
    question.clear()
    this.unjudge(question)
  }

  change(question) {
    this.unjudge(question)
    this.save()
    this.show()
  }

  save() {
    const answers = {}
    for (const question of this.questions) {
      const given = question.get()
      if (given !== null) answers[question.id] = { mark: question.mark, given, checked: Boolean(question.checked) }
    }
    if (!this.keeps) return
    if (!Object.keys(answers).length) forget(this.dataset.note)
    else if (!write(this.dataset.note, { answers }, "quiz")) this.notice.textContent = this.words.full
  }

  check(question) {
    this.judge(question)
    this.save()
    this.show()
  }

  /** Say what an answer is worth, with what there is to learn from it. */
  judge(question) {
    const { words } = this, { verdict } = question
    const worth = question.weigh()
    if (worth.fault) {
      verdict.replaceChildren(make("p", {}, words[worth.fault]))
      return
    }
    const state = question.reflects ? "reflected" : worth.right === worth.of ? "right" : worth.right && worth.of > 1 ? "partly" : "wrong"
    question.checked = state
    const told = copy(question.told(worth.keys)).map(element => make("div", {}, ...element.childNodes))
    const rest = question.answer.querySelector(".hd-told")
    if (rest) told.push(...copy(rest.children))
    const kind = question.element.dataset.kind === "scenario" ? "end" : "verdict"
    verdict.replaceChildren(make("p", { class: "hd-verdict-word" }, fill(words[`${kind}-${state}`], worth)), ...told)
    verdict.dataset.state = state
    question.answer.hidden = question.reflects
    question.again.hidden = false
  }

  unjudge(question) {
    question.checked = null
    question.unmark?.()
    question.verdict.replaceChildren()
    delete question.verdict.dataset.state
    question.answer.hidden = true
    question.answer.open = false
    question.again.hidden = !question.button.hidden || question.get() === null
  }

  /** What a question begins with. */
  heading(question) { return document.getElementById(question.id) ?? question.element }

  /** Make questions new, and go to the first of them. */
  renew(questions) {
    for (const question of questions) this.reset(question)
    this.save()
    this.show()
    const heading = this.heading(questions[0])
    heading.tabIndex = -1
    heading.focus()
  }

  /** Say what the answers add up to, for a page around this one that keeps a record. */
  tell(right, checked) {
    const { questions } = this
    const answers = questions.map(question => ({
      id: question.id, kind: question.element.dataset.kind, state: question.checked, given: question.get(),
    }))
    const scored = questions.filter(question => !question.reflects).length
    const detail = { answers, right, scored, checked, all: questions.length }
    this.dispatchEvent(new CustomEvent("hd-score", { bubbles: true, detail }))
  }

  /** What the answers add up to. */
  show() {
    const { words, questions } = this
    const checked = questions.filter(question => question.checked)
    const scored = checked.filter(question => !question.reflects)
    const right = scored.filter(question => question.checked === "right")
    const missed = scored.filter(question => question.checked !== "right")
    const done = scored.length > 0 && checked.length === questions.length
    const score = make("p", { class: "hd-score-word" }, fill(words.score, { n: right.length, all: scored.length }))
    this.parts.before.replaceChildren(make("p", {}, fill(words.answered, { n: checked.length, all: questions.length })),
      ...(scored.length && !done ? [score] : []))
    const share = right.length / scored.length
    const word = share === 1 ? "all" : share >= 0.7 ? "most" : share >= 0.4 ? "half" : "few"
    this.sum.replaceChildren(...(done ? [score, make("p", {}, words[`score-${word}`])] : []))
    const parts = []
    const lines = questions.map(question => make("li", {},
      make("a", { href: `#${question.id}` }, fill(words.question, { n: question.number })), ` – ${words[`state-${question.checked ?? "open"}`]}`))
    parts.push(make("ol", { class: "hd-review-list" }, ...lines))
    // Several parts of one page are one page to read.
    const links = new Map()
    for (const link of missed.flatMap(question => copy(question.answer.querySelectorAll(".hd-read")))) {
      const page = link.href.split("#")[0], name = `${page} ${link.textContent}`
      if (links.has(name) && links.get(name).href !== link.href) links.get(name).href = page
      else if (!links.has(name)) links.set(name, link)
    }
    if (links.size) {
      parts.push(make("p", { class: "hd-small-heading" }, words.next))
      parts.push(make("ul", {}, ...[...links.values()].map(link => make("li", {}, link))))
    }
    const row = make("p", { class: "hd-check" })
    if (missed.length) row.append(this.button(words["again-missed"], () => this.renew(missed)), " ")
    if (questions.some(question => question.get() !== null))
      row.append(this.button(words.afresh, () => this.renew(questions)))
    if (row.childNodes.length) parts.push(row)
    const { notes } = this.dataset
    if (notes) parts.push(make("p", {}, words.kept, " ", make("a", { href: notes }, words.notes)))
    this.parts.after.replaceChildren(...parts)
    this.tell(right.length, checked.length)
  }
}

customElements.define("hd-quiz", Quiz)
