// A reader's language: the way to the other one keeps the place and what is open, and a choice is
// remembered on the device only when the reader asks. It changes what a page says, and never where
// a reader is.

import { findAddressed } from "./address.mjs"

const key = `${globalThis.__md_scope?.pathname ?? "/"}.language`
const SWITCH = `${key}.switch`

function kept(storage, name) {
  try { return globalThis[storage].getItem(name) } catch { return null }
}

function keep(storage, name, value) {
  try {
    if (value === null) globalThis[storage].removeItem(name)
    else globalThis[storage].setItem(name, value)
  } catch { /* The page works without. */ }
}

const details = () => [...document.querySelectorAll("article details")]

// The heading that a reader is at, or nothing near the top of a page.
function findPlace() {
  // A result or a choice that travels in the address goes along.
  if (location.hash.includes("=")) return location.hash
  const seen = findAddressed()?.getBoundingClientRect()
  if (seen && seen.bottom > 0 && seen.top < innerHeight) return location.hash
  if (scrollY < innerHeight / 3) return ""
  const passed = [...document.querySelectorAll("article :is(h1, h2, h3)[id]")]
    .filter(heading => heading.getBoundingClientRect().top < innerHeight / 4)
  return passed.length ? `#${passed.at(-1).id}` : ""
}

for (const link of document.querySelectorAll("a[data-hd=language]"))
  link.addEventListener("click", () => {
    // At the foot of a page a reader is where the link is, and not where the reading stopped.
    if (!link.closest("footer")) link.href = link.href.split("#")[0] + findPlace()
    const open = details().flatMap((each, place) => each.open ? [place] : [])
    if (open.length) keep("sessionStorage", SWITCH, JSON.stringify({ to: new URL(link.href).pathname, open }))
  })

try {
  const { to, open } = JSON.parse(kept("sessionStorage", SWITCH)) ?? {}
  if (to === location.pathname) for (const place of open) details()[place]?.setAttribute("open", "")
} catch { /* Nothing that this page wrote. */ }
keep("sessionStorage", SWITCH, null)

function show() {
  const chosen = kept("localStorage", key)
  for (const button of document.querySelectorAll("button[data-hd=remember]"))
    button.setAttribute("aria-pressed", String(button.dataset.language === chosen))
  for (const words of document.querySelectorAll("[data-hd-chosen]"))
    words.hidden = words.dataset.hdChosen !== chosen
  for (const words of document.querySelectorAll("[data-hd-prefer]"))
    words.classList.toggle("hd-prefer", words.dataset.hdPrefer === chosen)
}

for (const button of document.querySelectorAll("button[data-hd=remember]")) {
  button.hidden = false
  button.addEventListener("click", () => {
    const { language } = button.dataset
    keep("localStorage", key, kept("localStorage", key) === language ? null : language)
    show()
  })
}
addEventListener("storage", show)
show()
