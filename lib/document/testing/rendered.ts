/**
 * What two independent readers make of a Markdown text: remark with GFM, and markdown-it with its footnotes. Each gives
 * the article's words block by block and its notes, so that the two can be compared.
 *
 * Evened out, because the readers differ by design: white space counts as one space; pictures are left out; a task's box
 * is a node to remark and text to markdown-it, so it is text to both; markdown-it decodes the words of `<address>`,
 * which is turned off; addresses that remark finds in text are links, but of the same words.
 */
import MarkdownIt from "markdown-it"
import footnote from "markdown-it-footnote"
import type { Nodes } from "mdast"
import { treeOf } from "../write-tree"

export interface Rendered {
  /** The words of every block outside notes that has any. */
  lines: string[]
  /** Labels of the notes that are defined, and of the references that lead to one, in notes too; each once, sorted. */
  notes: string[]
  references: string[]
}

export function byRemark(markdown: string): Rendered {
  const rendered: Rendered = { lines: [], notes: [], references: [] }
  const visit = (node: Nodes, lines: string[]): void => {
    if (node.type === "footnoteDefinition") rendered.notes.push(node.label ?? "")
    if (node.type === "listItem" && typeof node.checked === "boolean") withBox(node.children[0], node.checked)
    if (node.type === "code") lines.push(node.value)
    else if (isTextBlock(node)) lines.push(remarkLine(node, rendered.references))
    else if ("children" in node) {
      for (const child of node.children) visit(child, node.type === "footnoteDefinition" ? [] : lines)
    }
  }
  visit(treeOf(withoutFrontMatter(markdown)), rendered.lines)
  return tidy(rendered)
}

type TextBlock = Extract<Nodes, { type: "paragraph" | "heading" | "tableCell" }>

const isTextBlock = (node: Nodes): node is TextBlock => ["paragraph", "heading", "tableCell"].includes(node.type)

function withBox(first: Nodes | undefined, checked: boolean): void {
  if (first?.type === "paragraph") first.children.unshift({ type: "text", value: checked ? "[x] " : "[ ] " })
}

function remarkLine(node: Nodes, references: string[]): string {
  if (node.type === "text" || node.type === "inlineCode") return node.value
  if (node.type === "break") return " "
  if (node.type === "footnoteReference") references.push(node.label ?? "")
  return "children" in node ? node.children.map((child) => remarkLine(child, references)).join("") : ""
}

const reader = new MarkdownIt({ html: true }).use(footnote)
reader.normalizeLinkText = (text) => text

type Token = ReturnType<typeof reader.parse>[number]

export function byMarkdownIt(markdown: string): Rendered {
  const env: { footnotes?: { refs?: Record<string, number> } } = {}
  const rendered: Rendered = { lines: [], notes: [], references: [] }
  let isNote = false
  for (const token of reader.parse(withoutFrontMatter(markdown), env)) {
    if (token.type === "footnote_block_open") isNote = true
    const words = token.type === "inline" ? markdownItLine(token.children ?? [], rendered.references) : token.content
    if (!isNote && (token.type === "inline" || token.type === "fence")) rendered.lines.push(words)
  }
  // A note that nothing refers to has the number -1.
  rendered.notes = Object.keys(env.footnotes?.refs ?? {}).map((label) => label.slice(1))
  return tidy(rendered)
}

function markdownItLine(tokens: Token[], references: string[]): string {
  return tokens
    .map((token) => {
      if (token.type === "footnote_ref") references.push((token.meta as { label: string }).label)
      if (token.type === "softbreak" || token.type === "hardbreak") return " "
      return token.type === "text" || token.type === "code_inline" ? token.content : ""
    })
    .join("")
}

function withoutFrontMatter(markdown: string): string {
  return markdown.startsWith("---\n") ? markdown.slice(markdown.indexOf("\n---\n", 3) + 5) : markdown
}

function tidy({ lines, notes, references }: Rendered): Rendered {
  const words = lines.map((line) => line.replace(/\s+/g, " ").trim())
  const once = (labels: string[]) => [...new Set(labels)].sort()
  return { lines: words.filter((line) => line !== ""), notes: once(notes), references: once(references) }
}
