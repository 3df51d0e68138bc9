/** Every screen, in the light and in the dark, wide and narrow: nothing that axe finds, nothing wider than the window. */
import type { Locator, Page } from "@playwright/test"
import { addressOf, addressOfSample, addressOfText, importMarkdown, markAll, reviseMarkdown } from "./support/api"
import { go, MOSCOW, NARROW, WIDE, type Screen } from "./support/screens"
import { expect, expectAccessible, galleyText, test } from "./support/test"

const SCREENS: Screen[] = [
  { name: "the list of articles", open: (page) => go(page, "/w/sample-desk/articles", "Articles") },
  { name: "a search without a find", open: (page) => go(page, "/w/sample-desk/articles?q=zzzz", "Articles") },
  { name: "nothing archived", open: (page) => go(page, "/w/sample-desk/articles?show=archived", "Articles") },
  { name: "the ledger", open: (page) => go(page, "/w/sample-desk/sources", "Sources") },
  { name: "a source", open: openSource },
  { name: "the text of a source", open: openText },
  { name: "what one is told", open: openBell },
  { name: "the forms for what a claim rests on", open: openForms },
  { name: "the galley", open: openGalley },
  { name: "the galley with a claim chosen", open: openClaim },
  { name: "the details of an article", open: openDetails },
  { name: "the board of an article", open: openBoard },
  { name: "the fixes of an article", open: openFixes },
  { name: "the only revision of an article", open: openRevisions },
  { name: "two revisions compared", open: openComparison },
  { name: "the desk's claims", open: (page) => go(page, "/w/sample-desk/claims", "Claims") },
  {
    name: "earlier checks of others",
    open: (page) => go(page, "/w/sample-desk/claims/earlier", "Earlier checks of others"),
  },
  { name: "what is found", open: (page) => go(page, "/w/sample-desk/search?q=call", "Search") },
  { name: "the review queue", open: (page) => go(page, "/w/sample-desk/reviews", "Review") },
  { name: "the review queue as a list", open: (page) => go(page, "/w/sample-desk/reviews?view=list", "Review") },
  { name: "the figures", open: (page) => go(page, "/w/sample-desk/figures", "Figures") },
  {
    name: "the rules of review",
    open: (page) => go(page, "/w/sample-desk/settings/rules", "Review rules"),
  },
  { name: "the people of the desk", open: (page) => go(page, "/w/sample-desk/settings/people", "People") },
  { name: "what signing in takes", open: (page) => go(page, "/w/sample-desk/settings/sign-in", "Signing in") },
  { name: "webhooks", open: (page) => go(page, "/w/sample-desk/settings/webhooks", "Webhooks") },
  { name: "one's own account", open: (page) => go(page, "/w/sample-desk/account", "Your account") },
  { name: "starting one's own desk", open: (page) => go(page, "/w/sample-desk/own-desk", "Start your own desk") },
  {
    name: "an address with nothing behind it",
    open: (page) => go(page, "/w/sample-desk/articles/none", "There is nothing here"),
  },
]

// They change nothing, and take longest: each desk takes its share.
test.describe.configure({ mode: "parallel" })

for (const { name, open } of SCREENS) {
  test(`accessible and no wider than its window, light, dark and narrow: ${name}`, async ({ as }) => {
    const page = await as("owner")
    await page.setViewportSize(WIDE)
    await open(page)
    await expectAccessible(page)
    expect(await overflowOf(page)).toBeLessThanOrEqual(0)
    await page.setViewportSize(NARROW)
    await expect.poll(() => overflowOf(page)).toBeLessThanOrEqual(0)
    await expectAccessible(page)
    await darken(page)
    await expectAccessible(page, { only: "colours" })
  })
}

test("in forced colours marks, states, choices and the focus are still seen", async ({ as }) => {
  const page = await as("owner")
  await page.emulateMedia({ forcedColors: "active" })
  await openClaim(page)
  const [ground] = await looksOf(page.locator("html"))
  const [mark, headline] = await looksOf(galleyText(page).locator(".claim-mark"))
  const [rule] = await looksOf(page.locator(".rule"))
  const [badge] = await looksOf(page.getByRole("option").locator(".bg-true-soft"))
  const [all, open] = await looksOf(page.getByRole("complementary", { name: "Claims" }).locator("label > span"))
  for (const marked of [mark, headline, all]) expect(marked?.background).not.toBe(ground?.background)
  expect(open?.background).toBe(ground?.background)
  expect(rule?.drawn).not.toEqual({ image: "none", background: ground?.background })
  expect(badge?.outline).toBe("solid 1px")
  await page.getByRole("button", { name: "Export" }).focus()
  await page.keyboard.press("Shift+Tab")
  const [focused] = await looksOf(page.locator(":focus-visible"))
  expect(focused?.outline).toBe("solid 3px")
})

test("the door is accessible, also when it refuses", async ({ page }) => {
  await page.goto("/sign-in")
  await expectAccessible(page)
  await page.getByLabel("E-mail").fill("nobody@example.org")
  await page.getByLabel("Password", { exact: true }).fill("not the password")
  await page.getByRole("button", { name: "Sign in" }).click()
  await expect(page.getByText("This e-mail and password do not go together.")).toBeVisible()
  await expectAccessible(page)
})

