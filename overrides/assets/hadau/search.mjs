// Search as a reader meets it. Fetched when search is first opened; the worker and its data follow.

import { readChoices } from "./facets.mjs"

const STEP = 10

class Search extends HTMLElement {
  #stop
  #worker
  #port
  #asked = 0
  #shown = STEP

  connectedCallback() {
    this.#stop = new AbortController()
    const { signal } = this.#stop
    this.input = this.querySelector("input")
    this.status = this.querySelector("[role=status]")
    this.list = this.querySelector("ol")
    this.suggestion = this.querySelector(".hd-search-suggestion")
    this.more = this.querySelector(".hd-search-more")
    this.filters = this.querySelector(".hd-search-filters")
    this.toggle = document.querySelector("#__search")
    const all = JSON.parse(this.querySelector("script").textContent)
    const languages = Object.keys(all)
    // The page for lost readers is one for all languages: the address says which is meant.
    const here = languages.find(each => location.pathname.startsWith(new URL(all[each].home, document.baseURI).pathname))
    this.language = here ?? languages[0]
    this.about = all[this.language]
    this.home = new URL(this.about.home, document.baseURI)
    this.numbers = new Intl.PluralRules(this.language)

    const on = (target, type, act) => target.addEventListener(type, act, { signal })
    on(this.input, "input", () => this.#ask())
    on(this.input, "focus", () => this.#open(true))
    on(this.toggle, "change", () => this.toggle.checked && this.#ask())
    on(this, "submit", () => this.querySelector(".md-search-result__link")?.click())
    on(this, "reset", ({ target }) => {
      if (target === this.input.form) this.input.focus()
      // The fields are empty only once the event is over.
      setTimeout(() => this.#ask())
    })
    on(this.filters, "change", () => this.#ask())
    on(this, "click", ({ target }) => {
      if (target.closest("ol a, .hd-search-close")) this.#open(false)
      if (target.closest(".hd-search-more button")) this.#showMore()
      const suggested = target.closest("[data-query]")
      if (suggested) this.search(suggested.dataset.query)
    })
    on(this, "keydown", event => this.#onKey(event))
    on(this, "focusout", ({ relatedTarget }) => {
      if (relatedTarget && !this.contains(relatedTarget)) this.#open(false)
    })
    this.#addStyle()
    if (document.activeElement === this.input) this.#open(true)
    this.#ask()
  }

  disconnectedCallback() {
    this.#stop.abort()
    this.#worker?.terminate()
    this.#worker = this.#port = undefined
  }

  search(query) {
    this.input.value = query
    this.input.focus()
    this.#open(true)
    this.#ask()
  }

  #open(open) {
    if (this.toggle.checked === open) return
    this.toggle.checked = open
    this.toggle.dispatchEvent(new Event("change", { bubbles: true }))
    const url = new URL(location)
    if (!open && url.searchParams.has("q")) {
      url.searchParams.delete("q")
      history.replaceState(history.state, "", url)
    }
  }

  #addStyle() {
    const link = document.createElement("link")
    link.rel = "stylesheet"
    link.href = new URL("search.css", import.meta.url)
    document.head.append(link)
  }

  #connect() {
    if (this.#port) return
    this.#worker = new Worker(new URL("search-worker.mjs", import.meta.url), { type: "module" })
    const { port1, port2 } = new MessageChannel()
    const { stemmer = null } = this.about
    this.#worker.postMessage({ base: new URL("search/", this.home).href, stemmer: stemmer && new URL(stemmer, document.baseURI).href }, [port2])
    this.#worker.onerror = () => this.#fail()
    port1.onmessage = ({ data }) => {
      if (data.number !== this.#asked) return
      if (data.error) this.#fail()
      else {
        this.#offer(data.filters)
        this.#show(data.answer)
      }
    }
    this.#port = port1
    this.#say(this.about.loading, true)
  }

  #ask() {
    this.#shown = STEP
    this.#send()
  }

  #send() {
    this.#connect()
    this.#asked += 1
    this.#port.postMessage({
      number: this.#asked,
      query: this.input.value,
      limit: this.#shown,
      chosen: readChoices(this.filters),
    })
  }

  #fail() {
    this.#worker?.terminate()
    this.#worker = this.#port = undefined
    this.list.replaceChildren()
    this.#say(this.about.failed, false)
  }

