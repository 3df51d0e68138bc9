/** An article's board as whoever runs its check uses it, and the details of the article, which two people edit at once. */
import type { Page } from "@playwright/test"
import { addressOf, importMarkdown, markAll } from "./support/api"
import { rows } from "./support/desk"
import { expect, expectAccessible, galleyText, listens, selectWords, test } from "./support/test"

const ARTICLE = `# The bridge across the sound

It opened in 1931. Nobody drove over it in its first week.

The toll was nine crowns, said the harbour office.`

test("the board leads to what is open, and what waits goes on from there", async ({ as }) => {
  const articleId = await importMarkdown(ARTICLE)
  const [opened, toll] = await markAll(articleId, ["It opened in 1931", "The toll was nine crowns"])
  const page = await as("checker")
  await page.goto(`${addressOf(articleId)}?claim=${toll?.number ?? ""}`)
  await expect(galleyText(page)).toBeVisible()
  await page.keyboard.press("w")
  const asked = page.getByRole("form", { name: "Waiting" })
  await asked.getByLabel("Waiting for").selectOption("A source")
  await asked.getByLabel("Name").fill("The archive")
  await asked.getByLabel("Ask again").fill("2024-05-04T09:30")
  await asked.getByRole("button", { name: "Save" }).click()
  await expect(page.getByRole("region", { name: "Waiting" })).toBeVisible()
  await page.keyboard.press("g")
  await page.keyboard.press("b")
  await expect(page.getByRole("heading", { name: "Board: The bridge across the sound", level: 1 })).toBeVisible()

  const waiting = page.getByRole("region", { name: "Waiting for an answer 1" })
  await expect(waiting).toContainText("Waiting for a source, The archive")
  await expect(waiting).toContainText("To be asked again")
  await expect(page.getByRole("region", { name: "In work 1" })).toContainText("It opened in 1931")
  await expect(
    page.getByRole("region", { name: /^(Untouched sentences|Sentences without a claim)/ }),
  ).not.toContainText("The toll")
  await expectAccessible(page)

  await waiting.getByRole("button", { name: "No longer waiting" }).click()
  await expect(page.getByRole("region", { name: "In work 2" })).toContainText("The toll was nine crowns")
  await expect(page.getByRole("link", { name: "The toll was nine crowns" })).toBeFocused()
  await page.getByRole("button", { name: "Undo" }).click()
  await expect(waiting).toContainText("The archive")
  await waiting.getByRole("button", { name: "Ask again" }).click()
  const asking = page.getByRole("dialog")
  await asking.getByLabel("Ask again").fill("2031-05-04T09:30")
  await asking.getByRole("button", { name: "Set" }).click()
  await expect(waiting).toContainText("2031")
  await page.getByLabel(new RegExp(`^Checked by: \\w+ ${opened?.number ?? ""}$`)).selectOption({ label: "Edda Lind" })
  await expect(
    page.getByRole("navigation", { name: "By person" }).getByRole("link", { name: /Edda Lind/ }),
  ).toBeVisible()

  await page.keyboard.press("j")
  await page.getByRole("link", { name: "Nobody drove over it" }).focus()
  await page.keyboard.press("Enter")
  await expect(page).toHaveURL(/\?sentence=3$/)
  await expect(galleyText(page)).toBeFocused()
  await expect.poll(() => page.evaluate(() => getSelection()?.toString())).toContain("Nobody drove over it")
})

test("details are saved as they are typed, and of two texts for one field both are kept until one is chosen", async ({
  as,
}) => {
  const articleId = await importMarkdown(ARTICLE)
  const [page, other] = [await as("checker"), await as("editor")]
  for (const one of [page, other]) {
    await one.goto(addressOf(articleId))
    await expect(galleyText(one)).toBeVisible()
  }
  // What a colleague saves reaches an open page at once: to type over something else, one must have been away.
  const theirs = await openDetails(other)
  await other.context().setOffline(true)
  const mine = await openDetails(page)
  await mine.getByLabel("Section").fill("Harbour")
  await mine.getByLabel("What it is").selectOption("Our own copy")
  await expect(mine.getByText("Saved", { exact: true })).toBeVisible()
  await mine.getByRole("combobox", { name: "Add an author" }).fill("Ida Falk")
  await mine.getByRole("option", { name: /Ida Falk/ }).click()
  await expect.poll(() => known(articleId)).toEqual({ section: "Harbour", kind: "copy", authors: ["Ida Falk"] })
  await expectAccessible(page)

  await theirs.getByLabel("Section").fill("Bridges")
  await theirs.getByLabel("Byline").fill("By Ida Falk")
  await other.context().setOffline(false)
  await expect(theirs.getByRole("alert").filter({ hasText: "Harbour" })).toBeVisible()
  await other.reload()
  await expect(galleyText(other)).toBeVisible()
  await listens(other)
  await selectWords(other, "Nobody drove over it")
  const again = await openDetails(other)
  await expect(again.getByLabel("Section")).toHaveValue("Bridges")
  await again.getByRole("button", { name: "Keep mine" }).click()
  await expect.poll(async () => (await known(articleId)).section).toBe("Bridges")
  await other.keyboard.press("Escape")
  await expect(other.getByText("By Ida Falk")).toBeVisible()
  await galleyText(other).focus()
  await expect.poll(() => other.evaluate(() => getSelection()?.toString())).toContain("Nobody drove over it")
})

async function openDetails(page: Page) {
  await page.getByRole("button", { name: "More", exact: true }).click()
  await page.getByRole("menuitem", { name: /^Details/ }).click()
  const dialog = page.getByRole("dialog", { name: "Details" })
  await expect(dialog.getByLabel("Section")).toBeVisible()
  return dialog
}

async function known(articleId: string) {
  const [article] = await rows<{ section: string | null; kind: string; authors: string[] }>(
    `SELECT a."section", a."kind", ARRAY(SELECT w."name" FROM "ArticleAuthor" w WHERE w."articleId" = a."id") AS "authors"
     FROM "Article" a WHERE a."id" = $1`,
    [articleId],
  )
  return article ?? { section: null, kind: "", authors: [] }
}
