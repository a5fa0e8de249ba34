/** The element that the address names, whatever else stands after its `#`. */
export const findAddressed = () => {
  try {
    return document.getElementById(decodeURIComponent(location.hash.slice(1)))
  } catch {
    return null
  }
}
