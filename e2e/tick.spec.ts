/** Ticks, what waits for an answer, and panes, as a checker uses them. */
import type { Page } from "@playwright/test"
import { rows } from "./support/desk"
import { expect, expectAccessible, galleyText, importArticle, test } from "./support/test"

const NUMBERS = Array.from({ length: 20 }, (_, n) => `Fact number ${n + 21} holds.`)

/** Presses what is pressed besides the selection, and counts it. */
function counter(page: Page) {
  const counts: number[] = []
  return {
    counts,
    begin: () => counts.push(0),
    press: async (key: string) => {
      counts.push((counts.pop() ?? 0) + 1)
      await page.keyboard.press(key)
    },
  }
}

test("twenty facts are ticked without a mouse, in at most six presses each beside the selection", async ({ as }) => {
  const page = await as("checker")
  await importArticle(page, `A page of facts\n\n${NUMBERS.join("\n\n")}`, { kind: "copy" })
  const presses = counter(page)
  await galleyText(page).focus()
  await page.keyboard.press("Control+Home")
  await page.keyboard.press("ArrowDown")
  for (const [n] of NUMBERS.entries()) {
    await page.keyboard.press("Home")
    await page.keyboard.press("Shift+End")
    presses.begin()
    await presses.press("t")
    await expect(
      page.getByRole("form", { name: `Tick of fact ${n + 1}` }).getByLabel("Place in the source"),
    ).toBeFocused()
    for (const key of `p. ${n % 10}`) await presses.press(key)
    await presses.press("Enter")
    await expect(galleyText(page)).toBeFocused()
    await page.keyboard.press("ArrowDown")
  }
  expect(Math.max(...presses.counts)).toBeLessThanOrEqual(6)
  const articleId = /articles\/([^/?]+)/.exec(page.url())?.[1] ?? ""
  const ticked = () =>
    rows<{ quote: string; locator: string }>(
      `SELECT a."quote", e."locator" FROM "Claim" c JOIN "Anchor" a ON a."claimId" = c."id"
       JOIN "Evidence" e ON e."claimId" = c."id" JOIN "VerdictDraft" d ON d."claimId" = c."id"
       WHERE c."articleId" = $1 AND c."state" = 'in_review' AND c."job" = 'ours' AND d."rating" = 'confirmed'
       ORDER BY c."number"`,
      [articleId],
    )
  await expect
    .poll(ticked, { timeout: 30_000 })
    .toEqual(NUMBERS.map((quote, n) => ({ quote, locator: `p. ${n % 10}` })))
  await expectAccessible(page)
})

test("drafted ticks go to review together, and what is refused says why", async ({ as }) => {
  const page = await as("checker")
  await importArticle(page, `A page of facts\n\n${NUMBERS.slice(0, 3).join("\n\n")}`, { kind: "copy" })
  await galleyText(page).focus()
  await page.keyboard.press("Control+Home")
  for (let n = 0; n < 3; n += 1) {
    await page.keyboard.press("ArrowDown")
    await page.keyboard.press("Home")
    await page.keyboard.press("Shift+End")
    await page.keyboard.press("t")
    await expect(page.getByRole("form", { name: `Tick of fact ${n + 1}` })).toBeVisible()
    await page.keyboard.press("Escape")
  }
  await page.getByRole("button", { name: "Send 3 drafted" }).click()
  const dialog = page.getByRole("dialog", { name: "Send to review" })
  await dialog.getByRole("checkbox", { name: "Send number 2" }).uncheck()
  await expectAccessible(page)
  await dialog.getByRole("button", { name: "Send 2" }).click()
  await expect(dialog.getByText("In review")).toHaveCount(2)
  await dialog.getByRole("contentinfo").or(dialog).getByRole("button", { name: "Close" }).last().click()
  await expect(page.getByRole("button", { name: "Send 1 drafted" })).toBeVisible()
})

test("what waits for an answer says so, in the list too, until it is there", async ({ as }) => {
  const page = await as("checker")
  await importArticle(page, `A page of facts\n\n${NUMBERS.slice(0, 1).join("\n\n")}`, { kind: "copy" })
  await galleyText(page).focus()
  await page.keyboard.press("Control+Home")
  await page.keyboard.press("Shift+End")
  const { letGo } = await holdActs(page)
  await page.keyboard.press("h")
  await expect(page.getByLabel("Statement")).toBeFocused()
  await page.keyboard.press("Escape")
  // Before the desk has the claim: what is asked of it is led to once it has.
  await page.keyboard.press("w")
  await expect(page.getByRole("heading", { name: "Fact 1" })).toBeFocused()
  letGo()
  const form = page.getByRole("form", { name: "Waiting" })
  await form.getByLabel("Waiting for").selectOption("claimant")
  await form.getByLabel("Name").fill("Harbour office")
  await form.getByLabel("Ask again").fill("2020-01-01T09:00")
  await form.getByRole("button", { name: "Save" }).click()
  await expect(page.getByText("Waiting for the claimant, Harbour office")).toBeVisible()
  await expect(page.getByText(/To be asked again since/)).toBeVisible()
  await expect(page.getByRole("option", { name: /Waiting/ })).toBeVisible()
  await expectAccessible(page)
  await page.getByRole("button", { name: "No longer waiting" }).click()
  await expect(page.getByRole("option", { name: /Open/ })).toBeVisible()
})

test("panes are as wide as somebody left them", async ({ as }) => {
  const page = await as("checker")
  await importArticle(page, "Panes\n\nA text to look at.")
  const edge = page.getByRole("separator", { name: "Width of the claims" })
  await edge.focus()
  await page.keyboard.press("End")
  await expect(edge).toHaveAttribute("aria-valuenow", "480")
  await page.getByRole("button", { name: "Hide the chosen claim" }).click()
  await page.reload()
  await expect(edge).toHaveAttribute("aria-valuenow", "480")
  await expect(page.getByRole("complementary", { name: "Chosen claim" })).toBeHidden()
  await expectAccessible(page)
})

/** Holds back what is sent to the desk, until it is let go. */
async function holdActs(page: Page): Promise<{ letGo: () => void }> {
  let letGo = () => {}
  const gone = new Promise<void>((resolve) => (letGo = resolve))
  await page.route("**/articles/**", async (route) => {
    if (route.request().method() === "POST") await gone
    await route.continue()
  })
  return { letGo }
}
