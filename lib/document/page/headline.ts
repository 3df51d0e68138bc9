/** Where the article begins: its headline on the page, what stands above that, and other articles beside it. */
import { descendants, plain, proseIn, wordsIn } from "./measure"

/** Above the headline stand menus and banners; a page with more of its prose there has its headline elsewhere. */
const MOST_PROSE_ABOVE = 0.2

/** A headline's article with less prose than this may be a card or a summary, and the next one what is wanted. */
const LEAST_PROSE = 400

/** The element that shows one of `titles`, or the page's only `h1`; null if there is none. */
export function headlineIn(document: Document, titles: string[]): Element | null {
  const headings = ["h1", "h2", "h3"]
    .flatMap((name) => descendants(document, name))
    .filter((one) => wordsIn(one) !== "")
  const wanted = titles.map(plain).filter((title) => title.length >= 10)
  const best = headings.map((heading) => ({ heading, likeness: likeness(plain(wordsIn(heading)), wanted) }))
  const found = best.reduce((one, other) => (other.likeness > one.likeness ? other : one), {
    heading: null as Element | null,
    likeness: 0.5,
  })
  if (found.heading) return found.heading
  const [only, another] = headings.filter((heading) => heading.localName === "h1")
  return only && !another ? only : null
}

/** 1 for the same words; else the share of the title that the heading has, if the one contains the other. */
function likeness(heading: string, titles: string[]): number {
  const shares = titles.map((title) => {
    if (heading === title) return 1
    if (!title.includes(heading) && !heading.includes(title)) return 0
    return Math.min(heading.length, title.length) / Math.max(heading.length, title.length)
  })
  return Math.max(0, ...shares)
}

/** Takes away what stands above the headline, but for pictures: menus, banners, breadcrumbs, the publisher's name. */
export function clearAbove(headline: Element, body: Element): void {
  const above: Element[] = []
  for (let at: Element | null = headline; at && at !== body; at = at.parentElement) {
    for (let one = at.previousElementSibling; one; one = one.previousElementSibling) above.push(one)
  }
  const prose = above.reduce((sum, one) => sum + proseIn(one), 0)
  if (prose > proseIn(body) * MOST_PROSE_ABOVE) return
  for (const one of above) if (!holdsFigure(one)) one.remove()
}

function holdsFigure(element: Element): boolean {
  return element.localName === "figure" || element.getElementsByTagName("figure").length > 0
}

/** Takes away the articles that the headline is not in: further ones below it, and cards. */
export function clearOthers(headline: Element, body: Element): void {
  const own = headline.closest("article")
  if (!own || proseIn(own) < LEAST_PROSE) return
  for (const other of descendants(body, "article")) if (!other.contains(headline)) other.remove()
}

/** What marks the article up, from the outside in, and the share of the page's prose that it must hold to be believed. */
const MARKED: [string, number][] = [
  ["main", 0.75],
  ["article", 0.75],
]

/** Takes away what lies outside of the element that the page itself marks as its article. */
export function clearOutside(body: Element): void {
  for (const [name, least] of MARKED) {
    const all = proseIn(body)
    const marked = descendants(body, name).find((one) => proseIn(one) >= Math.max(all * least, LEAST_PROSE))
    if (marked) clearBeside(marked, body)
  }
}

/** Takes away all that is neither in the element nor around it, but for headings. */
function clearBeside(element: Element, body: Element): void {
  for (let at: Element | null = element; at && at !== body; at = at.parentElement) {
    const beside = Array.from(at.parentElement?.children ?? []).filter((one) => one !== at)
    for (const one of beside) if (!/^h[1-6]$/u.test(one.localName)) one.remove()
  }
}
