/** Word files as articles. */
import type { Given } from "./read-result"
import { readWordHere, type Accepted, type ImportedWord } from "./read-word-here"

/**
 * The article in a Word file (.docx), with its writer's comments, footnotes and links and the changes that were tracked
 * in it, of which those in `accepted` are taken over and the others left. Refuses `invalid`: `import.empty`,
 * `import.tooLarge`, and under `import.word` what is wrong with the file.
 */
export function readWord(bytes: Uint8Array, given: Given, accepted: Accepted): Promise<ImportedWord> {
  return readWordHere({ bytes, given, accepted })
}
