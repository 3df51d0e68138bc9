/** Exports: a format seen before it is kept, the file for the author in one press, and many articles as one archive. */
import { readFile } from "node:fs/promises"
import { unzipSync } from "fflate"
import { addressOf, importMarkdown } from "./support/api"
import { expect, expectAccessible, test } from "./support/test"

const LIST = "/w/sample-desk/articles"

test("a format is seen, copied and kept, and what goes back to the author is one press", async ({ as }) => {
  const id = await importMarkdown("# The kiln is cold\n\nThe kiln went cold on a Monday, the potter says.\n")
  const page = await as("editor")
  await page.goto(addressOf(id))
  await page.getByRole("button", { name: "Export" }).click()
  const dialog = page.getByRole("dialog", { name: "Export" })
  const preview = dialog.getByRole("region", { name: "Preview" })
  await expect(preview).toContainText("profile: internal")
  await dialog.getByRole("radio", { name: "For readers" }).check()
  await expect(preview).toContainText("profile: public")
  await dialog.getByLabel("Format").selectOption({ label: "Bundle for Stet (ZIP)" })
  await expect(preview).toContainText("2 files in the bundle")
  await expect(dialog.getByRole("button", { name: "Copy" })).toHaveCount(0)
  await dialog.getByLabel("Format").selectOption({ label: "Word" })
  await expect(preview).toContainText("No comments")
  await dialog.getByRole("radio", { name: "For the desk" }).check()
  await expect(dialog.getByRole("checkbox", { name: /legal risk/ })).toBeVisible()
  await expectAccessible(page)
  const kept = page.waitForEvent("download")
  await dialog.getByRole("link", { name: "Word file for the author" }).click()
  expect((await kept).suggestedFilename()).toBe("the-kiln-is-cold-for-the-author.docx")
})

test("many articles are chosen, written as one archive, fetched and removed", async ({ as }) => {
  for (const word of ["bakery", "smithy", "dairy"])
    await importMarkdown(`# The ${word} closes\n\nThe ${word} closed.\n`)
  const page = await as("editor")
  await page.goto(LIST)
  const choose = (word: string) => page.getByRole("checkbox", { name: `Choose The ${word} closes` })
  await choose("dairy").check()
  await choose("bakery").click({ modifiers: ["Shift"] })
  const bar = page.getByRole("region", { name: "Chosen articles" })
  await expect(bar).toContainText("3 articles chosen")
  await page.keyboard.press("Shift+X")
  const dialog = page.getByRole("dialog", { name: "Export 3 articles" })
  await expectAccessible(page)
  await dialog.getByRole("button", { name: "Write the archive" }).click()
  await expect(bar).toHaveCount(0)
  const exports = page.getByRole("region", { name: "Your exports" })
  await expect(exports).toContainText("3 articles as Markdown for readers")
  const kept = page.waitForEvent("download")
  await exports.getByRole("link", { name: /^Download 3 articles/ }).click()
  const files = unzipSync(new Uint8Array(await readFile(await (await kept).path())))
  expect(Object.keys(files).sort()).toEqual(["the-bakery-closes.md", "the-dairy-closes.md", "the-smithy-closes.md"])
  await exports.getByRole("button", { name: /^Remove 3 articles/ }).click()
  await expect(exports).toHaveCount(0)
})
