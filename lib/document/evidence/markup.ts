/** Whether words are markup, by their first element. */

const MARKUP = /^<(?:!doctype\s+)?(html|svg|head|body|script)\b/iu

/** The first element of what is markup, in small letters; null for other words. */
export function markupIn(text: string): string | null {
  return MARKUP.exec(withoutProlog(text))?.[1]?.toLowerCase() ?? null
}

/** Without what may stand before the first element of markup; step by step, for there may be any number of it. */
function withoutProlog(text: string): string {
  let at = 0
  for (;;) {
    at += /^[\s\uFEFF]*/u.exec(text.slice(at))?.[0].length ?? 0
    const end = text.startsWith("<!--", at) ? "-->" : text.startsWith("<?", at) ? "?>" : null
    const next = end === null ? -1 : text.indexOf(end, at)
    if (end === null || next === -1) return text.slice(at)
    at = next + end.length
  }
}
