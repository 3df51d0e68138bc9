import { expect, test } from "vitest"
import { claimLine } from "./comments"
import { p, r } from "./testing/docx"
import { read, remarked } from "./testing/reading"

const start = (id: number) => `<w:commentRangeStart w:id="${id}"/>`
const end = (id: number) => `<w:commentRangeEnd w:id="${id}"/><w:r><w:commentReference w:id="${id}"/></w:r>`
const comment = (id: number, words: string, paraId = `0000000${id}`) =>
  `<w:comment w:id="${id}" w:author="Jane Doe" w:date="2024-11-15T10:00:00"><w:p w14:paraId="${paraId}">${r(words)}</w:p></w:comment>`

test("a comment is found again on its own words, across marks and changes", async () => {
  const body = p(r("The ") + start(0) + r("may", "<w:b/>") + r("or") + end(0) + r(" resigned."))
  const imported = await read({ body, comments: comment(0, "Sure? See https://example.org/a.") })
  expect(remarked(imported)).toEqual(["The ‹mayor› resigned."])
  expect(imported.remarks).toEqual([
    {
      id: "comment-0",
      kind: "comment",
      span: { start: 6, end: 11 },
      sentence: { start: 2, end: 21 },
      quote: "mayor",
      author: "Jane Doe",
      at: "2024-11-15T10:00:00.000Z",
      text: "Sure? See https://example.org/a.",
      href: "https://example.org/a",
      claimId: null,
      resolved: false,
      replies: [],
    },
  ])
})

test("comments may overlap, cross paragraphs and stand on nothing", async () => {
  const body =
    p(r("One ") + start(0) + r("two ") + start(1) + r("three ") + end(0) + r("four") + end(1)) +
    p(start(2) + r("Five.")) +
    p(r("Six") + end(2) + r(" seven. Eight.") + '<w:r><w:commentReference w:id="3"/></w:r>')
  const comments = [0, 1, 2, 3].map((id) => comment(id, `c${id}`)).join("")
  expect(remarked(await read({ body, comments }))).toEqual([
    "One ‹two three› four",
    "One two ‹three four›",
    "‹Five.\nSix› seven. Eight.",
    "Six seven. ‹Eight.›",
  ])
})

test("a range that nothing ends, ends where the comment is referred to; an address to write to is no source", async () => {
  const reference = '<w:r><w:commentReference w:id="0"/></w:r>'
  const mail = `<w:hyperlink r:id="m">${r("desk")}</w:hyperlink>`
  const body = p(r("The ") + start(0) + r("mayor") + reference + r(" resigned, says the ") + mail + r("."))
  const imported = await read({ body, comments: comment(0, "Sure?"), links: { m: "mailto:desk@example.org" } })
  expect(remarked(imported)).toEqual(["The ‹mayor› resigned, says the desk."])
})

test("replies and what is resolved stay with their comment", async () => {
  const body = p(start(0) + start(1) + r("Words.") + end(0) + end(1))
  const comments = comment(0, "Sure?") + comment(1, "Yes.")
  const commentsExtended =
    '<w15:commentEx w15:paraId="00000000" w15:done="1"/><w15:commentEx w15:paraId="00000001" w15:paraIdParent="00000000" w15:done="0"/>'
  expect((await read({ body, comments, commentsExtended })).remarks).toMatchObject([
    { text: "Sure?", resolved: true, replies: [{ author: "Jane Doe", text: "Yes." }] },
  ])
})

test("a comment whose words are gone keeps them as its quote", async () => {
  const deleted = '<w:del w:id="9" w:author="Ed"><w:r><w:delText>gone</w:delText></w:r></w:del>'
  const file = { body: p(r("Here ") + start(0) + deleted + end(0)), comments: comment(0, "Why?") }
  expect((await read(file, "all")).remarks).toMatchObject([{ span: null, quote: "gone" }])
  expect(remarked(await read(file, "none"))).toEqual(["Here ‹gone›"])
})

test("a comment that Stet wrote says which claim it is of", async () => {
  const claimId = "0190a000-0000-7000-8000-000000000001"
  const comments = `<w:comment w:id="0" w:author="Stet">${p("Claim 3: false")}${p("Berlin says so.")}${p(claimLine(claimId))}</w:comment>`
  const { remarks } = await read({ body: p(start(0) + r("Words.") + end(0)), comments })
  expect(remarks).toMatchObject([{ claimId, text: "Claim 3: false\nBerlin says so." }])
})

test("a footnote belongs to the words of its sentence before it, a link to its own", async () => {
  const note = (id: number) => `<w:r><w:footnoteReference w:id="${id}"/></w:r>`
  const body = p(
    r("First. The mayor resigned") +
      note(2) +
      r(" and left") +
      note(3) +
      r(". Then the ") +
      `<w:hyperlink r:id="l1">${r("report")}${r(" came", "<w:b/>")}</w:hyperlink>` +
      r("."),
  )
  const footnotes = `<w:footnote w:id="2">${p("City hall, https://example.org/hall")}</w:footnote><w:footnote w:id="3">${p(`<w:hyperlink r:id="x">${r("Paper")}</w:hyperlink>`)}</w:footnote>`
  const imported = await read({ body, footnotes, links: { l1: "https://example.org/report" } })
  expect(remarked(imported).map((line) => /‹.*›/u.exec(line)?.[0])).toEqual([
    "‹The mayor resigned›",
    "‹and left›",
    "‹report came›",
  ])
  expect(imported.remarks.map(({ kind, href }) => [kind, href])).toEqual([
    ["footnote", "https://example.org/hall"],
    ["footnote", null],
    ["link", "https://example.org/report"],
  ])
})
