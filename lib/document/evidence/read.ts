/** What is written in evidence, read apart: see `ReadingRoom`. */
import type { EvidenceText } from "../../domain/file"
import { Refusal, refuse } from "../../domain/refusal"
import { readIn } from "../worker/reading-room"
import type { EvidenceOrder } from "./read-here"

/**
 * The text of a file by its media type, with its pages, rows or paragraphs; null where it holds none that can be read
 * (pictures, sound, scans). Refuses `invalid` under `file.unread`: `encrypted`, `broken`, `tooLong`, `tooMuch`.
 */
export async function readEvidence(order: EvidenceOrder): Promise<EvidenceText | null> {
  try {
    return await readIn("evidence", "evidence", order)
  } catch (error) {
    throw error instanceof Refusal ? ofEvidence(error) : error
  }
}

/** What the readers of manuscripts refuse is told of a file of evidence in its own words. */
function ofEvidence(refusal: Refusal): Refusal {
  const { code, key } = refusal
  if (!key.startsWith("import.")) return refusal
  const why = WHY[key] ?? "broken"
  return refuse(code, `file.unread.${why}`)
}

const WHY: Record<string, "encrypted" | "tooLong" | "tooMuch"> = {
  "import.word.encrypted": "encrypted",
  "import.tooLong": "tooLong",
  "import.tooLarge": "tooMuch",
  "import.tooMuch": "tooMuch",
  "import.tooDeep": "tooMuch",
  "import.word.bomb": "tooMuch",
  "import.word.tangled": "tooMuch",
}
