/** The list of articles: what is asked for stands in the address; articles are put away and got back. */
import type { Page, Route } from "@playwright/test"
import { expect, expectAccessible, galleyText, importArticle, putSelection, openArticles, test } from "./support/test"

const LIST = "/w/sample-desk/articles"

test("groups, filters and orders stand in the address, and back leads back", async ({ as }) => {
  const page = await as("editor")
  await openArticles(page)
  const groups = page.getByRole("navigation", { name: "Groups of articles" })
  await groups.getByRole("link", { name: /^Checking \d/ }).click()
  await expect(page).toHaveURL(/show=checking/)
  await expect(groups.getByRole("link", { name: /^Checking/ })).toHaveAttribute("aria-current", "true")
  await page.getByRole("columnheader", { name: "Due" }).getByRole("link").click()
  await expect(page).toHaveURL(/show=checking&sort=due/)
  await expect(page.getByRole("columnheader", { name: "Due" })).toHaveAttribute("aria-sort", "ascending")
  await page.getByRole("searchbox", { name: "Search articles" }).fill("Moscow")
  await expect(page).toHaveURL(/q=Moscow/)
  await expect(page.getByText("1 article matches")).toBeVisible()
  await page.reload()
  await expect(page.getByRole("link", { name: /A call to Moscow/ })).toBeVisible()
  await expectAccessible(page)
  await page.getByRole("button", { name: "Clear filters" }).click()
  await expect(page).not.toHaveURL(/q=/)
  await groups.getByRole("link", { name: /^Archived/ }).click()
  await expect(page.getByText("Nothing is archived")).toBeVisible()
  await page.goBack()
  await expect(groups.getByRole("link", { name: /^Checking/ })).toHaveAttribute("aria-current", "true")
})

test("an article is archived, undone, archived again and restored from its galley", async ({ as }) => {
  const page = await as("editor")
  await importArticle(page, "The lock keeper retires\n\nHe kept the lock for forty years.")
  const galley = page.url()
  await page.goto(LIST)
  const row = page.getByRole("row").filter({ hasText: "The lock keeper retires" })
  const archive = async () => {
    await row.getByRole("button", { name: /^More for/ }).click()
    await page.getByRole("menuitem", { name: "Archive" }).click()
    await expect(row).toHaveCount(0)
  }
  await archive()
  await page.getByRole("button", { name: "Undo" }).click()
  await expect(row).toBeVisible()
  await archive()
  await page.goto(`${LIST}?show=archived`)
  await expect(row).toBeVisible()
  await page.goto(galley)
  await expect(page.getByText(/^Archived on /)).toBeVisible()
  await expect(galleyText(page)).toBeVisible()
  await expectAccessible(page)
  await putSelection(page, "forty years")
  await page.getByRole("button", { name: "Restore" }).click()
  await expect(page.getByText(/^Archived on /)).toHaveCount(0)
  await expect(galleyText(page)).toHaveAccessibleName(/press H to mark a claim/)
  await galleyText(page).focus()
  await expect.poll(() => page.evaluate(() => getSelection()?.toString())).toBe("forty years")
})

test("many files go in at once: each has a result, what fails is tried again, and more than two hundred wait", async ({
  as,
}) => {
  const page = await as("checker")
  await openArticles(page)
  const imports = page.getByRole("region", { name: "Imports" })
  const status = imports.getByRole("status")
  // The third gets no answer the first time.
  let sent = 0
  const isFile = (route: Route) => route.request().method() === "POST"
  await page.route("**/api/uploads/**", (route) =>
    isFile(route) && (sent += 1) === 3 ? route.abort() : route.continue(),
  )
  const stamp = Date.now()
  const texts = [0, 1, 2].map((at) => [`file-${at}.md`, `# Dropped ${at} of ${stamp}\n\nIt was ${at}.`])
  const photos = Array.from({ length: 197 }, (_, at) => [`photo-${at}.png`, "x"])
  const held = [
    ["picture.png", "x"],
    ["one-more.md", `# Held of ${stamp}\n\nIt waited.`],
  ]
  await drop(page, [...texts, ...photos, ...held] as Named[])

  await expect(status).toContainText("2 articles imported, 197 refused, 1 not imported.")
  await expect(status).toContainText("200 go in at once: 2 more are held back.")
  await expect(imports.getByText("picture.png")).toHaveCount(0)
  await expectAccessible(page)

  // Following a link takes nothing away, and the browser asks before the page is left for good.
  await page.getByRole("link", { name: "Sources", exact: true }).click()
  await expect(page.getByRole("heading", { name: "Sources", level: 1 })).toBeVisible()
  const isAsked = () => !window.dispatchEvent(new Event("beforeunload", { cancelable: true }))
  expect(await page.evaluate(isAsked)).toBe(true)
  await page.getByRole("link", { name: "Articles", exact: true }).click()
  await expect(status).toContainText("200 go in at once: 2 more are held back.")
  await imports.getByRole("button", { name: "Try again: file-2.md" }).click()
  await expect(status).toContainText("3 articles imported, 197 refused.")
  await imports.getByRole("button", { name: "Import the next 2" }).click()
  await expect(status).toContainText("4 articles imported, 198 refused.")
  await expect(imports.getByRole("listitem").filter({ hasText: "picture.png" })).toContainText(
    "reads .docx, .html, .md and .txt files",
  )

  await imports.getByRole("link", { name: `Held of ${stamp}` }).click()
  await expect(galleyText(page)).toContainText("It waited.")
})

type Named = [name: string, content: string]

/** Lets files go over the page, as a mouse would. */
async function drop(page: Page, files: Named[]): Promise<void> {
  const carried = await page.evaluateHandle((given) => {
    const transfer = new DataTransfer()
    for (const [name, content] of given) transfer.items.add(new File([content], name))
    return transfer
  }, files)
  await expect(async () => {
    await page.dispatchEvent("main", "dragover", { dataTransfer: carried })
    await expect(page.getByText("Let go to import")).toBeVisible({ timeout: 1_000 })
  }).toPass()
  await page.dispatchEvent("main", "drop", { dataTransfer: carried })
}
