/** From Markdown's inline nodes to the schema's: text with marks, breaks, images, footnote references. */
import type { Image, ImageReference, Link, LinkReference, PhrasingContent } from "mdast"
import type { DocumentNode } from "../domain/article"
import { htmlTokens, unreadBy, type HtmlToken } from "./read-html"
import { keptImage, keptLink } from "./addresses"
import { marks as markSpecs, type MarkName } from "./schema"

/** What inline nodes refer to, by Markdown's normalised identifiers. */
export interface References {
  definitions: Map<string, { url: string; title?: string | null | undefined }>
  /** Labels of the footnotes that are defined. */
  footnotes: Map<string, string>
  /** Decodes the character references of raw HTML. */
  decode(text: string): string
}

type Mark = { type: MarkName; attrs?: Record<string, unknown> }

const RANK = Object.keys(markSpecs) as MarkName[]

const MARKDOWN_MARKS = { emphasis: "italic", strong: "bold", delete: "strike" } as const

const HTML_MARKS: Partial<Record<string, MarkName>> = {
  b: "bold",
  strong: "bold",
  i: "italic",
  em: "italic",
  cite: "italic",
  s: "strike",
  del: "strike",
  sup: "superscript",
  sub: "subscript",
  code: "code",
  kbd: "code",
}

/** The inline content of a text block, without white space or breaks at its edges. */
export function inlineOf(nodes: PhrasingContent[], references: References): DocumentNode[] {
  const line = new Line(references)
  line.readAll(nodes)
  return tidy(line.nodes)
}

/** The inline content that tags and text of raw HTML make. */
export function inlineOfHtml(tokens: HtmlToken[], references: References): DocumentNode[] {
  const line = new Line(references)
  tokens.forEach((token) => line.readToken(token))
  return tidy(line.nodes)
}

/** The figure's or inline image's attributes, or null where its address is not kept. */
export function imageOf(node: Image | ImageReference, references: References) {
  const target = node.type === "image" ? node : references.definitions.get(node.identifier)
  const src = keptImage(target?.url)
  return src === null ? null : { src, alt: node.alt ?? "", title: target?.title ?? null }
}

/** One line under way: what is written so far, and the marks that lie on what comes next. */
class Line {
  readonly nodes: DocumentNode[] = []
  private readonly markdown: Mark[] = []
  private readonly html: { tag: string; mark: Mark | null }[] = []
  private unread: string | null = null

  constructor(private readonly references: References) {}

  readAll(nodes: PhrasingContent[]): void {
    for (const node of nodes) this.read(node)
  }

  readToken(token: HtmlToken): void {
    if (token.kind === "text") this.text(token.text)
    else if (token.name === "br") this.leaf({ type: "hardBreak" })
    else if (token.name === "img") this.htmlImage(token.attributes)
    else if (token.kind === "open") this.html.push({ tag: token.name, mark: htmlMark(token) })
    else this.close(token.name)
  }

  private read(node: PhrasingContent): void {
    if (node.type === "html") return this.rawHtml(node.value)
    if (this.unread !== null) return
    switch (node.type) {
      case "text":
        return this.text(node.value)
      case "inlineCode":
        return this.within({ type: "code" }, () => this.text(node.value))
      case "emphasis":
      case "strong":
      case "delete":
        return this.within({ type: MARKDOWN_MARKS[node.type] }, () => this.readAll(node.children))
      case "break":
        return this.leaf({ type: "hardBreak" })
      default:
        return this.readReference(node)
    }
  }

  private readReference(node: PhrasingContent): void {
    if (node.type === "link" || node.type === "linkReference") this.link(node)
    else if (node.type === "image" || node.type === "imageReference") this.image(node)
    else if (node.type === "footnoteReference") this.footnote(node.identifier)
  }

  private text(text: string): void {
    if (text !== "") this.leaf({ type: "text", text })
  }

  private leaf(node: DocumentNode): void {
    const marks = node.type === "hardBreak" ? [] : this.marks()
    this.nodes.push(marks.length > 0 ? { ...node, marks } : node)
  }

  /** Every mark once, outermost first, as the schema asks. */
  private marks(): Mark[] {
    const lying = [...this.html.flatMap(({ mark }) => mark ?? []), ...this.markdown]
    return RANK.flatMap((type) =>
      type === "nested" ? this.nested() : (lying.find((mark) => mark.type === type) ?? []),
    )
  }

  /** How many times more than once the same emphasis lies here: `*a *title* within*`. */
  private nested(): Mark[] {
    const more = (type: MarkName) => Math.max(0, this.markdown.filter((mark) => mark.type === type).length - 1)
    const attrs = { bold: more("bold"), italic: more("italic") }
    return attrs.bold + attrs.italic > 0 ? [{ type: "nested", attrs }] : []
  }

  private within(mark: Mark, write: () => void): void {
    this.markdown.push(mark)
    write()
    this.markdown.pop()
  }

  private link(node: Link | LinkReference): void {
    const target = node.type === "link" ? node : this.references.definitions.get(node.identifier)
    const href = keptLink(target?.url)
    if (href === null) return this.readAll(node.children)
    this.within({ type: "link", attrs: { href, title: target?.title ?? null } }, () => this.readAll(node.children))
  }

  private image(node: Image | ImageReference): void {
    const attrs = imageOf(node, this.references)
    if (attrs) this.leaf({ type: "inlineImage", attrs })
    else this.text(node.alt ?? "")
  }

  private htmlImage(attributes: (name: string) => string | null): void {
    const src = keptImage(attributes("src"))
    const alt = attributes("alt") ?? ""
    if (src === null) this.text(alt)
    else this.leaf({ type: "inlineImage", attrs: { src, alt, title: attributes("title") } })
  }

  private footnote(identifier: string): void {
    const label = this.references.footnotes.get(identifier)
    if (label !== undefined) this.leaf({ type: "footnoteReference", attrs: { label } })
  }

  private rawHtml(html: string): void {
    if (this.unread !== null) {
      if (html.toLowerCase().startsWith(`</${this.unread}`)) this.unread = null
      return
    }
    this.unread = unreadBy(html)
    for (const token of htmlTokens(html, this.references.decode)) this.readToken(token)
  }

  private close(tag: string): void {
    const index = this.html.findLastIndex((open) => open.tag === tag)
    if (index >= 0) this.html.splice(index, 1)
  }
}

function htmlMark({ name, attributes }: Exclude<HtmlToken, { kind: "text" }>): Mark | null {
  if (name === "a") {
    const href = keptLink(attributes("href"))
    return href === null ? null : { type: "link", attrs: { href, title: attributes("title") } }
  }
  const type = HTML_MARKS[name]
  return type ? { type } : null
}

/** Without white space at the edges of the block or of its lines, and with one break where there were several. */
function tidy(nodes: DocumentNode[]): DocumentNode[] {
  const forwards = trimmedStarts(nodes, (text) => text.trimStart())
  return trimmedStarts(forwards.reverse(), (text) => text.trimEnd()).reverse()
}

function trimmedStarts(nodes: DocumentNode[], trim: (text: string) => string): DocumentNode[] {
  const kept: DocumentNode[] = []
  let isAtStart = true
  for (const node of nodes) {
    const text = node.text !== undefined && isAtStart && !isCode(node) ? trim(node.text) : node.text
    if (text === "" || (isAtStart && node.type === "hardBreak")) continue
    kept.push(text === undefined ? node : { ...node, text })
    isAtStart = node.type === "hardBreak"
  }
  return kept
}

/** White space in code is the code's own. */
function isCode({ marks = [] }: DocumentNode): boolean {
  return marks.some(({ type }) => type === "code")
}
