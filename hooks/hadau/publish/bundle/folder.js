// A site from a folder: its modules as functions, and what they fetch as scripts. A browser loads
// no module, answers no fetch and starts no worker there.
"use strict"
{
  const modules = {
/* modules */
  }
  const script = document.currentScript
  const assets = new URL(".", script.src)
  const root = new URL("../../", assets)
  const made = new Map()
  const texts = new Map()
  globalThis.hadauFolder = { keep: (path, text) => texts.set(path, text) }

  const bring = address => new Promise((done, failed) => {
    const element = document.createElement("script")
    element.src = address
    element.onload = done
    element.onerror = () => failed(new Error(address))
    document.head.append(element)
  })

  const fetch = async address => {
    const url = new URL(address, location)
    const path = decodeURI(url.href.split(/[?#]/)[0].slice(root.href.length)).replace(/(^|\/)$/, "$1index.html")
    if (!texts.has(path)) await bring(new URL(`${path}.js`, root).href)
    const text = texts.get(path)
    return { ok: true, status: 200, text: async () => text, json: async () => JSON.parse(text) }
  }

  // A worker that works in the page: what is sent to it and back goes over its own port.
  class Worker {
    constructor(address) {
      this.heard = []
      run(new URL(address).href.slice(assets.href.length), {}, (_, listener) => this.heard.push(listener))
    }
    postMessage(data, ports) { for (const listener of this.heard) listener({ data, ports }) }
    terminate() { this.heard = [] }
  }

  const run = (name, exports, listen) => {
    const here = new URL(name, assets).href
    const load = async address => {
      const url = new URL(address, here)
      const wanted = url.href.slice(assets.href.length)
      return url.href.startsWith(assets.href) && wanted in modules ? take(wanted) : bring(url.href)
    }
    modules[name](exports, take, load, here, fetch, Worker, listen)
    return exports
  }

  const take = name => {
    if (!made.has(name)) {
      const exports = {}
      made.set(name, exports)
      run(name, exports, addEventListener.bind(window))
    }
    return made.get(name)
  }

  // A folder has no page of its own to show: links that scripts made lead to its file.
  const lead = ({ target }) => {
    const link = target.closest?.("a[href]")
    if (!link) return
    const url = new URL(link.href)
    if (url.protocol !== "file:" || !url.pathname.endsWith("/")) return
    url.pathname += "index.html"
    link.href = url.href
  }
  for (const type of ["pointerdown", "focusin", "click", "auxclick"]) addEventListener(type, lead, { capture: true })

  for (const name of script.dataset.start.split(" ")) {
    try { take(name) } catch (error) { reportError(error) }
  }
}
