/** The claims of the desk: asked for in the address, several arranged at once, taken back, and coming back to the list. */
import type { Page } from "@playwright/test"
import { expect, expectAccessible, test } from "./support/test"

test("an editor asks for claims without a time, assigns two, takes it back, and gives them a time", async ({ as }) => {
  const page = await as("editor")
  await page.goto("/w/sample-desk/claims")
  await page.getByLabel("Due", { exact: true }).selectOption("Without a time")
  await expect(page).toHaveURL(/\/claims\?due=none$/)
  const without = await foundOn(page)
  const rows = page.getByRole("table", { name: "Claims of the desk" }).locator("tbody").getByRole("row")
  const boxes = rows.getByRole("checkbox", { disabled: false })
  const names = await Promise.all([0, 1].map((at) => boxes.nth(at).getAttribute("aria-label")))
  const chosen = names.map((name) =>
    rows.filter({ has: page.getByRole("checkbox", { name: name ?? "", exact: true }) }),
  )
  const before = await Promise.all(chosen.map((row) => row.innerText()))

  for (const row of chosen) await row.getByRole("checkbox").check()
  const bar = page.getByRole("region", { name: "Chosen claims" })
  await expect(bar).toContainText("2 claims chosen")
  await expectAccessible(page)
  await page.keyboard.press("i")
  await page.getByRole("menuitem", { name: /^Edda Lind/ }).click()
  await expect(page.getByText("2 claims assigned to Edda Lind")).toBeVisible()
  for (const row of chosen) await expect(row).toContainText("Edda Lind")
  await expect(bar).toBeHidden()
  await page.getByRole("button", { name: "Undo" }).click()
  await expect(page.getByText("Undone")).toBeVisible()
  for (const [at, row] of chosen.entries()) await expect.poll(() => row.innerText()).toBe(before[at])

  for (const row of chosen) await row.getByRole("checkbox").check()
  await expect(bar).toBeVisible()
  await page.keyboard.press("d")
  const dialog = page.getByRole("dialog", { name: "When are these 2 claims due?" })
  await dialog.getByLabel("Due").fill("2031-05-04T09:30")
  await dialog.getByRole("button", { name: "Set" }).click()
  for (const row of chosen) await expect(row).toBeHidden()
  await expect.poll(() => foundOn(page)).toBe(without - 2)

  await rows.getByRole("link").first().click()
  await expect(page.getByRole("complementary", { name: "Chosen claim" })).toBeVisible()
  await page.goBack()
  await expect(page).toHaveURL(/\/claims\?due=none$/)
  await expect(page.getByLabel("Due", { exact: true })).toHaveValue("none")
  await expect.poll(() => foundOn(page)).toBe(without - 2)
})

/** How many claims the list has found, as it says it. */
async function foundOn(page: Page): Promise<number> {
  await expect(page.locator("[aria-busy=true]")).toHaveCount(0)
  return Number.parseInt(await page.getByText(/^\d+ claims$/).innerText(), 10)
}
