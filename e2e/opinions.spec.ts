/** A second opinion given blind, from the question for it to the decision between two verdicts that differ. */
import type { Page } from "@playwright/test"
import { addressOf } from "./support/api"
import { draftedArticle } from "./support/rounds"
import { expect, expectAccessible, galleyText, listens, test } from "./support/test"

const FIRST = "The count of the council has the same number."
const SECOND = "The count left two streets out."

test("a second checker judges without a trace of the first verdict, and an editor decides between the two", async ({
  as,
}) => {
  const { id, title, words } = await draftedArticle("Counted twice", { rating: "true", conclusion: FIRST })
  const first = await as("checker")
  await open(first, id)
  await first.getByRole("button", { name: "Ask for a second opinion" }).click()
  await first.getByRole("button", { name: "Ask for it" }).click()
  const opinion = (page: Page) => page.getByRole("region", { name: "Second opinion" })
  await expect(opinion(first)).toContainText("Waits for somebody who has not seen the verdict.")

  const second = await as("second_editor")
  await second.goto("/w/sample-desk/reviews")
  await second.getByRole("link", { name: /second opinions? waits?/ }).click()
  await listens(second)
  const row = (page: Page) => page.getByRole("listitem").filter({ hasText: title })
  await expect(row(second)).toContainText(words)
  await expectAccessible(second)
  await row(second).getByRole("button", { name: "Take it" }).click()
  await expect(opinion(second)).toContainText("Your second opinion")
  await second.getByRole("radio", { name: /^Mixed/ }).check()
  await second.getByLabel("Conclusion").fill(SECOND)
  // Nothing typed is lost.
  await second.reload()
  await expect(second.getByLabel("Conclusion")).toHaveValue(SECOND)
  await expectAccessible(second)
  await expectNoTrace(second, FIRST)
  await listens(second)
  await opinion(second).getByRole("button", { name: "Give it", exact: true }).click()
  await expect(opinion(second)).toContainText("Your second opinion, given")
  await second.reload()
  await expect(opinion(second)).toContainText(SECOND)
  await expectNoTrace(second, FIRST)

  await first.reload()
  await expect(opinion(first)).toContainText("has given it")
  await expectNoTrace(first, SECOND)
  await listens(first)
  await first.getByRole("button", { name: "Send to review" }).click()
  await expect(opinion(first)).toContainText("Two verdicts that differ")
  await expect(opinion(first)).toContainText(SECOND)
  await second.reload()
  await expect(opinion(second)).toContainText(FIRST)

  const editor = await as("editor")
  await editor.goto("/w/sample-desk/reviews/opinions")
  await row(editor).getByRole("link", { name: "Decide" }).click()
  await listens(editor)
  await opinion(editor)
    .getByRole("radio", { name: /^Mixed/ })
    .check()
  await opinion(editor).getByLabel("Reason").fill("Two streets are missing from the count.")
  await expect(opinion(editor)).toContainText("It goes back to whoever gave the first verdict")
  await expectAccessible(editor)
  await opinion(editor).getByRole("button", { name: "Decide" }).click()
  await expect(opinion(editor)).toContainText("decided between them")
  await first.reload()
  await expect(first.getByText(/decided between two verdicts: “Mixed”/)).toBeVisible()
  await expect(first.getByText("Two streets are missing from the count.").first()).toBeVisible()
})

async function open(page: Page, articleId: string): Promise<void> {
  await page.goto(`${addressOf(articleId)}?claim=1`)
  await expect(galleyText(page)).toBeVisible()
  await listens(page)
}

/** Neither what is drawn nor what came with it says so. */
async function expectNoTrace(page: Page, words: string): Promise<void> {
  expect(await page.evaluate(async () => (await fetch(location.href)).text())).not.toContain(words)
  expect(await page.content()).not.toContain(words)
}
