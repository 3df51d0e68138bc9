/** One run in the plain words that mammoth reads, and what is known of it. */
import { COMMENTS } from "./comment-ranges"
import type { RunFacts } from "./facts"
import { pictureOf } from "./pictures"
import type { Plainly } from "./plain"
import { childAt, element, textIn, valueAt, within, type XmlElement } from "./xml"

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
  const runs: XmlElement[] = []
  let words: XmlElement[] = []
  const endWords = () => {
    if (words.length > 0) runs.push(run(to.facts.keepRun(facts), words))
    words = []
  }
  for (const piece of pieces) {
    const picture = DRAWN.has(piece.name) ? pictureOf(piece, to.addresses) : null
    if (!DRAWN.has(piece.name)) words.push(piece)
    if (picture === null) continue
    endWords()
    runs.push(run(to.facts.keepRun({ ...facts, picture }), [element("w:t", {}, [" "])]))
  }
  endWords()
  return runs
}

function run(number: string, words: XmlElement[]): XmlElement {
  return element("w:r", {}, [element("w:rPr", {}, [element("w:rStyle", { "w:val": number })]), ...words])
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
