/** What of acts and finds goes with the words typed right now, before the desk has answered for them. */
import type { Found, FoundArticle, FoundClaim, FoundSource } from "@/lib/domain/search"
import type { FoundText } from "@/lib/domain/full-text"
import { closestFirst, hasWords, wordsIn } from "@/lib/domain/words"

/** Of what was found for other words, that which has these too: what does not must not be opened by mistake. */
export function stillFound(found: Found, query: string): Found {
  return {
    articles: found.articles.filter((one) => hasWords(articleText(one), query)),
    claims: found.claims.filter((one) => hasWords(claimText(one), query)),
    sources: found.sources.filter((one) => hasWords(sourceText(one), query)),
    texts: found.texts.filter((one) => hasWords(shownText(one), query)),
  }
}

const joined = (...texts: (string | null)[]) => texts.filter((text) => text !== null).join(" ")
const articleText = ({ title, publisher, byline }: FoundArticle) => joined(title, publisher, byline)
const claimText = ({ number, statement, quote }: FoundClaim) => joined(`#${number}`, statement, quote)
const shownText = ({ pieces }: FoundText) => pieces.map(({ text }) => text).join("")
const sourceText = ({ title, author, publisher, url }: FoundSource) => joined(title, author, publisher, url)

/** A claim's statement, or its words in the text where those are what has the words typed. */
export function wordsShown(
  { statement, quote }: FoundClaim,
  query: string,
): { from: "statement" | "quote"; words: string } {
  const isQuoted = statement === null || (!hasWords(statement, query) && hasWords(quote, query))
  return isQuoted ? { from: "quote", words: quote } : { from: "statement", words: statement }
}

export interface Named<Id> {
  id: Id
  words: string
}

/** More than these would bury what else was found. */
const MOST_ACTS = 6

/** Acts whose names have words that begin with those typed, the closest first; for nothing typed, all. */
export function actsNamed<Id>(acts: readonly Named<Id>[], query: string): Named<Id>[] {
  const asked = wordsIn(query.toLowerCase())
  if (asked.length === 0) return [...acts]
  const named = acts.filter(({ words }) => {
    const parts = words.toLowerCase().split(/[^\p{L}\p{N}]+/u)
    return asked.every((word) => parts.some((part) => part.startsWith(word)))
  })
  return closestFirst(named, query, ({ words }) => words).slice(0, MOST_ACTS)
}
