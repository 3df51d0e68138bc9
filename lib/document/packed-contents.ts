/** What is in a file that can't be read as text: for whoever wants to know before they keep it. */
import { strFromU8, unzipSync } from "fflate"
import type { PackedContents } from "../domain/export-format"

/** Looks into a .zip or .docx that Stet has made itself: nothing in it is hostile. */
export function packedContents(packed: Uint8Array): PackedContents {
  const files = unzipSync(packed)
  const text = files["word/document.xml"]
  if (!text) return { files: Object.entries(files).map(([name, { length }]) => ({ name, bytes: length })), word: null }
  const comments = files["word/comments.xml"]
  return { files: [], word: { comments: count(comments, /<w:comment /g), changes: count(text, /<w:(?:ins|del) /g) } }
}

const count = (part: Uint8Array | undefined, pattern: RegExp) =>
  part ? (strFromU8(part).match(pattern)?.length ?? 0) : 0
