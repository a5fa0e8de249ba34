// Elements and words as the page's scripts make them. Whatever a text holds, it stays a text.

/** An element with attributes and children: elements, or texts that stand as they are. */
export const make = (name, attributes = {}, ...children) => dress(document.createElement(name), attributes, children)

/** An element with attributes and children put to it: those that are null or empty are left out. */
export function dress(element, attributes, children) {
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value)
  element.append(...children.filter(child => child !== null && child !== ""))
  return element
}

/** A copy of an element in the language of the page alone, where both languages stand side by side. */
export const ownOf = element => {
  const own = element.cloneNode(true)
  for (const side of own.querySelectorAll(".hd-side"))
    if (side.lang === document.documentElement.lang) side.replaceWith(...side.childNodes)
    else side.remove()
  return own
}

/** The words of an element in the language of the page. */
export const wordsOf = element => ownOf(element).textContent.trim()

/** Copies of elements, without the ids that stand on the page once. */
export const copy = elements => [...elements].map(element => {
  const made = element.cloneNode(true)
  if (made.nodeType !== Node.ELEMENT_NODE) return made
  for (const named of made.querySelectorAll("[id]")) named.removeAttribute("id")
  return made
})

/** What says the language of an element's words, where the other language lends them. */
export const languageOf = element => {
  const lang = ownOf(element).querySelector("[lang]")?.lang
  return lang ? { lang } : {}
}

/** Words with their places filled: "{n} of {all}". */
export const fill = (words, values) => words.replace(/\{(\w+)\}/g, (_, name) => values[name] ?? "")
