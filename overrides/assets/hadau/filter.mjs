// Narrows a list by what a reader chooses. Without script the list is whole and the form hidden.

import { findAddressed } from "./address.mjs"

class Filter extends HTMLElement {
  #ended

  connectedCallback() {
    const form = this.querySelector("form")
    const list = document.getElementById(this.dataset.list)
    if (!form || !list) return
    this.#ended = new AbortController()
    const { signal } = this.#ended
    form.hidden = false
    form.addEventListener("change", () => this.#show(form, list), { signal })
    form.addEventListener("submit", event => event.preventDefault(), { signal })
    // A link to an item that is not shown brings the whole list back.
    addEventListener("hashchange", () => this.#reset(form, list), { signal })
  }

  disconnectedCallback() {
    this.#ended?.abort()
    this.querySelector("form").hidden = true
  }

  #show(form, list) {
    const chosen = [...new FormData(form)].filter(([, value]) => value)
    let shown = 0
    for (const item of list.children) {
      const fits = chosen.every(([name, value]) => item.dataset[name].split(" ").includes(value))
      item.hidden = !fits
      shown += fits
    }
    const status = form.querySelector("[role=status]")
    const forms = JSON.parse(status.dataset.count)
    const category = new Intl.PluralRules(document.documentElement.lang).select(shown)
    status.textContent = (forms[category] ?? forms.other).replace("{n}", shown)
  }

  #reset(form, list) {
    const target = findAddressed()
    if (!target?.hidden) return
    form.reset()
    this.#show(form, list)
    target.scrollIntoView()
  }
}

customElements.define("hd-filter", Filter)
