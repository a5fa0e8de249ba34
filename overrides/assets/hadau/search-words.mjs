// What search knows of words: which written forms are one word, in Welsh and in English.

const APOSTROPHES = /[’ʼ]/g
const TOKEN = /[\p{L}\p{M}\p{N}]+(?:['’ʼ][\p{L}\p{M}\p{N}]+)*/gu
const HYPHEN = /^[-‐‑]$/
// What closes up with a Welsh word: gweithio'r, mae'n, a'u, i'w.
const ENCLITIC = /'(?:r|n|i|u|w|ch|m|th|s|ll)$/
const PROCLITIC = /^(?:d|f|b|m|th)'/
const SHORTEST_NEW_WORD = 5
const SHORTEST_NEW_STEM = 4

export const normalise = text => text.normalize("NFC").toLowerCase().replace(APOSTROPHES, "'")
export const fold = text => text.normalize("NFD").replace(/\p{M}/gu, "")

// The words of a text in order, each with where it stands: `start` and `end` in the text.
// Words joined by hyphens are also one word, `parts` long: cyd-destun is cyddestun as well.
export function* readWords(text, language) {
  let chain = []
  for (const found of text.matchAll(TOKEN)) {
    const word = { start: found.index, end: found.index + found[0].length, parts: 1 }
    word.form = normalise(found[0])
    if (language === "cy") {
      const front = word.form.match(PROCLITIC)?.[0].length ?? 0
      const back = word.form.match(ENCLITIC)?.[0].length ?? 0
      word.form = word.form.slice(front, word.form.length - back)
      word.start += front
      word.end -= back
    } else
      word.form = word.form.replace(/'s?$/, "").replaceAll("'", "")
    if (!word.form) continue
    const last = chain.at(-1)
    if (last && !HYPHEN.test(text.slice(last.end, word.start))) {
      if (chain.length > 1) yield join(chain)
      chain = []
    }
    chain.push(word)
    yield word
  }
  if (chain.length > 1) yield join(chain)
}

const join = chain => ({
  start: chain[0].start,
  end: chain.at(-1).end,
  parts: chain.length,
  form: chain.map(word => word.form).join(""),
})

// One spelling for words that two countries spell by rule. It is never shown, so that it may spell
// other words wrongly, as long as it makes no two words one.
const SPELLINGS = [
  [/(?<=\w{3}[iy])z(?=(?:e[drs]?|ers|es|ing|able|ations?|ational)$)/, "s"],
  [/(?<=\w{3})our(?=(?:s|ed|ing|al|ite|able|ful|ly|less|hood|hoods|ers?)?$)/, "or"],
  [/(?<=\w{2}[bt])re(?=(?:s|d)?$)/, "er"],
  [/(?<=\w{2}og)ue(?=s?$)/, ""],
  [/(?<=gram)me(?=s?$)/, ""],
]
// The plurals that end other words as well: grandchildren, chairwomen.
const COMPOUNDS = [[/men$/, "man"], [/children$/, "child"], [/wives$/, "wife"], [/selves$/, "self"]]
const respell = form => SPELLINGS.reduce((word, [from, to]) => word.replace(from, to), form)

// English: a stemmer says which forms are one word, and a list what it gets wrong.
export class StemmedWords {
  constructor(stem, { irregular, spellings, apart }) {
    this.stem = form => {
      const found = stem(respell(form))
      return this.variants.get(found) ?? found
    }
    this.variants = new Map(Object.entries(spellings).map(pair => pair.map(each => stem(respell(each))).reverse()))
    this.found = new Map()
    this.lemmas = new Map()
    this.apart = new Map()
    for (const [word, forms] of Object.entries(irregular))
      for (const form of forms.split(" ")) push(this.lemmas, form, word)
    apart.forEach((words, number) => {
      for (const word of words.split(" ")) this.apart.set(word, [`=${number}`])
    })
  }
  learn() {}
  isKnown() { return false }
  keys(form) {
    let keys = this.found.get(form)
    if (!keys) {
      const lemmas = this.lemmas.get(form) ?? COMPOUNDS.filter(([many]) => many.test(form))
        .map(([many, one]) => form.replace(many, one))
      keys = this.apart.get(form) ?? this.apart.get(respell(form)) ?? [form, ...lemmas].map(this.stem)
      this.found.set(form, keys)
    }
    return keys
  }
  spellings(form) { return [form] }
  radicals(form) { return [form] }
}

// Welsh: the forms of the site's own words, made when the site was built. A word of the reader's is
// taken back through its mutation by rule, unless it is a word of its own that only looks mutated.
export class WelshWords {
  constructor({ endings, groups, new: newEndings, apart, readings, onsets, vowels }) {
    this.newEndings = newEndings.split(" ")
    this.families = new Map()
    this.folded = new Map()
    this.apart = new Set(apart.split(" "))
    this.readings = new Map(Object.entries(readings).map(([word, forms]) => [word, forms.split(" ")]))
    this.onsets = Object.entries(onsets).map(([onset, were]) => [onset, were.split(" ")])
      .sort(([one], [other]) => other.length - one.length)
    this.vowels = new Set(vowels)
    this.newWords = new Map()
    const regular = endings.split(" ")
    let family = 0
    for (const [pattern, beginnings] of groups) {
      const all = pattern.split(" ").flatMap(ending =>
        ending === "-" ? [""]
          : ending.endsWith("*") ? regular.map(each => ending.slice(0, -1) + each)
          : [ending])
      for (const beginning of beginnings.split(" ")) {
        family += 1
        for (const ending of all) this.#add((beginning === "-" ? "" : beginning) + ending, family)
      }
    }
  }

  #add(form, family) {
    const known = this.families.get(form)
    if (!known) {
      this.families.set(form, [family])
      const plain = fold(form)
      if (plain !== form) push(this.folded, plain, form)
    } else if (!known.includes(family)) known.push(family)
  }

  // Words of the site that no dictionary knows are told apart by what they may be mutations of.
  learn(form) {
    if (this.#read(form).length === 0)
      for (const stem of this.#stems(form)) push(this.newWords, stem, form)
  }

  isKnown(form) {
    return this.readings.has(form) || this.families.has(form) || this.apart.has(form)
  }

  // What makes two written words the same: they have a key in common.
  keys(form, lenient) {
    const read = this.#read(form, lenient)
    if (read.length) return [...new Set(read.flatMap(each => this.families.get(each)))]
    if (this.apart.has(form)) return [form]
    const alike = [...this.#stems(form)].flatMap(stem => this.newWords.get(stem) ?? [])
    return [...new Set([form, ...alike])]
  }

  // The unmutated forms that a written word may stand for, and itself where it is new.
  spellings(form) {
    const read = this.#read(form)
    return read.length ? read : [form]
  }

  // What a written word may be, mutated or not, whether it is known or not.
  radicals(form) { return [form, ...this.#unmutate(form)] }

  #read(form, lenient) {
    const known = this.readings.get(form)
      ?? (this.isKnown(form)
        ? [form]
        : this.#unmutate(form))
    const read = known.filter(each => this.families.has(each))
    if (!lenient || form !== fold(form)) return read
    // Accents may be left out, in a mutated word only where it is no word as it stands.
    const plain = this.isKnown(form) ? [form] : [form, ...this.#unmutate(form)]
    return [...read, ...plain.flatMap(each => this.folded.get(each) ?? [])]
  }

  // What a word that no dictionary knows may be a form of, by the endings of regular words.
  #stems(form) {
    const stems = new Set()
    for (const radical of [form, ...this.#unmutate(form)]) {
      if (radical.length < SHORTEST_NEW_WORD) continue
      const single = radical.replace(/nnau$/, "nt").replace(/wyr$/, "wr")
      const ending = this.newEndings.find(each =>
        single.endsWith(each) && single.length - each.length >= SHORTEST_NEW_STEM)
      stems.add(ending ? single.slice(0, -ending.length).replace(/i$/, "") : single)
    }
    return stems
  }

  #unmutate(form) {
    const found = []
    const [onset, were] = this.onsets.find(([onset]) => form.startsWith(onset)) ?? ["", []]
    for (const radical of were) if (radical) found.push(radical + form.slice(onset.length))
    if (this.vowels.has(form[0])) found.push("g" + form)
    if (form[0] === "h" && this.vowels.has(form[1])) found.push(form.slice(1))
    return found
  }
}

function push(map, key, value) {
  const known = map.get(key)
  if (known) known.push(value)
  else map.set(key, [value])
}
