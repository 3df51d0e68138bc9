/** Web pages and rich pastes as articles, read apart: see `ReadingRoom`. */
import { readIn, type Room } from "./worker/reading-room"
import type { PageKind } from "./read-page-here"
import type { Given, Imported } from "./read-result"

/**
 * The article in `html`: `page` is a whole one, of which only the article is wanted; `paste` is wanted whole. Relative
 * addresses are resolved against `given.address`, or else `given.sourceUrl`. Refuses `invalid`: `import.empty`, `import.tooDeep`,
 * `import.tooLarge`, `import.tooLong`, `import.tooMuch`, `import.unreadable`; with `conflict`, `desk.busy` where others
 * in the room keep it waiting too long.
 */
export function readPage(html: string, given: Given, how: PageKind, room: Room = "desk"): Promise<Imported> {
  return readIn(room, "page", { html, given, how })
}
