// Weigh what speaks for a step against what speaks against it.

import { fill, make, wordsOf } from "../making.mjs"
import { makeTable } from "./making.mjs"
import { showSpread } from "./team.mjs"
import { copy, tell, Tool } from "./tool.mjs"

/** The share of all weight by which one side must be heavier before the balance leans. */
const LEANS = 0.2

class Weighing extends Tool {
  /** The points of a side that have a weight: `{ title, weight }`, the heaviest first. */
  points(side, answers) {
    const fieldsets = [...this.querySelectorAll(`[data-side=${side}] fieldset`)]
    return fieldsets.flatMap(fieldset => {
      const name = fieldset.dataset.question, weight = answers[name]
      const own = fieldset.querySelector(".hd-own")
      const title = own ? answers[own.name] ?? "" : wordsOf(fieldset.querySelector("legend"))
      return weight === undefined && !(own && title) ? [] : [{ title: title || wordsOf(fieldset.querySelector("legend")), weight: weight ?? 0 }]
    }).sort((a, b) => b.weight - a.weight)
  }

  /** The sum of each side, and which way the balance leans. */
  balance(answers) {
    const [pros, cons] = ["for", "against"].map(side =>
      this.points(side, answers).reduce((total, point) => total + point.weight, 0))
    const leaning = Math.abs(pros - cons) <= LEANS * (pros + cons) ? "balanced" : pros > cons ? "leans-for" : "leans-against"
    return { pros, cons, leaning }
  }

  sideTitle(side) { return wordsOf(this.querySelector(`[data-side=${side}] .hd-side-title`)) }

  show(answers, last) {
    const { words } = this
    const { pros, cons, leaning } = this.balance(answers)
    const sums = (a, b) => `${this.sideTitle("for")}: ${a}. ${this.sideTitle("against")}: ${b}.`
    const parts = [make("p", { class: "hd-headline" }, `${sums(pros, cons)} ${words[leaning]}`)]
    if (last) {
      const before = this.balance(last.answers)
      parts.push(tell(`${fill(words["last-time"], { date: this.day(last.on) })}:`, `${sums(before.pros, before.cons)} ${words[before.leaning]}`))
    }
    const sides = ["for", "against"].map(side => [side, this.points(side, answers)])
    const heaviest = sides.flatMap(([, points]) => points).filter(point => point.weight === 3)
    if (heaviest.length) parts.push(make("p", {}, make("strong", {}, words["heaviest"])),
      make("ul", {}, ...heaviest.map(({ title }) => make("li", { dir: "auto" }, title))))
    parts.push(...copy(`[data-reading=${leaning}]`))
    for (const [side, points] of sides)
      if (points.length) parts.push(makeTable(this.sideTitle(side), [words["point"], words["weight"]], points.map(({ title, weight }) => [title, weight])))
    if (answers["change--"]) parts.push(make("p", { class: "hd-asked" }, wordsOf(this.querySelector("#change--label"))),
      make("p", { class: "hd-written", dir: "auto" }, answers["change--"]))
    return parts
  }

  showTeam(people, results) {
    const { words } = this
    const titled = people.map((name, index) => `${name}: ${words[this.balance(results[index].answers).leaning]}`)
    const rows = [...this.querySelectorAll("[data-side] fieldset:not(:has(.hd-own))")].map(fieldset => ({
      title: wordsOf(fieldset.querySelector("legend")),
      values: results.map(({ answers }) => answers[fieldset.dataset.question] ?? null),
    }))
    return showSpread(words, titled, rows, 0, 3)
  }
}

customElements.define("hd-tool", Weighing)
