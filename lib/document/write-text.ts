/**
 * Plain text as Markdown: which characters need a backslash where, so that every reader of CommonMark and GFM sees
 * the text again and nothing else. It knows nothing of documents; the article and its notes are both written with it.
 */

/** What a text stands in. A heading and a cell have one line; a pipe ends a cell. */
export type Frame = "paragraph" | "heading" | "cell"

/** A text between what was written before it and what comes next. */
export interface Setting {
  frame: Frame
  /** What the text follows: a line's beginning, a footnote's reference, or anything else. */
  from: "line" | "reference" | "middle"
  /** The Markdown that follows; empty at the end of a block, a line feed at the end of a line. */
  next: string
}

/** A stretch of text and the Markdown for it: several characters if they stand for themselves, else one. */
export interface Written {
  text: string
  markdown: string
}

/**
 * Always escaped, wherever they stand: a rule that looked at their neighbours would change with a note's reference
 * put beside them. `^` because `^[` begins an inline note in Pandoc.
 */
const ALWAYS = "[\\\\`*_~\\[\\]^]"
const TAG = "<(?=[A-Za-z/!?])"
const ENTITY = "&(?=#[0-9]{1,7};|#[Xx][0-9A-Fa-f]{1,6};|[A-Za-z][A-Za-z0-9]*;)"
/** What GFM would make a link of without being asked: `https://`, `www.`, `desk@example.org`. */
const ADDRESS = "(?<=[A-Za-z]):(?=//)|(?<=[Ww]{3})\\.|(?<=[\\w.+-])@(?=\\w)"
const INLINE = new RegExp([ALWAYS, TAG, ENTITY, ADDRESS].join("|"), "g")
const IN_CELL = new RegExp(`${INLINE.source}|\\|`, "g")

/** What would begin a block at the start of a line; its last character is the one to escape. */
const BLOCK_START = /^(?:#(?=#{0,5}(?:\s|$))|>|[-+](?=[\s:|-]|$)|=(?=[=\s]|$)|:(?=[-\s]|$)|\||\d{1,9}[.)](?=\s|$))/

/** `text` cut into what needs a backslash and what doesn't; its first and last character are pieces of their own. */
export function escaped(text: string, setting: Setting): Written[] {
  const marked = toEscape(text, setting)
  const written: Written[] = []
  let done = 0
  const cut = (at: number) => {
    if (at <= done) return
    const piece = text.slice(done, at)
    written.push({ text: piece, markdown: marked.has(done) ? `\\${piece}` : piece })
    done = at
  }
  cut(Math.min(firstLength(text), text.length))
  for (const index of marked) {
    cut(index)
    cut(index + 1)
  }
  cut(text.length - lastLength(text))
  cut(text.length)
  if (setting.from === "line") encodeSpace(written[0])
  if (setting.next === "" || setting.next === "\n") encodeSpace(written.at(-1))
  return written
}

const firstLength = (text: string) => ((text.codePointAt(0) ?? 0) > 0xffff ? 2 : 1)
const lastLength = (text: string) => (/[\uDC00-\uDFFF]$/.test(text) ? 2 : 1)

/** The same as one string. */
export function escapedText(text: string, setting: Setting): string {
  return escaped(text, setting)
    .map(({ markdown }) => markdown)
    .join("")
}

/** A character reference: what is left where neither the character nor a backslash will do. */
export function encoded(char: string): string {
  return `&#x${(char.codePointAt(0) ?? 0).toString(16).toUpperCase()};`
}

/** The info string of a code block, where backslashes and references are read. */
export function escapedInfo(info: string): string {
  return info.replace(/\\/g, "\\\\").replace(/&(?=#?\w+;)/g, "\\&")
}

/**
 * What a character is to a delimiter beside it. `unclear` is what readers differ over: symbols and emoji are
 * punctuation to some and letters to others, and so are the rarer spaces.
 */
export function characterClass(char: string): "space" | "punctuation" | "letter" | "unclear" {
  if (char === "" || /^[\p{Zs}\n\t]$/u.test(char)) return "space"
  if (/^[!-/:-@[-`{-~]$/.test(char) || (char.length === 1 && /^\p{P}$/u.test(char))) return "punctuation"
  return /^[\p{P}\p{S}\s]$/u.test(char) ? "unclear" : "letter"
}

/** Where backslashes go, in order. */
function toEscape(text: string, setting: Setting): Set<number> {
  const inline = text.matchAll(setting.frame === "cell" ? IN_CELL : INLINE)
  const indexes = [...atStart(text, setting), ...Array.from(inline, ({ index }) => index), ...atEnd(text, setting)]
  return new Set(indexes.sort((one, other) => one - other))
}

function atStart(text: string, { frame, from }: Setting): number[] {
  // `[^1]:` would begin a definition, `[^1](` is a link to GitHub.
  if (from === "reference") return /^[:(]/.test(text) ? [0] : []
  const start = from === "line" && frame === "paragraph" ? BLOCK_START.exec(text) : null
  return start ? [start[0].length - 1] : []
}

function atEnd(text: string, { frame, next }: Setting): number[] {
  if (next.startsWith("[") && text.endsWith("!")) return [text.length - 1]
  // A row of # at the end of a heading would be taken as its closing.
  const closing = frame === "heading" && next === "" ? /(?<=^|\s)#+$/.exec(text) : null
  return closing ? [closing.index] : []
}

/** Markdown drops white space at the edges of a line, and takes two spaces at its end for a break. */
function encodeSpace(written: Written | undefined): void {
  if (written && /^\s$/u.test(written.text)) written.markdown = encoded(written.text)
}
