/** What a web page says of itself, read apart: see `ReadingRoom`. */
import type { CitedFacts } from "./read-facts-here"
import { readIn } from "./worker/reading-room"

/** Title, author, publisher and date that `html`, from `address`, gives for itself. Refuses what `readPage` refuses of a page. */
export function readFacts(html: string, address: string): Promise<CitedFacts> {
  return readIn("desk", "facts", { html, address })
}
