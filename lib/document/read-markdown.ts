/**
 * Reads Markdown (CommonMark with GitHub's tables, task lists, strikethrough and footnotes, and YAML front matter)
 * into the schema. Raw HTML becomes the marks that the schema has, or its words; nothing else of it is kept.
 */
import type { Definition, FootnoteDefinition, Nodes } from "mdast"
import type { DocumentNode } from "../domain/article"
import type { FoundClaim } from "../domain/found-claim"
import { canonicalText } from "./canonical"
import { ownFrontMatter } from "./front-matter"
import { cleanLine, cleanLines } from "./normalise"
import { blocksOf, footnotesOf } from "./read-blocks"
import { splitFrontMatter } from "./read-front-matter"
import type { References } from "./read-inline"
import { claimsInNotes } from "./re-import/notes"
import { imported, inlineText, type Findings, type Given, type Imported, type Notice } from "./read-result"
import { topOf } from "./read-top"
import { decoder, everyNode, treeOf } from "./read-tree"
import { strip } from "./strip"

/**
 * The article in `content`; of a Reader Markdown file of Stet's the body alone, without references and notes. With `given.title` everything below the front matter is body; else the first `#` heading
 * is the title, and a dek and credits are looked for under it. Refuses `invalid`: `import.empty`, `import.tooDeep`.
 */
export function readMarkdown(content: string, given: Given): Imported {
  return readBody(content, given, (text) => strip(text, treeOf))
}

/** The same, with the claims that its notes tell of where the file is Stet's, each on its words. */
export function readMarkdownWithClaims(content: string, given: Given): Imported & { claims: FoundClaim[] } {
  const article = readMarkdown(content, given)
  const { text } = canonicalText(article.document)
  const read = (body: string) => readBody(content, given, () => body)
  const kind = given.kind ?? article.metadata.kind
  const claims = claimsInNotes(cleanText(content), { text, kind, read })
  if (claims.length === 0) {
    const notices: Notice[] = hasMarks(cleanText(content)) ? [...article.notices, "marksTakenOff"] : article.notices
    return { ...article, notices, claims }
  }
  const isLost = claims.some(({ anchors }) => anchors.some(({ placement }) => placement === "lost"))
  const notices: Notice[] = [...article.notices, "claimsCame", ...(isLost ? (["claimsWithoutPlace"] as const) : [])]
  return { ...article, claims, notices }
}

/** Whether a file is Editorial Markdown of Stet's with claims in it, which that says too little of to bring back. */
function hasMarks(text: string): boolean {
  const prefix = ownFrontMatter(text)?.prefix
  return prefix?.kind === "mark" && text.includes(`{>>${prefix.is}`)
}

const cleanText = (content: string) => cleanLines(content).replace(/^\uFEFF+/u, "")

function readBody(content: string, given: Given, bodyOf: (text: string) => string): Imported {
  const text = cleanText(content)
  const { frontMatter, body } = splitFrontMatter(text)
  const { blocks, footnotes } = parsed(frontMatter.isOurs ? splitFrontMatter(bodyOf(text)).body : body)
  const { title, dek, metadata, rest } = given.title
    ? { title: inlineText(given.title), dek: null, metadata: {}, rest: blocks }
    : topOf(blocks, { title: frontMatter.title, dek: given.dek ?? frontMatter.dek, isOurs: frontMatter.isOurs })
  const givenDek = given.dek ?? frontMatter.dek
  const found = {
    title,
    dek: dek ?? (givenDek ? inlineText(givenDek) : null),
    body: [...rest, ...footnotes],
    metadata: { ...metadata, ...withoutNulls(frontMatter.metadata) },
  }
  return imported(found, given)
}

function withoutNulls(metadata: Findings["metadata"]): Findings["metadata"] {
  return Object.fromEntries(Object.entries(metadata).filter(([, value]) => value !== null))
}

function parsed(markdown: string): { blocks: DocumentNode[]; footnotes: DocumentNode[] } {
  const root = treeOf(markdown)
  const nodes = everyNode(root)
  const references = referencesIn(nodes)
  return { blocks: blocksOf(root.children, references), footnotes: footnotesOf(nodes, references) }
}

function referencesIn(nodes: Nodes[]): References {
  const first = <T extends Definition | FootnoteDefinition, V>(type: T["type"], value: (node: T) => V) => {
    const all = nodes.filter((node): node is T & Nodes => node.type === type).reverse()
    return new Map(all.map((node) => [node.identifier, value(node)]))
  }
  return {
    definitions: first<Definition, { url: string; title?: string | null | undefined }>("definition", (node) => node),
    footnotes: first<FootnoteDefinition, string>("footnoteDefinition", (node) =>
      cleanLine(node.label ?? node.identifier),
    ),
    decode: decoder(),
  }
}