/** Goes on once the dark is drawn: asked for alone, a busy page still has colours of both for a moment. */
async function darken(page: Page): Promise<void> {
  const [light] = await looksOf(page.locator("html"))
  await page.emulateMedia({ colorScheme: "dark" })
  await expect.poll(async () => (await looksOf(page.locator("html")))[0]?.background).not.toBe(light?.background)
  await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))))
}

/** By how much the page is wider than its window. */
function overflowOf(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
}

/** How elements are drawn. */
async function looksOf(elements: Locator) {
  await expect(elements.first()).toBeVisible()
  return elements.evaluateAll((all) =>
    all.map((element) => {
      const { backgroundColor, backgroundImage, outlineStyle, outlineWidth } = getComputedStyle(element)
      const drawn = { image: backgroundImage, background: backgroundColor }
      return { background: backgroundColor, drawn, outline: `${outlineStyle} ${outlineWidth}` }
    }),
  )
}

/** With the form that changes it. */
async function openSource(page: Page): Promise<void> {
  await page.goto("/w/sample-desk/sources?sort=cited")
  await page.getByRole("table").getByRole("link").first().click()
  await page.getByRole("button", { name: "Edit" }).click()
  await expect(page.getByRole("form", { name: "Edit the source" })).toBeVisible()
}

/** With words of it selected. */
async function openText(page: Page): Promise<void> {
  const words = ["The bridge is closed.", "It was planned for 6.2 million euros.", "It cost 12.4 million euros."]
  await page.goto(await addressOfText(words, 2))
  await expect(async () => {
    await page.reload()
    await expect(page.locator("mark")).toHaveText("It was planned for 6.2 million euros.", { timeout: 2_000 })
  }).toPass()
  await page.getByText("It cost 12.4 million euros.").selectText()
  await expect(page.getByRole("region", { name: "Selected words" })).toContainText("¶ 3")
}

async function openBell(page: Page): Promise<void> {
  await go(page, "/w/sample-desk/sources", "Sources")
  await page.getByRole("button", { name: /^Notifications/ }).click()
  await expect(page.getByRole("menu")).toBeVisible()
}

/** A new source with its file, a contact with its recording, a sum: below each other, as they stand beside a claim. */
async function openForms(page: Page): Promise<void> {
  const articleId = await importMarkdown("# The toll\n\nThe toll was 3.2 million euros a year.")
  await markAll(articleId, ["3.2 million euros"])
  await page.goto(`${addressOf(articleId)}?claim=1`)
  await page.getByRole("region", { name: "Sources" }).getByRole("button", { name: /^Add/ }).click()
  await page.getByRole("combobox", { name: "Source" }).fill("Minutes nobody has")
  await page.getByRole("option", { name: /New source/ }).click()
  await expect(page.getByLabel("Attach a file")).toBeAttached()
  await page.getByRole("button", { name: /^Record a contact/ }).click()
  await expect(page.getByLabel("Recording or letter")).toBeAttached()
  await page.getByRole("button", { name: /^Add a calculation/ }).click()
  await expect(page.getByRole("form", { name: "New calculation" })).toBeVisible()
}

async function openGalley(page: Page): Promise<void> {
  await page.goto(await addressOfSample(MOSCOW))
  await expect(galleyText(page)).toBeVisible()
}

async function openClaim(page: Page): Promise<void> {
  await page.goto(`${await addressOfSample(MOSCOW)}?claim=1`)
  await expect(page.getByRole("heading", { name: "Claim 1", exact: true })).toBeVisible()
  await expect(galleyText(page)).toBeVisible()
}

async function openDetails(page: Page): Promise<void> {
  await openGalley(page)
  await page.getByRole("button", { name: "More", exact: true }).click()
  await page.getByRole("menuitem", { name: /^Details/ }).click()
  await expect(page.getByRole("dialog").getByLabel("Section")).toBeVisible()
}

async function openBoard(page: Page): Promise<void> {
  await go(page, `${await addressOfSample(MOSCOW)}/board`, "Board: A call to Moscow")
}

async function openRevisions(page: Page): Promise<void> {
  await go(page, `${await addressOfSample(MOSCOW)}/revisions`, "Revisions: A call to Moscow")
}

/** Of an article of its own: others look at the sample's text. */
async function openComparison(page: Page): Promise<void> {
  const articleId = await importMarkdown("# Two texts\n\nThe ferry was late. It rained.\n\n1\n\n2\n\n3\n\n4\n\n5")
  await reviseMarkdown(articleId, "The ferry was early. It rained.\n\n1\n\n2\n\n3\n\n4\n\n5")
  await go(page, `${addressOf(articleId)}/revisions?from=1&to=2`, "Revisions: Two texts")
  await expect(page.getByText("early")).toBeVisible()
}

async function openFixes(page: Page): Promise<void> {
  await go(page, `${await addressOfSample(MOSCOW)}/fixes`, "Fixes: A call to Moscow")
}
