/** Evidence in files: a checker adds a PDF and cites page 3; the excerpt is found there, and the reviewer opens it there. */
import type { Page } from "@playwright/test"
import { pdf } from "@/lib/document/evidence/testing/files"
import { addressOf, ask, importText, markAll } from "./support/api"
import { expect, expectAccessible, listens, test } from "./support/test"

const SAID = "Spending rose by 4.2 per cent in 2023, the auditors wrote."
const MORE = "Nothing else of note."
const PAGES = ["Report of the auditors", "Contents", `Results\n${SAID}\n${MORE}`, "Annexes"]

/** An article with a claim that nothing rests on yet. */
async function claimed() {
  const articleId = await importText("What the town spends\n\nSpending rose by 4.2 per cent, the mayor said.\n")
  const [claim] = await markAll(articleId, ["Spending rose by 4.2 per cent"])
  return { articleId, claimId: claim?.id ?? "" }
}

test("a checker adds a PDF and cites page 3, the reviewer opens it there", async ({ as }) => {
  const { articleId, claimId } = await claimed()
  const checker = await as("checker")
  await checker.goto(`${addressOf(articleId)}?claim=1`)
  await listens(checker)
  const sources = checker.getByRole("region", { name: "Sources" })
  await sources.getByRole("button", { name: /^Add/ }).click()
  const form = checker.getByRole("form", { name: /Add a source/ })
  await checker.getByRole("combobox", { name: "Source" }).fill("Auditors")
  await checker.getByRole("option", { name: /New source/ }).click()

  // A file that is not what its name says is refused where it was chosen.
  const file = form.getByLabel("Attach a file")
  await file.setInputFiles({ name: "photo.png", mimeType: "image/png", buffer: Buffer.from(await pdf("x")) })
  await expect(form.getByRole("alert")).toHaveText(/name says PNG, but it is PDF/)
  await expectAccessible(checker)
  const report = Buffer.from(await pdf(...PAGES))
  await file.setInputFiles({ name: "auditors-report.pdf", mimeType: "application/pdf", buffer: report })
  await expect(form.getByRole("button", { name: "Remove auditors-report.pdf" })).toBeVisible()
  await form.getByLabel("Place in the source").fill("p. 3")
  await form.getByLabel("Excerpt").fill(SAID.replace("the auditors", "the  auditors"))
  await form.getByRole("button", { name: "Add source" }).click()
  await expect(form).toHaveCount(0)
  await expect(async () => {
    await checker.reload()
    await expect(sources.getByText("Found in the source, p. 3")).toBeVisible({ timeout: 2_000 })
  }).toPass()
  await expectAccessible(checker)

  await test.step("other words of the page are taken as the excerpt, or copied with their place", async () => {
    const opening = checker.waitForEvent("popup")
    await sources.getByRole("link", { name: /^Open at p\. 3/ }).click()
    const reader = await opening
    const layer = reader.getByRole("region", { name: "The document" })
    await expect(layer.locator("mark")).toHaveText([SAID])
    await selectAll(reader, [SAID, MORE])
    await expect(reader.getByRole("region", { name: "Selected words" })).toContainText("p. 3")
    await expectAccessible(reader)
    await reader.keyboard.press("Shift+E")
    await expect(reader.getByText("Claim 1 now cites these words.")).toBeVisible()
    await expect(layer.locator("mark")).toHaveText([SAID, MORE])
    await expect(sources.getByText(`${SAID} ${MORE}`)).toBeVisible()
    await selectAll(reader, [SAID])
    await reader.keyboard.press("ControlOrMeta+c")
    await reader.close()
    await sources.getByRole("button", { name: /^Edit/ }).click()
    const excerpt = checker.getByLabel("Excerpt")
    await checker.getByLabel("Place in the source").fill("")
    await excerpt.selectText()
    await excerpt.press("ControlOrMeta+v")
    await expect(excerpt).toHaveValue(SAID)
    await expect(checker.getByLabel("Place in the source")).toHaveValue("p. 3")
    await sources.getByRole("button", { name: "Save" }).click()
    await expect(sources.getByText("Found in the source, p. 3")).toBeVisible()
  })

  const verdict = { rating: "true", conclusion: "The auditors have the same number." }
  const { version } = await ask<{ version: number }>("checker", "GET", `/claims/${claimId}`)
  await ask("checker", "PUT", `/claims/${claimId}/verdict`, { body: verdict, version })
  await ask("checker", "POST", `/claims/${claimId}/rounds`)

  const editor = await as("editor")
  await editor.goto(`${addressOf(articleId)}?claim=1`)
  const opening = editor.waitForEvent("popup")
  await editor
    .getByRole("region", { name: "Sources" })
    .getByRole("link", { name: /^Open at p\. 3/ })
    .click()
  const reader = await opening
  await expect(reader.getByRole("heading", { name: "Auditors", level: 1 })).toBeVisible()
  await expect(reader.getByText("Found in the source, p. 3")).toBeVisible()
  await expect(reader.getByText("Page 3 of 4")).toBeInViewport()
  const marks = reader.getByRole("region", { name: "The document" }).locator("mark")
  await expect(marks.first()).toBeInViewport()
  expect((await marks.allTextContents()).join("")).toBe(SAID)
  await expectAccessible(reader)
})

/** Selects lines of a page from the first to the last, as a pointer drawn over them does. */
async function selectAll(page: Page, lines: string[]): Promise<void> {
  await page.evaluate((lines) => {
    const spans = [...document.querySelectorAll(".pdf-text span")].filter((span) => lines.includes(span.textContent))
    const [first, last] = [spans[0], spans.at(-1)]
    if (first && last) document.getSelection()?.setBaseAndExtent(first, 0, last, last.childNodes.length)
  }, lines)
}
