/**
 * Whether pasted text is Markdown or plain text: a first guess that the person can change.
 * Bold between asterisks is no sign, newsrooms send plain text with it.
 */
import type { PasteFormat, Pasting } from "./import-drafts"

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

export function guessFormat(text: string): "text" | "markdown" {
  const start = text.slice(0, ENOUGH).replace(/\r\n?/g, "\n")
  return SIGNS.some((sign) => sign.test(start)) ? "markdown" : "text"
}

/** What only formatted text has. Editors of code put colours around each word, and nothing of these. */
const FORMATTING = /<(?:h[1-6]|a|b|strong|em|i|ul|ol|table|blockquote|p)[\s>]/i

/** More than an article has; it is kept with what is typed, where a browser has little room. */
const MOST_HTML = 1_000_000

/** The formatted text of a clipboard, if it is worth more than its words: Markdown that was copied as code is not. */
export function formattedIn(clipboard: Pick<DataTransfer, "getData">): string | null {
  const html = clipboard.getData("text/html")
  const isFormatted = FORMATTING.test(html) && html.length <= MOST_HTML
  return isFormatted && guessFormat(clipboard.getData("text/plain")) === "text" ? html : null
}

/** The address in what was pasted, if it is nothing else. */
export function addressIn(text: string): string | null {
  const words = text.trim()
  return /^https?:\/\/\S+$/i.test(words) && URL.canParse(words) ? words : null
}

/** How what was pasted is to be read: as somebody chose, or as it looks. */
export function formatOf({ text, format, html }: Pasting): PasteFormat {
  if (format === "html" && html === null) return guessFormat(text)
  return format ?? (html !== null ? "html" : guessFormat(text))
}

/** What is sent of it. */
export function contentOf(pasted: Pasting): string {
  return formatOf(pasted) === "html" && pasted.html !== null ? pasted.html : pasted.text
}
