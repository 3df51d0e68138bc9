/** An article goes out at the deadline with an open item, is finished and signed off, reopened and corrected. */
import type { Page } from "@playwright/test"
import { addressOf } from "./support/api"
import { approveAnew, articleInReview, decide } from "./support/rounds"
import { expect, expectAccessible, listens, test } from "./support/test"

async function openSignOff(page: Page, articleId: string): Promise<void> {
  await page.goto(`${addressOf(articleId)}/sign-off`)
  await listens(page)
}

test("released with an open must by two, then signed off, reopened and corrected", async ({ as }) => {
  const { id, claims } = await articleInReview("Signed", [2, 1])
  const [first, must] = claims
  if (!first || !must) throw new Error("two claims were asked for")
  await decide("editor", first.roundId, "approve")

  const editor = await as("editor")
  await openSignOff(editor, id)
  await expect(editor.getByText("Not gone out yet: 1 item is open.")).toBeVisible()
  const release = editor.getByRole("form", { name: "Release with open items" })
  const press = () => release.getByRole("button").press("Enter")
  await press()
  await expect(release.getByText("Say why it goes out with open items.")).toBeVisible()
  await release.getByLabel("Why it goes out now").fill("The paper goes at six.")
  await press()
  await expect(release.getByText("One of the open items is a must: name a second person")).toBeVisible()
  await release.getByLabel("Who takes it on with you").selectOption({ index: 1 })
  await press()
  await expect(editor.getByText("Released, 1 open.")).toBeVisible()
  await expect(editor.getByRole("listitem").filter({ hasText: "The paper goes at six." })).toContainText("with ")
  await expectAccessible(editor)

  // What was done stands, what was open goes on.
  const checker = await as("checker")
  await checker.goto(`${addressOf(id)}?claim=1`)
  await expect(checker.getByText("This has gone out as it stands.")).toBeVisible()
  await decide("editor", must.roundId, "approve")
  await openSignOff(editor, id)
  await editor.getByRole("button", { name: "Sign off" }).press("Enter")
  await expect(editor.getByText("Signed off: nothing of it changes")).toBeVisible()

  await checker.getByRole("link", { name: "Sign-off and corrections" }).click()
  await expect(checker.getByRole("heading", { level: 1, name: /^Sign-off: Signed/ })).toBeVisible()
  await expect(checker.getByRole("form")).toHaveCount(0)
  const owner = await as("owner")
  await owner.goto(`${addressOf(id)}/sign-off?claim=1`)
  await listens(owner)
  const reopening = owner.getByRole("form", { name: "Reopen" })
  await expect(reopening.getByLabel("What")).toHaveValue(/./)
  await reopening.getByRole("radio", { name: "Changes the verdict" }).check()
  await reopening.getByLabel("Why").fill("The count has another number.")
  await reopening.getByRole("button", { name: "Reopen" }).press("Enter")
  await expect(owner.getByRole("region", { name: "Under review" })).toContainText("The count has another number.")

  await approveAnew(id, "mixed")
  await openSignOff(owner, id)
  const notice = owner.getByLabel("What readers are told of claim 1")
  await expect(notice).toHaveValue(/was rated “True” and is now rated “Mixed”/)
  await notice.fill("Correction: we had counted wrongly.")
  await owner.getByRole("button", { name: "Sign off" }).press("Enter")
  await expect(owner.getByRole("region", { name: "Corrections" })).toContainText("Correction: we had counted wrongly.")
  await expectAccessible(owner)
})
