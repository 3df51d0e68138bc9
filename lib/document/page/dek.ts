/** The dek: the line under the headline, where the page shows it apart from the story. */
import { descendants, isWithin, namesOf, plain, wordsIn } from "./measure"

const LONGEST = 500
const LEAST = 20

const NAMED =
  / (?:dek|deck|standfirst|subtitle|subheadline|subhead|sub headline|sub title|strapline|article summary|vorspann|untertitel|bajada|chapeau|kicker description|entry subtitle|post subtitle|article promo) /u

/** Boxes that hold what the story is about, and not the story. */
const APART = / (?:lead|intro|introduction|header|description|byline|dek|deck|standfirst|summary|subtitle) /u

/**
 * Takes the dek off the page and gives its words. A description that is also the first paragraph is that paragraph: to
 * be a dek it must stand apart, in a heading, in the header, or in a box of its own.
 */
export function takeDek(body: Element, headline: Element | null, description: string | null): string | null {
  const wanted = plain(description ?? "")
  for (const element of descendants(body, "*")) {
    if (!/^(?:p|h[2-6]|div|span|em|section)$/u.test(element.localName) || element === headline) continue
    const words = wordsIn(element)
    if (words.length < LEAST || words.length > LONGEST || !isAfter(element, headline)) continue
    const isDescription = plain(words).length >= LEAST && wanted.startsWith(plain(words))
    if (!(isDescription ? standsApart(element) : NAMED.test(namesOf(element)) && isNear(element, headline))) continue
    element.remove()
    return words
  }
  return null
}

function isAfter(element: Element, headline: Element | null): boolean {
  if (!headline) return true
  return !headline.contains(element) && Boolean(headline.compareDocumentPosition(element) & 4)
}

/** Not more than a few lines below. */
function isNear(element: Element, headline: Element | null): boolean {
  if (!headline) return false
  const all = descendants(element.ownerDocument.body, "*")
  const between = all.slice(all.indexOf(headline), all.indexOf(element))
  return between.reduce((sum, one) => sum + (one.localName === "p" ? wordsIn(one).length : 0), 0) < 200
}

function standsApart(element: Element): boolean {
  if (/^h[2-6]$/u.test(element.localName) || isWithin(element, " header ") || NAMED.test(namesOf(element))) return true
  return Boolean(element.parentElement && APART.test(namesOf(element.parentElement)))
}
