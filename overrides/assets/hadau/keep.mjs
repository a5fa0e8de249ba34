// What a reader has done is kept on the device, and nowhere else: one item of local storage for
// each exercise, shared by every language, and only once there is an answer.
//
// Nothing here is trusted on its way back. A state that is broken, foreign or newer than this
// script is left alone and gives a fault for the page to tell; the value itself is checked by the
// exercise, which alone knows what it may hold.

const VERSION = 1
const ID = /^[a-z0-9]+(?:-{1,2}[a-z0-9]+)*$/
const WHEN = /^\d{4}-\d\d-\d\dT[\d:.]+Z$/
const LONGEST = 1_000_000
const begin = () => `${globalThis.__md_scope?.pathname ?? "/"}.hadau.`

const isRecord = value => typeof value === "object" && value !== null && !Array.isArray(value)
const isId = id => typeof id === "string" && id.length <= 200 && ID.test(id)
const nothing = fault => ({ kind: "", when: "", value: null, fault })

/** The storage of the device, or null where the browser forbids it. */
function storage() {
  try { return globalThis.localStorage } catch { return null }
}

/** What a text of storage holds. The fault is "" or "broken" or "newer". */
function parse(text) {
  let item
  try { item = text.length > LONGEST ? null : JSON.parse(text) } catch { item = null }
  if (!isRecord(item) || !Number.isInteger(item.version)) return nothing("broken")
  if (item.version > VERSION) return nothing("newer")
  const { kind, when, value } = item
  const sound = item.version === VERSION && typeof kind === "string" && typeof when === "string"
    && WHEN.test(when) && !Number.isNaN(Date.parse(when)) && isRecord(value)
  return sound ? { kind, when, value, fault: "" } : nothing("broken")
}

/**
 * What is kept of an exercise: its kind, when it was kept (ISO 8601), its value, and a fault:
 * "" where all is well or nothing is kept, "blocked" where the device keeps nothing, "broken"
 * where what is kept cannot be read, "newer" where a later version of the site wrote it.
 */
export function look(id) {
  let text
  try { text = storage()?.getItem(begin() + id) } catch { text = undefined }
  return text === undefined ? nothing("blocked") : text === null ? nothing("") : parse(text)
}

/** The value kept of an exercise, or null. */
export const read = id => look(id).value

/**
 * Keep the value of an exercise: an object that JSON can hold. `kind` says which sort of exercise
 * it is, such as "quiz" or "weighing". False where it was not kept, because the storage is full or
 * forbidden: the page then says so, and works on.
 */
export function write(id, value, kind) {
  return put(id, { version: VERSION, kind, when: new Date().toISOString(), value })
}

function put(id, item) {
  try {
    if (!isId(id) || !isRecord(item.value)) return false
    const text = JSON.stringify(item)
    if (text.length > LONGEST) return false
    storage().setItem(begin() + id, text)
    return true
  } catch { return false }
}

/** Keep nothing of an exercise any longer. False where the browser forbids it. */
export function forget(id) {
  try { storage().removeItem(begin() + id); return true } catch { return false }
}

/**
 * Everything that is kept, the latest first: `{ id, kind, when, value, fault }`. Items that cannot
 * be read are among them, so that a reader can clear them.
 */
export function all() {
  const found = []
  try {
    const kept = storage(), start = begin()
    for (let index = 0; index < kept.length; index++) {
      const name = kept.key(index)
      if (name.startsWith(start)) found.push({ id: name.slice(start.length), ...parse(kept.getItem(name)) })
    }
  } catch { /* What is forbidden holds nothing. */ }
  return found.sort((a, b) => b.when.localeCompare(a.when) || (a.id < b.id ? -1 : 1))
}

/** Everything that is kept and can be read, as the text of a file. */
export function exportText() {
  const notes = all().filter(note => !note.fault).map(({ id, kind, when, value }) => ({ id, kind, when, value }))
  return JSON.stringify({ hadau: "notes", version: VERSION, notes }, null, 1) + "\n"
}

function isSound(item) {
  try { return !parse(JSON.stringify(item)).fault } catch { return false }
}

/**
 * Take in the text of a file that `exportText` made. What is kept already and is as new stays.
 * Gives the ids that were `taken`, that `stayed` and that were `refused`, and a fault: "" or
 * "broken" (no such file), "newer" or "full" (the storage took no more, or is forbidden).
 */
export function importText(text) {
  const result = { taken: [], stayed: [], refused: [], fault: "" }
  let file
  try { file = text.length > 10 * LONGEST ? null : JSON.parse(text) } catch { file = null }
  if (!isRecord(file) || file.hadau !== "notes" || !Array.isArray(file.notes)) return { ...result, fault: "broken" }
  if (file.version !== VERSION) return { ...result, fault: file.version > VERSION ? "newer" : "broken" }
  for (const note of file.notes) {
    const item = isRecord(note) ? { version: VERSION, kind: note.kind, when: note.when, value: note.value } : {}
    if (!isId(note?.id) || !isSound(item)) result.refused.push(note?.id)
    else if (look(note.id).when >= note.when) result.stayed.push(note.id)
    else if (put(note.id, item)) result.taken.push(note.id)
    else return { ...result, fault: "full" }
  }
  return result
}
