// What a page of a hostile guide is asked in a browser. Each function is read by its name.

// Notes whatever of a guide runs. Called before any script of a page.
function canary() {
  window.print = () => {}
  window.ran = []
  window.pwned = number => { ran.push(number) }
  for (const name of ["alert", "confirm", "prompt", "open"])
    window[name] = () => ran.push(name)
  addEventListener("securitypolicyviolation", event =>
    ran.push(`policy: ${event.effectiveDirective}`))
}

// What has run, and what in the page could: elements, attributes and addresses that may run code.
function look() {
  const found = [...ran]
  // What an id such as "constructor" finds where nothing was put.
  const nonsense = document.body.innerText.match(/NaN|\[native code\]|\[object \w+\]|undefined/)
  if (nonsense) found.push(nonsense[0])
  const roots = [document]
  for (const root of roots) for (const element of root.querySelectorAll("*")) {
    const name = element.localName
    if (name === "template") roots.push(element.content)
    if (element.shadowRoot) roots.push(element.shadowRoot)
    if (/^(iframe|frame|object|embed|base|applet|portal|mglyph|maction|style|foreignobject|animate|set)$/i.test(name))
      found.push(`<${name}>`)
    if (name === "meta" && /refresh/i.test(element.httpEquiv)) found.push("<meta refresh>")
    if (name === "script" && !element.type.startsWith("application/") && /pwned/.test(element.textContent + element.src))
      found.push(`<script> ${element.textContent}`)
    if (name === "script" && element.type.startsWith("application/")) JSON.parse(element.textContent)
    for (const { name: attribute, value } of element.attributes) {
      // Scripts of the theme place things by style; no word of a guide may be part of it.
      const styled = attribute === "style" && /url|pwned|expression/i.test(value)
      if (/^on|^srcdoc$|^is$/.test(attribute) || styled) found.push(`<${name} ${attribute}>`)
      const address = /^(href|src|action|formaction|data|poster|background|xlink:href|cite|ping)$/.test(attribute)
      if (!address) continue
      let scheme = "nothing"
      try { scheme = new URL(value, document.baseURI).protocol } catch { /* It leads nowhere. */ }
      const data = scheme === "data:" && name === "img"
      if (!/^(https?|mailto|tel|nothing):?$/.test(scheme) && !data) found.push(`<${name} ${attribute}=${value}>`)
      if (/^(img|script|link|source|use|image)$/.test(name) && scheme.startsWith("http")
        && !["canonical", "alternate"].includes(element.rel)
        && new URL(value, document.baseURI).origin !== location.origin) found.push(`<${name} ${attribute}=${value}>`)
    }
  }
  return found
}

// What readers do to see what is hidden.
function stir() {
  for (const each of document.querySelectorAll("details")) each.open = true
  for (const each of document.querySelectorAll("a, button, summary, label, input, [data-note]"))
    for (const type of ["pointerenter", "mouseover", "focusin", "pointerdown"])
      each.dispatchEvent(new PointerEvent(type, { bubbles: true, pointerType: "mouse" }))
}

// Answer everything on a page, and press its buttons.
function use() {
  const article = document.querySelector("article")
  for (const box of article.querySelectorAll("input:is([type=radio], [type=checkbox])")) box.click()
  for (const field of article.querySelectorAll("textarea, input:is([type=text], :not([type]))")) {
    field.value = `"><img src=x onerror=pwned(0)>`
    field.dispatchEvent(new Event("input", { bubbles: true }))
  }
  for (const button of article.querySelectorAll("button:not(hd-sides *)"))
    if (button.checkVisibility() && !/print|clear|save/.test(button.dataset.do)) button.click()
}
