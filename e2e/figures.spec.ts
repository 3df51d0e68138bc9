/** The figures of the desk: asked for in the address, as charts, as tables, as files; and for whom there are none. */
import { readFile } from "node:fs/promises"
import type { Page } from "@playwright/test"
import { rows } from "./support/desk"
import { expect, expectAccessible, openArticles, test } from "./support/test"

test("an editor reads the figures, narrows them down, looks behind a chart and takes the numbers along", async ({
  as,
}) => {
  const page = await as("editor")
  await openArticles(page)
  await page.keyboard.press("g")
  await page.keyboard.press("f")
  await expect(page.getByRole("heading", { name: "Figures", level: 1 })).toBeVisible()
  await expect(page).toHaveTitle(/^Figures · /)
  await expect(page.getByRole("link", { name: "Figures", exact: true })).toHaveAttribute("aria-current", "page")

  const flight = page.getByRole("region", { name: "Work in flight" })
  await expect(
    flight
      .getByRole("img", { name: /^Chart: Work in flight/ })
      .locator("svg")
      .first(),
  ).toBeVisible()
  await flight.getByText("As a table").click()
  const table = flight.getByRole("table", { name: "Table: Work in flight" })
  await expect(table.getByRole("row")).toHaveCount(31)
  const standing = await standingNow()
  await expect.poll(() => cellsOf(page, "Table: Work in flight", 1)).toEqual(standing)

  // Arrow keys lead on without asking the desk; Enter asks.
  await page.getByRole("radio", { name: "30 days" }).press("ArrowLeft")
  await expect(page.getByRole("radio", { name: "7 days" })).toBeFocused()
  await expect(page.getByRole("radio", { name: "30 days" })).toBeChecked()
  await page.keyboard.press("Enter")
  await expect(page).toHaveURL(/\/figures\?period=7$/)
  await expect(table.getByRole("row")).toHaveCount(8)

  const verdicts = page.getByRole("region", { name: "Verdict mix" })
  await expect(verdicts.getByRole("heading", { name: /Somebody else’s claim/ })).toBeVisible()
  await page.getByLabel("Job").selectOption("Our own copy")
  await expect(page).toHaveURL(/\?period=7&job=ours$/)
  await expect(verdicts.getByRole("heading", { name: /Somebody else’s claim/ })).toBeHidden()
  await page.reload()
  await expect(page.getByRole("radio", { name: "7 days" })).toBeChecked()
  await expect(verdicts.getByRole("heading", { name: /Our own copy/ })).toBeVisible()

  const [file] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: "Download CSV: Verdict mix" }).click(),
  ])
  expect(file.suggestedFilename()).toMatch(/^verdict-mix-\d{4}-\d\d-\d\d\.csv$/)
  const [columns, first] = (await readFile(await file.path(), "utf8")).split("\r\n")
  expect(columns).toBe("\uFEFFScale,Rating,Claims,Share")
  expect(first).toMatch(/^Our own copy,[^,]+,\d+,\d+$/)

  for (const fold of await page.getByText("As a table").all()) await fold.click()
  await expectAccessible(page)

  await page.getByRole("button", { name: "Clear filters" }).click()
  await page.getByRole("region", { name: "Overdue by whom it is assigned to" }).getByText("As a table").click()
  await page.getByRole("table", { name: "Table: Overdue by whom it is assigned to" }).getByRole("link").first().click()
  await expect(page.getByRole("heading", { name: "Claims", level: 1 })).toBeVisible()
  await expect(page).toHaveURL(/due=overdue/)
})

test("an author finds no figures, neither in the navigation nor behind their addresses", async ({ as }) => {
  const page = await as("author")
  await openArticles(page)
  await expect(page.getByRole("link", { name: "Figures" })).toBeHidden()
  expect((await page.request.get("/w/sample-desk/figures/csv?figure=flight")).status()).toBe(404)
  await page.goto("/w/sample-desk/figures")
  await expect(page.getByRole("heading", { name: "There is nothing here", level: 1 })).toBeVisible()
})

/** The numbers in a row of a table. */
async function cellsOf(page: Page, table: string, row: number): Promise<number[]> {
  const cells = page.getByRole("table", { name: table }).getByRole("row").nth(row).getByRole("cell")
  return (await cells.allInnerTexts()).map(Number)
}

/** Open, waiting, in review, changes requested and all of them, as the claims themselves stand. */
async function standingNow(): Promise<number[]> {
  const [row] = await rows<Record<string, number>>(`
    SELECT count(*) FILTER (WHERE c."state" = 'open' AND c."waitingOn" IS NULL)::int AS "a",
           count(*) FILTER (WHERE c."state" <> 'in_review' AND c."waitingOn" IS NOT NULL)::int AS "b",
           count(*) FILTER (WHERE c."state" = 'in_review')::int AS "c",
           count(*) FILTER (WHERE c."state" = 'changes_requested' AND c."waitingOn" IS NULL)::int AS "d",
           count(*)::int AS "e"
    FROM "Claim" c JOIN "Article" a ON a."id" = c."articleId" JOIN "Workspace" w ON w."id" = c."workspaceId"
    WHERE w."slug" = 'sample-desk' AND a."archivedAt" IS NULL AND c."withdrawnAt" IS NULL AND c."state" <> 'approved'`)
  return Object.values(row ?? {})
}
