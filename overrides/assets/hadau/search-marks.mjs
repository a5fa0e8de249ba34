// A page that was opened from search shows the words that were found.

import { readWords } from "./search-words.mjs"

export function markWords(words, within, language) {
  const wanted = new Set(words)
  const walker = document.createTreeWalker(within, NodeFilter.SHOW_TEXT)
  const texts = []
  while (walker.nextNode()) {
    const { parentElement } = walker.currentNode
    if (!parentElement.closest("svg, script, style, textarea, button, mark")) texts.push(walker.currentNode)
  }
  for (const node of texts) {
    let from = 0
    const found = [...readWords(node.data, language)].filter(word => {
      const fits = word.start >= from && wanted.has(word.form)
      if (fits) from = word.end
      return fits
    })
    for (const { start, end } of found.reverse()) {
      const rest = node.splitText(start)
      rest.splitText(end - start)
      const mark = document.createElement("mark")
      rest.replaceWith(mark)
      mark.append(rest)
    }
  }
}
