// Elements and drawings. Whatever a reader wrote becomes text, never markup.

import { dress, make } from "../making.mjs"

/** An element of SVG with attributes and what stands in it. */
export const draw = (tag, attributes = {}, ...within) =>
  dress(document.createElementNS("http://www.w3.org/2000/svg", tag), attributes, within)

/** A number with at most one decimal. */
export const round = number => String(Math.round(number * 10) / 10)

/** A table that scrolls sideways by itself. A row is a list; its first cell is its heading. */
export function makeTable(caption, head, rows) {
  const cell = (words, index) =>
    make(index ? "td" : "th", index ? { dir: "auto" } : { dir: "auto", scope: "row" }, String(words))
  const table = make("table", { class: "hd-write" },
    make("caption", {}, caption),
    make("thead", {}, make("tr", {}, ...head.map(words => make("th", { scope: "col" }, words)))),
    make("tbody", {}, ...rows.map(row => make("tr", {}, ...row.map(cell)))))
  return make("div", { class: "hd-scroll", role: "region", tabindex: 0, "aria-label": caption }, table)
}

/** Words in lines of about so many letters. */
export function breakLines(words, most) {
  const lines = []
  for (const word of words.split(" ")) {
    const line = `${lines.at(-1) ?? ""} ${word}`.trim()
    if (lines.length && line.length <= most) lines[lines.length - 1] = line
    else lines.push(word)
  }
  return lines
}

const LEFT = 20, RIGHT = 340, DOT = 11

/**
 * A dot plot: a line for each `{ title, dots: [{ at, label }] }`, where `at` runs from 0 to 1.
 * Dots at one place stand on top of one another. A table must stand beside it.
 */
export function drawDots(label, rows, low, high) {
  const picture = draw("svg", { class: "hd-dots", role: "img", "aria-label": label })
  let top = 10
  for (const { title, dots } of rows) {
    const places = new Map()
    for (const dot of dots) places.set(dot.at, [...(places.get(dot.at) ?? []), dot.label])
    const tallest = Math.max(1, ...[...places.values()].map(labels => labels.length))
    const lines = breakLines(title, 36)
    const line = top + (lines.length - 1) * 18 + 16 + tallest * 2 * DOT
    picture.append(draw("text", {}, ...lines.map((words, row) =>
      draw("tspan", { x: LEFT - DOT, y: top + 8 + row * 18 }, words))),
      draw("line", { class: "hd-ring", x1: LEFT, y1: line, x2: RIGHT, y2: line }))
    for (const [place, labels] of places)
      labels.forEach((each, index) => {
        const x = LEFT + place * (RIGHT - LEFT), y = line - DOT - index * 2 * DOT
        picture.append(draw("circle", { class: "hd-dot", cx: x, cy: y, r: DOT - 1 }),
          draw("text", { class: "hd-dot-label", x, y: y + 4, "text-anchor": "middle" }, each))
      })
    top = line + 18
  }
  if (low) picture.append(draw("text", { x: LEFT - DOT, y: top + 6 }, low),
    draw("text", { x: RIGHT + DOT, y: top + 6, "text-anchor": "end" }, high))
  picture.setAttribute("viewBox", `0 0 ${RIGHT + LEFT} ${top + 14}`)
  return picture
}
