/** How far a text has been looked at, sentence by sentence, and reading it with the keys alone. */
import type { Page } from "@playwright/test"
import { rows } from "./support/desk"
import {
  expect,
  expectAccessible,
  galleyText,
  importArticle,
  markWords,
  selectWords,
  openArticles,
  test,
} from "./support/test"

/** The title, five sentences, of which the second and third hold loose items, and the line that makes it another text. */
const ARTICLE =
  "The ferry is late again\n\nThe sea was calm. The ferry came at 9:30. It belongs to Ruth Vale.\n\nMr. Pike waved. It rained."

const meter = (page: Page) => page.getByRole("button", { name: /sentences? looked at/ })
const said = (page: Page, words: string | RegExp) =>
  expect(page.getByRole("status").filter({ hasText: words })).toHaveCount(1)

async function markedSentences(page: Page): Promise<number[]> {
  const articleId = /articles\/([^/?]+)/.exec(page.url())?.[1] ?? ""
  const found = await rows<{ ordinal: number }>(
    `SELECT m."ordinal" FROM "SentenceMark" m JOIN "Article" a ON a."revisionId" = m."revisionId"
     WHERE a."id" = $1 ORDER BY m."ordinal"`,
    [articleId],
  )
  return found.map(({ ordinal }) => ordinal)
}

test("a sentence is passed over with N, taken back with N, and with the toast", async ({ as }) => {
  const page = await as("checker")
  await importArticle(page, ARTICLE)
  await expect(meter(page)).toHaveAccessibleName(/0 of 7 sentences/)
  await galleyText(page).focus()
  await page.keyboard.press("u")
  await said(page, "Sentence 2 of 7, untouched. The sea was calm.")
  await page.keyboard.press("n")
  await said(page, "Nothing to check in this sentence.")
  await expect(meter(page)).toHaveAccessibleName(/1 of 7 sentences/)
  await expect.poll(() => markedSentences(page)).toEqual([1])
  await page.keyboard.press("n")
  await said(page, "The sentence is untouched again.")
  await expect.poll(() => markedSentences(page)).toEqual([])
  await page.keyboard.press("n")
  await expect.poll(() => markedSentences(page)).toEqual([1])
  await page.getByRole("button", { name: "Undo" }).click()
  await expect.poll(() => markedSentences(page)).toEqual([])
  await expect(meter(page)).toHaveAccessibleName(/0 of 7 sentences/)
})

test("of a paragraph, sentences with loose items or claims are left alone, and that is said", async ({ as }) => {
  const page = await as("checker")
  await importArticle(page, ARTICLE)
  await markWords(page, "belongs to Ruth Vale")
  await page.keyboard.press("Escape")
  await selectWords(page, "The sea was")
  await page.keyboard.press("p")
  await said(page, "3 sentences selected, from “The sea was calm.” to “belongs to Ruth Vale.”")
  await page.keyboard.press("n")
  await said(page, "1 sentence has a claim. 1 sentence skipped for its loose items")
  await expect.poll(() => markedSentences(page)).toEqual([1])
  await page.keyboard.press("n")
  await expect.poll(() => markedSentences(page)).toEqual([])
})

test("a sentence with loose items is marked by itself, and they stay in the count", async ({ as }) => {
  const page = await as("checker")
  await importArticle(page, ARTICLE)
  await selectWords(page, "ferry came")
  await page.keyboard.press("x")
  await said(page, "1 sentence selected: The ferry came at 9:30.")
  await page
    .getByRole("toolbar", { name: "Selected words" })
    .getByRole("button", { name: /Nothing to check/ })
    .click()
  await expect(meter(page)).toHaveAccessibleName(/1 of 7 sentences looked at, 1 loose item/)
  await expect.poll(() => markedSentences(page)).toHaveLength(1)
  await page.reload()
  await expect(meter(page)).toHaveAccessibleName(/1 of 7 sentences looked at, 1 loose item/)
})

test("the keys lead from sentence to sentence and select by them", async ({ as }) => {
  const page = await as("checker")
  await importArticle(page, ARTICLE)
  await galleyText(page).focus()
  await page.keyboard.press(".")
  await said(page, "Sentence 2 of 7, untouched. The sea was calm.")
  await page.keyboard.press(".")
  await said(page, "Sentence 3 of 7, untouched, 1 loose item. The ferry came at 9:30.")
  await page.keyboard.press(",")
  await said(page, "Sentence 2 of 7")
  await page.keyboard.press("x")
  await page.keyboard.press("x")
  await said(page, "2 sentences selected, from “The sea was calm.” to “ferry came at 9:30.”")
  await expect
    .poll(() => page.evaluate(() => window.getSelection()?.toString()))
    .toBe("The sea was calm. The ferry came at 9:30.")
  await page.keyboard.press("p")
  await page.keyboard.press("p")
  await said(page, /5 sentences selected/)
})

test("coverage opens, counts by state, and can be hidden, which is remembered", async ({ as }) => {
  const page = await as("checker")
  await importArticle(page, ARTICLE)
  await expect(page.getByTitle("Sentence 2: untouched")).toBeVisible()
  await meter(page).click()
  const panel = page.getByRole("dialog", { name: "Coverage" })
  await expect(panel.getByRole("definition").first()).toHaveText("7")
  await expectAccessible(page)
  await panel.getByRole("checkbox", { name: "Show coverage in the text" }).uncheck()
  await expect(page.getByTitle("Sentence 2: untouched")).toHaveCount(0)
  await page.reload()
  await expect(galleyText(page)).toBeVisible()
  await meter(page).click()
  await expect(panel.getByRole("checkbox", { name: "Show coverage in the text" })).not.toBeChecked()
  await panel.getByRole("button", { name: "Next untouched sentence" }).click()
  await expect(galleyText(page)).toBeFocused()
})

test("a viewer sees coverage and can't mark it", async ({ as }) => {
  const page = await as("viewer")
  await openArticles(page)
  await page.getByRole("link", { name: /Borrow a tomato/ }).click()
  await expect(meter(page)).toBeVisible()
  await galleyText(page).focus()
  await page.keyboard.press("u")
  await said(page, /^Sentence \d+ of \d+, untouched/)
  // The loose items come after the text, and the meter counts them.
  await expect(meter(page)).toContainText("loose item")
  const before = await meter(page).textContent()
  await page.keyboard.press("n")
  await page.keyboard.press("x")
  await said(page, /1 sentence selected/)
  await expect(page.getByRole("button", { name: /Nothing to check/ })).toHaveCount(0)
  expect(await meter(page).textContent()).toBe(before)
})
