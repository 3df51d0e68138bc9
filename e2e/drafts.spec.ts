/**
 * Nothing typed is lost: without a connection, without an answer, without a session, over a reload, over what somebody
 * else wrote; and what was taken back comes back.
 */
import type { Locator, Page } from "@playwright/test"
import { addressOf, cite, importMarkdown, markAll } from "./support/api"
import { account, rows } from "./support/desk"
import { articleInReview, statesOf } from "./support/rounds"
import { expect, expectAccessible, galleyText, importArticle, markWords, selectWords, test } from "./support/test"

const ARTICLE =
  "The bridge opens again\n\nThe bridge was shut for ninety days. It carries 12,000 cars a day.\n\nNobody was hurt."

const inspector = (page: Page) => page.getByRole("complementary", { name: "Chosen claim" })
const notice = (page: Page) => page.getByRole("alert").filter({ hasText: /⚠/ })
const unsaved = (page: Page) => inspector(page).getByText("Not saved yet")

test("without a connection one types and marks on, and all of it goes out when it is back", async ({ as }) => {
  const page = await as("checker")
  await importArticle(page, ARTICLE)
  const statements = statementsOf(articleIn(page))
  await markWords(page, "carries 12,000 cars a day")
  await markWords(page, "shut for ninety days")
  await expect.poll(statements).toEqual([null, null])
  await page.context().setOffline(true)
  await expect(notice(page)).toContainText("Stet can’t be reached")
  const more = page.getByRole("button", { name: "More", exact: true })
  await more.click()
  await page.getByRole("button", { name: /sentences looked at/ }).click()
  await expect(page.getByText("This could not be fetched.", { exact: false }).first()).toBeVisible()
  await expect(galleyText(page)).toBeVisible()
  await page.getByLabel("Statement").fill("It was closed for 90 days.")
  await expect(unsaved(page)).toBeVisible()
  await inspector(page).getByRole("button", { name: "Previous claim" }).click()
  await expect(inspector(page).getByRole("heading", { name: "Claim 1" })).toBeVisible()
  await markAndType(page, "Nobody was hurt", "No one was injured.")
  expect(await statements()).toEqual([null, null])
  // What opens for a claim is here though it was never opened.
  await inspector(page).getByRole("button", { name: "Previous claim" }).click()
  await inspector(page).getByRole("button", { name: "Withdraw claim" }).click()
  await expect(page.getByRole("dialog").getByLabel("Reason")).toBeFocused()
  await page.keyboard.press("Escape")
  await page.keyboard.press("w")
  await expect(page.getByRole("form", { name: "Waiting" })).toBeVisible()
  await page.getByRole("form", { name: "Waiting" }).getByRole("button", { name: "Cancel" }).click()
  await page.keyboard.press("s")
  await expect(page.getByRole("form", { name: /^Add a source/ })).toBeVisible()
  // The list of sources lies over the buttons.
  await page
    .getByRole("form", { name: /^Add a source/ })
    .getByRole("button", { name: "Cancel" })
    .press("Enter")
  await inspector(page).getByRole("button", { name: "Next claim" }).click()
  await page.context().setOffline(false)
  await expect(notice(page)).toBeHidden()
  await expect.poll(statements).toEqual([null, "It was closed for 90 days.", "No one was injured."])
  await expect(page.getByLabel("Statement")).toHaveValue("No one was injured.")
  await more.click()
  await expect(page.getByRole("menuitem", { name: "Details …" })).toBeVisible()
  await page.keyboard.press("Escape")

  await test.step("after the window was closed, too", async () => {
    await page.context().setOffline(true)
    await expect(notice(page)).toBeVisible()
    await markAndType(page, "The bridge opens again", "It is open.")
    const context = page.context()
    const address = page.url()
    await page.close({ runBeforeUnload: false })
    await context.setOffline(false)
    const again = await context.newPage()
    await again.goto(address)
    await expect.poll(async () => (await statements()).at(-1)).toBe("It is open.")
  })
})

