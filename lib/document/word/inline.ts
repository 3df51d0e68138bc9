/** From mammoth's runs to the schema's inline nodes. */
import type { DocumentNode } from "../../domain/article"
import { linkAddress } from "../schema"
import type { Facts, RunFacts } from "./facts"
import type { WordNode } from "./mammoth"

/** A mark of ours that says which comments lie on a node; it is taken out before the document is checked. */
export const COMMENTED = "commented"

type Mark = NonNullable<DocumentNode["marks"]>[number]

/** What is needed to read words: what is known of them, and the labels that notes get as they are met. */
export interface Reading {
  facts: Facts
  labelOf(reference: { noteType: string; noteId: string }): string | null
}

/** The words of a text block, without white space and line breaks at its edges. */
export function inlineOf(nodes: WordNode[], reading: Reading): DocumentNode[] {
  const isTyped = allTyped(nodes, reading.facts)
  return trimmed(nodes.flatMap((node) => inlineNode(node, [], { ...reading, isTyped })))
}

function inlineNode(node: WordNode, marks: Mark[], reading: Reading & { isTyped: boolean }): DocumentNode[] {
  const inside = (children: WordNode[], more: Mark[]) =>
    children.flatMap((child) => inlineNode(child, [...marks, ...more], reading))
  switch (node.type) {
    case "run":
      return runOf(node, inside, marks, reading)
    case "hyperlink":
      return inside(node.children, linkMarks(node.href, marks))
    case "text":
      return node.value === "" ? [] : [{ type: "text", text: node.value, marks }]
    case "tab":
      return [{ type: "text", text: " ", marks }]
    case "break":
      return node.breakType === "line" ? [{ type: "hardBreak", marks: commentsIn(marks) }] : []
    case "checkbox":
      return [{ type: "text", text: node.checked ? "☑" : "☐", marks }]
    case "noteReference": {
      const label = reading.labelOf(node)
      return label === null ? [] : [{ type: "footnoteReference", attrs: { label }, marks: commentsIn(marks) }]
    }
    default:
      return []
  }
}

function runOf(
  { font, children }: Extract<WordNode, { type: "run" }>,
  inside: (children: WordNode[], more: Mark[]) => DocumentNode[],
  marks: Mark[],
  reading: Reading & { isTyped: boolean },
): DocumentNode[] {
  const facts = reading.facts.run(font)
  if (!facts) return inside(children, [])
  const own = marksOf(facts, reading.isTyped)
  return facts.picture ? pictureNode(facts.picture, [...marks, ...own]) : inside(children, own)
}

/** An embedded picture has no address: what is left of it are the words that describe it. */
function pictureNode({ alt, src }: NonNullable<RunFacts["picture"]>, marks: Mark[]): DocumentNode[] {
  if (src !== null) return [{ type: "inlineImage", attrs: { src, alt, title: null }, marks }]
  return alt === "" ? [] : [{ type: "text", text: ` ${alt} `, marks }]
}

/** Where everything is set in a typewriter's face, that says nothing. */
function marksOf({ look, isTyped, comments }: RunFacts, isAllTyped: boolean): Mark[] {
  const names = [
    look.bold && "bold",
    look.italic && "italic",
    look.strike && "strike",
    look.raised,
    (look.code || (isTyped && !isAllTyped)) && "code",
  ]
  const marks: Mark[] = names.filter((name) => typeof name === "string").map((type) => ({ type }))
  return comments.length > 0 ? [...marks, { type: COMMENTED, attrs: { comments } }] : marks
}

function linkMarks(href: string | undefined, marks: Mark[]): Mark[] {
  const address = linkAddress(href)
  const isLinked = marks.some(({ type }) => type === "link")
  return address === null || isLinked ? [] : [{ type: "link", attrs: { href: address, title: null } }]
}

function commentsIn(marks: Mark[]): Mark[] {
  return marks.filter(({ type }) => type === COMMENTED)
}

function allTyped(nodes: WordNode[], facts: Facts): boolean {
  return nodes.every((node) => {
    if (node.type === "hyperlink") return allTyped(node.children, facts)
    return node.type !== "run" || facts.run(node.font)?.isTyped !== false || !hasWords(node.children)
  })
}

function hasWords(nodes: WordNode[]): boolean {
  return nodes.some((node) =>
    node.type === "text" ? node.value.trim() !== "" : node.type === "hyperlink" && hasWords(node.children),
  )
}

/** Without white space and line breaks at the edges. */
export function trimmed(nodes: DocumentNode[]): DocumentNode[] {
  return trimmedAt("start", trimmedAt("end", nodes))
}

function trimmedAt(edge: "start" | "end", nodes: DocumentNode[]): DocumentNode[] {
  const rest = [...nodes]
  for (;;) {
    const node = edge === "start" ? rest.shift() : rest.pop()
    if (!node) return rest
    if (node.type === "hardBreak") continue
    const text = edge === "start" ? node.text?.trimStart() : node.text?.trimEnd()
    if (text === "") continue
    const kept = text === undefined ? node : { ...node, text }
    return edge === "start" ? [kept, ...rest] : [...rest, kept]
  }
}
