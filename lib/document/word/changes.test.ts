import { expect, test } from "vitest"
import { canonicalText } from "../canonical"
import type { Accepted } from "../read-word-here"
import { p, r } from "./testing/docx"
import { read } from "./testing/reading"

const by = 'w:author="Ed" w:date="2024-11-15T10:00:00Z"'
const ins = (content: string, who = by) => `<w:ins w:id="1" ${who}>${content}</w:ins>`
const del = (words: string, who = by) =>
  `<w:del w:id="1" ${who}><w:r><w:delText xml:space="preserve">${words}</w:delText></w:r></w:del>`

const text = async (body: string, accepted: Accepted) => {
  const { document } = await read({ body }, accepted)
  return canonicalText(document).text.replace("T\n", "")
}
const changes = async (body: string) => (await read({ body }, "all")).changes

const replaced = p(r("The mayor ") + del("resigned") + ins(r("stepped down")) + r(" on Monday."))

test("a replaced word is one change, accepted or rejected as one", async () => {
  expect(await changes(replaced)).toEqual([
    {
      id: "1",
      kind: "replacement",
      author: "Ed",
      at: "2024-11-15T10:00:00.000Z",
      before: "The mayor ",
      removed: "resigned",
      added: "stepped down",
      after: " on Monday.",
    },
  ])
  expect(await text(replaced, "all")).toBe("The mayor stepped down on Monday.")
  expect(await text(replaced, "none")).toBe("The mayor resigned on Monday.")
  expect(await text(replaced, ["1"])).toBe("The mayor stepped down on Monday.")
  expect(await text(replaced, [])).toBe("The mayor resigned on Monday.")
})

test("each change is accepted by itself; what another person changed beside it is another change", async () => {
  const body = p(r("a") + ins(r("b")) + ins(r("c"), 'w:author="Eva"') + r("d") + del("e"))
  expect((await changes(body)).map(({ kind, author, added, removed }) => [kind, author, added + removed])).toEqual([
    ["insertion", "Ed", "b"],
    ["insertion", "Eva", "c"],
    ["deletion", "Ed", "e"],
  ])
  expect(await text(body, ["2"])).toBe("acde")
  expect(await text(body, ["1", "3"])).toBe("abd")
})

test("a paragraph that was split is whole again when that is rejected, and one that was joined when it is accepted", async () => {
  const split = p(r("One."), `<w:rPr><w:ins w:id="1" ${by}/></w:rPr>`) + p(" Two.")
  expect(await text(split, "all")).toBe("One.\nTwo.")
  expect(await text(split, "none")).toBe("One. Two.")
  const joined = p(r("One."), `<w:rPr><w:del w:id="1" ${by}/></w:rPr>`) + p(" Two.")
  expect(await text(joined, "all")).toBe("One. Two.")
  expect(await text(joined, "none")).toBe("One.\nTwo.")
})

test("what was moved is in one place, wherever the move ends", async () => {
  const mark = (end: string) => `<w:pPr><w:rPr><w:move${end} w:id="9" ${by}/></w:rPr></w:pPr>`
  const moved = (end: string) =>
    `<w:move${end}RangeStart w:id="5" w:name="move1" ${by}/><w:p>${mark(end)}<w:move${end} w:id="6" ${by}>${r("Moved.")}</w:move${end}></w:p><w:move${end}RangeEnd w:id="5"/>`
  const body = moved("From") + p("Stays.") + moved("To") + p("Last.")
  expect(await changes(body)).toMatchObject([{ id: "1", kind: "move", removed: "Moved.\n", added: "Moved.\n" }])
  expect(await text(body, "all")).toBe("Stays.\nMoved.\nLast.")
  expect(await text(body, "none")).toBe("Moved.\nStays.\nLast.")
})

test("words that one person inserted and another deleted stay only if the first is accepted and the second is not", async () => {
  const body = p(r("a ") + ins(del("b ", 'w:author="Eva"')) + r("c"))
  expect(await text(body, "all")).toBe("a c")
  expect(await text(body, "none")).toBe("a c")
  expect(await text(body, ["1"])).toBe("a b c")
  expect(await text(body, ["2"])).toBe("a c")
})

test("rows come and go with their change; a change of looks is none", async () => {
  const row = (words: string, properties = "") =>
    `<w:tr><w:trPr>${properties}</w:trPr><w:tc>${p(words)}</w:tc><w:tc>${p("x")}</w:tc></w:tr>`
  const body = `<w:tbl>${row("a")}${row("b", `<w:ins w:id="1" ${by}/>`)}${row("c", `<w:del w:id="2" ${by}/>`)}</w:tbl>`
  expect(await text(body, "all")).toBe("a\nx\nb\nx")
  expect(await text(body, "none")).toBe("a\nx\nc\nx")
  const bold = p(`<w:r><w:rPr><w:b/><w:rPrChange w:id="1" ${by}><w:rPr/></w:rPrChange></w:rPr><w:t>Bold</w:t></w:r>`)
  expect(await changes(bold)).toEqual([])
})
