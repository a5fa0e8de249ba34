// Several results of one tool side by side, in this browser alone.

import { fill, make } from "../making.mjs"
import { drawDots, makeTable, round } from "./making.mjs"

/**
 * What people agree on. Each of `people` is what they are called; each row is
 * `{ title, values }` with a number or null for each of them, from `least` to `most`.
 */
export function showSpread(words, people, rows, least, most) {
  const range = most - least
  const found = rows.map(row => {
    const values = row.values.filter(value => value !== null)
    const low = Math.min(...values), high = Math.max(...values), spread = high - low
    const average = values.reduce((total, value) => total + value, 0) / values.length
    const agreement = values.length < 2 ? "few" : spread <= range / 4 ? "close" : spread < range / 2 ? "some" : "apart"
    return { ...row, low, high, spread, average, agreement, some: values.length > 0 }
  }).filter(row => row.some)
  const within = document.createDocumentFragment()
  if (!found.length) {
    within.append(listPeople(people))
    return within
  }
  const compared = found.filter(row => row.agreement !== "few").sort((a, b) => b.spread - a.spread)
  if (compared.length > 1 && compared[0].spread > compared.at(-1).spread) {
    const titles = spread => compared.filter(row => row.spread === spread).map(row => row.title.replace(/\.$/, "")).join("; ")
    within.append(make("p", {}, make("strong", {}, words["furthest"]), ` ${titles(compared[0].spread)}`),
      make("p", {}, make("strong", {}, words["closest"]), ` ${titles(compared.at(-1).spread)}`))
  }
  const dots = found.map(({ title, values }) => ({
    title,
    dots: values.flatMap((value, index) =>
      value === null ? [] : [{ at: (value - least) / range, label: String(index + 1) }]),
  }))
  within.append(drawDots(words["dots"], dots, String(least), String(most)), listPeople(people),
    makeTable(words["team-table"],
      [words["compared"], ...people.map((_, index) => String(index + 1)),
        words["lowest"], words["highest"], words["average"], words["agreement"]],
      found.map(row => [row.title, ...row.values.map(value => (value === null ? "–" : round(value))),
        round(row.low), round(row.high), round(row.average), words[row.agreement]])))
  return within
}

/** Where people's paths ended: each row is `{ title, who }` with the numbers of people, from 0. */
export function showEnds(words, people, rows) {
  const within = document.createDocumentFragment()
  const reached = rows.filter(row => row.who.length)
  const most = Math.max(...reached.map(row => row.who.length))
  within.append(make("p", {}, reached.length === 1 ? words["same-end"] : fill(words["ends"], { n: reached.length })),
    drawDots(words["dots"], reached.map(row => ({
      title: row.title,
      dots: row.who.map((person, index) => ({ at: most > 1 ? index / Math.max(most - 1, 4) : 0, label: String(person + 1) })),
    })), "", ""),
    listPeople(people),
    makeTable(words["team-table"], [words["end"], words["people"], words["who"]],
      reached.map(row => [row.title, row.who.length, row.who.map(person => person + 1).join(", ")])))
  return within
}

const listPeople = people =>
  make("ol", { class: "hd-people" }, ...people.map(name => make("li", { dir: "auto" }, name)))
