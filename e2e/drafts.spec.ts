/** Nothing typed is lost: without a connection, without a session, over a reload, a conflict, a closed window. */
import type { Locator, Page } from "@playwright/test"
import { account, rows } from "./support/desk"
import { expect, expectAccessible, importArticle, markWords, selectWords, test } from "./support/test"

const ARTICLE =
  "The bridge opens again\n\nThe bridge was shut for ninety days. It carries 12,000 cars a day.\n\nNobody was hurt."

const LOST = /Stet can’t be reached/
const SIGNED_OUT = /You are signed out/

const inspector = (page: Page) => page.getByRole("complementary", { name: "Chosen claim" })
const notice = (page: Page) => page.getByRole("alert").filter({ hasText: /be reached|signed (out|in)/ })
const articleIn = (page: Page) => /articles\/([^/?]+)/.exec(page.url())?.[1] ?? ""

async function statements(page: Page): Promise<(string | null)[]> {
  const found = await rows<{ statement: string | null }>(
    `SELECT "statement" FROM "Claim" WHERE "articleId" = $1 AND "withdrawnAt" IS NULL ORDER BY "number"`,
    [articleIn(page)],
  )
  return found.map((claim) => claim.statement)
}

test("what is typed without a connection is kept, and goes out when it is back", async ({ as }) => {
  const page = await as("checker")
  await importArticle(page, ARTICLE)
  await markWords(page, "shut for ninety days")
  await page.context().setOffline(true)
  await expect(notice(page)).toContainText(LOST)
  await expectAccessible(page)
  await page.getByLabel("Statement").fill("The bridge was closed for 90 days.")
  await page.getByLabel("Claimant").fill("The council")
  await expect(
    inspector(page)
      .getByText(/Not saved/)
      .first(),
  ).toBeVisible()
  await page.context().setOffline(false)
  await expect(notice(page)).toBeHidden()
  await expect(inspector(page).getByText("Saved", { exact: true })).toBeVisible()
  await expect.poll(() => statements(page)).toEqual(["The bridge was closed for 90 days."])
})

test("what was typed of a claim that is not open any more goes out too", async ({ as }) => {
  const page = await as("checker")
  await importArticle(page, ARTICLE)
  await markWords(page, "carries 12,000 cars a day")
  await markWords(page, "shut for ninety days")
  await page.context().setOffline(true)
  await page.getByLabel("Statement").fill("It was closed for 90 days.")
  await inspector(page).getByRole("button", { name: "Previous claim" }).click()
  await expect(inspector(page).getByRole("heading", { name: "Claim 1" })).toBeVisible()
  await page.context().setOffline(false)
  await expect.poll(() => statements(page)).toEqual([null, "It was closed for 90 days."])
})

test("words marked without a connection are marked here, and at the desk when it is back", async ({ as }) => {
  const page = await as("checker")
  await importArticle(page, ARTICLE)
  await page.context().setOffline(true)
  await expect(notice(page)).toContainText(LOST)
  await selectWords(page, "carries 12,000 cars a day")
  await page.keyboard.press("h")
  await expect(page.getByLabel("Statement")).toBeFocused()
  await page.keyboard.type("12,000 cars cross the bridge daily.")
  expect(await statements(page)).toEqual([])
  await page.context().setOffline(false)
  await expect.poll(() => statements(page)).toEqual(["12,000 cars cross the bridge daily."])
  await expect(page.getByLabel("Statement")).toHaveValue("12,000 cars cross the bridge daily.")
})

test("words marked without a connection are marked after a reload", async ({ as }) => {
  const page = await as("checker")
  await importArticle(page, ARTICLE)
  const address = page.url()
  await page.context().setOffline(true)
  await expect(notice(page)).toContainText(LOST)
  await selectWords(page, "Nobody was hurt")
  await page.keyboard.press("h")
  await page.getByLabel("Statement").fill("No one was injured.")
  await page.close({ runBeforeUnload: false })
  const context = page.context()
  await context.setOffline(false)
  const again = await context.newPage()
  await again.goto(address)
  await expect.poll(() => statements(again)).toEqual(["No one was injured."])
})

