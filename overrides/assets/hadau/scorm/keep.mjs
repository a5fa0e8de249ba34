// In a package, what a reader has done is kept by the learning platform: `keep.mjs` of the site
// for pages inside the frame of scorm.mjs.

const session = parent.hadau

export const look = () => session.look()
export const read = () => look().value
export const write = (_, value) => session.write(value)
export const forget = () => session.forget()

document.addEventListener("hd-score", event => session.score(event.detail))
