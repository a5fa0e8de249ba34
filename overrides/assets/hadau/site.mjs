// What every page does once script runs. Each page works without it.

// Material fetches a sitemap from every alternate address, which may stand on another host than
// the one shown. It looks when the document is ready; until then, no link says exactly that.
const alternates = document.querySelectorAll("link[rel=alternate]")
for (const link of alternates) link.rel = "alternate "
addEventListener("load", () => { for (const link of alternates) link.rel = "alternate" })

// The other language opens at the same place: anchors are the same in every language.
for (const link of document.querySelectorAll("[data-hd=language]")) {
  const plain = link.href
  const follow = () => { link.href = plain.split("#")[0] + location.hash }
  addEventListener("hashchange", follow)
  follow()
}

// Material opens search or leaves the page at a single letter, which a reader who speaks to the
// computer types by chance (WCAG 2.1.4). Letters reach fields only.
addEventListener("keydown", event => {
  const alone = event.key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey
  if (alone && !event.target.closest?.("input, textarea, select, [contenteditable]"))
    event.stopImmediatePropagation()
}, { capture: true })

// Of the two radio buttons for colours one shows: it is the one that the keyboard must reach.
// Material keeps the colours of every visit; kept are only those that a reader chose against the
// system's, so that everybody else goes on to follow the system.
const colours = document.querySelector("[data-md-component=palette]")
let chosen = document.documentElement.dataset.hdColours === "chosen"
const isSystems = option => matchMedia(option.dataset.mdColorMedia).matches
const settleColours = () => {
  for (const option of document.querySelectorAll(".md-option"))
    if (option.nextElementSibling && !option.nextElementSibling.hidden) option.checked = true
  try { if (!chosen) localStorage.removeItem(`${__md_scope.pathname}.__palette`) } catch { /* Nothing is kept. */ }
}
addEventListener("load", settleColours)
colours?.addEventListener("change", event => {
  chosen = !isSystems(event.target)
  settleColours()
})
matchMedia("(prefers-color-scheme: light)").addEventListener("change", () => {
  if (!chosen) [...document.querySelectorAll(".md-option")].find(isSystems)?.click()
})

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
    fetchComponent("popover").then(() => notes.show(link, event))
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
  if (name === "drawer")
    addEventListener("keydown", event => {
      if (event.key === "Escape" && toggle.checked) toggle.click()
    })
}
