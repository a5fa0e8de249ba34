// Search itself, without a page: documents in, results out. It runs in a worker.

import { fold, normalise, readWords } from "./search-words.mjs"

const WEIGHTS = { title: 8, heading: 4, summary: 4, text: 1 }
const LIST_WEIGHT = .3
// A word that a text says over and over counts no more than this, and less than one in a title.
const MOST_TEXT = 5
// How much a form counts for a word of the query: as it was typed, another form, its beginning.
const [SAME, FORM, BEGINNING] = [1, .8, .3]
const SATURATION = 1.2
const PASSAGE = 180
const PARTS_SHOWN = 3
const BREAK = 0

export class SearchEngine {
  constructor(docs, language, words) {
    this.language = language
    this.other = language === "cy" ? "en" : "cy"
    this.words = words
    this.pages = []
    this.parts = []
    this.forms = [""]
    this.ids = new Map([["", BREAK]])
    this.postings = [[]]
    for (const doc of docs) this.#addPart(doc)
    const lengths = this.parts.reduce((sum, part) => sum + part.length, 0)
    this.average = lengths / (this.parts.length || 1) || 1
    for (const form of this.forms) if (form) words.learn(form)
    this.byKey = new Map()
    this.byFold = new Map()
    this.spelt = []
    this.forms.forEach((form, id) => {
      if (!form) return
      for (const key of words.keys(form)) append(this.byKey, key, id)
      append(this.byFold, fold(form), id)
      const spelt = words.spellings(form)
      this.spelt[id] = { spelt, folded: spelt.map(fold), form, plain: fold(form) }
    })
  }

