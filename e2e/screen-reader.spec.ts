/** What somebody hears who does not see the screen: names and roles of what is there, and what is announced. */
import type { Page } from "@playwright/test"
import { addressOf } from "./support/api"
import { articleInReview } from "./support/rounds"
import { expect, galleyText, importArticle, listens, selectWords, test } from "./support/test"

const ARTICLE =
  "The harbour froze\n\nThe harbour froze on Tuesday. Ships waited 14 hours.\n\nIt was cold. The sea was calm."

test("a checker hears what becomes of every key", async ({ as }) => {
  const page = await as("checker")
  await importArticle(page, ARTICLE, { kind: "copy" })
  const hears = await listen(page)
  await expectNamed(page)

  await test.step("marking, typing, saving", async () => {
    await galleyText(page).focus()
    await page.keyboard.press("Control+Home")
    await page.keyboard.press("h")
    await hears("Select words first.")
    await selectWords(page, "froze on Tuesday")
    await page.keyboard.press("h")
    await hears("Claim 1 marked")
    await expect(page.getByRole("textbox", { name: "Statement" })).toBeFocused()
    await page.keyboard.type("Ice closed the harbour.")
    await page.keyboard.press("Escape")
    await hears("Saved")
    await expect(galleyText(page)).toBeFocused()
  })

  await test.step("ticking, sending", async () => {
    await selectWords(page, "waited 14 hours")
    await page.keyboard.press("t")
    await hears("Fact 2 ticked. Say where in the source it stands; Enter sends it.")
    await expect(page.getByRole("textbox", { name: "Place in the source" })).toBeFocused()
    await page.keyboard.type("page 4")
    await page.keyboard.press("Enter")
    await hears("Fact 2 sent to review")
    await page.keyboard.press("k")
    await hears("Fact 1: Open")
    await page.getByRole("button", { name: "Send to review" }).press("Enter")
    await hears("things are missing before this can be sent")
    await expect(page.getByRole("radio", { name: "Confirmed", exact: true })).toBeFocused()
    await page.keyboard.press("Escape")
  })

  await test.step("reading on by sentences, and taking back", async () => {
    await page.keyboard.press("u")
    await hears(/Sentence 4 of 6, untouched\. It was cold\./)
    await page.keyboard.press("n")
    await hears("Nothing to check in this sentence.")
    await page.getByRole("button", { name: "Undo" }).press("Enter")
    await hears("The sentence is untouched again.")
    await galleyText(page).focus()
    await page.keyboard.press("x")
    await hears("1 sentence selected: It was cold.")
  })

  await test.step("what is listed, what waits, what is withdrawn", async () => {
    await page.getByRole("radio", { name: /^In review/ }).press("Enter")
    await hears("1 claim listed")
    await page.getByRole("radio", { name: "All" }).press("Space")
    await hears("2 claims listed")
    await page.getByRole("listbox", { name: "Claims" }).press("Home")
    await page.keyboard.press("Enter")
    await expect(page.getByRole("heading", { name: "Fact 1" })).toBeFocused()
    await page.getByRole("listbox", { name: "Claims" }).press("w")
    await page.getByRole("form", { name: "Waiting" }).getByRole("button", { name: "Save" }).press("Enter")
    await hears("Claim 1 waits")
    await page.getByRole("button", { name: "Withdraw claim" }).press("Enter")
    const dialog = page.getByRole("dialog", { name: "Withdraw claim 1?" })
    await dialog.getByRole("textbox", { name: "Reason" }).fill("Marked by mistake")
    await dialog.getByRole("button", { name: "Withdraw", exact: true }).press("Enter")
    await hears("Claim 1 withdrawn")
    await page.getByRole("button", { name: "Undo" }).press("Enter")
    await hears("Claim 1 is back")
  })

  await test.step("a lost connection", async () => {
    await page.context().setOffline(true)
    await hears("Stet can’t be reached")
  })
})

test("a reviewer hears what comes up, what was decided and what is wrong", async ({ as }) => {
  const article = await articleInReview("Heard", [2, 2, 3])
  const page = await as("editor")
  await page.goto(`/w/sample-desk/reviews?article=${article.id}`)
  await expect(page.getByText("1 of 3 waiting for you")).toBeVisible()
  await listens(page, "main textarea")
  const hears = await listen(page)
  await page.keyboard.press("j")
  await hears("Next, 2 of 3: Claim 2.")
  await page.keyboard.press("a")
  await hears(/Approved: Claim 2\. Next, 2 of 2: Claim 3\./)
  await page.keyboard.press("z")
  await hears("Undone: it waits for you again.")
  await page.keyboard.press("r")
  await hears("Say what must change, then request changes.")
  await expect(page.getByRole("textbox", { name: "Your note" })).toBeFocused()
  await expect(page.getByRole("textbox", { name: "Your note" })).toHaveAccessibleDescription(/Say what must change/)
  await page.keyboard.type("Which district?")
  await page.keyboard.press("Escape")
  await page.keyboard.press("r")
  await hears(/Changes requested: Claim 2\. Next, 2 of 2: Claim 3\./)
  await page.getByRole("combobox", { name: "Priority" }).selectOption({ label: "Could" })
  await hears("1 verdict waits")

  await test.step("in the galley, too", async () => {
    await page.goto(`${addressOf(article.id)}?claim=1`)
    await expect(page.getByRole("button", { name: /^Approve/ })).toBeVisible()
    const hearsThere = await listen(page)
    await page.keyboard.press("a")
    await hearsThere("Claim 1 approved. It goes out in a few seconds.")
  })
})

/** What the galley consists of, as landmarks, roles and names. */
async function expectNamed(page: Page): Promise<void> {
  await expect(page.getByRole("banner")).toBeVisible()
  await expect(page.getByRole("heading", { name: "The harbour froze", level: 1 }).first()).toBeVisible()
  await expect(page.getByRole("complementary", { name: "Claims" })).toBeVisible()
  await expect(page.getByRole("region", { name: "Text", exact: true })).toBeVisible()
  await expect(page.getByRole("complementary", { name: "Chosen claim" })).toBeVisible()
  await expect(page.getByRole("separator", { name: "Width of the claims" })).toBeVisible()
  await expect(page.getByRole("button", { name: /sentences looked at/ })).toBeVisible()
  await expect(galleyText(page)).toHaveAttribute("aria-readonly", "true")
  await expect(galleyText(page)).toHaveAccessibleName(/Read only: select words and press H to mark a claim/)
}

/** Listens to all that live regions say from now on. What was asked for may have been said already. */
async function listen(page: Page): Promise<(words: string | RegExp) => Promise<void>> {
  await page.evaluate(() => {
    const heard: string[] = []
    Object.assign(window, { heard })
    const take = (node: Node | null) => {
      const element = node instanceof Element ? node : node?.parentElement
      const region = element?.closest("[role=status], [role=alert], [aria-live]")
      const words = region?.textContent.trim()
      if (words) heard.push(words)
    }
    new MutationObserver((changes) => {
      const added = changes.flatMap((change) => [...change.addedNodes])
      const alerts = added.flatMap((node) =>
        node instanceof Element ? [...node.querySelectorAll("[role=alert]")] : [],
      )
      for (const node of [...changes.map((change) => change.target), ...added, ...alerts]) take(node)
    }).observe(document.body, { subtree: true, childList: true, characterData: true })
  })
  const heard = () => page.evaluate(() => (window as unknown as { heard: string[] }).heard.join(" | "))
  return (words) =>
    typeof words === "string" ? expect.poll(heard).toContain(words) : expect.poll(heard).toMatch(words)
}
