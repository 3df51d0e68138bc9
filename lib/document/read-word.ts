/** Word files as articles, read apart: see `readingRoom`. */
import type { Given } from "./read-result"
import type { Accepted, ImportedWord } from "./read-word-here"
import { readingRoom } from "./worker/reading-room"

/**
 * The article in a Word file (.docx), with its writer's comments, footnotes and links and the changes that were tracked
 * in it, of which those in `accepted` are taken over and the others left. Refuses `invalid`: `import.empty`,
 * `import.tooLarge`, `import.tooMuch`, `import.unreadable`, and under `import.word` what is wrong with the file.
 */
export function readWord(bytes: Uint8Array, given: Given, accepted: Accepted): Promise<ImportedWord> {
  return readingRoom.read("word", { bytes, given, accepted })
}
