// A result as it travels: in a file, or in a link behind its "#", which no browser sends anywhere.
// Nothing is trusted on its way in. What a result may say, the page of its tool alone knows.

const VERSION = 1
const LONGEST = 1_000_000
const IN_LINK = /#result=([\w-]*)(?:\.([a-z0-9]+))?/g

export const isRecord = value => typeof value === "object" && value !== null && !Array.isArray(value)

/** Whether something is a day, written 2026-11-23. */
export const isDay = on => typeof on === "string" && /^\d{4}-(0[1-9]|1[0-2])-[0-3]\d$/.test(on)

/** The day on this device, such as "2026-11-23". */
export function today() {
  const now = new Date(), two = number => String(number).padStart(2, "0")
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`
}

/** A result as the text of a file. */
export const toText = ({ tool, on, name, answers }) =>
  JSON.stringify({ hadau: "result", version: VERSION, tool, on, name, answers }) + "\n"

/** What a text says, and a fault: "", "broken", "newer" or "foreign" (of another tool). */
export function fromText(text, tool) {
  let said
  try { said = text.length > LONGEST ? null : JSON.parse(text) } catch { said = null }
  if (!isRecord(said) || said.hadau !== "result" || !Number.isInteger(said.version)) return { fault: "broken" }
  if (said.version > VERSION) return { fault: "newer" }
  const { on, name, answers } = said
  const sound = isRecord(answers) && typeof name === "string" && isDay(on)
  if (!sound || typeof said.tool !== "string") return { fault: "broken" }
  if (said.tool !== tool) return { fault: "foreign" }
  return { fault: "", result: { tool, on, name: name.slice(0, 100), answers } }
}

/** A result as what follows the address of its page. The sum at the end tells a cut link. */
export function toHash(result) {
  let bytes = ""
  for (const byte of new TextEncoder().encode(toText(result))) bytes += String.fromCharCode(byte)
  const packed = btoa(bytes).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "")
  return `#result=${packed}.${sum(packed)}`
}

/** Every result in some words, such as a mail in which people sent their links: as in fromText. */
export function fromLinks(words, tool) {
  const links = [...words.slice(0, 20 * LONGEST).matchAll(IN_LINK)]
  return links.map(([, packed, end]) => {
    if (sum(packed) !== end) return { fault: "broken" }
    try {
      const bytes = atob(packed.replaceAll("-", "+").replaceAll("_", "/"))
      const decoder = new TextDecoder("utf-8", { fatal: true })
      return fromText(decoder.decode(Uint8Array.from(bytes, byte => byte.charCodeAt(0))), tool)
    } catch { return { fault: "broken" } }
  })
}

/** FNV-1a (RFC 9923) of 32 bits: it finds slips, not forgery. */
function sum(text) {
  let hash = 0x811c9dc5
  for (let index = 0; index < text.length; index++)
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193)
  return (hash >>> 0).toString(36)
}
