/** Runs after all others, because the sample desk is gone by it. */
import { existsSync } from "node:fs"
import { demoFile, rows } from "./support/desk"
import { expect, expectAccessible, galleyText, listens, openArticles, test } from "./support/test"

test("the owner's own desk takes the place of the sample desk", async ({ as }) => {
  const page = await as("owner")
  await openArticles(page)
  await page.getByRole("link", { name: "Start your own desk" }).click()
  await page.getByLabel("Name of the workspace").fill("Harbour Post")
  await page.getByLabel("Your name").fill("Robin Vale")
  await page.getByLabel("E-mail").fill("robin@example.org")
  await page.getByLabel("Choose a password").fill("a long enough password")
  await page.getByRole("button", { name: "Remove the sample desk and start mine" }).click()
  await expect(page).toHaveURL(/\/w\/harbour-post/)
  await expect(page.getByText("The desk is clear")).toBeVisible()
  expect(existsSync(demoFile())).toBe(false)
  expect(await rows(`SELECT "slug", "demo" FROM "Workspace"`)).toEqual([{ slug: "harbour-post", demo: false }])
  expect(await rows(`SELECT "email" FROM "User"`)).toEqual([{ email: "robin@example.org" }])

  // Another desk beside it, with nothing of the first in it.
  await page.getByRole("button", { name: "Paste text" }).click()
  const paste = page.getByRole("dialog", { name: "Paste an article" })
  await paste.getByLabel("Text", { exact: true }).fill("The harbour\n\nNine ships came in on Monday.\n")
  await paste.getByRole("button", { name: "Import", exact: true }).click()
  await expect(galleyText(page)).toContainText("Nine ships")
  const article = new URL(page.url()).pathname

  await page.getByRole("button", { name: "Account of Robin Vale" }).click()
  await page.getByRole("menuitem", { name: "New desk…" }).click()
  await expect(page.getByRole("heading", { name: "New desk" })).toBeVisible()
  await listens(page)
  await expectAccessible(page)
  await page.getByRole("button", { name: "Start the desk" }).click()
  await expect(page.getByText("Name the workspace.")).toBeVisible()
  const name = page.getByLabel("Name of the workspace")
  await name.fill("harbour post")
  await page.getByRole("button", { name: "Start the desk" }).click()
  await expect(page.getByText("There is a desk with this name already. Choose another name.")).toBeVisible()
  await expect(name).toHaveValue("harbour post")
  await name.fill("Harbour Weekend")
  await page.getByRole("button", { name: "Start the desk" }).click()
  await expect(page).toHaveURL(/\/w\/harbour-weekend\/articles/)
  await expect(page.getByText("The desk is clear")).toBeVisible()
  await page.goto(article.replace("harbour-post", "harbour-weekend"))
  await expect(page.getByRole("heading", { name: "There is nothing here" })).toBeVisible()

  await page.goto("/w/harbour-weekend/articles")
  await listens(page)
  await page.getByRole("button", { name: "Account of Robin Vale" }).click()
  await page.getByRole("menuitemradio", { name: "Harbour Post" }).click()
  await expect(page).toHaveURL(/\/w\/harbour-post\/articles/)
  await expect(page.getByRole("link", { name: "The harbour" })).toBeVisible()
})
