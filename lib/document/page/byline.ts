/** Who wrote the article, as the page shows it to its readers. */
import { descendants, namesOf, wordsIn } from "./measure"

const LONGEST = 120

/** The names in the first element that is marked or called as the author's, without "By". */
export function bylineIn(body: Element): string | null {
  const all = descendants(body, "*")
  const marked = all.filter((one) => one.getAttribute("rel") === "author" || one.getAttribute("itemprop") === "author")
  const called = all.filter((one) => / (?:byline|author name|author) /u.test(namesOf(one)))
  for (const element of [...marked, ...called]) {
    const names = wordsIn(element).replace(/^(?:by|von|par|por)\s+/iu, "")
    if (names !== "" && names.length <= LONGEST && /^\p{Lu}/u.test(names) && !/\d|https?:|@/u.test(names)) return names
  }
  return null
}
