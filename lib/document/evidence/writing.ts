/** A text as it is put together, part by part, and stopped where it is longer than anybody searches. */
import type { EvidenceText, PartName, TextPart } from "../../domain/file"
import { refuse } from "../../domain/refusal"
import { MOST_CHARACTERS } from "../limits"

/** All control characters but line feed and tab. */
const CONTROLS = /(?![\n\t])\p{Cc}/gu

/** Collects the words of a file. Parts and lines come in their order. */
export class Writing {
  private readonly pieces: string[] = []
  private readonly parts: TextPart[] = []
  private length = 0

  /** A part of these words, which may be none: a page without text is a page. Refuses `file.unread.tooLong`. */
  part(name: PartName, words: string): void {
    const text = clean(words)
    this.parts.push({ ...name, start: this.length })
    this.length += text.length + 1
    if (this.length > MOST_CHARACTERS + 1) throw tooLong()
    this.pieces.push(text)
  }

  /** The text, its parts joined by line feeds; null where nothing in it is a word or a number. */
  done(): EvidenceText | null {
    const text = this.pieces.join("\n")
    return /[\p{L}\p{N}]/u.test(text) ? { text, parts: this.parts } : null
  }
}

/** Half a character is none; what breaks a line in some system breaks it in ours. */
function clean(words: string): string {
  return words
    .replace(/\r\n?|[\u2028\u2029\u0085\f\v]/gu, "\n")
    .replace(/\p{Cs}/gu, "\uFFFD")
    .replace(CONTROLS, "")
    .normalize("NFC")
}

function tooLong() {
  return refuse("invalid", "file.unread.tooLong")
}
