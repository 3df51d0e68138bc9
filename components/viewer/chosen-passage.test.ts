// @vitest-environment jsdom
/** The words that somebody selects in a text, as the text has them, and where they stand. */
import { beforeEach, expect, test } from "vitest"
import { chosenIn } from "./chosen-passage"

const SHEET = `<div data-sheet="Loans"><table><tbody>
  <tr data-row="3"><th>3</th><td data-words="" data-column="0">2002</td><td data-words="" data-column="1">102</td></tr>
  <tr data-row="4"><th>4</th><td data-words="" data-column="0">2003</td><td data-words="" data-column="1">103</td></tr>
</tbody></table></div>`

const PARAGRAPHS = `<p data-words="" data-paragraph="0">From: the mayor</p>
  <span>¶ 1</span><p data-words="" data-paragraph="1">The bridge is closed.</p>
  <span>¶ 2</span><p data-words="" data-paragraph="2">It cost <mark>12.4 million</mark> euros.</p>`

const page = (number: number, ...lines: string[]) =>
  `<div data-page="${number}"><div class="pdf-text">${lines.map((line) => `<span>${line}</span>`).join("<br>")}</div></div>`

beforeEach(() => {
  document.body.innerHTML = ""
})

/** What is chosen in a text from one place to another: words in it, and a place within them. */
function chosen(html: string, [first, from]: [string, number], [last, to]: [string, number]) {
  document.body.innerHTML = `<div id="text">${html}</div><p>Beside it</p>`
  document.getSelection()?.setBaseAndExtent(holding(first), from, holding(last), to)
  return chosenIn(document.querySelector("#text") ?? document.body, document.getSelection())
}

/** The text node that says this. */
function holding(words: string): Node {
  const nodes = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  while (nodes.nextNode()) if (nodes.currentNode.textContent?.includes(words)) return nodes.currentNode
  throw new Error(`Nothing says ${words}`)
}

test("cells of a row stand side by side, rows below each other, with the cells that they are", () => {
  expect(chosen(SHEET, ["102", 0], ["103", 3])).toEqual({
    words: "102\n2003\t103",
    place: { kind: "cell", sheet: "Loans", column: 1, row: 3, last: { column: 1, row: 4 } },
  })
  expect(chosen(SHEET, ["2003", 2], ["2003", 4])).toEqual({
    words: "03",
    place: { kind: "cell", sheet: "Loans", column: 0, row: 4, last: null },
  })
})

test("paragraphs have their numbers, which are not among their words; a mail's head has none", () => {
  expect(chosen(PARAGRAPHS, ["bridge", 4], ["12.4", 4])).toEqual({
    words: "bridge is closed.\nIt cost 12.4",
    place: { kind: "paragraph", n: 1, last: 2 },
  })
  expect(chosen(PARAGRAPHS, ["mayor", 0], ["mayor", 5])).toEqual({ words: "From:", place: null })
})

test("lines of a page are joined, with the words that a hyphen parts at their end", () => {
  const lines = ["Spending rose by 4.2 per", "cent, the audi-", "tors wrote of Nord-", "Süd."]
  expect(chosen(page(3, ...lines), ["Spending", 0], ["Süd", 4])).toEqual({
    words: "Spending rose by 4.2 per cent, the auditors wrote of Nord- Süd.",
    place: { kind: "page", page: 3, last: null },
  })
})

test("a passage may go on over the page", () => {
  expect(chosen(page(3, "It is") + page(4, "known."), ["It is", 0], ["known", 6])).toEqual({
    words: "It is known.",
    place: { kind: "page", page: 3, last: 4 },
  })
})

test("nothing is chosen where nothing is selected, no words are, or those beside the text", () => {
  expect(chosen(SHEET, ["102", 1], ["102", 1])).toBeNull()
  expect(chosen(SHEET, ["Beside", 0], ["Beside", 4])).toBeNull()
  expect(chosen(page(1, "  ", "Words"), ["  ", 0], ["  ", 2])).toBeNull()
})
