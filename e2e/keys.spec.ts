/** Keys and the palette: what they do is shown, can be switched off, and never happens while somebody types. */
import type { Locator, Page } from "@playwright/test"
import {
  expect,
  expectAccessible,
  galleyText,
  importArticle,
  listens,
  signIn,
  openArticles,
  test,
} from "./support/test"

const ARTICLE = "The kiosk by the canal\n\nThe kiosk opened in 1974 and never closed.\n\nIt sells 40 newspapers."

const sheet = (page: Page) => page.getByRole("dialog", { name: "Keyboard shortcuts" })
const palette = (page: Page) => page.getByRole("dialog", { name: "Search, and every act" })
const field = (page: Page) => palette(page).getByRole("combobox")
const articles = (page: Page) => page.getByRole("heading", { name: "Articles", level: 1 })

/** Opens the palette and types into it. */
async function ask(page: Page, words: string): Promise<Locator> {
  await page.keyboard.press("Control+k")
  await expect(field(page)).toBeFocused()
  await page.keyboard.type(words)
  return palette(page)
}

test("? shows the keys that do something here, and gives the focus back", async ({ as }) => {
  const page = await as("checker")
  await openArticles(page)
  await page.keyboard.press("?")
  await expect(sheet(page).getByRole("listitem").filter({ hasText: "Review" })).toContainText("G then R")
  await expect(sheet(page).getByText("Mark the selected words as a claim")).toBeHidden()
  await page.keyboard.press("Escape")
  await importArticle(page, ARTICLE)
  await galleyText(page).focus()
  await page.keyboard.press("?")
  const mark = sheet(page).getByRole("listitem").filter({ hasText: "Mark the selected words as a claim" })
  await expect(mark).toContainText("H")
  await expect(sheet(page).getByText("Approve")).toBeHidden()
  await expectAccessible(page)
  await page.keyboard.press("Escape")
  await expect(galleyText(page)).toBeFocused()
})

test("who may not mark is shown no key for it", async ({ as }) => {
  const page = await as("viewer")
  await openArticles(page)
  await page.getByRole("link", { name: /A call to Moscow/ }).click()
  await galleyText(page).focus()
  await page.keyboard.press("?")
  await expect(sheet(page).getByText("Next claim")).toBeVisible()
  await expect(sheet(page).getByText("Mark the selected words as a claim")).toBeHidden()
})

test("single characters can be switched off, by each person for themselves", async ({ as }) => {
  const page = await as("checker")
  await openArticles(page)
  await page.getByRole("button", { name: /^Account of/ }).click()
  await page.getByRole("menuitem", { name: /Keyboard shortcuts/ }).click()
  await sheet(page).getByRole("checkbox", { name: "Keys of a single character" }).uncheck()
  await expect(sheet(page).getByRole("listitem").filter({ hasText: "Review" })).toContainText("off")
  await expectAccessible(page)
  await page.keyboard.press("Escape")
  await page.reload()
  await page.getByRole("link", { name: /A call to Moscow/ }).click()
  await expect(page.getByText("choose Claim beside them")).toBeVisible()
  await galleyText(page).focus()
  await page.keyboard.press("j")
  await page.keyboard.press("?")
  await page.keyboard.press("g")
  await page.keyboard.press("r")
  await expect(sheet(page)).toBeHidden()
  await expect(page.getByText("No claim chosen")).toBeVisible()
  await page.keyboard.press("Control+k")
  await expect(field(page)).toBeFocused()
  await page.keyboard.press("Escape")
  await page.context().clearCookies()
  await signIn(page, "editor")
  await listens(page)
  await page.keyboard.press("?")
  await expect(sheet(page).getByRole("checkbox", { name: "Keys of a single character" })).toBeChecked()
})

test("G and a letter go to a screen; a letter that leads nowhere does nothing", async ({ as }) => {
  const page = await as("editor")
  await openArticles(page)
  await page.keyboard.press("g")
  await expect(page.getByRole("status").filter({ hasText: "Go to" })).toContainText("Review")
  await page.keyboard.press("r")
  await expect(page).toHaveURL(/\/reviews/)
  await page.keyboard.press("g")
  await page.keyboard.press("x")
  await expect(page.getByRole("status").filter({ hasText: "Go to" })).toBeHidden()
  await page.keyboard.press("g")
  await page.keyboard.press("a")
  await expect(articles(page)).toBeVisible()
})

test("Ctrl K does what is possible here, where the focus was", async ({ as }) => {
  const page = await as("checker")
  await importArticle(page, ARTICLE)
  await galleyText(page).focus()
  const open = await ask(page, "export")
  await expect(open.getByRole("option", { name: "Export the article" })).toHaveAttribute("aria-selected", "true")
  await page.keyboard.press("Enter")
  await expect(page.getByRole("dialog", { name: /Export/ })).toBeVisible()
  await page.keyboard.press("Escape")
  await expect(galleyText(page)).toBeFocused()
  await ask(page, "dark")
  await page.keyboard.press("Enter")
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark")
  await page.keyboard.press("Control+k")
  await expect(palette(page).getByRole("option").first()).toBeVisible()
  await expectAccessible(page)
  await page.keyboard.press("Control+k")
  await expect(palette(page)).toBeHidden()
})

test("the palette says what it finds, that it found nothing, and that it could not look", async ({ as }) => {
  const page = await as("viewer")
  await openArticles(page)
  await page.setViewportSize({ width: 360, height: 740 })
  await page.getByRole("button", { name: "Search articles, claims, sources" }).click()
  await expect(palette(page).getByRole("group", { name: "Recent articles" }).getByRole("option").first()).toBeVisible()
  await field(page).fill("zzzz")
  await expect(palette(page).getByText("Nothing here has these words")).toBeVisible()
  await expectAccessible(page)
  await page.context().setOffline(true)
  await field(page).fill("moscow")
  await expect(palette(page).getByRole("alert")).toContainText("The connection failed")
  await page.context().setOffline(false)
  await palette(page).getByRole("button", { name: "Try again" }).click()
  await expect(
    palette(page)
      .getByRole("option", { name: /A call to Moscow/ })
      .first(),
  ).toBeVisible()
})

test("what somebody may not see, the palette does not find", async ({ as }) => {
  const page = await as("author")
  await openArticles(page)
  const open = await ask(page, "moscow")
  await expect(open.getByRole("status")).toHaveText(/found/)
  await expect(open.getByRole("option", { name: /A call to Moscow/ })).toHaveCount(0)
})

test("typing in a field triggers nothing", async ({ as }) => {
  const page = await as("checker")
  await openArticles(page)
  const search = page.getByRole("searchbox")
  await search.fill("")
  await search.pressSequentially("g a? j k h")
  await expect(search).toHaveValue("g a? j k h")
  await expect(sheet(page)).toBeHidden()
  await expect(articles(page)).toBeVisible()
  await page.keyboard.press("Control+k")
  await expect(field(page)).toBeFocused()
})
