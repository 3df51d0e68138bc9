/** Paper: the galley prints as an annotated proof, for a whole desk of claims too; other screens print whole. */
import type { Page } from "@playwright/test"
import { addressOf, importMarkdown, markAll } from "./support/api"
import { expect, galleyText, importArticle, markWords, test } from "./support/test"

const proof = (page: Page) => page.getByRole("article", { name: "Annotated proof" })

test("the galley prints as a proof with a note for each number in its text, other screens print whole", async ({
  as,
}) => {
  const page = await as("editor")
  await openSample(page, "A call to Moscow")
  await page.evaluate(() =>
    window.addEventListener("beforeprint", () => {
      // Not in the title, which is the page's to set, and may be set again meanwhile.
      document.documentElement.dataset.notes = `${document.querySelectorAll(".proof-note").length}`
    }),
  )
  const sheets = (await page.pdf({ format: "A4" })).toString("latin1").match(/\/Type \/Page\b/g)
  expect(sheets?.length).toBeGreaterThan(2)
  await expect(page.locator("html")).toHaveAttribute("data-notes", "16")

  await page.emulateMedia({ media: "print" })
  const notes = proof(page)
    .getByRole("listitem")
    .filter({ has: page.locator(".proof-note-head") })
  await expect(notes).toHaveCount(16)
  const numbers = await proof(page).locator(".galley-text sup a").allTextContents()
  expect(numbers.map(Number).toSorted((a, b) => a - b)).toEqual(Array.from({ length: 16 }, (_, at) => at + 1))
  const first = notes.first()
  await expect(first).toContainText("Mostly true · Approved")
  await expect(first).toContainText("breaks a two-year silence")
  await expect(first).toContainText("https://example.org/samples/archive/chronology")
  await expect(first).toContainText(/Seen on [\w ,]+\d{4}\./)
  await expect(first).toContainText("Checked by Cleo Marsh. Approved by Edda Lind.")
  await expect(proof(page)).toContainText("Note, internal:")
  await expect(page.getByRole("banner")).toBeHidden()
  await expect(page.getByRole("complementary", { name: "Chosen claim" })).toBeHidden()
  await page.emulateMedia({ media: "screen" })
  await expect(proof(page)).toBeHidden()

  await page.setViewportSize({ width: 794, height: 1123 })
  for (const path of ["articles", "reviews", "claims"]) {
    await page.goto(`/w/sample-desk/${path}`)
    await page.emulateMedia({ media: "print" })
    await expect(page.getByRole("banner")).toBeHidden()
    expect(await cutOff(page)).toEqual([])
  }

  await test.step("an author’s proof has no word that their screen does not have", async () => {
    const author = await as("author")
    await openSample(author, "Borrow a tomato")
    await author.emulateMedia({ media: "print" })
    await expect(proof(author).locator(".proof-note")).toHaveCount(7)
    await expect(proof(author)).toContainText("The catalogue counts 421.")
    await expect(proof(author)).not.toContainText("Two digits have changed places")
    await expect(proof(author)).not.toContainText("internal")
  })
})

test("a thousand claims print with a thousand notes in black, an Arabic text from the right", async ({ as }) => {
  const words = Array.from({ length: 1_000 }, (_, index) => `Fact number ${index + 1} stands`)
  const articleId = await importMarkdown(`# A thousand facts\n\n${words.join(" here.\n\n")} here.`)
  await markAll(articleId, words)
  const page = await as("checker")
  await page.emulateMedia({ colorScheme: "dark" })
  await page.goto(addressOf(articleId))
  await expect(galleyText(page)).toBeVisible()
  await page.waitForLoadState("networkidle")
  await page.emulateMedia({ media: "print", colorScheme: "dark" })
  await expect(proof(page).locator(".proof-note")).toHaveCount(1_000)
  await expect(proof(page)).toHaveCSS("color", "rgb(0, 0, 0)")

  await page.emulateMedia({ media: "screen" })
  await importArticle(page, "عاد الجسر\n\nأغلق الجسر تسعين يوما. لم يصب أحد بأذى.")
  await markWords(page, "تسعين يوما")
  await page.emulateMedia({ media: "print" })
  const line = proof(page).locator(".galley-text p").first()
  await expect(line).toHaveCSS("text-align", "start")
  const { number, claim } = await line.evaluate((element) => ({
    number: element.querySelector("sup")?.getBoundingClientRect().right ?? 0,
    claim: element.querySelector(".claim-mark")?.getBoundingClientRect().left ?? 0,
  }))
  expect(number).toBeLessThanOrEqual(claim + 1)
})

async function openSample(page: Page, title: string): Promise<void> {
  await page.goto(`/w/sample-desk/articles?q=${encodeURIComponent(title)}`)
  await page.getByRole("link", { name: title }).first().click()
  await expect(galleyText(page)).toBeVisible()
  await page.waitForLoadState("networkidle")
}

/** What would be seen only by scrolling, which paper can't. */
async function cutOff(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll("main *")]
      .filter((element) => element.scrollHeight > element.clientHeight + 2 && element.clientHeight > 40)
      .filter((element) => ["auto", "scroll", "hidden"].includes(getComputedStyle(element).overflowY))
      .map((element) => element.className),
  )
}
