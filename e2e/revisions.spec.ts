/** Another text for an article: let go over it, pasted, compared, restored; and a last look at one that goes out. */
import type { Page } from "@playwright/test"
import { addressOf } from "./support/api"
import { articleInReview, decide, type SentArticle } from "./support/rounds"
import { expect, expectAccessible, galleyText, listens, selectWords, test } from "./support/test"

/** Three approved claims, each in a sentence of its own. */
async function approvedArticle(name: string): Promise<SentArticle> {
  const article = await articleInReview(name, [2, 2, 2])
  for (const { roundId } of article.claims) await decide("editor", roundId, "approve")
  return article
}

const sentence = ({ claims }: SentArticle, at: number) =>
  `In district ${at + 1} the council ${claims[at]?.words ?? ""}, more than ever.`

test("a file let go over the text is its next revision, which is compared, restored and undone", async ({ as }) => {
  const article = await approvedArticle("Trees by the harbour")
  const page = await as("checker")
  await page.goto(addressOf(article.id))
  await expect(galleyText(page)).toBeVisible()
  const changed = sentence(article, 1).replace("101", "191")
  const file = `# ${article.title}\n\nA new first sentence.\n\n${sentence(article, 0)}\n\n${changed}\n`
  await dropFile(page, "trees.md", file)
  await expect(page.getByText("Revision 2: 1 claim carried, 1 stale, 1 lost")).toBeVisible()
  await expect(galleyText(page)).toContainText("A new first sentence.")
  await expect(page.getByRole("button", { name: "Look at the 2" })).toBeVisible()
  await listens(page)

  await page.keyboard.press("g")
  await page.keyboard.press("v")
  const list = page.getByRole("region", { name: "All revisions" })
  await expect(list.getByRole("listitem")).toHaveCount(2)
  const newest = list.getByRole("listitem").first()
  await expect(newest).toContainText("From a file, Markdown")
  await expect(newest).toContainText("3 claims: 1 stayed, 1 on changed words, 1 lost")
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    newest.getByRole("link", { name: "Original file of revision 2" }).click(),
  ])
  expect(download.suggestedFilename()).toMatch(/^trees-by-the-harbour-\d+-2\.md$/)
  const original = await page.request.get(`${addressOf(article.id)}/revisions/original?number=2`)
  expect(await original.text()).toBe(file)
  expect(original.headers()).toMatchObject({
    "content-type": "application/octet-stream",
    "x-content-type-options": "nosniff",
    "content-disposition": expect.stringMatching(/^attachment/),
  })

  await newest.getByRole("link", { name: "What changed in revision 2" }).click()
  await expect(page.getByRole("heading", { name: "From revision 1 to revision 2" })).toBeVisible()
  const comparison = page.getByRole("region", { name: "From revision 1 to revision 2" })
  await expect(comparison.locator("del").filter({ hasText: "101" })).toBeVisible()
  await expect(comparison.locator("ins").filter({ hasText: "191" })).toBeVisible()
  await expect(comparison.getByText(/taken out, .* put in, in 3 places/)).toBeVisible()
  await listens(page)
  await page.keyboard.press("Shift+J")
  await page.keyboard.press("Shift+J")
  await expect(page.locator(":focus")).toHaveText(/^101/)
  await page.keyboard.press("Shift+K")
  await expect(page.locator(":focus")).toHaveText(/A new first sentence/)
  await expectAccessible(page)

  await list.getByRole("button", { name: "Restore revision 1" }).click()
  const asking = page.getByRole("dialog", { name: "Restore revision 1?" })
  await expect(asking).toContainText("One claim is in review or approved")
  await asking.getByRole("button", { name: "Restore" }).click()
  await expect(page.getByText("Revision 3: 3 claims carried")).toBeVisible()
  // What the text before it did is gone, and the way back from it.
  await expect(page.getByRole("button", { name: "Undo" })).toHaveCount(1)
  await page.getByRole("button", { name: "Undo" }).click()
  await expect(page.getByText(/^Revision 4: 1 claim carried/)).toBeVisible()
  await expect(list.getByRole("listitem")).toHaveCount(4)
  await expect(list.getByRole("listitem").first()).toContainText("Revision 2 once more")
})

test("a last look says what is not as checked; a pasted text is kept until it is the next, and others are told", async ({
  as,
}) => {
  const article = await approvedArticle("Trees by the road")
  const [page, other] = await Promise.all([as("editor"), as("checker")])
  await other.goto(addressOf(article.id))
  await expect(galleyText(other)).toBeVisible()
  await page.goto(`${addressOf(article.id)}/revisions`)
  await listens(page)

  await page.getByRole("button", { name: "Check final …" }).click()
  const checking = page.getByRole("dialog", { name: "Check the final text" })
  const sentences = [0, 1, 2].map((at) => sentence(article, at))
  const final = ["More trees than ever", ...sentences.with(1, sentences[1]?.replace("101", "191") ?? "")]
  await checking.getByLabel("Text", { exact: true }).fill(final.join("\n\n"))
  await checking.getByRole("radio", { name: "It begins with its headline" }).check()
  await checking.getByRole("button", { name: "Check", exact: true }).click()
  const result = page.getByRole("region", { name: "Final text" })
  await expect(result).toContainText(/\d+ words differ, 1 checked fact is touched, headline unchecked\./)
  await expect(result.getByRole("link", { name: "Claim 2" })).toHaveAttribute("href", /\?claim=2$/)
  await expectAccessible(page)
  await result.getByRole("button", { name: "Close" }).click()
  await expect(page.getByRole("region", { name: "All revisions" }).getByRole("listitem")).toHaveCount(1)

  await page.getByRole("button", { name: "New text …" }).click()
  const revising = page.getByRole("dialog", { name: "A new text" })
  await revising.getByLabel("Text", { exact: true }).fill(`${article.title}\n\n${sentences.join("\n\n")}`)
  await expect(revising.getByRole("radio", { name: "It begins with its headline" })).toBeChecked()
  await revising.getByLabel("Text", { exact: true }).fill(`Something came before.\n\n${sentences.join("\n\n")}`)
  await expect(revising.getByRole("radio", { name: "It has no headline of its own" })).toBeChecked()
  await page.reload()
  await listens(page)
  await page.getByRole("button", { name: "New text …" }).click()
  await expect(revising.getByText("Kept from last time.")).toBeVisible()
  await expectAccessible(page)
  await revising.getByRole("button", { name: "Make it the next revision" }).click()
  await expect(page.getByText("Revision 2: 3 claims carried")).toBeVisible()

  await selectWords(other, "the council")
  await other.keyboard.press("h")
  await expect(other.getByText("The text has a newer revision.", { exact: false })).toBeVisible()
  await other.getByRole("button", { name: "Load the text anew" }).click()
  await expect(galleyText(other)).toContainText("Something came before.")
})

/** Lets a file go over the page, once the page says what that does. */
async function dropFile(page: Page, name: string, content: string): Promise<void> {
  const carried = await page.evaluateHandle(
    (given) => {
      const transfer = new DataTransfer()
      transfer.items.add(new File([given.content], given.name))
      return transfer
    },
    { name, content },
  )
  await expect(async () => {
    await page.dispatchEvent("main", "dragover", { dataTransfer: carried })
    await expect(page.getByText("Let go to make it the next revision")).toBeVisible({ timeout: 1_000 })
  }).toPass()
  await page.dispatchEvent("main", "drop", { dataTransfer: carried })
}
