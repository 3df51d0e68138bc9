/** A scale of the desk's own: made by its owner, given by a key, named by what goes out. */
import type { Page } from "@playwright/test"
import { addressOf, importText, markAll } from "./support/api"
import { expect, expectAccessible, listens, test } from "./support/test"

const SCALES = "/w/sample-desk/settings/scales"

test("an owner makes a scale and has it offered, a checker rates on it with a key, the export names it", async ({
  as,
}) => {
  const owner = await as("owner")
  await owner.goto(`${SCALES}/new?job=theirs`)
  await listens(owner)
  await owner.getByLabel("Name").fill("House scale")
  await addRating(owner, { en: "Not so", de: "So nicht" })
  await addRating(owner, { en: "Quite so", de: "So ist es" })
  await owner.getByRole("button", { name: "Move Quite so" }).press("ArrowUp")
  await expect(owner.getByRole("listitem").filter({ hasText: "quite_so" })).toContainText("1")
  await expectAccessible(owner)
  await owner.getByRole("button", { name: "Save as version 1" }).press("Enter")
  await owner.waitForURL(`**${SCALES}/of/house_scale`)
  await listens(owner)
  await offer(owner, "House scale")
  try {
    const id = await importText("The count\n\nThe council counted 412 trees along the harbour road.\n")
    await markAll(id, ["counted 412 trees"])
    const checker = await as("checker")
    await checker.goto(`${addressOf(id)}?claim=1`)
    await listens(checker)
    await expect(checker.getByRole("radio", { name: /Mostly true/ })).toHaveCount(0)
    await checker.getByRole("radio", { name: /Quite so/ }).focus()
    await checker.keyboard.press("2")
    await expect(checker.getByRole("radio", { name: /Not so/ })).toBeChecked()
    await expect(async () => {
      const exported = await owner.request.get(`${addressOf(id)}/export?profile=internal`)
      expect(await exported.text()).toContain('scale: "house_scale/1"')
    }).toPass()
  } finally {
    await owner.goto(`${SCALES}/of/theirs`)
    await listens(owner)
    await offer(owner, "Stet’s verdicts")
  }
})

async function addRating(page: Page, { en, de }: { en: string; de: string }): Promise<void> {
  await page.getByRole("button", { name: "Add a rating" }).press("Enter")
  const row = page.locator("[data-rating]").last()
  await row.getByLabel("Label, English").fill(en)
  await row.getByLabel("Label, Deutsch").fill(de)
  await row.getByLabel("Definition, English").fill(`It is said: ${en}.`)
  await row.getByLabel("Definition, Deutsch").fill(`Es heißt: ${de}.`)
}

async function offer(page: Page, name: string): Promise<void> {
  await page.getByRole("button", { name: `What to do with ${name}` }).press("Enter")
  await page.getByRole("menuitem", { name: /^Offer version/ }).press("Enter")
  await page.getByRole("button", { name: "Offer it" }).press("Enter")
  await expect(page.getByText("Offered: version 1")).toBeVisible()
}