test("where nobody answers it is said, and done again with one press", async ({ as }) => {
  const page = await as("checker")
  await importArticle(page, ARTICLE)
  const statements = statementsOf(articleIn(page))
  const restart = await stopStet(page)
  await selectWords(page, "Nobody was hurt")
  await page.keyboard.press("h")
  await expect(page.getByText("The connection failed", { exact: false }).first()).toBeVisible()
  await expect(notice(page)).toContainText("Stet can’t be reached")
  await expectAccessible(page)
  await notice(page).getByRole("button", { name: "Try now" }).click()
  await expect(notice(page)).toContainText("Stet can’t be reached")
  await restart()
  await expect(notice(page)).toBeHidden({ timeout: 60_000 })
  await page.getByRole("button", { name: "Mark again" }).click()
  await expect(page.getByLabel("Statement")).toBeFocused()
  await expect.poll(statements).toEqual([null])

  await test.step("a claim that was withdrawn comes back, with what is known of it", async () => {
    await page.getByLabel("Statement").fill("No one was injured.")
    await page.getByLabel("Statement").blur()
    await expect.poll(statements).toEqual(["No one was injured."])
    await page.getByRole("button", { name: "Withdraw claim" }).click()
    const dialog = page.getByRole("dialog", { name: "Withdraw claim 1?" })
    await dialog.getByLabel("Reason").fill("Marked by mistake")
    await dialog.getByRole("button", { name: "Withdraw", exact: true }).click()
    await expect.poll(statements).toEqual([])
    await page.context().setOffline(true)
    await page.getByRole("button", { name: "Undo" }).click()
    await expect(page.getByRole("button", { name: "Try again" })).toBeVisible()
    await page.context().setOffline(false)
    await expect(notice(page)).toBeHidden()
    await page.getByRole("button", { name: "Try again" }).click()
    await expect(page.getByLabel("Statement")).toHaveValue("No one was injured.")
    expect(await statements()).toEqual(["No one was injured."])
    expect((await actsIn(page)).slice(-2)).toEqual(["claim.withdrawn", "claim.restored"])
  })
})

test("when a session has ended, nothing goes out in another name, and all of it in one’s own", async ({ as }) => {
  const page = await as("checker")
  await importArticle(page, ARTICLE)
  const statements = statementsOf(articleIn(page))
  await markWords(page, "shut for ninety days")
  await expect.poll(statements).toEqual([null])
  await page.context().clearCookies({ name: /session-token/ })
  await page.getByLabel("Statement").fill("It was closed for 90 days.")
  await page.getByLabel("Statement").blur()
  await expect(notice(page)).toContainText("You are signed out")
  await expectAccessible(page)
  const opened = page.waitForEvent("popup")
  await page.getByRole("link", { name: "Sign in (new tab)" }).click()
  const tab = await opened
  await signInAs(tab, "editor")
  await expect(notice(page)).toContainText("Somebody else is signed in")
  await page.getByLabel("Statement").fill("It was closed for 91 days.")
  await page.getByLabel("Statement").blur()
  await expect(unsaved(page)).toBeVisible()
  expect(await statements()).toEqual([null])
  await page.context().clearCookies({ name: /session-token/ })
  await tab.goto("/sign-in")
  await signInAs(tab, "checker")
  await expect(notice(page)).toBeHidden()
  await expect.poll(statements).toEqual(["It was closed for 91 days."])
})

test("what two people write into one field are both kept, until one chooses", async ({ as }) => {
  const articleId = await importMarkdown(ARTICLE)
  const [claim] = await markAll(articleId, ["shut for ninety days"])
  await cite(claim?.id ?? "", { locator: "page 1", source: { title: "Minutes (sample)" } })
  const statements = statementsOf(articleId)
  const [page, other] = [await as("checker"), await as("editor")]
  for (const one of [page, other]) await one.goto(`${addressOf(articleId)}?claim=1`)
  await edit(page, "page 3")
  // What comes before one types is seen, and is nobody's conflict.
  await page.context().setOffline(true)
  await edit(other, "page 2")
  await other.getByRole("button", { name: "Save", exact: true }).click()
  await expect(inspector(other).getByText("page 2")).toBeVisible()
  await other.getByLabel("Statement").fill("Ninety days it was.")
  await other.getByLabel("Statement").blur()
  await expect.poll(statements).toEqual(["Ninety days it was."])

  await page.getByLabel("Statement").fill("It was closed for 90 days.")
  await page.getByLabel("Statement").blur()
  await page.context().setOffline(false)
  const conflict = inspector(page).getByRole("alert").filter({ hasText: "Ninety days it was." })
  await expect(conflict).toBeVisible()
  await page.reload()
  await expect(page.getByLabel("Statement")).toHaveValue("It was closed for 90 days.")
  await expect(conflict).toBeVisible()
  await expectAccessible(page)
  await conflict.getByRole("button", { name: "Keep mine" }).click()
  await expect.poll(statements).toEqual(["It was closed for 90 days."])

  await expect(inspector(page).getByRole("alert").filter({ hasText: "page 2" })).toBeVisible()
  await expect(page.getByLabel("Place in the source")).toHaveValue("page 3")
  expect(await locatorsOf(articleId)).toEqual(["page 2"])
  await inspector(page).getByRole("button", { name: "Keep mine" }).click()
  await expect.poll(() => locatorsOf(articleId)).toEqual(["page 3"])
})

