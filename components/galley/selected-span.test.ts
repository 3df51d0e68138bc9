import { expect, test } from "vitest"
import { positions } from "@/lib/document/canonical"
import { selectedSpan } from "./selected-span"

const paragraph = (text: string) => ({ type: "paragraph", content: [{ type: "text", text }] })
const article = (...paragraphs: string[]) => ({
  type: "doc",
  content: [{ type: "title", content: [{ type: "text", text: "A title" }] }, ...paragraphs.map(paragraph)],
})

const marked = (document: ReturnType<typeof article>, from: number, to: number) => {
  const offsets = positions(document)
  const span = selectedSpan(offsets, { from, to })
  return span && offsets.text.slice(span.start, span.end)
}

test("white space at the edges of a selection is not claimed", () => {
  expect(marked(article("The mayor resigned."), 13, 20)).toBe("mayor")
})

test("a selection across paragraphs is one span", () => {
  expect(marked(article("One.", "Two."), 10, 20)).toBe("One.\nTwo.")
})

test("a selection that ends where the next paragraph begins ends with the paragraph", () => {
  expect(marked(article("One.", "Two."), 10, 16)).toBe("One.")
})

test("half an emoji is taken whole", () => {
  expect(marked(article("A 👩‍👩‍👧 here"), 12, 13)).toBe("👩‍👩‍👧")
})

test("nothing but space is no claim", () => {
  expect(marked(article("One two"), 13, 14)).toBeNull()
  expect(marked(article("One two"), 13, 13)).toBeNull()
})

test("the headline can be claimed", () => {
  expect(marked(article("One."), 1, 8)).toBe("A title")
})
