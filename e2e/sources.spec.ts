/** The ledger: what it is asked for stands in the address, what rests on a source is told, and no edit undoes another. */
import type { Page } from "@playwright/test"
import { expect, expectAccessible, openArticles, test } from "./support/test"

const LEDGER = "/w/sample-desk/sources"
const READOUT = "Readout of the telephone call with the Russian president (sample)"
const CLOSED = "Conversation with a person in the chancellery (sample)"

/** A page of claims that is beyond the last one. */
const BEYOND_ALL = Buffer.from('["00000000-0000-0000-0000-000000000000"]').toString("base64url")

const heading = (page: Page, name: string) => page.getByRole("heading", { name, level: 1 })

test("a source is found, and leads to the claims that rest on it", async ({ as }) => {
  const page = await as("viewer")
  await openArticles(page)
  await page.getByRole("link", { name: "Sources", exact: true }).click()
  await expect(heading(page, "Sources")).toBeVisible()
  await expectAccessible(page)
  await page.getByRole("combobox", { name: "Sort" }).selectOption("Most cited first")
  await page.getByRole("combobox", { name: "Primary" }).selectOption("Primary")
  await page.getByRole("searchbox", { name: "Search sources" }).fill("government press")
  for (const asked of [/sort=cited/, /primary=yes/, /q=government/]) await expect(page).toHaveURL(asked)
  await expect(page.getByRole("table").getByRole("link").first()).toHaveText(READOUT)
  await page.reload()
  await page.getByRole("link", { name: READOUT }).click()
  await expect(heading(page, READOUT)).toBeVisible()
  await expect(page.getByRole("heading", { name: "4 claims rest on it" })).toBeVisible()
  await expect(page.getByRole("button", { name: "Edit" })).toHaveCount(0)
  await expectAccessible(page)
  const source = page.url()
  await page.getByRole("list", { name: "Claims that rest on it" }).getByRole("link").last().click()
  await expect(page).toHaveURL(/articles\/.+\?claim=\d+/)

  // Whoever changes it is told what rests on it, whichever page of that is open.
  const checker = await as("checker")
  await checker.goto(`${source}?after=${BEYOND_ALL}`)
  await expect(checker.getByRole("heading", { name: "4 claims rest on it" })).toBeVisible()
  await expect(checker.getByRole("list", { name: "Claims that rest on it" })).toHaveCount(0)
  await checker.getByRole("button", { name: "Edit" }).click()
  await expect(checker.getByRole("form", { name: "Edit the source" }).getByRole("listitem")).toHaveCount(4)

  // What a viewer may not see is in no list, under no address, in no count.
  await page.goto(`${LEDGER}?q=${encodeURIComponent(CLOSED)}`)
  await expect(page.getByText("No source fits")).toBeVisible()
  await expectAccessible(page)
  const editor = await as("editor")
  await editor.goto(`${LEDGER}?q=${encodeURIComponent(CLOSED)}`)
  await expect(editor.getByRole("status").filter({ hasText: "1 source" })).toBeVisible()
  const address = await editor.getByRole("link", { name: CLOSED }).getAttribute("href")
  await page.goto(address ?? "")
  await expect(heading(page, "There is nothing here")).toBeVisible()
})

test("a source is added once, and two who edit it overwrite nothing of each other", async ({ as }) => {
  const [checker, editor] = [await as("checker"), await as("editor")]
  const title = `Minutes of the harbour board ${Date.now()}`
  await checker.goto(LEDGER)
  await checker.getByRole("button", { name: "Add a source" }).click()
  const dialog = checker.getByRole("dialog", { name: "Add a source" })
  await dialog.getByLabel("Title").fill(title)
  await dialog.getByLabel("Address").fill("https://example.org/samples/berlin/readout?utm_source=mail")
  await dialog.getByRole("button", { name: "Add to the ledger" }).click()
  await expect(dialog.getByRole("link", { name: `Open “${READOUT}”, which is there` })).toBeVisible()
  await expectAccessible(checker)
  await dialog.getByLabel("Address").fill("")
  await dialog.getByRole("button", { name: "Add to the ledger" }).click()
  await expect(heading(checker, title)).toBeVisible()

  await editor.goto(checker.url())
  await Promise.all([checker, editor].map((page) => page.getByRole("button", { name: "Edit" }).click()))
  const [mine, theirs] = [checker, editor].map((page) => page.getByRole("form", { name: "Edit the source" })) as [
    ReturnType<Page["getByRole"]>,
    ReturnType<Page["getByRole"]>,
  ]
  await mine.getByLabel("Title").fill(`${title}, May`)
  // Nothing typed is lost by a reload.
  await checker.reload()
  await expect(mine.getByLabel("Title")).toHaveValue(`${title}, May`)

  await theirs.getByLabel("Title").fill(`${title}, spring`)
  await theirs.getByLabel("Publisher").fill("The harbour board")
  await theirs.getByRole("button", { name: "Save" }).click()
  await expect(heading(editor, `${title}, spring`)).toBeVisible()

  await mine.getByRole("button", { name: "Save" }).click()
  const faster = mine.getByRole("alert")
  await expect(faster).toContainText(`There now: ${title}, spring`)
  await expect(faster).toContainText(`Yours: ${title}, May`)
  await expect(faster).toContainText("There now: The harbour board")
  await expect(mine.getByLabel("Publisher")).toHaveValue("The harbour board")
  await expectAccessible(checker)
  await mine.getByRole("button", { name: "Keep mine" }).click()
  await expect(heading(checker, `${title}, May`)).toBeVisible()
  await expect(checker.getByText("The harbour board", { exact: true })).toBeVisible()
  await expect(mine).toHaveCount(0)
  // The same source in another row is found, and merged; the address of the row that goes leads to the one that stays.
  await editor.goto(LEDGER)
  await editor.getByRole("button", { name: "Add a source" }).click()
  const again = editor.getByRole("dialog", { name: "Add a source" })
  await again.getByLabel("Title").fill(`${title}, in May`)
  await again.getByRole("button", { name: "Add to the ledger" }).click()
  await expect(heading(editor, `${title}, in May`)).toBeVisible()
  await editor.getByRole("region", { name: "May be the same" }).getByRole("button", { name: "Merge" }).click()
  const merge = editor.getByRole("dialog", { name: "Merge two sources" })
  await expect(merge.getByRole("definition").first()).toContainText(`${title}, May`)
  await expectAccessible(editor)
  await merge.getByRole("button", { name: "Merge", exact: true }).click()
  await expect(editor.getByText("The harbour board", { exact: true })).toBeVisible()
  await expect(editor.getByRole("region", { name: "May be the same" })).toHaveCount(0)
  await checker.reload()
  await expect(heading(checker, `${title}, in May`)).toBeVisible()
  await expect(checker).toHaveURL(editor.url())
})
