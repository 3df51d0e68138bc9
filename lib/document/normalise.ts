/**
 * Cleans a document before it is stored, so that its canonical text needs no change of its own: every code unit of
 * it stands for exactly one ProseMirror position. It changes characters, never words or structure.
 */
import type { DocumentNode } from "../domain/article"
import { OBJECT } from "./canonical"

/**
 * The document with all text in NFC, across mark boundaries too; without C0 and C1 controls (a tab or line break is
 * a space, but kept in code), lone surrogates (U+FFFD instead) and object characters of its own. Attributes become
 * single lines, addresses stay. Empty text nodes go, neighbours with the same marks are one. Bidirectional controls
 * stay: right-to-left text needs them.
 */
export function normalise(document: DocumentNode): DocumentNode {
  const node: DocumentNode = { ...document }
  if (document.attrs) node.attrs = mapValues(document.attrs, cleanAttr)
  if (document.marks) {
    node.marks = document.marks.map((mark) =>
      mark.attrs ? { ...mark, attrs: mapValues(mark.attrs, cleanAttr) } : mark,
    )
  }
  if (document.content) node.content = composed(document.content.map(document.type === "codeBlock" ? code : normalise))
  if (document.text !== undefined) node.text = cleanLine(document.text)
  return node
}

/** One line of clean text: what `normalise` makes of text outside code. Edges are left as they are. */
export function cleanLine(text: string): string {
  return clean(text.replace(/[\t\n\v\f\r\u0085\u2028\u2029]/g, " "))
}

/** Clean text that keeps its line feeds and tabs; other line ends become line feeds. */
export function cleanLines(text: string): string {
  return clean(text.replace(/\r\n|[\r\v\f\u0085\u2028\u2029]/g, "\n"))
}

/** Most text of most articles, of which nothing is to be cleaned. */
const PLAIN = /^[\n\t -~]*$/

function clean(text: string): string {
  if (PLAIN.test(text)) return text
  return compose(
    text
      .replace(/\p{Cs}/gu, "\uFFFD")
      .replace(/(?![\t\n])\p{Cc}/gu, "")
      .replaceAll(OBJECT, ""),
  )
}

/**
 * NFC. Reordering a run of combining marks takes time in the square of its length, so that runs beyond the limit of
 * Unicode's stream-safe format (UAX #15, 30 marks) are first broken up by combining grapheme joiners, as it says.
 */
function compose(text: string): string {
  return breakUp(breakUp(text).normalize("NFC")).normalize("NFC")
}

function breakUp(text: string): string {
  return text.replace(/(?:(?!\u034F)\p{M}){30}(?=(?!\u034F)\p{M})/gu, "$&\u034F")
}

function code(node: DocumentNode): DocumentNode {
  return node.text === undefined ? normalise(node) : { ...node, text: cleanLines(node.text) }
}

/** Addresses stay as they are: another form of a letter may be another page. The schema refuses unclean ones. */
function cleanAttr(value: unknown, name: string): unknown {
  return typeof value === "string" && name !== "href" && name !== "src" ? cleanLine(value) : value
}

function mapValues(
  record: Record<string, unknown>,
  change: (value: unknown, name: string) => unknown,
): Record<string, unknown> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value, key)]))
}

/** Without empty text nodes, with equally marked neighbours joined, and each run of text nodes in NFC as a whole. */
function composed(nodes: DocumentNode[]): DocumentNode[] {
  const result: DocumentNode[] = []
  let run: DocumentNode[] = []
  const endRun = () => {
    result.push(...joined(composedRun(run)))
    run = []
  }
  for (const node of nodes) {
    if (node.text !== undefined) {
      run.push(node)
    } else {
      endRun()
      result.push(node)
    }
  }
  endRun()
  return result
}

function composedRun(run: DocumentNode[]): DocumentNode[] {
  const whole = run.map((node) => node.text).join("")
  if (whole === compose(whole)) return run
  const moved = wholeGraphemes(run, whole)
  const text = moved.map((node) => node.text).join("")
  const [first] = run
  return first && text !== compose(text) ? [{ ...first, text: compose(whole) }] : moved
}

function joined(run: DocumentNode[]): DocumentNode[] {
  const groups: { key: string; first: DocumentNode; texts: string[] }[] = []
  for (const node of run) {
    const key = JSON.stringify(node.marks ?? [])
    const group = groups.at(-1)
    if (!node.text) continue
    if (group?.key === key) group.texts.push(node.text)
    else groups.push({ key, first: node, texts: [node.text] })
  }
  return groups.map(({ first, texts }) => ({ ...first, text: texts.join("") }))
}

/** A grapheme that begins in one node and ends in another goes to the first, where its base letter is. */
function wholeGraphemes(run: DocumentNode[], whole: string): DocumentNode[] {
  const graphemes = new Intl.Segmenter("en", { granularity: "grapheme" }).segment(whole)[Symbol.iterator]()
  let grapheme = graphemes.next()
  let end = 0
  return run.map((node) => {
    end += node.text?.length ?? 0
    let text = ""
    for (; !grapheme.done && grapheme.value.index < end; grapheme = graphemes.next()) text += grapheme.value.segment
    return { ...node, text: compose(text) }
  })
}
