// What entries can be chosen by. The engine asks the same when it offers choices (render/facets.py).

export function fits(facets, chosen) {
  return Object.entries(chosen).every(([id, value]) => {
    const held = facets?.[id]
    if (held === undefined) return false
    if (id === "minutes") return held <= Number(value)
    if (id === "people") {
      const [least, most] = value.split("-").map(Number)
      return held[0] <= most && least <= held[1]
    }
    return id === "audience" ? held.includes(value) : held === value
  })
}

// What a form's selects say, without those that say nothing.
export function readChoices(form) {
  return Object.fromEntries([...form.querySelectorAll("select")]
    .filter(select => select.value).map(select => [select.name, select.value]))
}
