/** The list of articles: what is asked for stands in the address; articles are put away and got back. */
import { expect, expectAccessible, galleyText, importArticle, test } from "./support/test"

const LIST = "/w/sample-desk/articles"

test("groups, filters and orders stand in the address, and back leads back", async ({ as }) => {
  const page = await as("editor")
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
  await page.getByRole("button", { name: "Restore" }).click()
  await expect(page.getByText(/^Archived on /)).toHaveCount(0)
})
