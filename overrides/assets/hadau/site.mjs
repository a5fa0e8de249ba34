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

// The drawer and search open by buttons, and give the focus back.
const openers = [
  ["drawer", "#__drawer", ".md-sidebar--primary a"],
  ["search", "#__search", ".md-search__input"],
]
for (const [name, toggleSelector, firstSelector] of openers) {
  const button = document.querySelector(`button[data-hd=${name}]`)
  const toggle = document.querySelector(toggleSelector)
  if (!button || !toggle) continue
  const show = () => {
    if (name === "drawer") button.setAttribute("aria-expanded", String(toggle.checked))
  }
  button.addEventListener("click", () => {
    toggle.click()
    if (toggle.checked) document.querySelector(firstSelector)?.focus()
  })
  toggle.addEventListener("change", show)
  addEventListener("keydown", event => {
    if (event.key !== "Escape" || !toggle.checked) return
    if (name === "drawer") toggle.click()
    if (button.offsetParent) button.focus()
  })
  show()
}
