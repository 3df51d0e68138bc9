/** Steps of an editor: what they leave, and what is refused, however they were made. */
import { describe, expect, test } from "vitest"
import type { DocumentNode } from "../domain/article"
import { Refusal } from "../domain/refusal"
import { canonicalText } from "./canonical"
import { takeSteps } from "./edit-steps"

const paragraph = (text: string): DocumentNode => ({ type: "paragraph", content: [{ type: "text", text }] })
const DOCUMENT: DocumentNode = {
  type: "doc",
  content: [{ type: "title", content: [{ type: "text", text: "A bridge" }] }, paragraph("It opened in 1931.")],
}
const END = 30

/** Puts nodes behind the last paragraph. */
const put = (...content: DocumentNode[]) => ({ stepType: "replace", from: END, to: END, slice: { content } })

const quoted = (levels: number) => {
  let node = paragraph("Deep down.")
  for (let level = 0; level < levels; level += 1) node = { type: "blockquote", content: [node] }
  return node
}

const refusalOf = (...steps: Record<string, unknown>[]) => {
  try {
    takeSteps(DOCUMENT, steps)
  } catch (error) {
    if (error instanceof Refusal) return error.key
    throw error
  }
  return null
}

test("steps are taken, and lead words to where they stand then", () => {
  const typed = { stepType: "replace", from: 11, to: 11, slice: { content: [{ type: "text", text: "We say: " }] } }
  const { document, follow } = takeSteps(DOCUMENT, [typed, put(paragraph("It stands."))].reverse())
  const { text } = canonicalText(document)
  expect(text).toBe("A bridge\nWe say: It opened in 1931.\nIt stands.")
  const found = follow({ start: 22, end: 26 })
  expect(found && text.slice(found.start, found.end)).toBe("1931")
})

describe("what is refused", () => {
  test("is nested deeper than any article, in one step or bit by bit, and however deep", () => {
    expect(refusalOf(put(quoted(90)))).toBeNull()
    expect(refusalOf(put(quoted(150)))).toBe("import.tooDeep")
    expect(refusalOf(put(quoted(1_000)))).toBe("import.tooDeep")
    expect(["import.tooDeep", "revision.brokenSteps"]).toContain(refusalOf(put(quoted(20_000))))
    const deeper = Array.from({ length: 120 }, (_, at) => ({
      ...{ stepType: "replaceAround", from: END + at, to: END + 12 + at, gapFrom: END + at, gapTo: END + 12 + at },
      ...{ insert: 1, slice: { content: [{ type: "blockquote" }] }, structure: true },
    }))
    expect(refusalOf(put(paragraph("Deep down.")), ...deeper)).toBe("import.tooDeep")
  })

  test("is no step, or fits the text nowhere, or leaves what can't be kept", () => {
    expect(refusalOf({ stepType: "sing" })).toBe("revision.brokenSteps")
    expect(refusalOf({ stepType: "replace", from: 900, to: 901 })).toBe("revision.brokenSteps")
    expect(refusalOf({ stepType: "replace", from: 0, to: 30 })).toBe("revision.brokenSteps")
  })
})
