// Statements to rate, and what stands out.

import { fill, make } from "../making.mjs"
import { makeTable, round } from "./making.mjs"
import { drawRadar } from "./radar.mjs"
import { showSpread } from "./team.mjs"
import { copy, tell, Tool } from "./tool.mjs"

class SelfAssessment extends Tool {
  /** Each theme with its average, or null where nothing of it is rated. */
  averages(answers) {
    return [...document.querySelectorAll("[data-theme]")].map(({ dataset }) => {
      const rated = [...this.querySelectorAll(`[data-of="${dataset.theme}"]`)]
        .map(fieldset => answers[fieldset.dataset.question]).filter(value => value !== undefined)
      const value = rated.length ? rated.reduce((total, each) => total + each, 0) / rated.length : null
      return { id: dataset.theme, title: dataset.title, value }
    })
  }

  get ends() { return [...this.fields.values()][0] }

  show(answers, last) {
    const { words } = this
    const [least, most] = [Math.min(...this.ends), Math.max(...this.ends)]
    const themes = this.averages(answers), rated = themes.filter(theme => theme.value !== null)
    const before = last && this.averages(last.answers)
    const parts = []
    const missing = this.fields.size - Object.keys(answers).length
    if (missing) parts.push(make("p", {}, fill(words["unrated"], { n: missing })))
    const values = rated.map(theme => theme.value)
    const pick = value => rated.filter(theme => theme.value === value)
    const name = found => `${found.map(theme => theme.title).join("; ")} (${round(found[0].value)})`
    const highest = pick(Math.max(...values)), lowest = pick(Math.min(...values))
    const even = highest.length === rated.length
    if (even) parts.push(make("p", { class: "hd-headline" }, words["even"]))
    else parts.push(tell(words["strongest"], name(highest)), tell(words["weakest"], name(lowest)))
    if (rated.length === themes.length) {
      const full = before?.every(theme => theme.value !== null)
      parts.push(drawRadar(words["radar"], themes, least, most, full ? before.map(theme => theme.value) : null))
    }
    const head = [words["theme"], words["average"]]
    if (before) head.push(fill(words["last-time"], { date: this.day(last.on) }), words["difference"])
    const shown = value => (value === null ? "–" : round(value))
    parts.push(makeTable(words["averages"], head, themes.map(({ title, value }, index) => {
      const old = before?.[index].value ?? null
      const gap = value === null || old === null ? null : Math.round((value - old) * 10) / 10
      return [`${index + 1}. ${title}`, shown(value), ...(before ? [shown(old), gap === null ? "–" : gap > 0 ? `+${gap}` : String(gap).replace("-", "−")] : [])]
    })))
    if (even) return parts
    const end = this.dataset.attend
    parts.push(make("h4", {}, words["next"]))
    for (const { id, title } of end === "highest" ? highest : lowest)
      parts.push(make("p", { class: "hd-asked" }, make("a", { href: `#${id}` }, title)),
        ...copy(`[data-theme="${id}"] [data-end=${end}]`), ...copy(`[data-theme="${id}"] .hd-next`))
    return parts
  }

  showTeam(people, results) {
    const each = results.map(({ answers }) => this.averages(answers))
    const rows = each[0].map(({ title }, index) => ({ title, values: each.map(themes => themes[index].value) }))
    return showSpread(this.words, people, rows, Math.min(...this.ends), Math.max(...this.ends))
  }
}

customElements.define("hd-tool", SelfAssessment)
