// In a package, what a reader has done is kept by the learning platform: `keep.mjs` of the site
// for pages inside the frame of scorm.mjs.

// A page that is opened by itself has no such frame, and keeps nothing.
const nowhere = { look: () => ({ value: null, fault: "blocked" }), write: () => false, forget: () => false, score() {} }
const session = parent.hadau ?? nowhere

export const look = () => session.look()
export const read = () => look().value
export const write = (_, value) => session.write(value)
export const forget = () => session.forget()

document.addEventListener("hd-score", event => session.score(event.detail))
