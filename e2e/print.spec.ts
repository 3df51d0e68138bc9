/** Paper: the galley prints as an annotated proof, for a whole desk of claims too; other screens print whole. */
import type { Page } from "@playwright/test"
import { account } from "./support/desk"
import { expect, galleyText, importArticle, markWords, test } from "./support/test"

const proof = (page: Page) => page.getByRole("article", { name: "Annotated proof" })

async function openSample(page: Page): Promise<void> {
  await page.goto("/w/sample-desk/articles")
  await page
    .getByRole("link", { name: /A call to Moscow/ })
    .first()
    .click()
  await expect(galleyText(page)).toBeVisible()
  await page.waitForLoadState("networkidle")
}

test("the galley prints as a proof with a note for each number in its text", async ({ as }) => {
  const page = await as("editor")
  await openSample(page)
  await page.emulateMedia({ media: "print" })
  const notes = proof(page)
    .getByRole("listitem")
    .filter({ has: page.locator(".proof-note-head") })
  await expect(notes).toHaveCount(16)
  const numbers = proof(page).locator(".galley-text sup a")
  expect((await numbers.allTextContents()).map(Number).toSorted((a, b) => a - b)).toEqual(
    Array.from({ length: 16 }, (_, index) => index + 1),
  )
  const first = notes.first()
  await expect(first).toContainText("Mostly true · Approved")
  await expect(first).toContainText("“breaks a two-year silence”".slice(1, -1))
  await expect(first).toContainText("https://example.org/samples/archive/chronology")
  await expect(first).toContainText("Checked by Cleo Marsh. Approved by Edda Lind.")
  await expect(proof(page)).toContainText("Note, internal:")
  await expect(page.getByRole("banner")).toBeHidden()
  await expect(page.getByRole("complementary", { name: "Chosen claim" })).toBeHidden()
  await page.emulateMedia({ media: "screen" })
  await expect(proof(page)).toBeHidden()
})

test("the proof is there before the browser lays out the sheets", async ({ as }) => {
  const page = await as("editor")
  await openSample(page)
  await page.evaluate(() =>
    window.addEventListener("beforeprint", () => {
      document.title = `${document.querySelectorAll(".proof-note").length} notes`
    }),
  )
  expect((await page.pdf({ format: "A4" })).length).toBeGreaterThan(10_000)
  await expect(page).toHaveTitle("16 notes")
})

test("an author's proof has no word that their screen does not have", async ({ as }) => {
  const page = await as("author")
  await openSample(page)
  await page.emulateMedia({ media: "print" })
  await expect(proof(page)).toBeVisible()
  await expect(proof(page)).not.toContainText("internal")
})

test("a thousand claims print with a thousand notes, a dark screen in black", async ({ as }) => {
  test.slow()
  const page = await as("checker")
  const words = Array.from({ length: 1_000 }, (_, index) => `Fact number ${index + 1} stands here.`)
  await importArticle(page, `A thousand facts\n\n${words.join("\n\n")}`)
  const articleId = /articles\/([^/?]+)/.exec(page.url())?.[1] ?? ""
  const { token } = account("checker")
  const marked = await page.request.post(`/api/v1/articles/${articleId}/claims`, {
    headers: { authorization: `Bearer ${token}` },
    data: {
      claims: words.map((quote) => ({
        selectors: [{ type: "TextQuoteSelector", exact: quote.replace(" here.", "") }],
      })),
    },
  })
  expect(marked.status()).toBe(201)
  await page.emulateMedia({ colorScheme: "dark" })
  await page.reload()
  await expect(galleyText(page)).toBeVisible()
  await page.waitForLoadState("networkidle")
  await page.emulateMedia({ media: "print", colorScheme: "dark" })
  await expect(proof(page).locator(".proof-note")).toHaveCount(1_000)
  await expect(proof(page)).toHaveCSS("color", "rgb(0, 0, 0)")
})

test("an Arabic text prints from the right, its notes with it", async ({ as }) => {
  const page = await as("checker")
  await importArticle(page, "عاد الجسر\n\nأغلق الجسر تسعين يوما. لم يصب أحد بأذى.")
  await markWords(page, "تسعين يوما")
  await page.emulateMedia({ media: "print" })
  const line = proof(page).locator(".galley-text p").first()
  await expect(line).toHaveCSS("text-align", "start")
  const { number, words } = await line.evaluate((element) => ({
    number: element.querySelector("sup")?.getBoundingClientRect().right ?? 0,
    words: element.querySelector(".claim-mark")?.getBoundingClientRect().left ?? 0,
  }))
  expect(number).toBeLessThanOrEqual(words + 1)
})

for (const [name, path] of [
  ["the list of articles", "/w/sample-desk/articles"],
  ["the review queue", "/w/sample-desk/reviews"],
] as const) {
  test(`${name} prints without the header, and nothing of it is cut off`, async ({ as }) => {
    const page = await as("editor")
    await page.goto(path)
    await page.setViewportSize({ width: 794, height: 1123 })
    await page.emulateMedia({ media: "print" })
    await expect(page.getByRole("banner")).toBeHidden()
    const cut = await page.evaluate(() =>
      [...document.querySelectorAll("main *")]
        .filter((element) => element.scrollHeight > element.clientHeight + 2 && element.clientHeight > 0)
        .filter((element) => ["auto", "scroll", "hidden"].includes(getComputedStyle(element).overflowY))
        .filter((element) => element.clientHeight > 40)
        .map((element) => element.className),
    )
    expect(cut).toEqual([])
  })
}