  #addPart(doc) {
    const path = doc.location.split("#")[0]
    let page = this.pages.at(-1)
    const isPage = page?.location !== path
    if (isPage) this.pages.push(page = { ...doc, location: path, number: this.pages.length, parts: [] })
    const part = { ...doc, page: page.number, isPage, number: this.parts.length, length: 0 }
    const stream = []
    const counts = new Map()
    const fields = isPage
      ? [["title", doc.title], ["summary", doc.summary], ["text", doc.text]]
      : [["heading", doc.title], ["text", doc.text]]
    for (const [field, text] of fields)
      // No phrase goes on in the next line: a line is a block of the page.
      for (const line of (text ?? "").split("\n")) {
        for (const word of readWords(line, this.language)) {
          const id = this.#idOf(word.form)
          if (word.parts === 1) {
            stream.push(id)
            part.length += 1
          }
          const weight = counts.get(id) ?? 0
          if (field !== "text" || weight < MOST_TEXT) counts.set(id, weight + WEIGHTS[field])
        }
        stream.push(BREAK)
      }
    part.stream = Uint32Array.from(stream)
    for (const [id, weight] of counts) this.postings[id].push(part.number, weight)
    page.parts.push(part.number)
    this.parts.push(part)
  }

  #idOf(form) {
    let id = this.ids.get(form)
    if (id === undefined) {
      this.ids.set(form, id = this.forms.length)
      this.forms.push(form)
      this.postings.push([])
    }
    return id
  }

  // `limit` results from the first on; `total` says how many pages there are. Where `accepts` is
  // given, only pages that it is true of count; without words to look for, these are all listed.
  search(query, { limit = 10, accepts = null } = {}) {
    const asked = this.#parse(query)
    const wanted = asked.filter(unit => !unit.not)
    if (!wanted.length) return this.#list(limit, accepts)
    const refused = new Set()
    for (const unit of asked)
      if (unit.not)
        for (const part of this.#find(unit).keys()) refused.add(this.parts[part].page)
    const found = new Map()
    wanted.forEach((unit, place) => {
      const sure = new Set()
      const parts = this.#find(unit, sure)
      unit.found = parts.size > 0
      const rarity = Math.log(1 + (this.parts.length - parts.size + .5) / (parts.size + .5))
      for (const [number, weight] of parts) {
        const part = this.parts[number]
        if (refused.has(part.page)) continue
        let page = found.get(part.page)
        if (!page) found.set(part.page, page = { page: part.page, has: new Set(), sure: new Set(), scores: new Map() })
        page.has.add(place)
        if (sure.has(number)) page.sure.add(place)
        const frequency = weight / (weight + SATURATION * (.25 + .75 * part.length / this.average))
        const score = rarity * frequency * (1 + weight / 20)
          * (part.list || this.pages[part.page].list ? LIST_WEIGHT : 1)
        page.scores.set(number, (page.scores.get(number) ?? 0) + score)
      }
    })
    const accepted = [...found.values()].filter(each => !accepts || accepts(this.pages[each.page]))
    const most = Math.max(0, ...accepted.map(each => each.has.size))
    const best = accepted.filter(each => each.has.size === wanted.length)
    const pages = best.length ? best : accepted.filter(each => each.has.size === most)
    for (const each of pages) each.score = scorePage(each)
    pages.sort((one, other) =>
      other.sure.size - one.sure.size || other.score - one.score || one.page - other.page)
    return {
      total: pages.length,
      results: pages.slice(0, limit).map(each => this.#show(each, wanted)),
      suggestion: this.#suggest(query, wanted),
      empty: false,
    }
  }

  #list(limit, accepts) {
    const pages = accepts ? this.pages.filter(accepts) : []
    const results = pages.slice(0, limit).map(({ location, title, summary, lang = {} }) => ({
      location, title: [title], passage: [{ lang: lang.summary, pieces: [summary] }],
      lang: lang.title, parts: [], missing: [], words: [],
    }))
    return { total: pages.length, results, suggestion: null, empty: !accepts }
  }

  // Words, "words next to one another" and -words to leave out.
  #parse(query) {
    const units = []
    const pieces = [...query.matchAll(/(?<![^\s])([-–−+]?)(?:"([^"]+)"?|([^\s"]+))/g)]
    pieces.forEach(([whole, sign, quoted, bare], place) => {
      const not = sign === "-" || sign === "–" || sign === "−"
      const words = [...readWords(quoted ?? bare ?? "", this.language)]
      const singles = words.filter(word => word.parts === 1)
      if (!singles.length) return
      if (quoted !== undefined) {
        const forms = singles.map(word => this.#forms(word.form, { exact: singles.length === 1 }))
        units.push({ not, phrase: forms, text: whole })
        return
      }
      const typing = place === pieces.length - 1 && query.endsWith(whole)
      const joined = words.find(word => word.parts === singles.length && word.parts > 1)
      const unit = joined && {
        not,
        text: whole,
        forms: this.#forms(joined.form, { typing: typing && !not, begins: !not }),
        phrase: singles.map(word => this.#forms(word.form, {})),
      }
      // What stands nowhere as one word, nor side by side, is looked for word by word.
      if (unit && (not || this.#find(unit).size)) units.push(unit)
      else
        for (const word of singles)
          units.push({ not, text: word.form, word: unit ? null : word, forms: this.#forms(word.form, { typing: typing && !not, begins: !not }) })
    })
    return units
  }

  // The words of the index that a word of the query stands for, each with how much it counts.
  #forms(written, { exact = false, typing = false, begins = false }) {
    const found = new Map()
    const give = (id, weight) => { if (!(found.get(id) >= weight)) found.set(id, weight) }
    const form = normalise(written)
    const plain = fold(form)
    const isPlain = plain === form
    if (exact) {
      if (this.ids.has(form)) give(this.ids.get(form), SAME)
      if (isPlain && !this.words.isKnown(form)) for (const id of this.byFold.get(plain) ?? []) give(id, SAME)
      return found
    }
    for (const key of this.words.keys(form, true))
      for (const id of this.byKey.get(key) ?? []) give(id, FORM)
    if (this.ids.has(form)) give(this.ids.get(form), SAME)
    const isKnown = this.words.isKnown(form)
    if (isPlain && !isKnown) for (const id of this.byFold.get(plain) ?? []) give(id, FORM)
    // What stands last is perhaps not whole yet; what stands for nothing may begin a word anywhere.
    const least = typing && !found.size ? 2 : 3
    if (begins && (typing || !found.size) && form.length >= least) {
      const starts = word => word.startsWith(form)
      this.spelt.forEach((other, id) => {
        if (found.has(id)) return
        // "dim" begins "dimau", which is timau, only for a reader who means no word yet.
        const [spelt, whole] = isPlain ? [other.folded, other.plain] : [other.spelt, other.form]
        if (spelt.some(starts) || (!isKnown && starts(whole))) give(id, BEGINNING)
      })
    }
    return found
  }

  // The parts that hold what a unit asks for, with the weight of it in each. Those that hold more
  // than the beginning of a word are added to `sure`.
  #find(unit, sure) {
    const parts = new Map()
    if (unit.forms)
      for (const [id, weight] of unit.forms) {
        const posting = this.postings[id]
        for (let at = 0; at < posting.length; at += 2) {
          parts.set(posting[at], (parts.get(posting[at]) ?? 0) + posting[at + 1] * weight)
          if (weight >= FORM) sure?.add(posting[at])
        }
      }
    if (unit.phrase)
      for (const [number, weight] of this.#findPhrase(unit.phrase)) {
        parts.set(number, (parts.get(number) ?? 0) + weight)
        sure?.add(number)
      }
    return parts
  }

  #findPhrase(phrase) {
    const found = new Map()
    if (phrase.some(forms => forms.size === 0)) return found
    const candidates = phrase.map(forms => this.#find({ forms }))
    const [fewest] = [...candidates].sort((one, other) => one.size - other.size)
    for (const number of fewest.keys()) {
      if (!candidates.every(each => each.has(number))) continue
      const { stream } = this.parts[number]
      let times = 0
      for (let at = 0; at + phrase.length <= stream.length; at += 1)
        if (phrase.every((forms, offset) => forms.has(stream[at + offset]))) times += 1
      if (times) found.set(number, times * (fewest.get(number) / times || 1))
    }
    return found
  }

  #show({ page, has, scores }, wanted) {
    const ofIds = ids => new Set([...ids.keys()].map(id => this.forms[id]))
    const marked = {
      words: new Set(wanted.flatMap(unit => [...ofIds(unit.forms ?? new Map())])),
      phrases: wanted.filter(unit => unit.phrase).map(unit => unit.phrase.map(ofIds)),
    }
    const { location, title, summary, number, lang = {} } = this.pages[page]
    const shown = [...scores]
      .filter(([part]) => !this.parts[part].isPage)
      .sort((one, other) => other[1] - one[1] || one[0] - other[0])
      .slice(0, PARTS_SHOWN)
      .map(([part]) => this.parts[part])
    const head = this.parts[this.pages[number].parts[0]]
    const hit = new Set()
    const mark = text => this.#mark(text, marked, hit)
    const result = {
      location,
      title: mark(title),
      lang: lang.title,
      passage: this.#passage([
        { text: summary, stretches: lang.summary ? [[0, summary.length]] : [] },
        ...(scores.has(head.number) ? [{ text: head.text, stretches: lang.text }] : []),
      ], marked, hit),
      parts: shown.map(part => ({
        location: part.location,
        title: mark(part.title),
        lang: part.lang?.title,
        passage: this.#passage([{ text: part.text, stretches: part.lang?.text }], marked, hit),
      })),
      missing: wanted.filter((unit, place) => !has.has(place)).map(unit => unit.text),
    }
    return { ...result, words: [...hit] }
  }

  // Where the words to mark stand in a text, in order.
  #spans(text, { words, phrases }) {
    const all = [...readWords(text, this.language)]
    const spans = all.filter(word => words.has(word.form))
    const singles = all.filter(word => word.parts === 1)
    for (const phrase of phrases)
      for (let at = 0; at + phrase.length <= singles.length; at += 1) {
        const words = singles.slice(at, at + phrase.length)
        const found = phrase.every((forms, offset) => forms.has(words[offset].form))
        if (found && !text.slice(words[0].start, words.at(-1).end).includes("\n")) spans.push(...words)
      }
    return spans.sort((one, other) => one.start - other.start || other.end - one.end)
  }

  // A text in pieces, every second one a word to mark.
  #mark(text, marked, hit) {
    const pieces = []
    let from = 0
    for (const { form, start, end } of this.#spans(text, marked)) {
      if (start < from) continue
      pieces.push(text.slice(from, start), text.slice(start, end))
      hit.add(form)
      from = end
    }
    pieces.push(text.slice(from))
    return pieces
  }

  // The stretch of these texts with most of the words in it; the beginning where none stand in it.
  // Each of its runs is in one language: `lang`, where that is not the language of the index.
  #passage(texts, marked, hit) {
    let best = { count: -1, text: "", stretches: [], start: 0 }
    for (const { text, stretches = [] } of texts.filter(each => each.text)) {
      const starts = this.#spans(text, marked).map(({ start, form }) => [start, form])
      if (!starts.length && best.count < 0) best = { count: 0, text, stretches, start: 0 }
      starts.forEach(([start], place) => {
        const within = starts.slice(place).filter(([other]) => other < start + PASSAGE)
        const count = new Set(within.map(([, form]) => form)).size
        if (count > best.count) best = { count, text, stretches, start }
      })
    }
    const { text, stretches } = best
    let start = Math.max(0, best.start - PASSAGE / 4)
    if (start > 0) start = Math.max(text.indexOf(" ", start), text.lastIndexOf("\n", best.start)) + 1
    if (start > best.start) start = best.start
    let end = start + PASSAGE
    end = end >= text.length ? text.length : text.lastIndexOf(" ", end)
    if (end <= best.start) end = text.length
    const edges = [start, ...stretches.flat().filter(edge => edge > start && edge < end), end]
    const shown = edges.slice(1).map((edge, place) => {
      const foreign = stretches.some(([first, last]) => first <= edges[place] && edge <= last)
      const words = text.slice(edges[place], edge).replaceAll("\n", " · ")
      return { lang: foreign ? this.other : undefined, pieces: this.#mark(words, marked, hit) }
    })
    if (start > 0) shown[0].pieces[0] = `… ${shown[0].pieces[0]}`
    if (end < text.length) shown.at(-1).pieces[shown.at(-1).pieces.length - 1] += " …"
    return shown
  }

  // The query with each word that nothing was found for put right, or null.
  #suggest(query, wanted) {
    let changed = query
    for (const unit of wanted) {
      if (unit.found || !unit.word) continue
      const nearest = this.#nearest(unit.word.form)
      if (nearest === null) return null
      const at = changed.toLowerCase().indexOf(unit.word.form)
      if (at < 0) return null
      changed = changed.slice(0, at) + nearest + changed.slice(at + unit.word.form.length)
    }
    return changed === query ? null : changed.trim()
  }

  #nearest(form) {
    let best = null
    // A word may be misspelt and mutated as well.
    this.words.radicals(form).map(fold).forEach((plain, place) => {
      if (plain.length < 3) return
      const most = plain.length < 5 ? 1 : 2
      this.forms.forEach((other, id) => {
        if (!other || Math.abs(other.length - plain.length) > most || /\d/.test(other)) return
        const target = fold(other)
        const distance = editDistance(plain, target, most)
        if (distance > most) return
        const frequency = this.postings[id].length
        const rank = distance + (target[0] === plain[0] ? 0 : .5) + (place ? .25 : 0)
        if (!best || rank < best.rank || (rank === best.rank && frequency > best.frequency))
          best = { rank, frequency, other }
      })
    })
    return best?.other ?? null
  }
}

// The best part of a page counts most.
function scorePage({ scores }) {
  const sorted = [...scores.values()].sort((one, other) => other - one)
  return sorted[0] + sorted.slice(1, 4).reduce((sum, score) => sum + score, 0) * .2
}

function append(map, key, value) {
  const known = map.get(key)
  if (known) known.push(value)
  else map.set(key, [value])
}

// How many letters must be put in, left out, changed or swapped; more than `most` counts as most + 1.
function editDistance(one, other, most) {
  let before = null
  let last = Array.from({ length: other.length + 1 }, (_, place) => place)
  for (let i = 1; i <= one.length; i += 1) {
    const row = [i]
    let least = i
    for (let j = 1; j <= other.length; j += 1) {
      const same = one[i - 1] === other[j - 1]
      let cost = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (same ? 0 : 1))
      if (before && i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1])
        cost = Math.min(cost, before[j - 2] + 1)
      row.push(cost)
      least = Math.min(least, cost)
    }
    if (least > most) return most + 1
    ;[before, last] = [last, row]
  }
  return last[other.length]
}
