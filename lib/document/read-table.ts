/** Tables as comma-separated values (RFC 4180), as programs write them: semicolons and tabs too. Rows out, no meaning. */
import Papa from "papaparse"
import { refuse } from "../domain/refusal"

/**
 * The rows of a table, without those that are empty.
 * @throws invalid `memory.unreadable` where a quotation mark is never closed
 */
export function readTable(text: string): string[][] {
  const { data, errors } = Papa.parse<string[]>(text.replace(/^\uFEFF/, ""), { skipEmptyLines: "greedy" })
  const broken = errors.find(({ type }) => type === "Quotes")
  if (broken) throw refuse("invalid", "memory.unreadable", { params: { row: (broken.row ?? 0) + 1 } })
  return data
}
