/**
 * Whether pasted text is Markdown or plain text: a first guess that the person can change.
 * Bold between asterisks is no sign, newsrooms send plain text with it.
 */
import type { ImportFormat } from "@/lib/domain/article"

/** What only Markdown has: headings, links, images, fences, quotes, tables, footnotes, front matter. */
const SIGNS = [
  /^#{1,6} \S/m,
  /!?\[[^\]\n]*\]\((?:https?:|mailto:|\/|#|<)[^)\n]*\)/,
  /^(?:```|~~~)/m,
  /^> \S/m,
  /^\|?[ :-]*-{3,}[ :-]*\|[ :|-]*$/m,
  /^\[\^[^\]\n]+\]: /m,
  /^---\n[^]*?\n---\n/,
]

/** How far to look: signs come early, and a guess is made at every keystroke. */
const ENOUGH = 20_000

export function guessFormat(text: string): ImportFormat {
  const start = text.slice(0, ENOUGH).replace(/\r\n?/g, "\n")
  return SIGNS.some((sign) => sign.test(start)) ? "markdown" : "text"
}
