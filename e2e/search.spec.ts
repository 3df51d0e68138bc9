/** Earlier checks come in, are shown beside what says the same, and can be put aside; everything that is written is found. */
import { addressOf, importText, markAll } from "./support/api"
import { expect, expectAccessible, listens, openArticles, test } from "./support/test"

const STATEMENT = "The Wendmouth lighthouse burned twice in 1871"
const head = "id,statement,rating,publisher,url,date\n"
const row = (id: string, url: string) => `${id},"${STATEMENT}, says a plaque",False,Harbour Post,${url},2024-11-15\n`

test("an editor brings in a check, a checker is reminded of it and puts it aside", async ({ as }) => {
  const editor = await as("editor")
  await editor.goto("/w/sample-desk/claims")
  await editor.getByRole("link", { name: "Earlier checks" }).click()
  await expect(editor.getByRole("heading", { name: "Earlier checks of others", level: 1 })).toBeVisible()
  const id = `lighthouse-${Date.now()}`
  const bring = async (text: string) =>
    editor
      .getByLabel("File of checks")
      .setInputFiles({ name: "checks.csv", mimeType: "text/csv", buffer: Buffer.from(text) })
  await bring(head + row(id, "nowhere"))
  await expect(editor.getByRole("alert").filter({ hasText: "Row 1, url" })).toBeVisible()
  await bring(head + row(id, "https://example.org/lighthouse"))
  await expect(editor.getByText("checks.csv: 1 new")).toBeVisible()
  await expect(editor.getByRole("list", { name: "Earlier checks of others" })).toContainText("Harbour Post")
  await expectAccessible(editor)

  const articleId = await importText(`A walk at the harbour\n\n${STATEMENT}, and nobody knows why.`)
  const [claim] = await markAll(articleId, [`${STATEMENT}, and nobody knows why`])
  const checker = await as("checker")
  await checker.goto(`${addressOf(articleId)}?claim=${claim?.number}`)
  const before = checker.getByRole("region", { name: "Checked before" })
  await expect(before).toContainText("Harbour Post")
  await expectAccessible(checker)
  await before.getByRole("button", { name: "Not the same" }).first().click()
  await expect(before.getByText("1 put aside")).toBeVisible()
  await checker.reload()
  await expect(before.getByText("1 put aside")).toBeVisible()

  // The job has looked through the text meanwhile, or does so now.
  await expect(async () => {
    await checker.goto(`${addressOf(articleId)}/earlier`)
    await expect(checker.getByRole("list", { name: "Earlier checks" }).getByText(STATEMENT).first()).toBeVisible({
      timeout: 1000,
    })
  }).toPass({ timeout: 30_000 })
  await expectAccessible(checker)
})

test("what is written is found from the palette and on its page, by those who may see it", async ({ as }) => {
  const page = await as("editor")
  await openArticles(page)
  await listens(page)
  await page.keyboard.press("Control+k")
  await page.getByRole("dialog").getByRole("combobox").fill("chancellery")
  await page.getByRole("option", { name: "All results for “chancellery”" }).click()
  await expect(page).toHaveURL(/\/search\?q=chancellery$/)
  const results = page.getByRole("list", { name: "Found" })
  await expect(results).toContainText("Conversation with a person in the chancellery")
  await page.getByRole("radio", { name: /^Sources/ }).check({ force: true })
  await expect(page).toHaveURL(/kind=source/)
  await expect(results.getByText("Article", { exact: true })).toHaveCount(0)
  await page.getByRole("searchbox", { name: "Search the desk" }).fill("zzzz")
  await expect(page.getByText("Nothing has these words")).toBeVisible()
  await expectAccessible(page)

  const viewer = await as("viewer")
  await viewer.goto("/w/sample-desk/search?q=chancellery")
  await expect(viewer.getByRole("heading", { name: "Search", level: 1 })).toBeVisible()
  await expect(viewer.getByText("Conversation with a person")).toHaveCount(0)
})
