/**
 * Raw HTML in Markdown, taken apart into tags and text: enough to keep its words and a few marks, and to drop
 * comments, scripts and styles whole. It builds no tree and trusts nothing.
 */
export type HtmlToken =
  { kind: "text"; text: string } | { kind: "open" | "close"; name: string; attributes: (name: string) => string | null }

/** Elements whose content is not words of the article. */
const UNREAD = "script|style|template|noscript|iframe|svg|head"

/** A quoted value beyond 2,000 characters is not waited for: an unclosed quote must not cost the rest of the text. */
const TOKEN = new RegExp(
  [
    "<!--[\\s\\S]*?(?:-->|$)",
    `<(${UNREAD})\\b[\\s\\S]*?(?:</\\1\\s*>|$)`,
    `</?([a-z][a-z0-9-]{0,40})\\b((?:"[^"]{0,2000}"|'[^']{0,2000}'|[^"'<>]){0,500})>`,
    "<(?:!|\\?)[^>]*>",
    "[^<]+",
    "<",
  ].join("|"),
  "giu",
)

/** Tags and text of `html` in order, with character references decoded by `decode`. */
export function htmlTokens(html: string, decode: (text: string) => string): HtmlToken[] {
  const tokens: HtmlToken[] = []
  for (const [whole, , name, attributes = ""] of html.matchAll(TOKEN)) {
    if (name !== undefined) {
      const kind = whole.startsWith("</") ? "close" : "open"
      tokens.push({ kind, name: name.toLowerCase(), attributes: (wanted) => attributeIn(attributes, wanted, decode) })
    } else if (!/^<./u.test(whole)) {
      tokens.push({ kind: "text", text: decode(whole) })
    }
  }
  return tokens
}

/** The name of an element whose content is to be left out until it closes, if `html` is only its opening tag. */
export function unreadBy(html: string): string | null {
  const name = new RegExp(`^<(${UNREAD})\\b[^>]*>$`, "iu").exec(html)?.[1]
  return name === undefined || html.endsWith("/>") ? null : name.toLowerCase()
}

/** Whether a tag of this name begins or ends a line of its own. */
export function breaksLine(name: string): boolean {
  return BLOCKS.has(name)
}

const BLOCKS = new Set(
  (
    "address article aside blockquote body caption center dd details dialog div dl dt fieldset figcaption figure footer form " +
    "h1 h2 h3 h4 h5 h6 header hr html li main menu nav ol p pre section summary table tbody td tfoot th thead tr ul"
  ).split(" "),
)

function attributeIn(attributes: string, wanted: string, decode: (text: string) => string): string | null {
  for (const [, name = "", double, single, bare] of attributes.matchAll(
    /([^\s"'>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?/gu,
  )) {
    if (name.toLowerCase() === wanted) return decode(double ?? single ?? bare ?? "")
  }
  return null
}
