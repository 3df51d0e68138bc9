/** Parses Markdown into its tree, once it is sure that this ends soon. Everything about remark is here. */
import type { Nodes, Root } from "mdast"
import remarkGfm from "remark-gfm"
import remarkParse from "remark-parse"
import { unified, type Processor } from "unified"
import { refuseDeep, refuseDense, refuseTangled, tooDeep } from "./read-bounds"

const parser = unified().use(remarkParse).use(remarkGfm).use(asWritten).freeze()

/** The same without what takes long in dense text: its paragraphs are what the other's are, with their source inside. */
const outliner = unified()
  .data("micromarkExtensions", [
    {
      disable: {
        null: [
          "attention",
          "strikethrough",
          "labelStartLink",
          "labelStartImage",
          "labelEnd",
          "gfmFootnoteCall",
          "gfmPotentialFootnoteCall",
        ],
      },
    },
  ])
  .use(remarkParse)
  .use(remarkGfm)
  .freeze()

/**
 * remark looks for addresses a second time, in the finished text, where `www\\.example.org` says no more that it is to be
 * no link. GitHub does not, nor do we.
 */
function asWritten(this: Processor): void {
  const extensions = [this.data().fromMarkdownExtensions ?? []].flat(2)
  this.data(
    "fromMarkdownExtensions",
    extensions.map((extension) => ({ ...extension, transforms: [] })),
  )
}

/** The tree of `markdown`, at most a hundred levels deep. Refuses `invalid`, `import.tooDeep`. */
export function treeOf(markdown: string): Root {
  refuseTangled(markdown)
  try {
    refuseDense(everyNode(outliner.parse(markdown)))
    const root = parser.parse(markdown)
    refuseDeep(root)
    return root
  } catch (error) {
    // The parser's own transforms walk by recursion: it may run out of stack before we can measure the tree.
    throw error instanceof RangeError ? tooDeep() : error
  }
}

/** Every node in document order, without recursion. */
export function everyNode(root: Root): Nodes[] {
  const found: Nodes[] = []
  const waiting: Nodes[] = [root]
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    found.push(node)
    if ("children" in node) for (const child of node.children.toReversed()) waiting.push(child)
  }
  return found
}

/** Decodes character references by Markdown's own rules: each is read as a paragraph, once. */
export function decoder(): (text: string) => string {
  const known = new Map<string, string>()
  const read = (reference: string) => {
    const [paragraph] = parser.parse(reference).children
    const [node] = paragraph?.type === "paragraph" ? paragraph.children : []
    return node?.type === "text" ? node.value : reference
  }
  return (text) =>
    text.replace(/&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]{1,31});/giu, (reference) => {
      const character = known.get(reference) ?? read(reference)
      known.set(reference, character)
      return character
    })
}
