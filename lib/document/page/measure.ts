/** What is asked of a page's elements again and again: their words, how much of them is link, what they are called. */

/** The words inside, white space as single spaces. */
export function wordsIn(node: Node): string {
  return (node.textContent ?? "").replace(/\s+/gu, " ").trim()
}

/** The share of an element's characters that lie in links, 0 to 1. */
export function linkShare(element: Element): number {
  const all = wordsIn(element).length
  if (all === 0) return 0
  const links = element.localName === "a" ? [element] : descendants(element, "a")
  return Math.min(1, links.reduce((sum, link) => sum + wordsIn(link).length, 0) / all)
}

/** The words of an element's class, id and role, in small letters with a space around each: ` article body social `. */
export function namesOf(element: Element): string {
  const names = `${element.getAttribute("class") ?? ""} ${element.id} ${element.getAttribute("role") ?? ""}`
  const words = names
    .slice(0, 1_000)
    .replace(/(\p{Ll})(?=\p{Lu})/gu, "$1 ")
    .toLowerCase()
    .split(/[^\p{L}]+/u)
  return ` ${words.join(" ")} `
}

/** The elements of this name below, or all with `*`, as they are now: the tree may be changed while the list is walked. */
export function descendants(root: Element | Document, name: string): Element[] {
  const found: Element[] = []
  // Walked by hand: a live collection is counted anew after each change.
  const walk = (parent: Element | Document) => {
    for (let child = parent.firstElementChild; child; child = child.nextElementSibling) {
      if (name === "*" || child.localName === name) found.push(child)
      walk(child)
    }
  }
  walk(root)
  return found
}

/** Whether the element is, or lies in, one of these: ` table figure `. Selectors would say it shorter, and take ten times as long. */
export function isWithin(element: Element, names: string): boolean {
  for (let at: Element | null = element; at; at = at.parentElement) if (names.includes(` ${at.localName} `)) return true
  return false
}

/** Characters in paragraphs and what else holds running text: the measure of what an element means to the article. */
export function proseIn(element: Element): number {
  const blocks = /^(?:p|pre|blockquote)$/u.test(element.localName)
    ? [element]
    : [...descendants(element, "p"), ...descendants(element, "pre")]
  return blocks.reduce((sum, block) => sum + wordsIn(block).length, 0)
}

/** Both lines in one form: letters and digits alone. */
export function plain(line: string): string {
  return line
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim()
}

/** Whether the line reads as a sentence, or several: with a full stop or its like at the end. */
export function isSentence(line: string): boolean {
  return /[.!?…。।؟:;](?:["'”’»)\]]|\s)*$/u.test(line)
}
