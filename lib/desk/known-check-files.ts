/** Files of known checks, as archives hand them out: a table or ClaimReview, whichever is in it. */
import { readTable } from "../document"
import { checksInJsonLd, checksInTable, type FoundCheck } from "../domain/known-checks"
import { refuse } from "../domain/refusal"

/**
 * The checks that a file holds, as they were found: whoever takes them in checks each.
 * @throws invalid `memory.noChecksIn` where it holds none, `memory.unreadable` where it can't be read
 */
export function checksInFile(bytes: Uint8Array): FoundCheck[] {
  const text = decoded(bytes)
  const found = /^\s*[[{]/.test(text) ? checksInJsonLd(jsonOf(text)) : checksInTable(readTable(text))
  if (!found || found.length === 0) throw refuse("invalid", "memory.noChecksIn")
  return found
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw refuse("invalid", "memory.notJson")
  }
}

/** An archive is longer than any article, and is no text that anybody checks word by word. */
function decoded(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes)
  } catch {
    throw refuse("invalid", "import.encoding")
  }
}
