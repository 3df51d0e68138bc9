/** Review: approvals that can be undone and are never lost, requests for changes, and several verdicts approved together. */
import type { Page } from "@playwright/test"
import { account } from "./support/desk"
import { articleInReview, decide, reviewCount, statesOf, type SentArticle } from "./support/rounds"
import { expect, expectAccessible, galleyText, listens, test } from "./support/test"

/** Longer than an approval can be undone. */
const LATER = "00:10"

test("an approval can be undone, and goes out once by itself", async ({ as }) => {
  const article = await articleInReview("Undone", [2, 3])
  const page = await openQueue(await as("editor"), article)
  await page.keyboard.press("a")
  await expect(marked(page, article, 1)).toBeVisible()
  await expect(toast(page, "Approved: claim 1.")).toContainText("Without opening a source.")
  await page.keyboard.press("z")
  await expect(marked(page, article, 0)).toBeVisible()
  await page.clock.fastForward(LATER)
  await page.keyboard.press("j")
  await expect(marked(page, article, 1)).toBeVisible()
  expect(await reviewCount(article.id)).toBe(0)

  await page.getByRole("button", { name: /^Approve/ }).click()
  await toast(page, "Approved: claim 2.").getByRole("button", { name: /^Undo/ }).click()
  await expect(marked(page, article, 1)).toBeVisible()
  await page.keyboard.press("a")
  await page.clock.fastForward(LATER)
  await expect.poll(() => statesOf(article.id)).toEqual(["in_review", "approved"])
  expect(await reviewCount(article.id)).toBe(1)
})

test("the number that waits follows at once", async ({ as }) => {
  const article = await articleInReview("Counted", [2, 2])
  const page = await openQueue(await as("editor"), article)
  const told = page.getByRole("link", { name: /^Review/ }).getByText(/^\d+ waits? for you$/)
  const count = async () => Number.parseInt(await told.innerText())
  const before = await count()
  await page.keyboard.press("a")
  await expect.poll(count).toBe(before - 1)
  await page.keyboard.press("z")
  await expect.poll(count).toBe(before)
})

test.describe("leaving sends what was approved:", () => {
  test("to another screen", async ({ as }) => {
    const article = await articleInReview("Left", [2])
    const page = await openQueue(await as("editor"), article)
    await page.keyboard.press("a")
    await expect(page.getByText("That was the last one")).toBeVisible()
    await page.getByRole("link", { name: "Articles", exact: true }).click()
    await expect.poll(() => statesOf(article.id)).toEqual(["approved"])
  })

  test("to another site", async ({ as }) => {
    const article = await articleInReview("Gone", [2])
    const page = await openQueue(await as("editor"), article)
    await page.keyboard.press("a")
    await expect(page.getByText("That was the last one")).toBeVisible()
    await page.goto("about:blank")
    await expect.poll(() => statesOf(article.id)).toEqual(["approved"])
    await page.goto("/w/sample-desk/articles")
    await page.clock.fastForward("01:00")
    await expect(page.getByRole("heading", { name: "Articles", level: 1 })).toBeVisible()
    await expect
      .poll(() => page.evaluate(() => Object.keys(localStorage).filter((key) => key.includes("approval"))))
      .toEqual([])
    expect(await reviewCount(article.id)).toBe(1)
  })
})

test("without a connection an approval is kept, and goes out when there is one again", async ({ as }) => {
  const article = await articleInReview("Offline", [2])
  const page = await openQueue(await as("editor"), article)
  await page.context().setOffline(true)
  await page.keyboard.press("a")
  await page.clock.fastForward(LATER)
  const notice = page.getByRole("alert").filter({ hasText: "there is no connection" })
  await expect(notice).toBeVisible()
  expect(await statesOf(article.id)).toEqual(["in_review"])
  await page.context().setOffline(false)
  await expect.poll(() => statesOf(article.id)).toEqual(["approved"])
  await expect(notice).toBeHidden()
})

test("signed out, an approval waits for whoever gave it", async ({ as }) => {
  const article = await articleInReview("Signed out", [2])
  const page = await openQueue(await as("editor"), article)
  await page.context().clearCookies()
  await page.keyboard.press("a")
  await page.clock.fastForward(LATER)
  await expect(page.getByRole("alert").filter({ hasText: "not sent yet: you are signed out" })).toBeVisible()
  await page.goto("/")
  await page.getByLabel("E-mail").fill(account("editor").email)
  await page.getByLabel("Password", { exact: true }).fill(account("editor").password)
  await page.getByRole("button", { name: "Sign in" }).click()
  await expect.poll(() => statesOf(article.id)).toEqual(["approved"])
})

test("changes are requested at once, with a note that says what", async ({ as }) => {
  const article = await articleInReview("Changes", [2])
  const page = await openQueue(await as("editor"), article)
  await page.keyboard.press("r")
  await expect(page.getByText("Say what must change, then request changes.")).toBeVisible()
  await expect(page.getByLabel("Your note")).toBeFocused()
  await page.keyboard.type("Which district?")
  await page.keyboard.press("Escape")
  await page.keyboard.press("r")
  await expect.poll(() => statesOf(article.id)).toEqual(["changes_requested"])
  await expect(page.getByText("That was the last one")).toBeVisible()
})

