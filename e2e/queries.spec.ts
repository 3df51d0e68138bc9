/** A question and its answer, from the checker to the author and back; and what the author sees nothing of. */
import { addressOf } from "./support/api"
import { articleOfAuthor } from "./support/fixes"
import { expect, expectAccessible, galleyText, listens, putSelection, test } from "./support/test"

test("a query goes to the author, waits for their answer, and comes back to who asked", async ({ as }) => {
  const { id } = await articleOfAuthor("The bridge opened in 1931.\n\nThe toll was nine crowns.\n", "opened in 1931")
  const checker = await as("checker")
  await checker.goto(`${addressOf(id)}?claim=1`)
  await expect(galleyText(checker)).toBeVisible()
  await checker.keyboard.press("c")
  const question = checker.getByRole("textbox", { name: "Question" })
  await expect(question).toBeFocused()
  await question.fill("Who says **so**, and @")
  // Nothing typed is lost.
  await checker.reload()
  await expect(question).toHaveValue("Who says **so**, and @")
  await question.press("End")
  await question.pressSequentially("Edd")
  await expect(checker.getByRole("listbox").getByRole("option", { name: "Edda Lind" })).toBeVisible()
  await question.press("Enter")
  await expect(question).toHaveValue("Who says **so**, and @Edda Lind ")
  await question.press("Control+Enter")
  const comments = checker.getByRole("region", { name: "Comments" })
  await expect(comments).toContainText("waits for the author")
  await expect(comments.locator("strong")).toHaveText("so")
  await expect(checker.getByRole("region", { name: "Waiting" })).toBeVisible()
  await checker.getByRole("button", { name: /^Comment/ }).click()
  await checker.getByLabel("A note for the desk").check()
  await checker.getByRole("textbox", { name: "Note", exact: true }).fill("The chronicle is unreliable.")
  await checker.getByRole("button", { name: "Keep the note" }).click()
  await expect(comments).toContainText("The chronicle is unreliable.")

  const author = await as("author")
  await author.goto(addressOf(id))
  await author.getByRole("link", { name: "1 question for you" }).click()
  await expect(author.getByText("1 question waits for your answer.")).toBeVisible()
  await listens(author)
  await expect(author.getByText("The chronicle is unreliable.")).toHaveCount(0)
  await author.keyboard.press("j")
  await author.keyboard.press("Shift+R")
  await author.getByRole("textbox", { name: "Your answer" }).fill("The register of 1931, page 3.")
  await author.getByRole("button", { name: "Send the answer" }).click()
  await expect(author.getByText("No question waits for your answer.")).toBeVisible()
  await expectAccessible(author)

  await checker.goto("/w/sample-desk/articles")
  await listens(checker)
  await checker.getByRole("button", { name: /^Notifications/ }).click()
  await checker.getByRole("menuitem", { name: /answered a query/ }).click()
  await expect(comments).toContainText("The register of 1931, page 3.")
  await expect(comments).toContainText("The author’s answer")
  await expect(checker.getByRole("region", { name: "Waiting" })).toHaveCount(0)
  await comments.getByRole("button", { name: "Close", exact: true }).first().click()
  await expect(comments).toContainText("closed by")
  await expectAccessible(checker)
})

test("words that are spoken about are marked in the text, and what was said is read and closed there", async ({
  as,
}) => {
  const { id } = await articleOfAuthor("The bridge opened in 1931.\n\nThe toll was nine crowns.\n", "opened in 1931")
  const checker = await as("checker")
  await checker.goto(addressOf(id))
  await listens(checker)
  const text = galleyText(checker)
  for (const [words, question] of [
    ["nine crowns", "Old crowns?"],
    ["bridge opened", "Which one?"],
  ] as const) {
    await putSelection(checker, words)
    await checker.keyboard.press("c")
    await checker.getByRole("textbox", { name: "Question" }).fill(question)
    await checker.getByRole("button", { name: "Ask", exact: true }).click()
    await expect(text.locator("[data-thread]").filter({ hasText: words.split(" ")[0] ?? "" })).toBeVisible()
  }
  // Drawn anew, it is the desk that says so. Keys lead from one to the next, and Enter opens what was said.
  await checker.reload()
  await listens(checker)
  await expect(text.locator("[data-thread]").first()).toBeVisible()
  await checker.keyboard.press("q")
  await checker.keyboard.press("q")
  await expect(checker.getByRole("status").filter({ hasText: "Passage 2 of 2: Query on “nine crowns”" })).toBeAttached()
  await checker.keyboard.press("Enter")
  const dialog = checker.getByRole("dialog", { name: "On these words" })
  await expect(dialog).toContainText("Old crowns?")
  await expectAccessible(checker)
  await dialog.getByRole("button", { name: "Close", exact: true }).last().click()
  await expect(dialog).toContainText("closed by")
  await checker.keyboard.press("Escape")
  await expect(text).toBeFocused()
  await expect(text.locator("[data-thread]").filter({ hasText: "crowns" })).toHaveCount(0)
  // Where a claim lies on the same words, both are offered; beside the text each has its mark.
  await text.locator("[data-thread] mark, mark [data-thread]").first().click()
  await checker
    .getByRole("menu")
    .getByRole("menuitem", { name: /Query on “bridge opened”/ })
    .click()
  await expect(dialog).toContainText("Which one?")
  await checker.keyboard.press("Escape")
  await checker
    .getByRole("group", { name: "Marks beside the text" })
    .getByRole("button", { name: /^Query/ })
    .click()
  await expect(dialog).toContainText("Which one?")
  await checker.keyboard.press("Escape")
  await checker.keyboard.press("Control+k")
  await checker.getByRole("dialog").getByRole("combobox").fill("follow")
  await checker.getByRole("option", { name: /^Follow this article/ }).click()
  await expect(checker.getByText("You follow this article and all its claims.")).toBeVisible()
})
