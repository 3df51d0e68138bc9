/** One run in the plain words that mammoth reads, and what is known of it. */
import { COMMENTS } from "./comment-ranges"
import type { RunFacts } from "./facts"
import { pictureOf } from "./pictures"
import type { Plainly } from "./plain"
import { childAt, childrenOf, element, textIn, valueAt, within, type XmlElement } from "./xml"

const TYPED =
  /^(?:courier|consolas|menlo|monaco|lucida console|roboto mono|source code|fira (?:code|mono)|dejavu sans mono|liberation mono|andale mono|cascadia)/iu

/** The run, in as many pieces as it has pictures and words between them. */
export function plainRun(node: XmlElement, to: Plainly): XmlElement[] {
  const properties = childAt(node, "w:rPr")
  const facts: RunFacts = {
    look: to.styles.lookOf(properties),
    isTyped: TYPED.test(valueAt(properties, ["w:rFonts"], "w:ascii") ?? ""),
    comments: (node.attributes[COMMENTS] ?? "").split(" ").filter(Boolean),
    picture: null,
  }
  countLanguage(node, properties, to)
  const pieces = piecesOf(node, to).filter((piece) => !facts.look.hidden || FIELDS.has(piece.name))
  const number = to.facts.keepRun(facts)
  const runs = pieces.flatMap((piece): XmlElement[] => {
    if (!DRAWN.has(piece.name)) return [run(number, [piece])]
    const picture = pictureOf(piece, to.addresses)
    return picture ? [run(to.facts.keepRun({ ...facts, picture }), [element("w:t", {}, [" "])])] : []
  })
  return joined(runs)
}

function run(number: string, words: XmlElement[]): XmlElement {
  return element("w:r", {}, [element("w:rPr", {}, [element("w:rFonts", { "w:ascii": number })]), ...words])
}

/**
 * The same with neighbours of which the same is known as one. Word begins a run anew for every session in which
 * somebody typed, and for every word that it found misspelt.
 */
export function joined(nodes: XmlElement[]): XmlElement[] {
  const result: XmlElement[] = []
  for (const node of nodes) {
    const last = result.at(-1)
    if (last && areWords(last) && areWords(node) && numberOf(last) === numberOf(node)) addRun(last, node)
    else result.push(node)
  }
  return result
}

/** The ends of a field stay in runs of their own: what they say counts from the next run on. */
function areWords(node: XmlElement): boolean {
  return node.name === "w:r" && !childrenOf(node).some(({ name }) => FIELDS.has(name))
}

function addRun(run: XmlElement, more: XmlElement): void {
  for (const piece of childrenOf(more)) {
    const last = run.children.at(-1)
    if (piece.name === "w:rPr") continue
    if (piece.name === "w:t" && typeof last === "object" && last.name === "w:t") last.children.push(...piece.children)
    else run.children.push(piece)
  }
}

function numberOf(run: XmlElement): string | undefined {
  return valueAt(run, ["w:rPr", "w:rFonts"], "w:ascii")
}

const FIELDS = new Set(["w:fldChar", "w:instrText"])
const DRAWN = new Set(["w:drawing", "w:pict", "w:object"])
const KEPT = new Set(["w:tab", "w:br", "w:noBreakHyphen", "w:sym"])
const REFERENCES = new Set(["w:footnoteReference", "w:endnoteReference"])
const INSTEAD: Record<string, string> = { "w:cr": "w:br", "w:ptab": "w:tab" }

function piecesOf({ children }: XmlElement, to: Plainly): XmlElement[] {
  const pieces: XmlElement[] = []
  for (const child of children) {
    if (typeof child === "string") continue
    pieces.push(...pieceOf(child, to))
    // The mark of its own that a note may have is the rest of its run.
    if (hasOwnMark(child)) break
  }
  return pieces
}

function pieceOf(child: XmlElement, to: Plainly): XmlElement[] {
  const { name, attributes } = child
  if (FIELDS.has(name)) return to.fields.read(child)
  if (name === "w:t") return [element("w:t", { "xml:space": "preserve" }, [textIn(child)])]
  if (DRAWN.has(name)) return [child]
  if (KEPT.has(name)) return [element(name, { ...attributes })]
  if (REFERENCES.has(name)) return [element(name, { "w:id": attributes["w:id"] ?? "" })]
  if (name === "w:ruby") return rubyBase(child)
  const instead = INSTEAD[name]
  return instead ? [element(instead)] : []
}

function hasOwnMark({ name, attributes }: XmlElement): boolean {
  return REFERENCES.has(name) && !["0", "false", undefined].includes(attributes["w:customMarkFollows"])
}

/** The words that ruby, small signs above them, says how to pronounce. */
function rubyBase(ruby: XmlElement): XmlElement[] {
  return within(ruby, "w:rubyBase").flatMap((base) => within(base, "w:t"))
}

function countLanguage(node: XmlElement, properties: XmlElement | undefined, to: Plainly): void {
  const language = valueAt(properties, ["w:lang"]) ?? to.styles.language
  if (language === null) return
  const words = within(node, "w:t").reduce((sum, each) => sum + textIn(each).length, 0)
  to.facts.countLanguage(language, words)
}
