// Both languages of a page, paragraph against paragraph, Welsh first. The other page is fetched
// from the same site, and its words are set beside those that stand here: nothing of this page is
// made anew, so that answers, notes and open sections stay.
//
// Pages of a pair come from one template, so their elements match by place. What a language sorts
// in its own order says which is which by `id` or `data-pair`.

import { make } from "./making.mjs"

const APART = "script, style, template, noscript, button, select, textarea, input, iframe, [data-hd-one]"
const IDS = ["for", "aria-labelledby", "aria-describedby"]
const ORDER = ["cy", "en"]

const isSpeech = node => node.nodeType === Node.TEXT_NODE && node.textContent.trim() !== ""
const plain = node => node.textContent.replace(/\s+/g, " ").trim()
const nameOf = element => element.id || element.dataset?.pair || ""
const sort = element => `${element.localName} ${element.getAttribute("class") ?? ""}`

class Sides extends HTMLElement {
  connectedCallback() {
    this.stop = new AbortController()
    this.button = this.querySelector("button")
    this.status = this.querySelector("[role=status]")
    this.article = this.closest("article")
    this.pairs = []
    this.button.addEventListener("click", () => this.turn(), { signal: this.stop.signal })
    if (new URLSearchParams(location.search).has("sides")) this.turn()
  }

  disconnectedCallback() {
    this.stop.abort()
  }

  async turn() {
    if (this.pairs.length) this.part()
    else if (!await this.join()) return
    const on = this.pairs.length > 0
    this.button.setAttribute("aria-pressed", String(on))
    this.article.classList.toggle("hd-sided", on)
    this.status.textContent = on ? this.dataset.shown : ""
    const url = new URL(location.href)
    if (on) url.searchParams.set("sides", "")
    else url.searchParams.delete("sides")
    history.replaceState(history.state, "", url.href.replace("sides=", "sides"))
  }

  async join() {
    try {
      const answer = await fetch(this.dataset.other, { signal: this.stop.signal })
      if (!answer.ok) throw new Error(answer.statusText)
      this.there = new DOMParser().parseFromString(await answer.text(), "text/html")
      this.base = new URL(this.dataset.other, location.href)
      this.language = { here: document.documentElement.lang, there: this.there.documentElement.lang }
      this.pair(this.article, this.there.querySelector("article"))
    } catch (error) {
      if (error.name === "AbortError") return false
    }
    if (!this.pairs.length) this.status.textContent = this.dataset.failed
    return this.pairs.length > 0
  }

  /** Take the other language away again. */
  part() {
    for (const { wrapper, own } of this.pairs.reverse()) wrapper.replaceWith(...own.childNodes)
    this.pairs = []
  }

  pair(here, there) {
    if (!here || !there || here.matches(APART)) return
    if (here === this || here.contains(this) && here !== this.article) return
    if (here.localName === "svg") this.setBeside(here, [here], [there])
    else if ([...here.childNodes].some(isSpeech)) this.setBeside(here, [...here.childNodes], [...there.childNodes])
    else for (const [one, other] of this.match(here, there)) this.pair(one, other)
  }

  /** The children of two elements that stand for one another. */
  match(here, there) {
    const rest = [...there.children].filter(child => !nameOf(child))
    const found = []
    for (const child of here.children) {
      const name = nameOf(child)
      if (name) {
        const other = this.there.getElementById(name)
          ?? [...there.children].find(each => each.dataset?.pair === name)
        if (other) found.push([child, other])
        continue
      }
      const place = rest.findIndex(each => sort(each) === sort(child))
      if (place < 0) {
        found.push(...this.matchNamed(child))
        continue
      }
      found.push([child, rest[place]])
      rest.splice(0, place + 1)
    }
    return found
  }

  /** What has a name inside an element that the other page does not have, such as a letter's list. */
  matchNamed(here) {
    return [...here.querySelectorAll("[id]")]
      .filter(each => !here.contains(each.parentElement.closest("[id]")))
      .map(each => [each, this.there.getElementById(each.id)])
      .filter(([, other]) => other)
  }

  setBeside(element, ownNodes, otherNodes) {
    const words = nodes => nodes.map(plain).join("")
    if (words(ownNodes) === words(otherNodes)) return
    if (element.querySelector?.(APART)) return
    const own = this.side(this.language.here)
    const other = this.side(this.language.there)
    other.append(...otherNodes.map(node => this.bring(node)))
    const wrapper = make("span", { class: "hd-sides" })
    if (element.localName === "svg") element.before(wrapper)
    else element.append(wrapper)
    own.append(...ownNodes)
    wrapper.append(...[own, other].sort((a, b) => ORDER.indexOf(a.lang) - ORDER.indexOf(b.lang)))
    this.pairs.push({ wrapper, own })
  }

  side(language) {
    return make("span", { class: "hd-side", lang: language })
  }

  /** A copy of what stands on the other page, with addresses and ids that hold good here. */
  bring(node) {
    const copy = document.importNode(node, true)
    if (copy.nodeType !== Node.ELEMENT_NODE) return copy
    for (const element of [copy, ...copy.querySelectorAll("*")]) {
      if (element.id) element.id += "--beside"
      for (const name of IDS) {
        const ids = element.getAttribute(name)
        if (ids) element.setAttribute(name, ids.split(/\s+/).map(id => `${id}--beside`).join(" "))
      }
      const href = element.getAttribute("href")
      if (href && !href.startsWith("#")) element.setAttribute("href", this.#from(href))
    }
    return copy
  }

  // Where an address of the other page leads, said from here: paper shows whole addresses of other hosts alone.
  #from(href) {
    const url = new URL(href, this.base)
    const here = url.protocol === location.protocol && url.host === location.host
    return here ? url.pathname + url.search + url.hash : url.href
  }
}

customElements.define("hd-sides", Sides)
