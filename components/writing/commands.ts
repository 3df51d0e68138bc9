/** What the buttons over the text do: ProseMirror commands on the document schema. */
import { getMarkRange } from "@tiptap/core"
import { lift, setBlockType, wrapIn } from "@tiptap/pm/commands"
import { redo, undo } from "@tiptap/pm/history"
import { liftListItem, wrapInList } from "@tiptap/pm/schema-list"
import type { Command, EditorState } from "@tiptap/pm/state"
import { marked } from "./writing-view"

/** The buttons, in their order; what a link leads to is asked first. */
export const TOOLS = [
  ...(["undo", "redo", "bold", "italic", "link"] as const),
  ...(["paragraph", "heading", "bullets", "numbers", "quote"] as const),
]
export type Tool = (typeof TOOLS)[number]

/** What each puts the caret into. */
const NODES = {
  paragraph: "paragraph",
  heading: "heading",
  bullets: "bulletList",
  numbers: "orderedList",
  quote: "blockquote",
} as const

type NodeTypes = EditorState["schema"]["nodes"]
type NodeType = NonNullable<NodeTypes[string]>

const onNode =
  (name: string, command: (type: NodeType) => Command): Command =>
  (state, dispatch, view) => {
    const type = state.schema.nodes[name]
    return type ? command(type)(state, dispatch, view) : false
  }

/** A quote around the block, or none where there is one. */
const quote: Command = (state, dispatch, view) =>
  isOn(state, "quote") ? lift(state, dispatch) : onNode("blockquote", (type) => wrapIn(type))(state, dispatch, view)

/** A list around the block, none where there is one of that kind, or that kind where there is another. */
const list =
  (name: "bulletList" | "orderedList"): Command =>
  (state, dispatch, view) => {
    const around = listAround(state)
    const type = state.schema.nodes[name]
    if (!around) return onNode(name, (one) => wrapInList(one))(state, dispatch, view)
    if (around.node.type.name === name || !type?.validContent(around.node.content))
      return onNode(around.item, (item) => liftListItem(item))(state, dispatch, view)
    dispatch?.(state.tr.setNodeMarkup(around.at, type, around.node.attrs))
    return true
  }

/** The innermost list that the caret is in. */
function listAround({ selection: { $from } }: EditorState) {
  for (let depth = $from.depth; depth > 0; depth -= 1) {
    const node = $from.node(depth)
    if (/List$/.test(node.type.name)) return { node, at: $from.before(depth), item: $from.node(depth + 1).type.name }
  }
  return null
}

/** Where a link would be set: what is selected, or all of the link that the caret is in. Null where there is neither. */
export function linkPlace(state: EditorState): { from: number; to: number; href: string } | null {
  const { $from, from, to, empty } = state.selection
  const type = state.schema.marks.link
  if (!type || $from.parent.type.spec.code) return null
  const there = getMarkRange($from, type) ?? null
  const mark = there && state.doc.resolve(there.from).nodeAfter?.marks.find((one) => one.type === type)
  const href = String(mark?.attrs.href ?? "")
  if (empty) return there && { ...there, href }
  return { from, to, href }
}

/** Makes what is selected a link, or takes its link away where no address is given. */
export const setLink =
  (href: string | null): Command =>
  (state, dispatch) => {
    const place = linkPlace(state)
    const type = state.schema.marks.link
    if (!place || !type) return false
    const tr = state.tr.removeMark(place.from, place.to, type)
    dispatch?.(href === null ? tr : tr.addMark(place.from, place.to, type.create({ href })))
    return true
  }

export const commands: Record<Tool, Command> = {
  undo,
  redo,
  bold: marked("bold"),
  italic: marked("italic"),
  link: (state) => linkPlace(state) !== null,
  paragraph: onNode("paragraph", (type) => setBlockType(type)),
  heading: onNode("heading", (type) => setBlockType(type, { level: 2 })),
  bullets: list("bulletList"),
  numbers: list("orderedList"),
  quote,
}

/** Whether what a button makes is there already, where the caret is. */
export function isOn(state: EditorState, tool: Tool): boolean {
  const { $from } = state.selection
  switch (tool) {
    case "undo":
    case "redo":
      return false
    case "link":
      return (linkPlace(state)?.href ?? "") !== ""
    case "bold":
    case "italic":
      return isMarked(state, tool)
    case "bullets":
    case "numbers":
      return listAround(state)?.node.type.name === NODES[tool]
    case "quote":
      return Array.from({ length: $from.depth + 1 }, (_, at) => $from.node(at)).some(isQuote)
    default:
      return $from.parent.type.name === NODES[tool]
  }
}

function isMarked({ schema, selection, storedMarks, doc }: EditorState, mark: "bold" | "italic"): boolean {
  const { $from, from, to, empty } = selection
  const type = schema.marks[mark]
  if (!type) return false
  return empty ? Boolean(type.isInSet(storedMarks ?? $from.marks())) : doc.rangeHasMark(from, to, type)
}

const isQuote = ({ type }: { type: NodeType }) => type.name === NODES.quote
