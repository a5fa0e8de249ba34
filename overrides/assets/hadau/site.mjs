// What every page does once script runs. Each page works without it.

import { findAddressed } from "./address.mjs"

document.documentElement.classList.replace("no-js", "js")

// The other language opens at the same place: anchors are the same in every language.
for (const link of document.querySelectorAll("[data-hd=language]")) {
  const plain = link.href
  const follow = () => { link.href = plain.split("#")[0] + location.hash }
  addEventListener("hashchange", follow)
  follow()
}

// The colours change, and are kept where the reader chose others than the system's: everybody else
// goes on to follow the system.
const systems = matchMedia("(prefers-color-scheme: dark)")
const systemScheme = () => systems.matches ? "slate" : "default"
const colours = `${__md_scope.pathname}.__palette`
let chosen = document.body.dataset.mdColorScheme !== systemScheme()
const show = scheme => { document.body.dataset.mdColorScheme = scheme }
const buttons = document.querySelectorAll(".hd-colours")
for (const button of buttons)
  button.addEventListener("click", () => {
    const { scheme } = button.dataset
    show(scheme)
    chosen = scheme !== systemScheme()
    try {
      if (chosen) localStorage.setItem(colours, JSON.stringify({ color: { scheme } }))
      else localStorage.removeItem(colours)
    } catch { /* Nothing is kept. */ }
    for (const other of buttons) if (other !== button) other.focus()
  })
systems.addEventListener("change", () => { if (!chosen) show(systemScheme()) })

// The header names the page once its heading is out of sight, and stands above what it covers.
const heading = document.querySelector("article h1")
const header = document.querySelector(".md-header")
if (heading)
  new IntersectionObserver(([{ isIntersecting, boundingClientRect }]) => {
    const passed = !isIntersecting && boundingClientRect.top < innerHeight / 2
    header.classList.toggle("md-header--shadow", passed)
    header.querySelector(".md-header__title").classList.toggle("md-header__title--active", passed)
  }, { rootMargin: `-${header.offsetHeight}px 0px 0px` }).observe(heading)

// What is closed opens where an address leads into it, and on paper; answers stay with the reader.
const openAround = () => {
  const target = findAddressed()
  const closed = target?.closest("details:not([open])")
  if (!closed) return
  closed.open = true
  target.scrollIntoView()
}
addEventListener("hashchange", openAround)
openAround()
let printed = []
addEventListener("beforeprint", () => {
  printed = [...document.querySelectorAll("article details:not([open], .hd-question details)")]
  for (const each of printed) each.open = true
})
addEventListener("afterprint", () => { for (const each of printed) each.open = false })

// Search is fetched when a reader first opens it, or follows a link to a search (`?q=`).
const search = document.querySelector("hd-search")
if (search) {
  const asked = new URLSearchParams(location.search)
  const start = () => import("./search.mjs")
  document.querySelector("#__search").addEventListener("change", start, { once: true })
  search.addEventListener("focusin", start, { once: true })
  search.addEventListener("submit", event => event.preventDefault())
  if (asked.has("q")) start().then(() => search.search(asked.get("q")))
  if (asked.get("h"))
    import("./search-marks.mjs").then(({ markWords }) =>
      markWords(asked.get("h").split(" "), document.querySelector(".md-content"), document.documentElement.lang))
}

const fetchComponent = name => {
  const style = document.createElement("link")
  style.rel = "stylesheet"
  style.href = new URL(`${name}.css`, import.meta.url)
  const styled = new Promise(done => { style.onload = style.onerror = done })
  document.head.append(style)
  return Promise.all([import(`./${name}.mjs`), styled])
}

// What many readers never come to is fetched when it is near, before it is in sight.
const near = new IntersectionObserver(entries => {
  for (const { isIntersecting, target } of entries)
    if (isIntersecting) {
      near.unobserve(target)
      fetchComponent(target.dataset.near)
    }
}, { rootMargin: "800px" })
for (const part of document.querySelectorAll("[data-near]")) near.observe(part)

// So is what sets both languages side by side, when a reader asks for them.
const sides = document.querySelector("hd-sides")
if (sides && new URLSearchParams(location.search).has("sides")) import("./sides.mjs")
else
  sides?.querySelector("button").addEventListener("click", () =>
    import("./sides.mjs").then(() => sides.turn()), { once: true })

// What stands behind a link is fetched when a reader first comes to such a link, and shown there.
const notes = document.querySelector("hd-popover")
if (notes) {
  const first = new AbortController()
  const explain = event => {
    const link = event.target.closest?.("a[data-note]")
    const touched = event.pointerType === "touch"
    const comes = { pointerover: !touched, focusin: link?.matches(":focus-visible"), click: touched }
    if (!link || !comes[event.type]) return
    if (touched) event.preventDefault()
    first.abort()
    // A reader who has pressed Escape meanwhile wants no note.
    const wanted = new AbortController()
    const { signal } = wanted
    addEventListener("keydown", ({ key }) => { if (key === "Escape") wanted.abort() }, { signal, capture: true })
    fetchComponent("popover").then(() => { if (!signal.aborted) notes.show(link, event) }).finally(() => wanted.abort())
  }
  for (const type of ["pointerover", "focusin", "click"])
    document.addEventListener(type, explain, { signal: first.signal, capture: true })
}

// Material holds the page behind search still, and then puts it back to where it was: the focus,
// which has moved on meanwhile, would be out of sight.
new MutationObserver(() => {
  const focused = document.activeElement
  if (!document.body.hasAttribute("data-md-scrolllock") && focused !== document.body)
    focused.scrollIntoView({ block: "nearest" })
}).observe(document.body, { attributes: true, attributeFilter: ["data-md-scrolllock"] })

// The drawer and search open by buttons, and give the focus back.
const panes = [
  ["drawer", "#__drawer", ".md-sidebar--primary", ".md-sidebar--primary a"],
  ["search", "#__search", ".md-search", ".md-search__input"],
]
for (const [name, toggleSelector, paneSelector, firstSelector] of panes) {
  const button = document.querySelector(`button[data-hd=${name}]`)
  const toggle = document.querySelector(toggleSelector)
  const pane = document.querySelector(paneSelector)
  if (!button || !toggle || !pane) continue
  const behind = name === "drawer"
    ? document.querySelectorAll(".md-header__inner > :not([data-hd=drawer]), .md-content, .hd-footer")
    : []
  button.addEventListener("click", () => {
    toggle.click()
    if (toggle.checked) document.querySelector(firstSelector)?.focus()
  })
  toggle.addEventListener("change", () => {
    if (name === "drawer") button.setAttribute("aria-expanded", String(toggle.checked))
    for (const element of behind) element.inert = toggle.checked
    const within = pane.contains(document.activeElement) || document.activeElement === document.body
    if (!toggle.checked && within && button.offsetParent) button.focus()
  })
  if (name === "drawer") {
    addEventListener("keydown", event => {
      if (event.key === "Escape" && toggle.checked) toggle.click()
    })
    // A link may lead to a place on this page; and the page may come back as it was left.
    pane.addEventListener("click", event => {
      if (event.target.closest("a") && toggle.checked) toggle.click()
    })
  }
}

// A long menu shows where the reader is.
const here = document.querySelector(".hd-nav a[aria-current]")
const menu = here?.closest(".md-sidebar__scrollwrap")
if (menu) {
  const below = here.getBoundingClientRect().bottom - menu.getBoundingClientRect().bottom
  if (below > 0) menu.scrollTop = below + menu.clientHeight / 2
}