test("a session that ended is said, and what was typed goes out after signing in in another tab", async ({ as }) => {
  const page = await as("checker")
  await importArticle(page, ARTICLE)
  await markWords(page, "shut for ninety days")
  await page.context().clearCookies({ name: /session-token/ })
  await page.getByLabel("Statement").fill("It was closed for 90 days.")
  await page.getByLabel("Statement").blur()
  await expect(notice(page)).toContainText(SIGNED_OUT)
  await expectAccessible(page)
  await expect(page.getByLabel("Statement")).toHaveValue("It was closed for 90 days.")
  await signInInNewTab(page, "checker")
  await expect(notice(page)).toBeHidden()
  await expect.poll(() => statements(page)).toEqual(["It was closed for 90 days."])
})

test("nothing goes out in the name of somebody else who signs in meanwhile", async ({ as }) => {
  const page = await as("checker")
  await importArticle(page, ARTICLE)
  await markWords(page, "shut for ninety days")
  await page.context().clearCookies({ name: /session-token/ })
  await page.getByLabel("Statement").fill("It was closed for 90 days.")
  await page.getByLabel("Statement").blur()
  await expect(notice(page)).toContainText(SIGNED_OUT)
  await signInInNewTab(page, "editor")
  await expect(notice(page)).toContainText("Somebody else is signed in")
  await page.getByLabel("Statement").fill("It was closed for 91 days.")
  await page.getByLabel("Statement").blur()
  await expect(
    inspector(page)
      .getByText(/Not saved/)
      .first(),
  ).toBeVisible()
  expect(await statements(page)).toEqual([null])
})

test("a mark that nobody answers says so, and can be made again with what was typed", async ({ as }) => {
  const page = await as("checker")
  await importArticle(page, ARTICLE)
  await page.route("**/articles/**", (route) =>
    route.request().method() === "POST" ? route.abort() : route.fallback(),
  )
  await selectWords(page, "Nobody was hurt")
  await page.keyboard.press("h")
  await expect(page.getByText("The connection failed", { exact: false }).first()).toBeVisible()
  await page.unroute("**/articles/**")
  await page.getByRole("button", { name: "Mark again" }).click()
  await expect(page.getByLabel("Statement")).toBeFocused()
  await expect.poll(() => statements(page)).toEqual([null])
})

test("a withdrawn claim can be brought back, with what is known of it", async ({ as }) => {
  const page = await as("checker")
  await importArticle(page, ARTICLE)
  await markWords(page, "shut for ninety days")
  await page.getByLabel("Statement").fill("It was closed for 90 days.")
  await page.getByLabel("Statement").blur()
  await expect.poll(() => statements(page)).toEqual(["It was closed for 90 days."])
  await withdraw(page)
  expect(await statements(page)).toEqual([])
  await page.getByRole("button", { name: "Undo" }).click()
  await expect(inspector(page).getByRole("heading", { name: "Claim 1" })).toBeVisible()
  await expect(page.getByLabel("Statement")).toHaveValue("It was closed for 90 days.")
  await expect(page.getByRole("status").filter({ hasText: "Claim 1 is back" })).toBeAttached()
  expect(await statements(page)).toEqual(["It was closed for 90 days."])
  const told = await rows<{ act: string }>(`SELECT "act" FROM "Event" WHERE "streamId" = $1 ORDER BY "seq"`, [
    articleIn(page),
  ])
  expect(told.map(({ act }) => act).slice(-2)).toEqual(["claim.withdrawn", "claim.restored"])
})

test("two people in one field are both kept, until one chooses", async ({ as }) => {
  const [page, other] = [await as("checker"), await as("editor")]
  await importArticle(page, ARTICLE)
  await markWords(page, "shut for ninety days")
  await expect.poll(() => statements(page)).toEqual([null])
  await other.goto(`${page.url().split("?")[0]}?claim=1`)
  await other.getByLabel("Statement").fill("Ninety days it was.")
  await other.getByLabel("Statement").blur()
  await expect.poll(() => statements(page)).toEqual(["Ninety days it was."])
  await page.getByLabel("Statement").fill("It was closed for 90 days.")
  await page.getByLabel("Statement").blur()
  const conflict = inspector(page).getByRole("alert").filter({ hasText: "Ninety days it was." })
  await expect(conflict).toBeVisible()
  await expect(page.getByLabel("Statement")).toHaveValue("It was closed for 90 days.")
  await page.reload()
  await expect(conflict).toBeVisible()
  await conflict.getByRole("button", { name: "Keep mine" }).click()
  await expect.poll(() => statements(page)).toEqual(["It was closed for 90 days."])
})

interface Field {
  name: string
  /** Leads to the field, from a fresh page too. */
  field: (page: Page) => Promise<Locator>
  typed: string
}

