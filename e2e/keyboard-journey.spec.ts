/** The main job without one press of a mouse: from signing in to the exported file, and a second person's review. */
import type { Locator, Page } from "@playwright/test"
import { account, rows, type DemoRole } from "./support/desk"
import { expect, galleyText, test } from "./support/test"

const ARTICLE = "The lighthouse is dark\n\nThe lighthouse went dark on Sunday at nine. The keeper told nobody."

/** Counts in the page what a keyboard never makes; a press of Enter is a click, so clicks are not counted. */
async function countPresses(page: Page): Promise<() => Promise<number>> {
  let presses = 0
  await page.exposeFunction("pressed", () => {
    presses += 1
  })
  await page.addInitScript(() => {
    for (const name of ["pointerdown", "mousedown", "touchstart"])
      window.addEventListener(name, () => (window as unknown as { pressed: () => void }).pressed(), true)
  })
  return () => Promise.resolve(presses)
}

/** Goes on with Tab until it is there. */
async function tabTo(page: Page, target: Locator, key: "Tab" | "Shift+Tab" = "Tab"): Promise<void> {
  await expect(target).toBeAttached()
  for (let n = 0; n < 90; n += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return
    await page.keyboard.press(key)
  }
  throw new Error(`Tab does not lead to ${target.toString()}`)
}

async function signInByKeys(page: Page, role: DemoRole): Promise<void> {
  const { email, password } = account(role)
  await page.goto("/sign-in")
  await tabTo(page, page.getByLabel("E-mail"))
  await page.keyboard.type(email)
  await tabTo(page, page.getByLabel("Password", { exact: true }))
  await page.keyboard.type(password)
  await page.keyboard.press("Enter")
  await expect(page.getByRole("heading", { name: "Articles", level: 1 })).toBeVisible()
}

test("an article is imported, marked, sourced, judged, sent, reviewed and exported by keys alone", async ({
  browser,
}) => {
  test.slow()
  const checker = await (await browser.newContext()).newPage()
  const editor = await (await browser.newContext()).newPage()
  const presses = [await countPresses(checker), await countPresses(editor)]

  await signInByKeys(checker, "checker")
  await importByKeys(checker)
  const address = checker.url()
  const articleId = /articles\/([^/?]+)/.exec(address)?.[1] ?? ""
  await markByKeys(checker)
  await sourceByKeys(checker)
  await judgeByKeys(checker)
  await sendByKeys(checker)

  await signInByKeys(editor, "second_editor")
  await reviewByKeys(editor, articleId)
  const approved = () => rows(`SELECT "state" FROM "Claim" WHERE "articleId" = $1`, [articleId])
  await expect.poll(approved, { timeout: 20_000 }).toEqual([{ state: "approved" }])
  await exportByKeys(editor, address)

  expect(await Promise.all(presses.map((count) => count()))).toEqual([0, 0])
})

async function importByKeys(page: Page): Promise<void> {
  await tabTo(page, page.getByRole("button", { name: "Paste text" }))
  await page.keyboard.press("Enter")
  const dialog = page.getByRole("dialog", { name: "Paste an article" })
  await tabTo(page, dialog.getByLabel("Text", { exact: true }))
  await page.keyboard.insertText(`${ARTICLE}\n\nSample text ${Date.now()}.`)
  await tabTo(page, dialog.getByRole("button", { name: "Import" }))
  await page.keyboard.press("Enter")
  await expect(galleyText(page)).toBeVisible()
}

async function markByKeys(page: Page): Promise<void> {
  await tabTo(page, galleyText(page))
  await page.keyboard.press("Control+Home")
  await page.keyboard.press("ArrowDown")
  await page.keyboard.press("Home")
  for (let n = 0; n < 4; n += 1) await page.keyboard.press("Control+Shift+ArrowRight")
  await page.keyboard.press("h")
  await expect(page.getByLabel("Statement")).toBeFocused()
  await page.keyboard.type("The lighthouse went dark on a Sunday.")
  await page.keyboard.press("Escape")
  await expect(galleyText(page)).toBeFocused()
}

async function sourceByKeys(page: Page): Promise<void> {
  await page.keyboard.press("s")
  await expect(page.getByRole("combobox", { name: "Source" })).toBeFocused()
  await page.keyboard.type(`Log of the keeper ${Date.now()}`)
  await expect(page.getByRole("option", { name: /New source/ })).toBeVisible()
  await page.keyboard.press("ArrowUp")
  await page.keyboard.press("Enter")
  const form = page.getByRole("form", { name: /Add a source/ })
  await expect(form.getByLabel("Title", { exact: true })).toBeFocused()
  await tabTo(page, form.getByLabel("Place in the source"))
  await page.keyboard.type("page 9")
  await page.keyboard.press("Enter")
  await expect(form).toBeHidden()
  await page.keyboard.press("Escape")
}

async function judgeByKeys(page: Page): Promise<void> {
  await page.keyboard.press("v")
  await expect(page.getByRole("radio", { name: "True", exact: true })).toBeFocused()
  await page.keyboard.press("Space")
  await tabTo(page, page.getByLabel("Conclusion"))
  await page.keyboard.type("The keeper's log says so.")
}

async function sendByKeys(page: Page): Promise<void> {
  await tabTo(page, page.getByRole("button", { name: "Send to review" }))
  await page.keyboard.press("Enter")
  await expect(page.getByText(/In review since/)).toBeVisible()
}

async function reviewByKeys(page: Page, articleId: string): Promise<void> {
  const [claim] = await rows<{ id: string }>(`SELECT "id" FROM "Claim" WHERE "articleId" = $1`, [articleId])
  await page.goto(`/w/sample-desk/reviews?claim=${claim?.id ?? ""}`)
  await expect(page.getByRole("main").getByText("The lighthouse went dark on a Sunday.").first()).toBeVisible()
  await page.keyboard.press("a")
}

async function exportByKeys(page: Page, address: string): Promise<void> {
  await page.goto(address)
  await tabTo(page, page.getByRole("button", { name: "Export" }))
  await page.keyboard.press("Enter")
  const dialog = page.getByRole("dialog", { name: "Export" })
  const download = page.waitForEvent("download")
  await tabTo(page, dialog.getByRole("link", { name: "Download" }))
  await page.keyboard.press("Enter")
  expect((await download).suggestedFilename()).toBe("the-lighthouse-is-dark-internal.md")
}
