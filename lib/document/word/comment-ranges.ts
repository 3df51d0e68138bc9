/**
 * Which words each comment is about. Word marks where a comment's words begin and end, anywhere in the tree; here
 * each run is given the ids of the comments that it lies in, which it keeps whatever becomes of the tree around it.
 */
import { OBJECT } from "../canonical"
import { wordsOfRun } from "./runs"
import type { XmlElement, XmlNode } from "./xml"

/**
 * The attribute of a run that lists comments: `3` for one that it lies in, `3<` and `3>` for one that is about no words
 * of its own and stands before or behind the run. No XML can bring an attribute of this name.
 */
export const COMMENTS = "?comments"

export interface CommentRanges {
  root: XmlElement
  /** By the comment's id: its words as they stood there, with what changes would take away and bring. */
  quotes: Map<string, string>
}

export function markComments(root: XmlElement): CommentRanges {
  const ranges = new Ranges()
  const [marked] = ranges.mark(root)
  return { root: typeof marked === "object" ? marked : root, quotes: ranges.quotes }
}

class Ranges {
  readonly quotes = new Map<string, string>()
  private open = new Set<string>()
  /** The last run with words of this paragraph, and the comments that wait for its first one. */
  private last: XmlElement | null = null
  private waiting: string[] = []

  mark(node: XmlNode): XmlNode[] {
    if (typeof node === "string") return [node]
    const id = node.attributes["w:id"] ?? ""
    switch (node.name) {
      case "w:commentRangeStart":
        this.open.add(id)
        return []
      case "w:commentRangeEnd":
        this.open.delete(id)
        return []
      case "w:commentReference":
        this.refer(id)
        return []
      case "w:p":
        return [this.apart(node, this.open)]
      case "w:txbxContent":
        return [this.apart(node, new Set())]
      case "w:r":
        return [this.run(node)]
      default:
        return [this.inside(node)]
    }
  }

  private inside(node: XmlElement): XmlElement {
    return { ...node, children: node.children.flatMap((child) => this.mark(child)) }
  }

  /** A paragraph, or a text box, which hangs on a paragraph without being part of its words. */
  private apart(node: XmlElement, open: Set<string>): XmlElement {
    const { last, waiting, open: outer } = this
    Object.assign(this, { last: null, waiting: [], open })
    const marked = this.inside(node)
    for (const id of open) this.quote(id, "\n")
    Object.assign(this, { last, waiting, open: outer })
    return marked
  }

  private run(node: XmlElement): XmlElement {
    const words = wordsOfRun(node)
    if (words === "") return this.inside(node)
    const text = words.replaceAll(OBJECT, "")
    for (const id of this.open) this.quote(id, text)
    if (text.trim() === "") return { ...this.inside(node), attributes: this.listed(node, [...this.open]) }
    const comments = [...this.open, ...this.waiting.map((id) => `${id}<`)]
    this.waiting = []
    this.last = { ...this.inside(node), attributes: this.listed(node, comments) }
    return this.last
  }

  private listed({ attributes }: XmlElement, comments: string[]): XmlElement["attributes"] {
    return { ...attributes, [COMMENTS]: comments.join(" ") }
  }

  /** The reference stands behind a comment's words: a range that nothing has ended ends here. */
  private refer(id: string): void {
    this.open.delete(id)
    if (this.quotes.get(id)?.trim()) return
    if (this.last === null) this.waiting.push(id)
    else this.last.attributes = { ...this.last.attributes, [COMMENTS]: `${this.last.attributes[COMMENTS]} ${id}>` }
  }

  private quote(id: string, words: string): void {
    this.quotes.set(id, (this.quotes.get(id) ?? "") + words)
  }
}
