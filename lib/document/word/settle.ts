/** Accepts and rejects tracked changes: a tree with them becomes the tree that Word would leave. */
import { holdsProperties, isRemoving, isWrapper, ownPieces } from "./changes"
import { childrenOf, type XmlElement, type XmlNode } from "./xml"

/** Whether the change that this piece belongs to is accepted. */
export type IsAccepted = (piece: XmlElement) => boolean

export function settled(root: XmlElement, isAccepted: IsAccepted): XmlElement {
  return { ...root, children: joinedUp(root.children.flatMap((node) => settledNode(node, isAccepted))) }
}

interface Settled {
  node: XmlNode
  /** A paragraph whose mark has gone. */
  runsOn: boolean
}

const apart = (node: XmlNode): Settled => ({ node, runsOn: false })

function settledNode(node: XmlNode, isAccepted: IsAccepted): Settled[] {
  if (typeof node === "string" || holdsProperties(node)) return [apart(node)]
  const isGone = (piece: XmlElement) => isRemoving(piece) === isAccepted(piece)
  if (isWrapper(node)) return isGone(node) ? [] : settled(node, isAccepted).children.map(undeleted).map(apart)
  const runsOn = ownPieces(node).some(isGone)
  return runsOn && node.name !== "w:p" ? [] : [{ node: settled(node, isAccepted), runsOn }]
}

const BLOCKS = new Set(["w:tbl", "w:sdt", "w:altChunk"])

/** Paragraphs that run on take in the next one, if nothing else comes between. */
function joinedUp(pieces: Settled[]): XmlNode[] {
  const result: XmlNode[] = []
  let held: XmlElement | null = null
  for (const { node, runsOn } of pieces) {
    let next = node
    if (held && typeof node !== "string" && (node.name === "w:p" || BLOCKS.has(node.name))) {
      if (node.name === "w:p") next = joined(held, node)
      else result.push(held)
      held = null
    }
    if (runsOn && typeof next !== "string") held = next
    else result.push(next)
  }
  return held ? [...result, held] : result
}

/** As in Word, what is left is the second paragraph, with the first one's words before its own. */
function joined(first: XmlElement, second: XmlElement): XmlElement {
  const words = (paragraph: XmlElement) => childrenOf(paragraph).filter(({ name }) => name !== "w:pPr")
  return { ...second, children: [...childrenOf(second, "w:pPr"), ...words(first), ...words(second)] }
}

const UNDELETED: Record<string, string> = { "w:delText": "w:t", "w:delInstrText": "w:instrText" }

/** Words that are marked as deleted and stay. */
function undeleted(node: XmlNode): XmlNode {
  if (typeof node === "string") return node
  return { ...node, name: UNDELETED[node.name] ?? node.name, children: node.children.map(undeleted) }
}
