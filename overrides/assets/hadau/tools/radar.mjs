// A radar chart.

import { make } from "../making.mjs"
import { breakLines, draw } from "./making.mjs"

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
