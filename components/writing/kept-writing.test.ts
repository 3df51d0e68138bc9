import { afterEach, expect, test } from "vitest"
import { draftAt, draftKeys, dropDraft, keepDraft } from "@/components/ui/drafts"
import { keepWords, keptBeside, stepsKey, wordsOf } from "./kept-writing"

const ann = { writer: "ann", articleId: "bridge" }
const typed = (text: string) => ({ stepType: "replace", from: 1, to: 1, slice: { content: [{ type: "text", text }] } })

function keep(key: string, number: number, ...words: string[]): string {
  const value = { number, steps: words.map(typed) }
  keepDraft(key, { value, base: value })
  return key
}

afterEach(() => draftKeys().forEach(dropDraft))

test("what was written in an older text of the article is found, and nobody else's", () => {
  const older = keep(stepsKey(ann, "r1"), 1, "One")
  const here = keep(stepsKey(ann, "r2"), 2, "Two")
  keep(stepsKey({ ...ann, writer: "bea" }, "r1"), 1, "Bea's")
  keep(stepsKey({ ...ann, articleId: "tram" }, "r1"), 1, "Elsewhere")
  expect(keptBeside(ann, here)).toEqual([{ kind: "steps", key: older, number: 1 }])
})

test("of steps that fit no text the words stay, to be taken from there", () => {
  const key = keep(stepsKey(ann, "r1"), 3, "The bridge ", "is red.")
  keepWords(key)
  expect(draftAt(key)).toBeNull()
  expect(keptBeside(ann, key)).toMatchObject([{ kind: "words", number: 3, words: "The bridge \nis red." }])
})

test("words are found wherever they stand in a step", () => {
  const slice = {
    content: [{ type: "blockquote", content: [{ type: "paragraph", content: [{ type: "text", text: "Deep." }] }] }],
  }
  expect(wordsOf([{ stepType: "replace", slice }, { stepType: "addMark" }, null, 7])).toEqual(["Deep."])
})
