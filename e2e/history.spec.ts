/** The log as people read it, take along and check; taking the next claim; deleting an article. */
import { readFile } from "node:fs/promises"
import { addressOf, ask, importMarkdown, markAll } from "./support/api"
import { expect, expectAccessible, openArticles, test } from "./support/test"

test("a checker takes the next claim, and its history says so; an owner takes the log along, checks it and deletes the article", async ({
  as,
}) => {
  const articleId = await importMarkdown("# A lighthouse\n\nIt was lit in 1894, the keeper says.\n")
  await markAll(articleId, ["It was lit in 1894"])
  // What is due soonest comes first: before what waits at the sample desk.
  const { version } = await ask<{ version: number }>("checker", "GET", `/articles/${articleId}`)
  const dueAt = new Date(Date.now() + 3_600_000).toISOString()
  await ask("checker", "PATCH", `/articles/${articleId}`, { body: { dueAt }, version })
  const page = await as("checker")
  await openArticles(page)
  // Others may still come before it: whoever takes on gets to it.
  await expect(async () => {
    await page.keyboard.press("g")
    await page.keyboard.press("n")
    await expect(page.getByText("is yours now").or(page.getByText("Nothing is waiting")).first()).toBeVisible()
    await page.goto(`${addressOf(articleId)}/history?kind=claims`)
    await expect(page.getByText("changed who checks it")).toBeVisible({ timeout: 1_000 })
  }).toPass()
  await expect(page.getByRole("heading", { name: /History: A lighthouse/, level: 1 })).toBeVisible()
  await expect(page.getByText("imported the article")).toBeHidden()
  await page.getByRole("link", { name: "Claim 1" }).first().click()
  await expect(page).toHaveURL(/\?claim=1$/)

  const owner = await as("owner")
  await owner.goto("/w/sample-desk/history")
  await owner.getByLabel("About what").selectOption("Claims")
  await expect(owner).toHaveURL(/\?kind=claims$/)
  await expect(owner.getByRole("link", { name: "A lighthouse" }).first()).toBeVisible()
  await expectAccessible(owner)
  const [file] = await Promise.all([
    owner.waitForEvent("download"),
    owner.getByRole("link", { name: "Download CSV" }).click(),
  ])
  expect(file.suggestedFilename()).toMatch(/^history-\d{4}-\d\d-\d\d\.csv$/)
  const [columns, ...lines] = (await readFile(await file.path(), "utf8")).split("\r\n")
  expect(columns).toBe("\uFEFFTime,Who,What,About whom,Article,Claim,Source,Act,Id")
  expect(lines.some((line) => line.includes("marked the claim") && line.includes("A lighthouse"))).toBe(true)

  await owner.goto(addressOf(articleId))
  await owner.getByRole("button", { name: "More", exact: true }).click()
  await owner.getByRole("menuitem", { name: "Delete …" }).click()
  await owner.getByRole("dialog").getByRole("button", { name: "Delete the article" }).click()
  await expect(owner).toHaveURL(/\/articles$/)
  await page.reload()
  await expect(page.getByRole("heading", { name: "There is nothing here" })).toBeVisible()

  await owner.goto("/w/sample-desk/settings/audit")
  await owner.getByRole("button", { name: "Check the log" }).click()
  await expect(owner.getByText("Every link holds.")).toBeVisible()
  await expectAccessible(owner)
})