test("every field keeps over a reload what was typed and not sent", async ({ as }) => {
  const page = await as("editor")
  await importArticle(page, ARTICLE)
  await markWords(page, "shut for ninety days")
  await expect.poll(statementsOf(articleIn(page))).toEqual([null])
  await stopSending(page)
  const fields = fieldsOf(page)
  await unfold(page)
  for (const [field, typed] of fields) await field.fill(typed)
  const reason = page.getByRole("dialog").getByLabel("Reason")
  await page.getByRole("button", { name: "Withdraw claim" }).click()
  await reason.fill("Marked by mistake")
  await page.reload()
  await expect(galleyText(page)).toBeVisible()
  await unfold(page)
  for (const [field, typed] of fields) await expect(field).toHaveValue(typed)
  await page.getByRole("button", { name: "Withdraw claim" }).click()
  await expect(reason).toHaveValue("Marked by mistake")

  await test.step("an article that is being pasted", async () => {
    await page.goto("/w/sample-desk/articles")
    const dialog = page.getByRole("dialog", { name: "Paste an article" })
    const text = dialog.getByLabel("Text", { exact: true })
    await page.getByRole("button", { name: "Paste text" }).click()
    await text.fill("A text without a net.")
    await dialog.getByLabel("Title").fill("Without a net")
    await dialog.getByRole("button", { name: "Import" }).click()
    await expect(dialog.getByRole("alert")).toContainText("Stet did not answer")
    await page.reload()
    await page.getByRole("button", { name: "Paste text" }).click()
    await expect(text).toHaveValue("A text without a net.")
    await expect(dialog.getByLabel("Title")).toHaveValue("Without a net")
  })
})

test("a reviewer’s request without an answer or a session is said where it was pressed, its note kept", async ({
  as,
}) => {
  const article = await articleInReview("Unanswered", [2])
  const page = await as("editor")
  await page.goto(`/w/sample-desk/reviews?article=${article.id}`)
  const note = page.getByLabel("Your note")
  const request = page.getByRole("button", { name: /^Request changes/ })
  const failure = page.getByRole("complementary").getByRole("alert").filter({ hasText: /\S/ })
  const restart = await stopStet(page)
  await note.fill("Which district was counted?")
  await request.click()
  await expect(failure).toBeVisible()
  await expect(notice(page)).toContainText("Stet can’t be reached")
  await restart()
  await page.reload()
  await expect(note).toHaveValue("Which district was counted?")
  await page.context().clearCookies({ name: /session-token/ })
  await request.click()
  await expect(failure).toContainText(/sign/i)
  await expect(notice(page)).toContainText("You are signed out")
  await expectAccessible(page)
  const opened = page.waitForEvent("popup")
  await notice(page).getByRole("link", { name: "Sign in (new tab)" }).click()
  await signInAs(await opened, "editor")
  await expect(notice(page)).toBeHidden()
  await request.click()
  await expect.poll(() => statesOf(article.id)).toEqual(["changes_requested"])
})

/** Fields of a claim, with what is typed into each. */
function fieldsOf(page: Page): [Locator, string][] {
  const source = page.getByRole("form", { name: /Add a source/ })
  const waiting = page.getByRole("form", { name: "Waiting" })
  const words = (within: Locator, ...labels: string[]): [Locator, string][] =>
    labels.map((label) => [within.getByLabel(label, { exact: true }), `${label}, typed without a net.`])
  return [
    ...words(inspector(page), "Statement", "Claimant", "Why selected", "Timecode"),
    ...words(inspector(page), "Conclusion", "Explanation", "Working note"),
    [inspector(page).getByLabel("Claim date"), "2024-11-15"],
    [inspector(page).getByLabel("Where it appeared"), "https://example.org/minutes"],
    [inspector(page).getByLabel("Due"), "2030-01-02T10:30"],
    [inspector(page).getByLabel("As of"), "2024-11-16"],
    [inspector(page).getByLabel("Check again on"), "2031-11-16"],
    ...words(source, "Title", "Publisher", "Author", "Place in the source", "Excerpt", "Note"),
    [source.getByLabel("Address"), "https://example.org/minutes/3"],
    ...words(waiting, "Name"),
    [waiting.getByLabel("Ask again"), "2030-01-01T09:00"],
    [inOwnWords(page), "There is no source."],
  ]
}

