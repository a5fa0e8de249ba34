// Place yourself on a scale, then write what got you there.

import { fill, make, wordsOf } from "../making.mjs"
import { showSpread } from "./team.mjs"
import { tell, Tool } from "./tool.mjs"

const SCALE = "scale--"

class ScaleAndList extends Tool {
  get ends() { return [...this.fields.get(SCALE)] }

  list(answers) {
    return Object.entries(answers).filter(([name]) => name.startsWith("list--")).map(([, words]) => words)
  }

  /** The things on a list as HTML, or nothing. */
  listed(answers) {
    const things = this.list(answers)
    return things.length ? [make("ol", { class: "hd-things" }, ...things.map(words => make("li", { dir: "auto" }, words)))] : []
  }

  show(answers, last) {
    const { words } = this, most = this.ends.at(-1), number = answers[SCALE]
    const parts = [number === undefined ? make("p", {}, words["no-number"]) : tell(words["number"], fill(words["of"], { n: number, all: most }))]
    const before = last?.answers[SCALE]
    if (before !== undefined) parts.push(tell(`${fill(words["last-time"], { date: this.day(last.on) })}:`, fill(words["of"], { n: before, all: most })))
    parts.push(tell(words["things"], this.list(answers).length), ...this.listed(answers))
    for (const ask of this.querySelectorAll(".hd-ask")) {
      const answer = answers[ask.querySelector("[name]").name]
      if (answer) parts.push(...[...ask.querySelector(".hd-text").cloneNode(true).children].map(part => (part.classList.add("hd-asked"), part)),
        make("p", { class: "hd-written", dir: "auto" }, answer))
    }
    return parts
  }

  showTeam(people, results) {
    const title = wordsOf(this.querySelector("legend")), ends = this.ends
    const values = results.map(({ answers }) => answers[SCALE] ?? null)
    const within = values.some(value => value !== null)
      ? showSpread(this.words, people, [{ title, values }], ends[0], ends.at(-1)) : document.createDocumentFragment()
    results.forEach(({ answers }, index) => within.append(make("p", { class: "hd-asked", dir: "auto" }, people[index]), ...this.listed(answers)))
    return within
  }
}

customElements.define("hd-tool", ScaleAndList)