const addForm = (page: Page) => page.getByRole("form", { name: /Add a source/ })

async function evidenceField(page: Page, label: string): Promise<Locator> {
  const form = addForm(page)
  if (!(await form.isVisible())) {
    await inspector(page).getByRole("button", { name: "Add", exact: false }).first().click()
    await page.getByRole("combobox", { name: "Source" }).fill("Minutes")
    await page.getByRole("option", { name: /New source/ }).click()
  }
  return form.getByLabel(label, { exact: true })
}

async function behind(page: Page, opener: Locator, field: Locator): Promise<Locator> {
  await expect(opener.or(field).first()).toBeVisible()
  if (!(await field.isVisible())) await opener.click()
  return field
}

const FIELDS: Field[] = [
  ...["Statement", "Claimant", "Conclusion", "Explanation", "Working note"].map((label) => ({
    name: label,
    field: (page: Page) => Promise.resolve(inspector(page).getByLabel(label, { exact: true })),
    typed: `${label}, typed without a net.`,
  })),
  ...["Title", "Publisher", "Author", "Place in the source", "Excerpt", "Note"].map((label) => ({
    name: `new source, ${label}`,
    field: (page: Page) => evidenceField(page, label),
    typed: `${label}, typed without a net.`,
  })),
  {
    name: "whom a claim waits for",
    field: (page) =>
      behind(
        page,
        inspector(page).getByRole("button", { name: /^Waiting on/ }),
        inspector(page)
          .getByRole("form", { name: /Waiting/ })
          .getByRole("textbox")
          .first(),
      ),
    typed: "The clerk of the council",
  },
  {
    name: "why a claim is withdrawn",
    field: (page) =>
      behind(page, page.getByRole("button", { name: "Withdraw claim" }), page.getByRole("dialog").getByLabel("Reason")),
    typed: "Marked by mistake",
  },
]

test("every field of a claim keeps what is typed without a connection over a reload", async ({ as }) => {
  test.slow()
  const page = await as("checker")
  await importArticle(page, ARTICLE)
  await markWords(page, "shut for ninety days")
  await expect.poll(() => statements(page)).toEqual([null])
  for (const { name, field, typed } of FIELDS) {
    await test.step(name, async () => {
      const before = await field(page)
      await page.context().setOffline(true)
      await before.fill(typed)
      await page.context().setOffline(false)
      await page.reload()
      await expect(await field(page)).toHaveValue(typed)
      await page.keyboard.press("Escape")
    })
  }
})

test("a pasted article is kept over a reload and a lost connection", async ({ as }) => {
  const page = await as("checker")
  await page.goto("/w/sample-desk/articles")
  const dialog = page.getByRole("dialog", { name: "Paste an article" })
  await page.getByRole("button", { name: "Paste text" }).click()
  await dialog.getByLabel("Text", { exact: true }).fill("A text without a net.")
  await dialog.getByLabel("Title").fill("Without a net")
  await page.context().setOffline(true)
  await dialog.getByRole("button", { name: "Import" }).click()
  await expect(dialog.getByRole("alert")).toContainText("Stet did not answer")
  await page.context().setOffline(false)
  await page.reload()
  await page.getByRole("button", { name: "Paste text" }).click()
  await expect(dialog.getByLabel("Text", { exact: true })).toHaveValue("A text without a net.")
  await expect(dialog.getByLabel("Title")).toHaveValue("Without a net")
  await dialog.getByRole("button", { name: "Discard" }).click()
})

async function withdraw(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Withdraw claim" }).click()
  const dialog = page.getByRole("dialog", { name: "Withdraw claim 1?" })
  await dialog.getByLabel("Reason").fill("Marked by mistake")
  await dialog.getByRole("button", { name: "Withdraw", exact: true }).click()
  await expect(dialog).toBeHidden()
  await expect(page.getByText("Claim 1 withdrawn").first()).toBeVisible()
}

async function signInInNewTab(page: Page, role: "checker" | "editor"): Promise<void> {
  const opened = page.waitForEvent("popup")
  await page.getByRole("link", { name: "Sign in (new tab)" }).click()
  const tab = await opened
  const { email, password } = account(role)
  await tab.getByLabel("E-mail").fill(email)
  await tab.getByLabel("Password", { exact: true }).fill(password)
  await tab.getByRole("button", { name: "Sign in" }).click()
  await expect(tab.getByRole("heading", { name: "Articles", level: 1 })).toBeVisible()
}
