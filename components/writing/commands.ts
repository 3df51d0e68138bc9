/** What the buttons over the text do: ProseMirror commands on the document schema. */
import { lift, setBlockType, wrapIn } from "@tiptap/pm/commands"
import { redo, undo } from "@tiptap/pm/history"
import { wrapInList } from "@tiptap/pm/schema-list"
import type { Command, EditorState } from "@tiptap/pm/state"
import { marked } from "./writing-view"

/** The buttons, in their order. */
export const TOOLS = ["undo", "redo", "bold", "italic", "paragraph", "heading", "bullets", "numbers", "quote"] as const
export type Tool = (typeof TOOLS)[number]

type NodeTypes = EditorState["schema"]["nodes"]
type NodeType = NonNullable<NodeTypes[string]>

const onNode =
  (name: string, command: (type: NodeType) => Command): Command =>
  (state, dispatch, view) => {
    const type = state.schema.nodes[name]
    return type ? command(type)(state, dispatch, view) : false
  }

/** A quote around the block, or none where there is one. */
const quote: Command = (state, dispatch, view) => {
  const { $from } = state.selection
  const inQuote = Array.from({ length: $from.depth }, (_, at) => $from.node(at + 1)).some(
    ({ type }) => type.name === "blockquote",
  )
  return inQuote ? lift(state, dispatch) : onNode("blockquote", (type) => wrapIn(type))(state, dispatch, view)
}

export const commands: Record<Tool, Command> = {
  undo,
  redo,
  bold: marked("bold"),
  italic: marked("italic"),
  paragraph: onNode("paragraph", (type) => setBlockType(type)),
  heading: onNode("heading", (type) => setBlockType(type, { level: 2 })),
  bullets: onNode("bulletList", (type) => wrapInList(type)),
  numbers: onNode("orderedList", (type) => wrapInList(type)),
  quote,
}

/** Whether what a button makes is there already, where the caret is. */
export function isOn(state: EditorState, tool: Tool): boolean {
  const { $from, from, to, empty } = state.selection
  if (tool === "bold" || tool === "italic") {
    const type = state.schema.marks[tool]
    if (!type) return false
    return empty ? Boolean(type.isInSet(state.storedMarks ?? $from.marks())) : state.doc.rangeHasMark(from, to, type)
  }
  return (tool === "heading" || tool === "paragraph") && $from.parent.type.name === tool
}
