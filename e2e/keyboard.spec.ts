/** Everything can be done without a mouse. */
import { rows } from "./support/desk"
import { expect, galleyText, importArticle, test } from "./support/test"

const ARTICLE = "The ferry is late again\n\nThe ferry was forty minutes late on Monday.\n\nNobody said why."

test("the keyboard alone can mark a claim and give it a verdict", async ({ as }) => {
  const page = await as("checker")
  await importArticle(page, ARTICLE)
  await focusByTab(page)
  await page.keyboard.press("Control+Home")
  await page.keyboard.press("ArrowDown")
  await page.keyboard.press("Home")
  for (let n = 0; n < 4; n += 1) await page.keyboard.press("Control+Shift+ArrowRight")
  await expect(page.getByRole("button", { name: /^Claim/ }).filter({ hasText: "H" })).toBeVisible()
  await page.keyboard.press("h")
  const inspector = page.getByRole("complementary", { name: "Chosen claim" })
  await expect(inspector.getByRole("heading", { name: "Claim 1" })).toBeVisible()
  await expect(page.getByLabel("Statement")).toBeFocused()
  await page.keyboard.type("The ferry came forty minutes late.")
  await page.keyboard.press("Escape")
  await expect(galleyText(page)).toBeFocused()
  await page.keyboard.press("v")
  await expect(page.getByRole("radio", { name: "True", exact: true })).toBeFocused()
  await page.keyboard.press("Space")
  const articleId = /articles\/([^/?]+)/.exec(page.url())?.[1] ?? ""
  const drafted = () =>
    rows(
      `SELECT c."statement", d."rating", a."quote" FROM "Claim" c JOIN "VerdictDraft" d ON d."claimId" = c."id"
       JOIN "Anchor" a ON a."claimId" = c."id" WHERE c."articleId" = $1`,
      [articleId],
    )
  await expect.poll(drafted).toEqual([
    {
      statement: "The ferry came forty minutes late.",
      rating: "true",
      quote: expect.stringContaining("The ferry was"),
    },
  ])
})

test("the text can't be changed by typing, pasting or cutting", async ({ as }) => {
  const page = await as("checker")
  await importArticle(page, `${ARTICLE}\n\nIt never came.`)
  const text = galleyText(page)
  const before = await text.innerText()
  await text.click()
  await page.keyboard.type("xyz 123")
  await page.keyboard.press("Control+a")
  await page.keyboard.press("Control+x")
  await page.keyboard.press("Delete")
  await page.keyboard.press("Backspace")
  await page.keyboard.press("Enter")
  expect(await text.innerText()).toBe(before)
})

async function focusByTab(page: Parameters<typeof galleyText>[0]): Promise<void> {
  const text = galleyText(page)
  for (let n = 0; n < 60; n += 1) {
    if (await text.evaluate((element) => element === document.activeElement)) return
    await page.keyboard.press("Tab")
  }
  throw new Error("the text can't be reached with Tab")
}
