// A list that can be cut down to what a reader is looking for. Without script it is whole.

import { fits, readChoices } from "./facets.mjs"

class Listing extends HTMLElement {
  #stop

  connectedCallback() {
    this.#stop = new AbortController()
    const { signal } = this.#stop
    this.form = this.querySelector("form")
    this.status = this.querySelector("[role=status]")
    this.form.addEventListener("change", () => this.#show(), { signal })
    // The fields are empty only once the event is over.
    this.form.addEventListener("reset", () => setTimeout(() => this.#show()), { signal })
    this.form.addEventListener("submit", event => event.preventDefault(), { signal })
    this.form.hidden = false
    this.#show()
  }

  disconnectedCallback() {
    this.#stop.abort()
    this.form.hidden = true
    this.form.reset()
    this.#show()
  }

  #show() {
    const chosen = readChoices(this.form)
    const cards = [...document.querySelectorAll(".hd-card[data-facets]")]
    for (const card of cards) card.hidden = !fits(JSON.parse(card.dataset.facets), chosen)
    const shown = cards.filter(card => !card.hidden).length
    this.status.textContent = this.status.dataset.words
      .replace("{n}", shown).replace("{all}", cards.length)
    // A heading stands before the block of its cards: it goes with the last of them.
    for (const block of new Set(cards.map(card => card.closest(".hd-block")))) {
      const isEmpty = !block.querySelector(".hd-card:not([hidden])")
      block.hidden = isEmpty
      if (/^H[23]$/.test(block.previousElementSibling?.tagName)) block.previousElementSibling.hidden = isEmpty
    }
  }
}

customElements.define("hd-listing", Listing)