/** Why the last of what is missing is gone without, where no reason of the list fits. */
const inOwnWords = (page: Page) =>
  inspector(page)
    .getByRole("textbox", { name: /^In your words/ })
    .last()

/** Opens what is folded away; a form in which something was typed is open by itself. */
async function unfold(page: Page): Promise<void> {
  await inspector(page).getByText("More about the claim").click()
  const waiting = page.getByRole("form", { name: "Waiting" })
  const opener = inspector(page).getByRole("button", { name: /^Waiting for/ })
  await expect(waiting.or(opener)).toBeVisible()
  if (await opener.isVisible()) await opener.click()
  const form = page.getByRole("form", { name: /Add a source/ })
  if (!(await form.isVisible())) {
    await page.keyboard.press("Escape")
    await inspector(page).getByRole("region", { name: "Sources" }).getByRole("button", { name: /^Add/ }).click()
    await page.getByRole("combobox", { name: "Source" }).fill("Minutes")
    await page.getByRole("option", { name: /New source/ }).click()
  }
  await page.getByRole("button", { name: "Send to review" }).click()
  await expect(page.getByRole("group", { name: "Before this can be sent" })).toBeVisible()
  if (await inOwnWords(page).isVisible()) return
  await inspector(page)
    .getByRole("combobox", { name: /^Why it goes without/ })
    .last()
    .selectOption("other")
}

async function edit(page: Page, locator: string): Promise<void> {
  await inspector(page)
    .getByRole("button", { name: /^Edit Minutes/ })
    .click()
  await page.getByLabel("Place in the source").fill(locator)
}

async function markAndType(page: Page, words: string, statement: string): Promise<void> {
  await selectWords(page, words)
  await page.keyboard.press("h")
  await expect(page.getByLabel("Statement")).toBeFocused()
  await page.keyboard.type(statement)
}

/** The browser has its network, and nobody answers at the other end. Answers how to start again. */
async function stopStet(page: Page): Promise<() => Promise<void>> {
  const abort = (route: { abort: () => Promise<void> }) => route.abort()
  await page.route("**/*", abort)
  return () => page.unroute("**/*", abort)
}

/** Pages come, and nothing that is sent gets through. */
async function stopSending(page: Page): Promise<void> {
  await page.route("**/*", (route) => (route.request().method() === "POST" ? route.abort() : route.fallback()))
}

async function signInAs(page: Page, role: "checker" | "editor"): Promise<void> {
  const { email, password } = account(role)
  await page.getByLabel("E-mail").fill(email)
  await page.getByLabel("Password", { exact: true }).fill(password)
  await page.getByRole("button", { name: "Sign in" }).click()
  await expect(page.getByRole("heading", { name: "Articles", level: 1 })).toBeVisible()
}

const articleIn = (page: Page) => /articles\/([^/?]+)/.exec(page.url())?.[1] ?? ""

function statementsOf(articleId: string): () => Promise<(string | null)[]> {
  const query = `SELECT "statement" FROM "Claim" WHERE "articleId" = $1 AND "withdrawnAt" IS NULL ORDER BY "number"`
  return async () => (await rows<{ statement: string | null }>(query, [articleId])).map((claim) => claim.statement)
}

async function locatorsOf(articleId: string): Promise<(string | null)[]> {
  const query = `SELECT e."locator" FROM "Evidence" e JOIN "Claim" c ON c."id" = e."claimId" WHERE c."articleId" = $1`
  return (await rows<{ locator: string | null }>(query, [articleId])).map(({ locator }) => locator)
}

async function actsIn(page: Page): Promise<string[]> {
  const query = `SELECT "act" FROM "Event" WHERE "streamId" = $1 ORDER BY "seq"`
  return (await rows<{ act: string }>(query, [articleIn(page)])).map(({ act }) => act)
}
