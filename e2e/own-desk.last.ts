/** Runs after all others, because the sample desk is gone by it. */
import { existsSync } from "node:fs"
import { demoFile, rows } from "./support/desk"
import { expect, openArticles, test } from "./support/test"

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
})
