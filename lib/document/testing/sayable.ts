/** What of a document Markdown can say: both sides of the law "what is written is read again" are compared as this. */
import type { DocumentNode } from "../../domain/article"
import { canFollow } from "../write-blocks"
import { wordsOf } from "../read-result"

/**
 * The document with what gets lost on the way evened out: addresses in text are links to every reader of GFM, a list's
 * looseness shows only where there is something to space out, a dek without words is a paragraph, and emphasis within
 * emphasis of its kind is sure to be said once.
 */
export function sayable(node: DocumentNode): DocumentNode {
  const same: DocumentNode = { ...node, ...(node.marks && { marks: node.marks.map(nestedOnce) }) }
  if (node.type === "dek" && wordsOf(node.content ?? []) === "") same.type = "paragraph"
  if (isList(node)) same.attrs = { ...node.attrs, tight: isTight(node) }
  if (node.content) {
    same.content = trimmed(joined(node.content.map((child) => sayable(withoutAddress(child)))))
  }
  return same
}

function nestedOnce(mark: NonNullable<DocumentNode["marks"]>[number]) {
  const once = (name: "bold" | "italic") => Math.min(1, Number(mark.attrs?.[name]))
  return mark.type === "nested" ? { ...mark, attrs: { bold: once("bold"), italic: once("italic") } } : mark
}

/** White space at the edges of a block says nothing; every reader drops it. */
function trimmed(nodes: DocumentNode[]): DocumentNode[] {
  return nodes
    .map((node, index) => {
      if (node.text === undefined) return node
      const text = index === 0 ? node.text.trimStart() : node.text
      return { ...node, text: index === nodes.length - 1 ? text.trimEnd() : text }
    })
    .filter((node) => node.text !== "")
}

const isList = (node: DocumentNode | undefined) => node !== undefined && /List$/.test(node.type)

/** The article as a file that Stet wrote, so that its reader knows title and dek for sure. */
export function asFile(document: DocumentNode, body: string): string {
  const [title, dek] = document.content ?? []
  const lines = [`title: ${JSON.stringify(wordsOf(title?.content ?? []))}`]
  if (dek?.type === "dek") lines.push(`dek: ${JSON.stringify(wordsOf(dek.content ?? []))}`)
  return `---\n${lines.join("\n")}\nbody_sha256: "none"\n---\n\n${body}`
}

function isTight({ attrs, content: items = [] }: DocumentNode): boolean {
  const rooms = items.map(({ content = [] }) => content)
  const isOneLine = rooms.length === 1 && rooms[0]?.length === 1
  const canBeTight = rooms.every((blocks) =>
    blocks.every((block, index) => {
      const before = blocks[index - 1]
      return !before || canFollow(before, block)
    }),
  )
  return isOneLine || (attrs?.tight === true && canBeTight)
}

function withoutAddress(node: DocumentNode): DocumentNode {
  const href = String(node.marks?.find(({ type }) => type === "link")?.attrs?.href)
  const isBare = [node.text, `mailto:${node.text}`, `http://${node.text}`].includes(href)
  if (!isBare) return node
  const { marks = [], ...rest } = node
  const others = marks.filter(({ type }) => type !== "link")
  return others.length > 0 ? { ...rest, marks: others } : rest
}

function joined(nodes: DocumentNode[]): DocumentNode[] {
  const result: DocumentNode[] = []
  for (const node of nodes) {
    const last = result.at(-1)
    const isSame = JSON.stringify(last?.marks) === JSON.stringify(node.marks)
    if (last?.text !== undefined && node.text !== undefined && isSame) {
      result[result.length - 1] = { ...last, text: last.text + node.text }
    } else result.push(node)
  }
  return result
}
