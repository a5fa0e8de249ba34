// Elements and words as the page's scripts make them. Whatever a text holds, it stays a text.

/** An element with attributes and children: elements, or texts that stand as they are. */
export function make(name, attributes = {}, ...children) {
  const element = document.createElement(name)
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value)
  element.append(...children)
  return element
}

/** Words with their places filled: "{n} of {all}". */
export const fill = (words, values) => words.replace(/\{(\w+)\}/g, (_, name) => values[name] ?? "")
