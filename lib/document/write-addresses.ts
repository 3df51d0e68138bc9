/**
 * Addresses that stand in text by themselves. GitHub and others make links of them without being asked, each by rules
 * of its own; written as `<address>` they are the same link everywhere, and a note's reference can't run into them.
 */
import type { DocumentNode } from "../domain/article"
import { addressOf, isAngled } from "./write-marks"

const ADDRESS = /(?<![\p{L}\p{N}_.+/-])(?:(?:https?:\/\/|www\.)[-.\w]+[^\s<>|\\]*|[\w.+-]+@[-\w]+(?:\.[-\w]+)+)/giu

/** What no address is without: most texts need no closer look. */
const MAY_HOLD_ONE = /@|:\/\/|www\./i

/** Where addresses stand in a text, in its code units. Punctuation at an address's end is the sentence's. */
export function addressesIn(text: string): { start: number; end: number }[] {
  if (!MAY_HOLD_ONE.test(text)) return []
  return Array.from(text.matchAll(ADDRESS), (match) => {
    const address = withoutEnd(match[0])
    return { start: match.index, end: match.index + address.length }
  })
}

/** The content with every bare address in its text as a link of its own. */
export function withAddresses(content: readonly DocumentNode[]): DocumentNode[] {
  return content.flatMap((node) => {
    const isPlain = node.text !== undefined && !node.marks?.some(({ type }) => UNTOUCHED.has(type))
    return isPlain ? cut(node, node.text ?? "") : [node]
  })
}

const UNTOUCHED = new Set(["link", "code", "codeTag"])

function cut(node: DocumentNode, text: string): DocumentNode[] {
  const pieces: DocumentNode[] = []
  let done = 0
  for (const { start, end } of addressesIn(text)) {
    const address = text.slice(start, end)
    const href = addressOf(address)
    if (href === null || !isAngled(address)) continue
    const link = { type: "link", attrs: { href, title: null } }
    pieces.push(
      { ...node, text: text.slice(done, start) },
      { ...node, text: address, marks: [link, ...(node.marks ?? [])] },
    )
    done = end
  }
  return [...pieces, { ...node, text: text.slice(done) }].filter((piece) => piece.text !== "")
}

const SENTENCE_ENDS = new Set("?!.,:;*_~'\"”’»)]}")

function withoutEnd(address: string): string {
  let end = address.length
  while (end > 0 && SENTENCE_ENDS.has(address.charAt(end - 1))) end -= 1
  const kept = address.slice(0, end)
  // "(see https://example.org/a_(b))": a bracket that the address opened belongs to it.
  const isOwn = address.charAt(end) === ")" && kept.split("(").length > kept.split(")").length
  return isOwn ? `${kept})` : kept
}
