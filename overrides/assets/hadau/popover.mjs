// What stands behind a link, shown beside it: a reference, a term of the glossary, another page.
// It opens when the pointer rests on a link or the keyboard reaches it, stays while either is on the
// link or in the note, and goes with Escape (WCAG 1.4.13). Without script the links are links.

const OPENING = 250 // milliseconds: a pointer that only passes over a link opens nothing
const CLOSING = 300 // milliseconds: time for a pointer to move from the link into the note
const MARGIN = 8 // pixels between the note and the edge of the window
const RING = 5 // pixels that leave the ring around a focused link in sight

class Popover extends HTMLElement {
  #ended
  #note = null
  #link = null
  #rect = 0
  #gap = 0
  #timer = 0

  connectedCallback() {
    if (!("popover" in HTMLElement.prototype)) return
    this.#ended = new AbortController()
    const on = (target, type, heard, capture = false) =>
      target.addEventListener(type, heard, { signal: this.#ended.signal, capture })
    on(document, "pointerover", event => this.#onPointer(event))
    on(document, "focusin", event => this.#onFocus(event))
    on(document, "click", event => this.#onClick(event), true)
    on(window, "keydown", event => this.#onKey(event), true)
    on(window, "resize", () => this.#place())
    on(window, "scroll", ({ target }) => target === this.#note || this.#place(), true)
    on(window, "beforeprint", () => this.#close())
  }

  disconnectedCallback() {
    this.#close()
    this.#ended?.abort()
  }

  // What brought the reader to a link before this was here, if the reader is there still.
  show(link, { type, clientX, clientY }) {
    if (type === "click" && !this.#find(link)) link.click()
    else if (type === "click") this.#open(link)
    else if (type === "pointerover" && link.matches(":hover")) this.#open(link, [clientX, clientY])
    else if (type === "focusin" && link.matches(":focus-visible")) this.#open(link)
  }

  #linkAt(target) {
    return target instanceof Element ? target.closest("a[data-note]") : null
  }

  #isInside(target) {
    return Boolean(this.#note?.contains(target) || this.#link?.contains(target))
  }

  #later(wait, act) {
    clearTimeout(this.#timer)
    this.#timer = setTimeout(act, wait)
  }

  #onPointer(event) {
    if (event.pointerType === "touch") return
    const link = this.#linkAt(event.target)
    const { clientX: x, clientY: y } = event
    if (this.#isInside(event.target)) clearTimeout(this.#timer)
    else if (link) this.#later(OPENING, () => this.#open(link, [x, y]))
    else if (!this.#link) clearTimeout(this.#timer)
    else if (!this.#isInside(document.activeElement)) this.#later(CLOSING, () => this.#close())
  }

  #onFocus(event) {
    const link = this.#linkAt(event.target)
    if (this.#isInside(event.target)) clearTimeout(this.#timer)
    else if (link?.matches(":focus-visible")) this.#open(link)
    else this.#close()
  }

  #onClick(event) {
    const link = this.#linkAt(event.target)
    // A finger cannot rest on a link: the first touch shows the note, the second follows the link.
    if (link && link !== this.#link && event.pointerType === "touch" && this.#find(link)) {
      event.preventDefault()
      this.#open(link)
    } else if (!this.#note?.contains(event.target) || event.target.closest("a")) this.#close()
  }

  #onKey(event) {
    if (event.key !== "Escape" || !this.#link) return
    event.stopImmediatePropagation()
    const link = this.#link
    const within = this.#note.contains(document.activeElement)
    this.#close()
    if (within) link.focus({ focusVisible: false })
  }

  #find(link) {
    const name = link.dataset.note
    const own = [...this.querySelectorAll("template")].find(note => note.dataset.note === name)
    return own?.content ?? document.getElementById(name)
  }

  #open(link, point) {
    if (link === this.#link) return
    this.#close()
    const found = this.#find(link)
    if (!found) return
    const note = document.createElement("div")
    note.className = "hd-popover"
    note.id = "note--shown"
    note.popover = "manual"
    for (const node of found.childNodes) note.append(node.cloneNode(true))
    // What reference managers read is read by nobody else.
    for (const data of note.querySelectorAll(".Z3988")) data.remove()
    if (link.dataset.note.startsWith("ref--")) this.#addWayToCitations(note, link)
    // Beside the link, so that the next press of Tab leads into it; a label would answer to clicks.
    const beside = link.closest("label") ?? link
    beside.after(note)
    note.showPopover()
    const rects = [...link.getClientRects()]
    this.#note = note
    this.#link = link
    this.#gap = point ? 0 : RING
    this.#rect = Math.max(0, rects.findIndex(rect => point && rect.bottom >= point[1]
      && rect.top <= point[1] && rect.left <= point[0] && rect.right >= point[0]))
    link.setAttribute("aria-describedby", note.id)
    this.#place()
  }

  #addWayToCitations(note, link) {
    const { references, cited } = this.dataset
    if (!references) return
    const way = document.createElement("a")
    way.href = `${references}#${link.dataset.note}`
    way.textContent = cited
    const line = document.createElement("p")
    line.className = "hd-more"
    line.append(way)
    note.append(line)
  }

  // Below the link or above it, wherever it fits, and never past an edge of the window. What is
  // higher than the room there scrolls: it must not cover the link that has the focus.
  #place() {
    if (!this.#link) return
    const rects = this.#link.getClientRects()
    const rect = rects[this.#rect] ?? rects[0]
    const { clientWidth: width, clientHeight: height } = document.documentElement
    if (!rect || rect.bottom < 0 || rect.top > height) {
      this.#close()
      return
    }
    const { style, scrollTop } = this.#note
    style.maxHeight = ""
    const rooms = { above: rect.top, below: height - rect.bottom }
    const below = this.#note.offsetHeight + this.#gap + MARGIN <= rooms.below || rooms.above < rooms.below
    style.maxHeight = `${(below ? rooms.below : rooms.above) - this.#gap - MARGIN}px`
    this.#note.scrollTop = scrollTop
    const { offsetWidth, offsetHeight } = this.#note
    const top = below ? rect.bottom + this.#gap : rect.top - offsetHeight - this.#gap
    const left = Math.min(rect.left, width - offsetWidth - MARGIN)
    style.top = `${Math.max(MARGIN, Math.min(top, height - offsetHeight - MARGIN))}px`
    style.left = `${Math.max(MARGIN, left)}px`
  }

  #close() {
    clearTimeout(this.#timer)
    this.#link?.removeAttribute("aria-describedby")
    const note = this.#note
    this.#note = this.#link = null
    note?.remove()
  }
}

customElements.define("hd-popover", Popover)
