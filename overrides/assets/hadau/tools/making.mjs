// Elements and drawings. Whatever a reader wrote becomes text, never markup.

/** An HTML element with attributes and what stands in it. */
export const make = (tag, attributes = {}, ...within) =>
  fill(document.createElement(tag), attributes, within)

const draw = (tag, attributes = {}, ...within) =>
  fill(document.createElementNS("http://www.w3.org/2000/svg", tag), attributes, within)

function fill(element, attributes, within) {
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value)
  element.append(...within.filter(part => part !== null && part !== ""))
  return element
}

/** A number with at most one decimal. */
export const round = number => String(Math.round(number * 10) / 10)

/** Words with their places filled: fillIn("{n} of {all}", { n: 1, all: 2 }). */
export const fillIn = (words, values) =>
  words.replace(/\{(\w+)\}/g, (place, name) => (name in values ? String(values[name]) : place))

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
function breakLines(words, most) {
  const lines = []
  for (const word of words.split(" ")) {
    const line = `${lines.at(-1) ?? ""} ${word}`.trim()
    if (lines.length && line.length <= most) lines[lines.length - 1] = line
    else lines.push(word)
  }
  return lines
}

const RING = 105

/**
 * A radar chart: an axis for each `{ title, value }`, the least at the centre. `before` is drawn
 * behind it, dashed. A table must stand beside it, with the numbers that a narrow screen shows
 * instead of names.
 */
export function drawRadar(label, axes, least, most, before = null) {
  const at = (index, value) => {
    const angle = (index / axes.length) * 2 * Math.PI - Math.PI / 2
    const far = (RING * (value - least)) / (most - least)
    return [Math.cos(angle) * far, Math.sin(angle) * far].map(number => Math.round(number * 10) / 10)
  }
  const shape = (values, name) =>
    draw("polygon", { class: name, points: values.map((value, index) => at(index, value).join()).join(" ") })
  const picture = draw("svg", { class: "hd-radar", viewBox: "-230 -165 460 330", role: "img", "aria-label": label })
  for (let ring = least + 1; ring <= most; ring++) picture.append(shape(axes.map(() => ring), "hd-ring"))
  axes.forEach(({ title }, index) => {
    const [x, y] = at(index, most)
    picture.append(draw("line", { class: "hd-ring", x1: 0, y1: 0, x2: x, y2: y }))
    picture.append(draw("text", { class: "hd-number", x: x * 1.14, y: y * 1.14 + 6, "text-anchor": "middle" }, String(index + 1)))
    const side = Math.abs(x) < 20 ? "middle" : x > 0 ? "start" : "end"
    const lines = breakLines(title, 13)
    const top = y * 1.1 + 5 - (y < -20 ? (lines.length - 1) * 16 : y > 20 ? -9 : (lines.length - 1) * 8)
    picture.append(draw("text", { class: "hd-name", "text-anchor": side },
      ...lines.map((line, row) => draw("tspan", { x: x * 1.09, y: top + row * 16 }, line))))
  })
  if (before) picture.append(shape(before, "hd-shape hd-shape--before"))
  picture.append(shape(axes.map(axis => axis.value), "hd-shape"))
  axes.forEach(({ value }, index) => {
    const [cx, cy] = at(index, value)
    picture.append(draw("circle", { class: "hd-point", cx, cy, r: 4 }))
  })
  return make("div", { class: "hd-radar-room" }, picture)
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
