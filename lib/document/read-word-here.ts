/** Reads a Word file on the spot, however long it takes. Use `readWord`, which bounds it. */
import type { DocumentNode } from "../domain/article"
import type { TrackedChange } from "../domain/import"
import { imported, wordsOf, type Findings, type Given, type Imported } from "./read-result"
import { withoutAlternates } from "./word/alternates"
import { blocksOfWord } from "./word/blocks"
import { changesIn } from "./word/changes"
import { markComments } from "./word/comment-ranges"
import { commentsIn } from "./word/comments"
import { Facts } from "./word/facts"
import { withoutComments } from "./word/found"
import { throughMammoth, type PlainParts } from "./word/mammoth"
import { numberingIn } from "./word/numbering"
import { openWord, type TextPart, type WordFile } from "./word/open"
import { plainPart } from "./word/plain"
import { remarksIn, type Remark } from "./word/remarks"
import { settled, type IsAccepted } from "./word/settle"
import { stylesIn } from "./word/styles"
import { findingsIn } from "./word/top"
import type { XmlElement } from "./word/xml"

/** Which of the tracked changes are taken over: the others are as if nobody had made them. */
export type Accepted = "all" | "none" | readonly string[]

export interface WordOrder {
  bytes: Uint8Array
  given: Given
  accepted: Accepted
}

/** An article as it was read from a Word file, with what its writer left beside the text. */
export interface ImportedWord extends Imported {
  remarks: Remark[]
  /** All that the file holds, whichever are accepted. */
  changes: TrackedChange[]
}

/** Refuses `invalid`: `import.empty`, `import.tooLarge`, `import.tooLong` and those of `import.word`. */
export async function readWordHere({ bytes, given, accepted }: WordOrder): Promise<ImportedWord> {
  const file = openWord(bytes)
  const comments = commentsIn(file)
  const { parts, quotes } = markedParts(file)
  const { changes, changeOf } = changesIn([...parts.values()].map(({ root }) => root))
  const isAccepted = acceptance(accepted, changeOf)
  const facts = new Facts()
  const word = await throughMammoth(plainParts(file, parts, facts, isAccepted))
  const { blocks, footnotes } = blocksOfWord(word, facts)
  const findings = findingsIn(blocks, given)
  const found = { ...findings, metadata: { language: facts.language(), ...findings.metadata } }
  const marked = documentOf({ ...found, body: [...found.body, ...footnotes] })
  const article = imported(withoutMarks(found, footnotes), given)
  const language = article.metadata.language ?? "en"
  const notices: Imported["notices"] = facts.hasEmbedded ? ["embeddedLeftOut"] : []
  const remarks = remarksIn(marked, article.document, { comments, quotes, language })
  return { ...article, notices: [...article.notices, ...notices], remarks, changes }
}

type PartName = "document" | "footnotes" | "endnotes"

/** The parts with text, each run with the comments that it lies in. */
function markedParts(file: WordFile): { parts: Map<PartName, TextPart>; quotes: Map<string, string> } {
  const parts = new Map<PartName, TextPart>()
  const quotes = new Map<string, string>()
  for (const name of ["document", "footnotes", "endnotes"] as const) {
    const part = file[name]
    if (!part) continue
    const ranges = markComments(withoutAlternates(part.root))
    parts.set(name, { ...part, root: ranges.root })
    for (const [id, words] of ranges.quotes) quotes.set(id, (quotes.get(id) ?? "") + words)
  }
  return { parts, quotes }
}

/** What changes no words goes with the others, if all go one way. */
function acceptance(accepted: Accepted, changeOf: Map<XmlElement, string>): IsAccepted {
  if (accepted === "all") return () => true
  if (accepted === "none") return () => false
  const ids = new Set(accepted)
  return (piece) => {
    const id = changeOf.get(piece)
    return id === undefined || ids.has(id)
  }
}

function plainParts(file: WordFile, parts: Map<PartName, TextPart>, facts: Facts, isAccepted: IsAccepted): PlainParts {
  const styles = stylesIn(file.styles)
  const numbering = numberingIn(file.numbering, styles)
  const plain = (name: PartName): TextPart | null => {
    const part = parts.get(name)
    if (!part) return null
    const { addresses } = part
    return { addresses, root: plainPart(settled(part.root, isAccepted), { styles, numbering, facts, addresses }) }
  }
  return { document: plain("document") ?? file.document, footnotes: plain("footnotes"), endnotes: plain("endnotes") }
}

/** As `imported` puts a document together, with the comments on its nodes. */
function documentOf({ title, dek, body }: Findings): DocumentNode {
  const top: DocumentNode[] = [{ type: "title", content: title ?? [] }]
  if (dek && wordsOf(dek) !== "") top.push({ type: "dek", content: dek })
  return { type: "doc", content: [...top, ...body] }
}

function withoutMarks({ title, dek, body, metadata }: Findings, footnotes: DocumentNode[]): Findings {
  const plain = (nodes: DocumentNode[] | null) => nodes && nodes.map(withoutComments)
  return { title: plain(title), dek: plain(dek), body: [...body, ...footnotes].map(withoutComments), metadata }
}