test("when a second person was first, the approval is refused by name and leads to its claim", async ({ as }) => {
  const article = await articleInReview("First", [2, 2])
  const page = await openQueue(await as("editor"), article)
  await page.keyboard.press("a")
  await expect(marked(page, article, 1)).toBeVisible()
  await decide("second_editor", article.claims[0]?.roundId ?? "", "request_changes")
  await page.clock.fastForward(LATER)
  const notice = page.getByRole("alert").filter({ hasText: "was not taken" })
  await expect(notice).toContainText(`${account("second_editor").name} requested changes before it arrived.`)
  await expectAccessible(page)
  await notice.getByRole("link", { name: "Open the claim" }).click()
  await expect(page.getByRole("heading", { name: "Claim 1", exact: true })).toBeVisible()
  await expect(notice).toBeHidden()
})

test("beside the text the same keys decide, and undo", async ({ as }) => {
  const article = await articleInReview("Beside", [2])
  const page = await as("editor")
  await page.clock.install()
  await page.goto(`/w/sample-desk/articles/${article.id}?claim=1`)
  await expect(galleyText(page)).toBeVisible()
  const inspector = page.getByRole("complementary", { name: "Chosen claim" })
  await expect(inspector.getByText("You can review this: not your verdict.")).toBeVisible()
  await listens(page)
  await page.keyboard.press("a")
  await expect(inspector.getByText("Approved. It goes out in a few seconds.")).toBeVisible()
  await page.keyboard.press("z")
  await expect(inspector.getByRole("button", { name: /^Approve/ })).toBeVisible()
  await page.keyboard.press("a")
  await page.clock.fastForward(LATER)
  await expect(inspector.getByRole("button", { name: "Withdraw approval" })).toBeVisible()
  expect(await statesOf(article.id)).toEqual(["approved"])
})

test("a key opens the next source at its place", async ({ as }) => {
  const article = await articleInReview("Opened", [2])
  const page = await openQueue(await as("editor"), article)
  await page.context().route("https://example.org/**", (route) => route.fulfill({ body: "A page." }))
  await expect(page.getByText("You have not opened any of the sources.")).toBeVisible()
  const [opened] = await Promise.all([page.context().waitForEvent("page"), page.keyboard.press("o")])
  await opened.waitForURL("https://example.org/trees")
  await expect(page.getByText("You have not opened any of the sources.")).toBeHidden()
})

test("several are approved together once each was on screen, a must never", async ({ as }) => {
  const article = await articleInReview("Together", [2, 1, 3, 2, 3, 2, 3])
  const page = await openQueue(await as("editor"), article, "list")
  const must = page.getByRole("article", { name: "Claim 2", exact: true })
  await expect(must).toContainText("A must is approved on its own")
  await page.getByRole("checkbox", { name: "Choose claim 2" }).press("Space")
  await expect(page.getByRole("checkbox", { name: "Choose claim 2" })).not.toBeChecked()

  await page.getByRole("checkbox", { name: "Choose all 6 that may go together" }).check()
  const approve = page.getByRole("button", { name: /^Approve 6/ })
  await expect(approve).toHaveAttribute("aria-disabled", "true")
  await expect(page.getByRole("status").filter({ hasText: "not been on screen yet" })).toBeVisible()
  await expectAccessible(page)
  // From the second, which was tried to be chosen.
  for (let number = 3; number <= 7; number += 1) {
    await page.keyboard.press("j")
    await expect(page.getByRole("checkbox", { name: `Choose claim ${number}`, exact: true })).toBeFocused()
    await expect(page.getByRole("article", { name: `Claim ${number}`, exact: true })).toContainText("seen")
  }
  await expect(approve).toHaveAttribute("aria-disabled", "false")
  await approve.click()
  await expect(toast(page, "6 approved.")).toBeVisible()
  await page.keyboard.press("z")
  await expect(approve).toBeVisible()
  expect(await reviewCount(article.id)).toBe(0)

  await decide("second_editor", article.claims[2]?.roundId ?? "", "request_changes")
  await page.keyboard.press("a")
  await expect(toast(page, "6 approved.")).toBeVisible()
  await page.clock.fastForward(LATER)
  await expect(page.getByRole("status").filter({ hasText: "5 approved, 1 refused." })).toBeVisible()
  await expect(page.getByRole("article", { name: "Claim 3", exact: true })).toContainText("requested changes before")
  const approved = "approved"
  expect(await statesOf(article.id)).toEqual([
    approved,
    "in_review",
    "changes_requested",
    approved,
    approved,
    approved,
    approved,
  ])
})

/** Opens the queue narrowed to an article, with a clock that can be put forward. */
async function openQueue(page: Page, { id, claims }: SentArticle, view: "one" | "list" = "one"): Promise<Page> {
  await page.clock.install()
  await page.goto(`/w/sample-desk/reviews?article=${id}${view === "list" ? "&view=list" : ""}`)
  if (view === "one") await expect(page.getByText(`1 of ${claims.length} waiting for you`)).toBeVisible()
  else await expect(page.getByRole("feed", { name: "Verdicts that wait for you" })).toBeVisible()
  await listens(page, view === "one" ? "main textarea" : "main [role=feed]")
  return page
}

function marked(page: Page, { claims }: SentArticle, at: number) {
  return page.getByRole("main").locator("mark", { hasText: claims[at]?.words ?? "" })
}

function toast(page: Page, words: string) {
  // One that another takes the place of is still there for a moment.
  return page.getByRole("region", { name: /^News/ }).getByRole("listitem").filter({ hasText: words }).first()
}
