// Search beside the page: it fetches what it needs when a reader first opens search.

import { fits } from "./facets.mjs"
import { SearchEngine } from "./search-engine.mjs"
import { StemmedWords, WelshWords } from "./search-words.mjs"

let opening

// A port keeps our messages from Material's worker, which listens to this whole worker once it is
// imported for its stemmer.
addEventListener("message", ({ data, ports: [port] }) => {
  port.onmessage = async ({ data: { number, query, limit, chosen } }) => {
    try {
      opening ??= open(data)
      const { engine, filters } = await opening
      const accepts = Object.keys(chosen).length ? page => fits(page.facets, chosen) : null
      port.postMessage({ number, filters, answer: engine.search(query, { limit, accepts }) })
    } catch (error) {
      opening = undefined
      port.postMessage({ number, error: String(error) })
    }
  }
}, { once: true })

async function open({ base, stemmer }) {
  const [index, data, stem] = await Promise.all([
    fetchJson(new URL("search_index.json", base)),
    fetchJson(new URL("search_words.json", base)),
    stemmer && openStemmer(stemmer),
  ])
  const words = stem ? new StemmedWords(stem, data) : new WelshWords(data)
  return { engine: new SearchEngine(index.docs, index.language, words), filters: index.filters }
}

async function fetchJson(address) {
  const answer = await fetch(address)
  if (!answer.ok) throw new Error(`${answer.status} ${address}`)
  return answer.json()
}

async function openStemmer(address) {
  await import(address)
  const { stemmer, Token } = self.lunr
  return form => stemmer(new Token(form, {})).toString()
}
