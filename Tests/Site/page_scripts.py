# SPDX-License-Identifier: MIT
"""Questions to a page that is shown, as scripts whose answer is a list of faults."""

# What can be reached by the tab key; a list of radio buttons is nowhere on these pages.
FOCUSABLE = """
  const focusable = [...document.querySelectorAll("a[href], button, input, summary, [tabindex='0']")]
    .filter(element => element.checkVisibility());
"""

# Notes each element that gets the focus, and whether that can be seen.
WATCH_FOCUS = (
    FOCUSABLE
    + """
  window.seen = new Set();
  window.unseen = [];
  document.addEventListener("focusin", ({ target }) => {
    const style = getComputedStyle(target);
    window.seen.add(target);
    if (style.outlineStyle === "none" || parseFloat(style.outlineWidth) < 2)
      window.unseen.push(target.outerHTML.slice(0, 100));
  });
  return focusable.length;
"""
)

FOCUS_FAULTS = (
    FOCUSABLE
    + """
  return focusable.filter(element => !window.seen.has(element))
    .map(element => "not reached: " + element.outerHTML.slice(0, 100))
    .concat(window.unseen.map(text => "focus not visible: " + text));
"""
)

WIDTH_FAULTS = """
  const page = document.documentElement;
  const faults = page.scrollWidth > innerWidth ? [`the page is ${page.scrollWidth} wide`] : [];
  for (const element of document.querySelectorAll("main *")) {
    const style = getComputedStyle(element);
    const scrolls = element.scrollWidth > element.clientWidth + 1 && element.clientWidth > 0;
    if (!scrolls || !["auto", "scroll"].includes(style.overflowX)) continue;
    if (element.tabIndex < 0) faults.push("scrolls without keys: " + element.outerHTML.slice(0, 100));
    if (!element.getAttribute("aria-label"))
      faults.push("scrolls without a name: " + element.outerHTML.slice(0, 100));
  }
  return faults;
"""

STRUCTURE_FAULTS = """
  const faults = [];
  const want = (holds, words) => { if (!holds) faults.push(words); };
  const count = selector => document.querySelectorAll(selector).length;
  want(document.title.length > 5 || document.title === "Assay", "no title");
  want(count("main") === 1 && count("main h1") === 1 && count("h1") === 1, "not one main and one h1");
  want(count("body > header") === 1 && count("nav[aria-label]") === 1, "no header or no navigation");
  want(count("form[role=search]:not([hidden]) label") === 1, "no search");
  want(count("thead th:not([scope=col])") === 0, "a header without a scope");
  want(count("[tabindex]:not([tabindex='0']):not(main)") === 0, "an order of its own");
  want(document.querySelector("body a").hash === "#content", "the first link does not skip");
  for (const mark of document.querySelectorAll(".mark"))
    want(/^[✓✗–] .+/.test(mark.textContent), "a mark without a symbol or words");
  for (const element of document.querySelectorAll(".command"))
    want(element.previousElementSibling?.tagName === "BUTTON", "a command that cannot be copied");
  return faults;
"""

# The ratio of WCAG 2 between a text and what is behind it.
CONTRAST_FAULTS = """
  const parts = color => color.match(/[\\d.]+/g).map(Number);
  const light = ([r, g, b]) => [r, g, b].map(c => c / 255)
    .map(c => c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4)
    .reduce((sum, c, index) => sum + c * [0.2126, 0.7152, 0.0722][index], 0);
  const ground = element => {
    for (let at = element; at; at = at.parentElement) {
      const color = parts(getComputedStyle(at).backgroundColor);
      if (color.length === 3 || color[3] > 0) return color;
    }
    return [255, 255, 255];
  };
  const faults = new Set();
  for (const element of document.querySelectorAll("body *")) {
    const hasText = [...element.childNodes].some(node => node.nodeType === 3 && node.data.trim());
    if (!hasText || !element.checkVisibility()) continue;
    const [a, b] = [light(parts(getComputedStyle(element).color)), light(ground(element))];
    const ratio = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    if (ratio < 4.5) faults.add(`${element.tagName} ${element.className}: ${ratio.toFixed(2)}`);
  }
  return [...faults];
"""

PRINT_FAULTS = """
  const shown = [...document.querySelectorAll("header, nav, .skip, button, form")]
    .filter(element => element.checkVisibility());
  const faults = shown.map(element => "printed: " + element.outerHTML.slice(0, 100));
  for (const element of document.querySelectorAll("main pre, main .table, main .console"))
    if (getComputedStyle(element).overflowX !== "visible")
      faults.push("cut in print: " + element.outerHTML.slice(0, 100));
  if (!document.querySelector("main h1").checkVisibility()) faults.push("the title is not printed");
  return faults;
"""
