/** What the command line asks of the desk, and what it is answered: between bin/stet.mjs and bin/ask-desk.ts. */
import { createTranslator, type Messages } from "use-intl/core"
import type { Refusal } from "../../lib/domain/refusal"
import english from "../../lib/messages/en.json"
import type { Found } from "./open-database.mjs"

export interface Question {
  command: string
  options: Record<string, string>
  /** What was named without an option. */
  names: string[]
  /** From where it was asked: what it names of files is named from there. */
  cwd: string
  found: Found
  /** Why there is no database, where that is not as it should be. */
  problem?: string
  /** The server's secret is not known here. */
  strange?: true
}

export interface Reply {
  lines: string[]
  /** For `--json`. */
  value?: unknown
  /** There is no answer: its words say why, and must not be taken for one by whoever reads stdout. */
  failed?: true
  /** 0: done; 1: not done, or found broken; 2: asked wrongly. */
  code: 0 | 1 | 2
  /** The database that was opened to be filled is whole. */
  kept?: true
}

/** Says something before the answer is there. */
export type Tell = (told: { line: string } | { progress: string } | { warning: string }) => void

/** The words of the catalogue in an area. */
export const wordsOf = (area: string) =>
  createTranslator({ locale: "en", messages: english as Messages, namespace: area as never }) as unknown as (
    key: string,
    values?: Record<string, string | number>,
  ) => string

/** So many bytes, in words. */
export function sizeOf(bytes: number): string {
  const units = ["bytes", "kB", "MB", "GB", "TB"]
  const power = Math.min(Math.floor(Math.log10(Math.max(bytes, 1)) / 3), units.length - 1)
  return `${Math.round((bytes / 1000 ** power) * 10) / 10} ${units[power]}`
}

/** In whose name, and at which desk. */
export const whoIn = ({ as = "", workspace }: Record<string, string>) => ({ as, workspace })

/** Nothing was done, and why. */
export const notDone = (words: string, code: 1 | 2, more: { refusal?: string } = {}): Reply => ({
  ...{ lines: [words], value: { error: words, ...more }, code },
  failed: true,
})

/** Asked wrongly, in a way that the table of commands does not know. */
export const misused = (words: string): Reply => notDone(words, 2)

/** What a refusal says, and of which field. */
export function refusalWords({ key, details: { params } }: Refusal): string {
  return wordsOf("refusal")(key, params)
}
