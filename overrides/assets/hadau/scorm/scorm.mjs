// A quiz inside a learning platform, by SCORM 1.2: one session for every language of the package.
// Source: SCORM 1.2 Run-Time Environment (ADL, 2001).

const LONGEST = 4096 // characters of cmi.suspend_data
const TYPES = {
  single: "choice", multiple: "choice", "true-false": "true-false", "fill-in": "fill-in", number: "numeric",
  scale: "likert", matching: "matching", sorting: "matching", ordering: "sequencing",
  hotspot: "performance", scenario: "performance",
}

/** The platform's side of the run-time, which stands in a frame around the package or opened it. */
function findApi() {
  const seen = new Set()
  for (let here of [window, window.opener])
    try {
      while (here && !seen.has(here)) {
        if (here.API) return here.API
        seen.add(here)
        here = here.parent
      }
    } catch { /* A frame of another host is not asked. */ }
  return null
}

class Session {
  constructor() {
    this.api = findApi()
    this.begun = Date.now()
    this.reported = new Map()
    this.running = this.api?.LMSInitialize("") === "true"
    if (this.running && ["not attempted", ""].includes(this.get("cmi.core.lesson_status")))
      this.set("cmi.core.lesson_status", "incomplete")
    addEventListener("pagehide", () => this.end(), { once: true })
  }

  get(name) { return this.api.LMSGetValue(name) }

  set(name, value) { return this.api.LMSSetValue(name, String(value)) === "true" }

  /** What was kept: see `look` in keep.mjs of the site. */
  look() {
    if (!this.running) return { value: null, fault: "blocked" }
    const text = this.get("cmi.suspend_data")
    if (!text) return { value: null, fault: "" }
    try {
      const value = JSON.parse(text)
      if (typeof value === "object" && value !== null) return { value, fault: "" }
    } catch { /* Told as broken. */ }
    return { value: null, fault: "broken" }
  }

  write(value) {
    const text = JSON.stringify(value)
    return this.running && text.length <= LONGEST && this.set("cmi.suspend_data", text)
  }

  forget() { return this.running && this.set("cmi.suspend_data", "") }

  /** Report what the answers add up to, and each answer that was newly checked. */
  score({ answers, right, scored, checked, all }) {
    if (!this.running) return
    for (const answer of answers) {
      const response = answer.state ? describe(answer) : ""
      if (response && this.reported.get(answer.id) !== response) this.report(answer, response)
      this.reported.set(answer.id, response)
    }
    this.set("cmi.core.score.min", 0)
    this.set("cmi.core.score.max", 100)
    this.set("cmi.core.score.raw", scored ? Math.round(100 * right / scored) : 100)
    this.set("cmi.core.lesson_status", checked === all ? "completed" : "incomplete")
    this.api.LMSCommit("")
  }

  report({ id, kind, state }, response) {
    const place = `cmi.interactions.${this.get("cmi.interactions._count") || 0}`
    this.set(`${place}.id`, id)
    this.set(`${place}.type`, TYPES[kind])
    this.set(`${place}.student_response`, response)
    this.set(`${place}.result`, { right: "correct", reflected: "neutral" }[state] ?? "wrong")
  }

  end() {
    if (!this.running) return
    this.running = false
    const seconds = Math.round((Date.now() - this.begun) / 1000)
    const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60]
    this.set("cmi.core.session_time", parts.map(part => String(part).padStart(2, "0")).join(":"))
    this.set("cmi.core.exit", "suspend")
    this.api.LMSCommit("")
    this.api.LMSFinish("")
  }
}

/** An answer in the form that SCORM has for its type. */
function describe({ kind, given }) {
  const letter = place => Number(place).toString(36)
  switch (kind) {
    case "single": return letter(given)
    case "multiple": return given.map(letter).join(",")
    case "true-false": return given[0]
    case "ordering": return given.map(letter).join(",")
    case "matching": case "sorting":
      return given.map((target, place) => `${letter(place)}.${letter(target)}`).join(",")
    case "number": return given.trim().replace(/^[−–]/, "-").replace(/[^\d-]/g, "")
    // Half a character of two parts is no text.
    default: return String(given).slice(0, 255).replace(/[\uD800-\uDBFF]$/, "")
  }
}

window.hadau = new Session()
const frame = document.querySelector("iframe")
const buttons = [...document.querySelectorAll("[data-page]")]
const wanted = navigator.languages.map(language => language.slice(0, 2))
const show = button => {
  for (const each of buttons) each.setAttribute("aria-pressed", String(each === button))
  frame.lang = button.lang
  frame.title = button.dataset.title
  frame.src = button.dataset.page
  document.documentElement.lang = button.lang
}
for (const button of buttons) button.addEventListener("click", () => show(button))
show(wanted.map(language => buttons.find(button => button.lang === language)).find(Boolean) ?? buttons[0])
