/** The article on its page: what surrounds it is cleared away, Readability finds it, and what is left over is trimmed. */
import { Readability } from "@mozilla/readability"
import { bylineIn } from "./byline"
import { takeDek } from "./dek"
import { clearCards, clearFurniture } from "./furniture"
import { clearAbove, clearOthers, clearOutside, headlineIn } from "./headline"
import { wordsIn } from "./measure"
import type { PageFacts } from "./metadata"
import { settlePictures } from "./pictures"
import { trim } from "./trim"
import { unwrap } from "./wrappers"

export interface Found {
  content: Element
  headline: string | null
  dek: string | null
  byline: string | null
}

/** The article in `document`, which is used up; null if there is none. */
export function articleIn(document: Document, facts: PageFacts): Found | null {
  const { body } = document
  const byline = bylineIn(body)
  const headline = headlineIn(document, facts.titles)
  if (headline) clearAbove(headline, body)
  const dek = takeDek(body, headline, facts.dek)
  if (headline) clearOthers(headline, body)
  clearFurniture(body, headline)
  clearOutside(body)
  settlePictures(body)
  clearCards(body)
  unwrap(body)
  const words = headline ? wordsIn(headline) : null
  const serializer = (content: Node) => content
  const found = new Readability<Node>(document, { keepClasses: true, disableJSONLD: true, serializer }).parse()
  if (!found?.content) return null
  const content = found.content as Element
  trim(content, facts)
  return { content, headline: words, dek, byline }
}
