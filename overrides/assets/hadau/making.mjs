// Elements and words as the page's scripts make them. Whatever a text holds, it stays a text.

/** An element with attributes and children: elements, or texts that stand as they are. */
export function make(name, attributes = {}, ...children) {
  const element = document.createElement(name)
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value)
  element.append(...children)
  return element
}

/** The words of an element: those in the language of the page, where both languages stand side by side. */
export const wordsOf = element => {
  const own = element.cloneNode(true)
  for (const side of own.querySelectorAll(".hd-side"))
    if (side.lang !== document.documentElement.lang) side.remove()
  return own.textContent.trim()
}

/** Copies of elements, without the ids that stand on the page once. */
export const copy = elements => [...elements].map(element => {
  const made = element.cloneNode(true)
  for (const named of made.querySelectorAll("[id]")) named.removeAttribute("id")
  return made
})

/** Words with their places filled: "{n} of {all}". */
export const fill = (words, values) => words.replace(/\{(\w+)\}/g, (_, name) => values[name] ?? "")
