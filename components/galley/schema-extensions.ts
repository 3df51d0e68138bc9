/**
 * Tiptap extensions for every node and mark of the document schema, made from its specs: what a document is stays
 * said in one place. Their structure comes from `schemaSpec`; here is only how each is parsed and drawn.
 */
import { Mark, Node, type DOMOutputSpecArray } from "@tiptap/core"
import type { DOMOutputSpec, MarkSpec, NodeSpec } from "@tiptap/pm/model"
import { marks, nodes } from "@/lib/document/schema"
import { withLinkedPictures } from "./pictures"

/** What `new Editor` takes as its structure. */
export const schemaSpec = { nodes, marks }

const nodeSpecs: [string, NodeSpec][] = Object.entries(nodes)
const markSpecs: [string, MarkSpec][] = Object.entries(marks)

export const schemaExtensions = [
  ...nodeSpecs.map(([name, spec]) =>
    Node.create({
      name,
      topNode: name === "doc",
      parseHTML: () => spec.parseDOM ?? [],
      ...(spec.toDOM && { renderHTML: ({ node }) => drawn(spec.toDOM?.(node)) }),
    }),
  ),
  ...markSpecs.map(([name, spec]) =>
    Mark.create({
      name,
      parseHTML: () => spec.parseDOM ?? [],
      ...(spec.toDOM && { renderHTML: ({ mark }) => drawn(spec.toDOM?.(mark, true)) }),
    }),
  ),
]

/** Every spec of ours draws by array; a DOM node would be a mistake made in the schema. */
function drawn(output: DOMOutputSpec | undefined): DOMOutputSpecArray {
  if (!Array.isArray(output)) throw new TypeError("a node of the document schema is not drawn by an array")
  return withLinkedPictures(output) as unknown as DOMOutputSpecArray
}
