/** The bundle: Reader Markdown and Web Annotation side by side, so that a person and Stet can each read all of it. */
import { strToU8, zipSync } from "fflate"

/** A file in an archive: its name, and its text or bytes. */
export type Packed = readonly [name: string, content: string | Uint8Array]

/** Zip knows no years before 1980, and takes times as the machine's clock shows them: the same bytes everywhere. */
const ALWAYS = new Date(1980, 0, 1)

/** Files as one .zip, in the order given: the same files, the same bytes. */
export function packed(files: readonly Packed[]): Uint8Array<ArrayBuffer> {
  const entries = files.map(
    ([name, content]) => [name, typeof content === "string" ? strToU8(content) : content] as const,
  )
  return new Uint8Array(zipSync(Object.fromEntries(entries), { mtime: ALWAYS, level: 6 }))
}
