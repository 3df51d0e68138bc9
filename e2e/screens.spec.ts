/** Every screen, in the light and in the dark, wide and narrow: nothing that axe finds, nothing wider than the window. */
import type { Page } from "@playwright/test"
import { expect, expectAccessible, galleyText, test } from "./support/test"

const LOOKS = [
  { name: "light", scheme: "light", size: { width: 1440, height: 900 } },
  { name: "dark", scheme: "dark", size: { width: 1440, height: 900 } },
  { name: "narrow", scheme: "light", size: { width: 360, height: 740 } },
] as const

const SCREENS: { name: string; open: (page: Page) => Promise<void> }[] = [
  { name: "the list of articles", open: (page) => go(page, "/w/sample-desk/articles", "Articles") },
  { name: "a search without a find", open: (page) => go(page, "/w/sample-desk/articles?q=zzzz", "Articles") },
  { name: "nothing archived", open: (page) => go(page, "/w/sample-desk/articles?show=archived", "Articles") },
  { name: "the ledger", open: (page) => go(page, "/w/sample-desk/sources", "Sources") },
  { name: "a source", open: openSource },
  { name: "the galley", open: openGalley },
  { name: "the galley with a claim chosen", open: openClaim },
  { name: "the details of an article", open: openDetails },
  { name: "the board of an article", open: openBoard },
  { name: "the review queue", open: (page) => go(page, "/w/sample-desk/reviews", "Review") },
  { name: "the review queue as a list", open: (page) => go(page, "/w/sample-desk/reviews?view=list", "Review") },
  { name: "the figures", open: (page) => go(page, "/w/sample-desk/figures", "Figures") },
  { name: "starting one's own desk", open: (page) => go(page, "/w/sample-desk/own-desk", "Start your own desk") },
  {
    name: "an address with nothing behind it",
    open: (page) => go(page, "/w/sample-desk/articles/none", "There is nothing here"),
  },
]

for (const { name, scheme, size } of LOOKS) {
  test(`every screen is accessible and fits: ${name}`, async ({ as }) => {
    const page = await as("owner")
    await page.emulateMedia({ colorScheme: scheme, reducedMotion: "reduce" })
    await page.setViewportSize(size)
    for (const screen of SCREENS) {
      await test.step(screen.name, async () => {
        await screen.open(page)
        await expectAccessible(page)
        const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
        expect(overflow).toBeLessThanOrEqual(0)
      })
    }
  })
}

test("the door is accessible, also when it refuses", async ({ page }) => {
  await page.goto("/sign-in")
  await expectAccessible(page)
  await page.getByLabel("E-mail").fill("nobody@example.org")
  await page.getByLabel("Password", { exact: true }).fill("not the password")
  await page.getByRole("button", { name: "Sign in" }).click()
  await expect(page.getByText("This e-mail and password do not go together.")).toBeVisible()
  await expectAccessible(page)
})

async function go(page: Page, address: string, heading: string): Promise<void> {
  await page.goto(address)
  await expect(page.getByRole("heading", { name: heading, level: 1 })).toBeAttached()
}

/** With the form that changes it. */
async function openSource(page: Page): Promise<void> {
  await page.goto("/w/sample-desk/sources?sort=cited")
  await page.getByRole("table").getByRole("link").first().click()
  await page.getByRole("button", { name: "Edit" }).click()
  await expect(page.getByRole("form", { name: "Edit the source" })).toBeVisible()
}

async function openGalley(page: Page): Promise<void> {
  await page.goto("/w/sample-desk/articles")
  await page.getByRole("link", { name: /A call to Moscow/ }).click()
  await expect(galleyText(page)).toBeVisible()
}

async function openClaim(page: Page): Promise<void> {
  await openGalley(page)
  await page.goto(`${page.url().split("?")[0]}?claim=1`)
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
  await openGalley(page)
  await go(page, `${page.url().split("?")[0]}/board`, "Board: A call to Moscow")
}
