/** How much a text may be, whatever it comes as. Knows nothing of formats. */
import { refuse, type Refusal } from "../domain/refusal"

/** A file with all that is in it; no door lets more in. */
const MOST_MEGABYTES = 10
export const MOST_BYTES = MOST_MEGABYTES * 1024 * 1024

/** Some thirty novels' worth of room for one article; more is a file dropped by mistake. */
export const MOST_CHARACTERS = 2_000_000

/** Refuses `invalid`, `import.tooLong` a text of more than two million characters. */
export function refuseTooLong(text: string): void {
  if (text.length > MOST_CHARACTERS) throw refuse("invalid", "import.tooLong", { params: { limit: MOST_CHARACTERS } })
}

export function tooLarge(): Refusal {
  return refuse("invalid", "import.tooLarge", { params: { megabytes: MOST_MEGABYTES } })
}