  #say(words, busy) {
    if (this.status.textContent !== words) this.status.textContent = words
    this.classList.toggle("hd-search--busy", busy)
  }

  #show({ total, results, suggestion, empty }) {
    const { count, hint } = this.about
    const form = count[this.numbers.select(total)] ?? count.other
    this.#say(empty ? hint : form.replace("{n}", total), false)
    this.list.replaceChildren(...results.map(result => this.#item(result)))
    this.more.hidden = results.length >= total
    this.suggestion.hidden = suggestion === null
    if (suggestion !== null) {
      const button = make("button", "hd-search-instead", suggestion)
      button.type = "button"
      button.dataset.query = suggestion
      const [before, after] = this.about.suggestion.split("{words}")
      this.suggestion.replaceChildren(before, button, after)
    } else this.suggestion.replaceChildren()
    this.dispatchEvent(new CustomEvent("hd-results", { detail: { total } }))
  }

  // The choices come with the index, so that a page does not carry them.
  #offer(filters) {
    const form = this.filters.querySelector("form")
    if (!this.filters.hidden || !filters.length) return
    form.prepend(...filters.map(({ id, label, choices }) => {
      const field = make("label", "", make("span", "", label))
      const select = document.createElement("select")
      select.name = id
      select.append(...[["", this.about.any], ...choices].map(([value, words, lang]) => {
        const option = new Option(words, value)
        if (lang) option.lang = lang
        return option
      }))
      field.append(select)
      return field
    }))
    this.filters.hidden = false
  }

  #showMore() {
    const before = this.list.children.length
    this.#shown += STEP
    this.more.hidden = true
    const watch = new MutationObserver(() => {
      watch.disconnect()
      this.list.children[before]?.querySelector("a").focus()
    })
    watch.observe(this.list, { childList: true })
    this.#send()
  }

  #item({ parts, missing, words, ...page }) {
    const item = make("li", "md-search-result__item")
    item.append(this.#link(page, "hd-result-title", words))
    for (const part of parts) item.append(this.#link(part, "hd-result-part", words))
    if (missing.length)
      item.append(make("p", "hd-result-missing", this.about.missing.replace("{words}", missing.join(", "))))
    return item
  }

  #link({ location: place, title, lang, passage }, class_, words) {
    const link = make("a", "md-search-result__link")
    const url = new URL(place, this.home)
    if (words.length) url.searchParams.set("h", words.slice(0, 12).join(" "))
    link.href = url
    const name = make("span", class_)
    name.append(...marked(title))
    if (lang) name.lang = lang
    const text = make("span", "hd-result-passage")
    for (const run of passage) {
      const said = run.lang ? make("span", "") : text
      if (run.lang) {
        said.lang = run.lang
        text.append(said)
      }
      said.append(...marked(run.pieces))
    }
    link.append(name, " ", text)
    return link
  }

  #onKey(event) {
    if (event.key === "Escape") {
      event.preventDefault()
      this.input.focus()
      this.#open(false)
      return
    }
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (!step || event.target.matches("select, input:not([type=search]), summary")) return
    const stops = [this.input, ...this.querySelectorAll(".md-search-result__link")]
    const at = stops.indexOf(document.activeElement)
    stops[(at + step + stops.length) % stops.length]?.focus()
    event.preventDefault()
  }
}

function make(tag, class_, words = "") {
  const element = document.createElement(tag)
  element.className = class_
  element.append(words)
  return element
}

function marked(pieces) {
  return pieces.map((piece, place) => (place % 2 ? make("mark", "", piece) : piece))
}

customElements.define("hd-search", Search)
