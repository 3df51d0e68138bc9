/** Word files as articles, read apart: see `ReadingRoom`. */
import type { ImportedWord, WordOrder } from "./read-word-here"
import { readIn, type Room } from "./worker/reading-room"

/**
 * The article in a Word file (.docx), with its writer's comments, footnotes and links and the changes that were tracked
 * in it, of which those in `accepted` are taken over and the others left. Refuses `invalid`: `import.empty`,
 * `import.tooLarge`, `import.tooLong`, `import.tooMuch`, `import.unreadable`, and under `import.word` what is wrong with
 * the file; with `conflict`, `desk.busy` where others in the room keep it waiting too long.
 */
export function readWord(order: WordOrder, room: Room = "desk"): Promise<ImportedWord> {
  return readIn(room, "word", order)
}
