/** The rules of review, and a typo that two people mend in what stands. */
import { addressOf } from "./support/api"
import { articleInReview, decide } from "./support/rounds"
import { expect, expectAccessible, listens, test } from "./support/test"

test("a typo in an approved conclusion is mended by one and confirmed by another, a figure is not", async ({ as }) => {
  const { id, claims } = await articleInReview("Tidied", [2])
  await decide("editor", claims[0]?.roundId ?? "", "approve")
  const checker = await as("checker")
  await checker.goto(`${addressOf(id)}?claim=1`)
  await listens(checker)
  await checker.getByRole("button", { name: "Mend a typo" }).press("Enter")
  const mending = checker.getByRole("region", { name: "Mend a typo" })
  const conclusion = mending.getByLabel("Conclusion")
  await conclusion.fill("The count has the same 7 number.")
  await mending.getByRole("button", { name: "Propose" }).press("Enter")
  await expect(mending.getByText("A figure, a number or a date would be another.")).toBeVisible()
  await conclusion.fill("The count has the same numbers.")
  await mending.getByRole("button", { name: "Propose" }).press("Enter")
  await expect(mending.getByText("waiting for a second person")).toBeVisible()
  await expect(mending.getByRole("button", { name: "Meaning unchanged" })).toHaveCount(0)

  const editor = await as("editor")
  await editor.goto(`${addressOf(id)}?claim=1`)
  await listens(editor)
  await expectAccessible(editor)
  await editor.getByRole("button", { name: "Meaning unchanged" }).press("Enter")
  await expect(editor.getByRole("button", { name: "Mend a typo" })).toBeVisible()
  await expect(editor.getByText("The count has the same numbers.")).toBeVisible()
})

test("rules that are chosen and not saved survive a reload, and can be discarded", async ({ as }) => {
  const page = await as("owner")
  await page.goto("/w/sample-desk/settings/rules")
  await listens(page)
  await expect(page.getByRole("button", { name: "Save rules" })).toBeDisabled()
  await page.getByLabel("2 people").check()
  await page.reload()
  await expect(page.getByLabel("2 people")).toBeChecked()
  await expect(page.getByText("Not saved yet.")).toBeVisible()
  await page.getByRole("button", { name: "Discard changes" }).press("Enter")
  await expect(page.getByLabel("1 person")).toBeChecked()
})
