/** The buttons over a text: what each does where the caret stands, and that a second press takes it back. */
import { EditorState, TextSelection } from "@tiptap/pm/state"
import { describe, expect, test } from "vitest"
import { documentNode } from "@/lib/document/schema"
import type { DocumentNode } from "@/lib/domain/article"
import { commands, isOn, linkPlace, setLink, type Tool } from "./commands"

const DOCUMENT: DocumentNode = {
  type: "doc",
  content: [
    { type: "title", content: [{ type: "text", text: "A bridge" }] },
    { type: "paragraph", content: [{ type: "text", text: "It opened in 1931." }] },
  ],
}

/** A state with the words from one place to another selected. */
function stateAt(from: number, to = from): EditorState {
  const doc = documentNode(DOCUMENT)
  return EditorState.create({ doc, selection: TextSelection.create(doc, from, to) })
}

function pressed(state: EditorState, ...tools: Tool[]): EditorState {
  let now = state
  for (const tool of tools) commands[tool](now, (transaction) => (now = now.apply(transaction)))
  return now
}

const outline = (state: EditorState) => state.doc.child(1).toString().replaceAll('"It opened in 1931."', "…")

describe.each(["bullets", "numbers", "quote", "heading"] as const)("%s", (tool) => {
  test("is on where it was pressed", () => {
    const plain = stateAt(12)
    expect(isOn(plain, tool)).toBe(false)
    expect(isOn(pressed(plain, tool), tool)).toBe(true)
  })
})

test("a list or a quotation is lifted by a second press, and a list becomes one of the other kind", () => {
  const plain = stateAt(12)
  expect(outline(pressed(plain, "bullets"))).toBe("bulletList(listItem(paragraph(…)))")
  expect(outline(pressed(plain, "bullets", "bullets"))).toBe("paragraph(…)")
  expect(outline(pressed(plain, "bullets", "numbers"))).toBe("orderedList(listItem(paragraph(…)))")
  expect(outline(pressed(plain, "numbers", "numbers"))).toBe("paragraph(…)")
  expect(outline(pressed(plain, "quote", "quote"))).toBe("paragraph(…)")
})

test("a link is set on what is selected, shown wherever the caret is in it, and taken away whole", () => {
  const selected = stateAt(14, 20)
  expect(commands.link(stateAt(12))).toBe(false)
  let state = selected
  setLink("https://example.org/a")(state, (transaction) => (state = state.apply(transaction)))
  state = state.apply(state.tr.setSelection(TextSelection.create(state.doc, 16)))
  expect(linkPlace(state)).toEqual({ from: 14, to: 20, href: "https://example.org/a" })
  expect(isOn(state, "link")).toBe(true)
  setLink(null)(state, (transaction) => (state = state.apply(transaction)))
  expect(state.doc.eq(selected.doc)).toBe(true)
})
