/**
 * From the bytes of a web page to its text, in the encoding that a browser would take: the words that an editor checks must
 * be those that readers see. Source of the method: the HTML standard's encoding sniffing, and the Encoding standard.
 */

/**
 * The text of `bytes`, without byte order mark and with its line ends as they are. The encoding is that of the byte order
 * mark, or of the header (`headerCharset`), or of a `<meta>` or XML declaration at the beginning; where none says, UTF-8 if
 * the bytes are that, else windows-1252. What is not of that encoding becomes U+FFFD; never throws.
 */
export function decodePage(bytes: Uint8Array, headerCharset: string | null): string {
  const head = latin1(bytes.subarray(0, FAR_ENOUGH))
  const label = markOf(bytes) ?? known(headerCharset) ?? known(metaIn(head)) ?? known(xmlIn(head)) ?? fallback(bytes)
  const text = new TextDecoder(label).decode(bytes)
  return new TextDecoder(label).encoding === "windows-1252" ? withPunctuation(text) : text
}

/** The standard asks for 1,024 bytes at least; pages that put scripts before their `<meta>` need more. */
const FAR_ENOUGH = 16 * 1024

/** Each byte as one character, so that offsets stay those of the bytes. */
function latin1(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("latin1")
}

/** How bytes begin that say their encoding themselves: with a mark, or as XML does in UTF-16. */
const BEGINNINGS: [label: string, bytes: number[]][] = [
  ["utf-8", [0xef, 0xbb, 0xbf]],
  ["utf-16be", [0xfe, 0xff]],
  ["utf-16le", [0xff, 0xfe]],
  ["utf-16be", [0, 0x3c, 0, 0x3f]],
  ["utf-16le", [0x3c, 0, 0x3f, 0]],
]

function markOf(bytes: Uint8Array): string | null {
  return BEGINNINGS.find(([, mark]) => mark.every((byte, at) => bytes[at] === byte))?.[0] ?? null
}

/** A label that `TextDecoder` knows; others name nothing, so that the next hint counts. */
function known(label: string | null): string | null {
  if (label === null) return null
  try {
    return new TextDecoder(label).encoding
  } catch {
    return null
  }
}

function fallback(bytes: Uint8Array): string {
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes)
    return "utf-8"
  } catch {
    return "windows-1252"
  }
}

/**
 * What windows-1252 has at 0x80 to 0x9F: the quotation marks and dashes. Node 20 and 22 take it for ISO 8859-1 and make
 * control characters of them; where they are right these are gone already.
 */
const PUNCTUATION = "€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ"

function withPunctuation(text: string): string {
  return text.replace(/[\x80-\x9f]/g, (control) => PUNCTUATION[control.charCodeAt(0) - 0x80] ?? control)
}

const SPACE = "[\\t\\n\\f\\r ]"

/** What the standard's prescan stops at: a comment, a `<meta>`, another tag, or what only has to be passed over. */
const STEP = new RegExp(`<!--|<meta(?=${SPACE}|/)|</?[a-z][^\\t\\n\\f\\r >]*|<[!/?]`, "gi")

/** The encoding that a `<meta>` in the head of a page names, whether known or not; null without one. */
function metaIn(head: string): string | null {
  const steps = new RegExp(STEP)
  for (let step = steps.exec(head); step; step = steps.exec(head)) {
    const [found] = step
    if (found === "<!--") steps.lastIndex = endOf("-->", head, step.index + 2)
    else if (/^<[!/?]$/.test(found)) steps.lastIndex = endOf(">", head, step.index)
    else {
      const { attributes, end } = attributesAt(steps.lastIndex, head)
      const label = found.toLowerCase() === "<meta" ? labelOf(attributes) : null
      if (known(label) !== null) return label
      steps.lastIndex = end
    }
  }
  return null
}

function endOf(mark: string, head: string, from: number): number {
  const at = head.indexOf(mark, from)
  return at < 0 ? head.length : at + mark.length
}

const ATTRIBUTE = new RegExp(
  `(?:${SPACE}|/)*([^\\t\\n\\f\\r />][^\\t\\n\\f\\r />=]*)(?:${SPACE}*=${SPACE}*(?:"([^"]*)"|'([^']*)'|([^\\t\\n\\f\\r >]*)))?`,
  "y",
)

/** The attributes of a tag from its name's end on, the first of each name, and where they end. */
function attributesAt(from: number, head: string): { attributes: Map<string, string>; end: number } {
  const attributes = new Map<string, string>()
  const attribute = new RegExp(ATTRIBUTE)
  attribute.lastIndex = from
  let end = from
  for (let found = attribute.exec(head); found; found = attribute.exec(head)) {
    const [, name = "", double, single, bare] = found
    const key = name.toLowerCase()
    if (!attributes.has(key)) attributes.set(key, double ?? single ?? bare ?? "")
    end = attribute.lastIndex
  }
  return { attributes, end }
}

/** The encoding that a `<meta>` names. The name was read as ASCII, so that it can't be in UTF-16 itself. */
function labelOf(attributes: Map<string, string>): string | null {
  const label = attributes.get("charset") ?? pragmaOf(attributes)
  if (label === null) return null
  if (label.trim().toLowerCase() === "x-user-defined") return "windows-1252"
  return asciiLabel(label)
}

function pragmaOf(attributes: Map<string, string>): string | null {
  if (attributes.get("http-equiv")?.toLowerCase() !== "content-type") return null
  const [, double, single, bare] = PRAGMA.exec(attributes.get("content") ?? "") ?? []
  return double ?? single ?? bare ?? null
}

const PRAGMA = new RegExp(
  `charset${SPACE}*=${SPACE}*(?:"([^"]*)"|'([^']*)'|([^"'\\t\\n\\f\\r ;][^\\t\\n\\f\\r ;]*))`,
  "i",
)

/** The encoding of an XML declaration, which XHTML may have instead. */
function xmlIn(head: string): string | null {
  const [, , label] = /^<\?xml[^>]*[\t\n\r ]encoding[\t\n\r ]*=[\t\n\r ]*(["'])([^"'>]*)\1/.exec(head) ?? []
  return label === undefined ? null : asciiLabel(label)
}

function asciiLabel(label: string): string {
  return known(label)?.startsWith("utf-16") ? "utf-8" : label
}
