/** The main job: two people, from signing in to the exported file, checked against the database. */
import { createHash } from "node:crypto"
import { readFileSync } from "node:fs"
import type { Page } from "@playwright/test"
import { rows } from "./support/desk"
import { expect, galleyText, importArticle, markWords, openArticles, test } from "./support/test"

const ARTICLE = `Night trams return to the harbour
Wendmouth Sample Desk
**The last line runs at half past two, the council says**
From Friday on, trams will run to the harbour until half past two in the morning. The council voted for it by 31 to 12.
The line was closed in 2009, when 400 people a night used it. A spokesperson called the return "overdue".`

test("two people check an article and export it", async ({ as }) => {
  const checker = await as("checker")
  await importArticle(checker, ARTICLE)
  await expect(galleyText(checker).getByRole("heading", { level: 1 })).toHaveText("Night trams return to the harbour")

  const number = await markWords(checker, "voted for it by 31 to 12")
  await checker.getByLabel("Statement").fill("The council approved night trams by 31 votes to 12.")
  await checker.getByLabel("Claimant").fill("Wendmouth council")
  await addSource(checker)
  await draftVerdict(checker)
  await checker.getByRole("button", { name: "Send to review" }).click()
  await expect(checker.getByText(/In review since/)).toBeVisible()

  const articleId = /articles\/([^/?]+)/.exec(checker.url())?.[1] ?? ""
  const editor = await as("second_editor")
  await openArticles(editor)
  await editor.getByRole("link", { name: /^Review/ }).click()
  await reviewClaim(editor, "voted for it by 31 to 12")

  const claims = () =>
    rows(`SELECT "state", "statement" FROM "Claim" WHERE "articleId" = $1 AND "number" = $2`, [articleId, number])
  const approved = { state: "approved", statement: "The council approved night trams by 31 votes to 12." }
  // Until then it could be undone.
  await expect.poll(claims, { timeout: 20_000 }).toEqual([approved])
  const told = await rows<{ act: string }>(`SELECT "act" FROM "Event" WHERE "streamId" = $1 ORDER BY "seq"`, [
    articleId,
  ])
  expect(told.map((event) => event.act)).toEqual(
    expect.arrayContaining([
      "article.imported",
      "claim.marked",
      "evidence.added",
      "verdict.drafted",
      "round.sent",
      "review.approved",
    ]),
  )

  const file = await exportPublic(editor)
  expect(file).toContain(`[^claim-${number}]: **True**: "voted for it by 31 to 12"`)
  expect(file).toContain("by 31 to 12[^claim-")
  expect(file).toContain("[Minutes of the council (sample)](<https://example.org/minutes>)")
  expect(file).not.toContain("Rang the clerk")
  const body = /body_sha256: "([0-9a-f]{64})"/.exec(file)?.[1]
  expect(body).toMatch(/^[0-9a-f]{64}$/)
  expect(body).not.toBe(createHash("sha256").update(file).digest("hex"))
})

async function addSource(page: Page): Promise<void> {
  const inspector = page.getByRole("complementary", { name: "Chosen claim" })
  await inspector.getByRole("button", { name: "Add", exact: false }).first().click()
  await page.getByRole("combobox", { name: "Source" }).fill("https://example.org/minutes?utm_source=mail")
  await page.getByRole("option", { name: /New source/ }).click()
  const form = page.getByRole("form", { name: /Add a source/ })
  await form.getByLabel("Title", { exact: true }).fill("Minutes of the council (sample)")
  await form.getByLabel("Place in the source").fill("page 3")
  await form.getByLabel("Excerpt").fill("31 in favour, 12 against.")
  await form.getByRole("button", { name: "Add source" }).click()
  await expect(inspector.getByRole("link", { name: /Minutes of the council/ })).toBeVisible()
}

async function draftVerdict(page: Page): Promise<void> {
  await page.getByRole("radio", { name: "True", exact: true }).check({ force: true })
  await page.getByLabel("Conclusion").fill("The minutes record 31 votes for and 12 against.")
  await page.getByLabel("Working note").fill("Rang the clerk, who read it out.")
  await page.getByLabel("Working note").blur()
}

/** Goes through what waits until the claim with these words is shown, and approves it. */
async function reviewClaim(page: Page, words: string): Promise<void> {
  await expect(page.getByText(/waiting for you/)).toBeVisible()
  const shown = page.getByRole("main").locator("mark", { hasText: words })
  for (let n = 0; n < 50 && !(await shown.isVisible()); n += 1) {
    const before = await page.getByText(/\d+ of \d+ waiting for you/).textContent()
    await page.keyboard.press("j")
    await expect(page.getByText(/\d+ of \d+ waiting for you/)).not.toHaveText(before ?? "")
  }
  await expect(shown).toBeVisible()
  await page.getByRole("button", { name: /^Approve/ }).click()
  await expect(shown).toBeHidden()
}

async function exportPublic(page: Page): Promise<string> {
  await page.getByRole("link", { name: "Articles", exact: true }).click()
  await page
    .getByRole("link", { name: /Night trams return/ })
    .first()
    .click()
  await expect(galleyText(page)).toBeVisible()
  await page.getByRole("button", { name: "Export" }).click()
  const dialog = page.getByRole("dialog", { name: "Export" })
  await dialog.getByRole("radio", { name: /For readers/ }).check()
  await expect(dialog.getByText("body_sha256")).toBeVisible()
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    dialog.getByRole("link", { name: "Download" }).click(),
  ])
  expect(download.suggestedFilename()).toBe("night-trams-return-to-the-harbour.md")
  return readFileSync(await download.path(), "utf8")
}
