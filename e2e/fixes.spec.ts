/** Fixes from hand to hand: proposed with a key, reviewed with the verdict, answered by the author, accepted together. */
import { expect, expectAccessible, galleyText, listens, test } from "./support/test"
import { articleWithFixes, fixedAndApproved } from "./support/fixes"
import { addressOf } from "./support/api"

test("a fix goes from the checker by reviewer and author into the text, and stays approved", async ({ as }) => {
  test.slow()
  const { id, title } = await articleWithFixes()
  const checker = await as("checker")
  await checker.goto(`${addressOf(id)}?claim=1`)
  await expect(galleyText(checker)).toBeVisible()
  await checker.keyboard.press("f")
  const form = checker.getByRole("form", { name: "Fix" })
  const wording = form.getByLabel("What it should say")
  await expect(wording).toHaveValue("opened in 1931")
  await expect(wording).toBeFocused()
  await wording.fill("opened in 1932")
  await form.getByLabel("Why").fill("The chronicle says so.")
  await expect(form.locator("ins")).toHaveText("1932")
  // Nothing typed is lost.
  await checker.reload()
  await expect(wording).toHaveValue("opened in 1932")
  await form.getByRole("button", { name: "Propose" }).click()
  const fix = checker.getByRole("region", { name: "Fix" })
  await expect(fix).toContainText("The chronicle says so.")
  await expect(fix.locator("del")).toHaveText("1931")
  await checker.getByRole("button", { name: /^Send to review/ }).click()
  await expect(checker.getByRole("button", { name: /^Recall/ })).toBeVisible()

  const editor = await as("editor")
  await editor.goto(`/w/sample-desk/reviews?article=${id}`)
  await expect(editor.getByRole("heading", { name: "Proposed words" })).toBeVisible()
  await expect(editor.getByRole("complementary").locator("ins")).toHaveText("1932")
  await fixedAndApproved(id)

  const author = await as("author")
  await author.goto(`${addressOf(id)}/fixes`)
  await listens(author)
  await expect(author.getByRole("heading", { name: `Fixes: ${title}`, level: 1 })).toBeVisible()
  await author.keyboard.press("j")
  await author.keyboard.press("1")
  await expect(author.getByText("agrees.")).toBeVisible()
  await author.keyboard.press("j")
  await author.keyboard.press("3")
  const refusal = author.getByRole("dialog")
  await refusal.getByLabel("Why not").fill("They said nine.")
  await refusal.getByRole("button", { name: "Say no" }).click()
  await expect(author.getByText("They said nine.")).toBeVisible()
  await expectAccessible(author)

  await editor.goto(`${addressOf(id)}/fixes`)
  await listens(editor)
  await editor.keyboard.press("j")
  await editor.keyboard.press("1")
  await editor.keyboard.press("j")
  await editor.keyboard.press("1")
  await expect(editor.getByRole("button", { name: /^These words/, pressed: true })).toHaveCount(2)
  await expectAccessible(editor)
  await editor.getByRole("button", { name: /^Accept 2 fixes together/ }).click()
  await expect(editor.getByRole("region", { name: "What came of it" })).toContainText(
    "Revision 2 is made. 2 claims are fixed and still approved.",
  )
  await expect(editor.getByText("No fix waits")).toBeVisible()

  await editor.goto(`${addressOf(id)}?claim=1`)
  await expect(galleyText(editor)).toContainText("The bridge opened in 1932.")
  await expect(galleyText(editor)).toContainText("The toll was ten crowns.")
  await expect(editor.getByRole("complementary", { name: "Chosen claim" })).toContainText("Fixed")
})
