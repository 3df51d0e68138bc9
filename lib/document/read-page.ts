/** Web pages and rich pastes as articles, read apart: see `readingRoom`. */
import { readingRoom } from "./worker/reading-room"
import type { PageKind } from "./read-page-here"
import type { Given, Imported } from "./read-result"

/**
 * The article in `html`: `page` is a whole one, of which only the article is wanted; `paste` is wanted whole. Relative
 * addresses are resolved against `given.address`, or else `given.sourceUrl`. Refuses `invalid`: `import.empty`, `import.tooDeep`,
 * `import.tooMuch`, `import.unreadable`.
 */
export function readPage(html: string, given: Given, how: PageKind): Promise<Imported> {
  return readingRoom.read("page", { html, given, how })
}
