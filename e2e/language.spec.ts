/** German: chosen by hand or by the browser, on every screen, in what is refused, and nowhere wider than its window. */
import type { Browser, Page } from "@playwright/test"
import { addressOf, addressOfSample, addressOfText, importMarkdown, markAll } from "./support/api"
import { account } from "./support/desk"
import { go, MOSCOW, NARROW, WIDE, type Screen } from "./support/screens"
import { expect, expectAccessible, openArticles, test } from "./support/test"

const NOTE = "Written before the language was changed."

test("a language chosen in the menu redraws the page and keeps what is typed", async ({ as }) => {
  const page = await as("editor")
  await page.goto("/w/sample-desk/reviews")
  await page.getByLabel("Your note").fill(NOTE)

  await speakGerman(page)
  await expect(page.getByLabel("Ihre Notiz")).toHaveValue(NOTE)
  await expect(page).toHaveTitle(/^Gegenlesen · /)

  await page.getByRole("link", { name: "Artikel", exact: true }).click()
  await expect(page.getByRole("heading", { name: "Artikel", level: 1 })).toBeVisible()
  await page.reload()
  await expect(page.getByRole("columnheader", { name: "Fällig" })).toBeVisible()

  await page.getByRole("button", { name: /^Konto von/ }).click()
  await expect(page.getByRole("menuitemradio", { name: "Deutsch" })).toBeChecked()
  await page.getByRole("menuitemradio", { name: "Wie der Browser" }).click()
  await expect(page.getByRole("heading", { name: "Articles", level: 1 })).toBeVisible()
  await expect(page.locator("html")).toHaveAttribute("lang", "en-GB")
})

test("the door speaks the browser's language, and another at a press", async ({ browser }) => {
  const page = await germanPage(browser, "de-AT")
  await page.goto("/sign-in")
  await expect(page.getByRole("heading", { name: "Anmelden", level: 1 })).toBeVisible()
  await expect(page.locator("html")).toHaveAttribute("lang", "de-AT")
  await expectAccessible(page)

  await page.getByLabel("E-Mail").fill("nobody@example.org")
  await page.getByLabel("Passwort", { exact: true }).fill("not the password")
  await page.getByRole("button", { name: "Anmelden" }).click()
  await expect(page.getByText("E-Mail und Passwort passen nicht zusammen.")).toBeVisible()

  await page.getByRole("button", { name: "English" }).click()
  await expect(page.getByRole("heading", { name: "Sign in", level: 1 })).toBeVisible()
  await expect(page.getByLabel("E-mail")).toHaveValue("nobody@example.org")
  await expect(page.getByRole("button", { name: "English" })).toHaveAttribute("aria-pressed", "true")
  await page.context().close()
})

test("what is refused is refused in German: on the spot, by an upload, over the API", async ({ as, request }) => {
  const page = await as("editor")
  await page.goto("/w/sample-desk/reviews")
  await speakGerman(page)
  await page.getByRole("button", { name: /^Änderungen verlangen/ }).click()
  await expect(
    page.getByText("Sagen Sie, was anders werden muss, und verlangen Sie dann die Änderungen."),
  ).toBeVisible()
  await expectAccessible(page)

  await page.goto("/w/sample-desk/articles")
  const picture = { name: "bild.md", mimeType: "text/markdown", buffer: Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0]) }
  const [chooser] = await Promise.all([
    page.waitForEvent("filechooser"),
    page.getByRole("button", { name: "Importieren", exact: true }).click(),
  ])
  await chooser.setFiles(picture)
  await expect(page.getByText("Das ist keine Textdatei.")).toBeVisible()

  const answer = await request.get("/api/v1/articles/00000000-0000-7000-8000-000000000000", {
    headers: { authorization: `Bearer ${account("editor").token}`, "accept-language": "de" },
  })
  expect(answer.status()).toBe(404)
  expect(await answer.json()).toMatchObject({ code: "not-found", detail: "Diesen Artikel gibt es nicht." })
})

const SCREENS: Screen[] = [
  { name: "the list of articles", open: (page) => go(page, "/w/sample-desk/articles", "Artikel") },
  { name: "a search without a find", open: (page) => go(page, "/w/sample-desk/articles?q=zzzz", "Artikel") },
  { name: "nothing archived", open: (page) => go(page, "/w/sample-desk/articles?show=archived", "Artikel") },
  { name: "the ledger", open: (page) => go(page, "/w/sample-desk/sources", "Quellen") },
  { name: "a source", open: openSource },
  { name: "the text of a source", open: openText },
  { name: "what one is told", open: openBell },
  { name: "the forms for what a claim rests on", open: openForms },
  { name: "the galley", open: openGalley },
  { name: "the galley with a claim chosen", open: openClaim },
  { name: "the details of an article", open: openDetails },
  { name: "the board of an article", open: openBoard },
  { name: "the fixes of an article", open: openFixes },
  { name: "the revisions of an article", open: openRevisions },
  { name: "earlier checks", open: (page) => go(page, "/w/sample-desk/claims/earlier", "Frühere Prüfungen anderer") },
  { name: "what is found", open: (page) => go(page, "/w/sample-desk/search?q=call", "Suche") },
  { name: "the desk's claims", open: (page) => go(page, "/w/sample-desk/claims", "Behauptungen") },
  { name: "the review queue", open: (page) => go(page, "/w/sample-desk/reviews", "Gegenlesen") },
  { name: "the figures", open: (page) => go(page, "/w/sample-desk/figures", "Zahlen") },
  { name: "starting one's own desk", open: (page) => go(page, "/w/sample-desk/own-desk", "Eigenen Desk beginnen") },
  {
    name: "an address with nothing behind it",
    open: (page) => go(page, "/w/sample-desk/articles/none", "Hier ist nichts"),
  },
]

test("every screen is German, and fits into a wide and a narrow window", async ({ as }) => {
  test.slow()
  const page = await as("owner")
  await openArticles(page)
  await speakGerman(page)
  for (const screen of SCREENS) {
    await test.step(screen.name, async () => {
      await page.setViewportSize(WIDE)
      await screen.open(page)
      await expect.poll(() => outgrown(page)).toEqual([])
      await page.setViewportSize(NARROW)
      await expect.poll(() => outgrown(page)).toEqual([])
    })
  }
})

/**
 * What is wider than its place: the page than its window, our own words than their button, a heading than the room it
 * shares. An ellipsis is for an article's title, which a pointer over it shows whole, and not for our words.
 */
function outgrown(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const shown = (selector: string) =>
      [...document.querySelectorAll<HTMLElement>(selector)].filter(
        (element) => element.checkVisibility() && element.getBoundingClientRect().width > 1,
      )
    const isCutTitle = (element: HTMLElement) =>
      element.tagName === "H1" && element.title === element.innerText && element.clientWidth > 200
    const wider = shown("button, label, legend, th, h1, h2, h3, [role=tab], nav a").filter(
      (element) => element.scrollWidth > element.clientWidth + 1 && element.clientWidth > 0 && !isCutTitle(element),
    )
    const beyond = shown("button, input, h1, h2, h3, p").filter(
      (element) => element.getBoundingClientRect().right > window.innerWidth + 1,
    )
    const whole = document.documentElement.scrollWidth > window.innerWidth ? ["the page"] : []
    return [...whole, ...[...wider, ...beyond].map((element) => `${element.tagName} ${element.innerText}`)]
  })
}

async function germanPage(browser: Browser, locale: string): Promise<Page> {
  const context = await browser.newContext({ locale })
  return context.newPage()
}

async function speakGerman(page: Page): Promise<void> {
  await page.getByRole("button", { name: /^Account of/ }).click()
  await page.getByRole("menuitemradio", { name: "Deutsch" }).click()
  await expect(page.getByRole("navigation", { name: "Hauptmenü" })).toBeVisible()
  await expect(page.locator("html")).toHaveAttribute("lang", /^de/)
}

/** With the form that changes it. */
async function openSource(page: Page): Promise<void> {
  await page.goto("/w/sample-desk/sources?sort=cited")
  await page.getByRole("table").getByRole("link").first().click()
  await page.getByRole("button", { name: "Bearbeiten" }).click()
  await expect(page.getByRole("form", { name: "Quelle bearbeiten" })).toBeVisible()
}

/** With words of it selected. */
async function openText(page: Page): Promise<void> {
  await page.goto(await addressOfText(["Die Brücke ist gesperrt.", "Sie kostete 12,4 Millionen Euro."], 1))
  await expect(async () => {
    await page.reload()
    await expect(page.locator("mark")).toHaveText("Die Brücke ist gesperrt.", { timeout: 2_000 })
  }).toPass()
  await page.getByText("Sie kostete").selectText()
  await expect(page.getByRole("region", { name: "Ausgewählte Wörter" })).toContainText("Abs. 2")
}

async function openBell(page: Page): Promise<void> {
  await go(page, "/w/sample-desk/sources", "Quellen")
  await page.getByRole("button", { name: /^Benachrichtigungen/ }).click()
  await expect(page.getByRole("menu")).toBeVisible()
}

/** A new source with its file, a contact with its recording, a sum: below each other, as they stand beside a claim. */
async function openForms(page: Page): Promise<void> {
  const articleId = await importMarkdown("# Die Maut\n\nDie Maut betrug 3,2 Millionen Euro im Jahr.")
  await markAll(articleId, ["3,2 Millionen Euro"])
  await page.goto(`${addressOf(articleId)}?claim=1`)
  await page
    .getByRole("region", { name: "Quellen" })
    .getByRole("button", { name: /^Hinzufügen/ })
    .click()
  await page.getByRole("combobox", { name: "Quelle" }).fill("Protokoll, das niemand hat")
  await page.getByRole("option", { name: /Neue Quelle/ }).click()
  await page.getByRole("button", { name: /^Anfrage festhalten/ }).click()
  await expect(page.getByLabel("Aufnahme oder Brief")).toBeAttached()
  await page.getByRole("button", { name: /^Berechnung hinzufügen/ }).click()
  await expect(page.getByRole("form", { name: "Neue Berechnung" })).toBeVisible()
}

async function openGalley(page: Page): Promise<void> {
  await page.goto(await addressOfSample(MOSCOW))
  await expect(page.getByRole("textbox", { name: /^Artikeltext/ })).toBeVisible()
}

async function openClaim(page: Page): Promise<void> {
  await page.goto(`${await addressOfSample(MOSCOW)}?claim=1`)
  await expect(page.getByRole("heading", { name: "Behauptung 1", exact: true })).toBeVisible()
  await expect(page.getByRole("textbox", { name: /^Artikeltext/ })).toBeVisible()
}

async function openDetails(page: Page): Promise<void> {
  await openGalley(page)
  await page.getByRole("button", { name: "Mehr", exact: true }).click()
  await page.getByRole("menuitem", { name: /^Angaben/ }).click()
  await expect(page.getByRole("dialog").getByLabel("Ressort")).toBeVisible()
}

async function openBoard(page: Page): Promise<void> {
  await go(page, `${await addressOfSample(MOSCOW)}/board`, "Übersicht: A call to Moscow")
}

async function openRevisions(page: Page): Promise<void> {
  await go(page, `${await addressOfSample(MOSCOW)}/revisions`, "Fassungen: A call to Moscow")
  await page.getByRole("button", { name: "Neuer Text …" }).click()
  await expect(page.getByRole("dialog", { name: "Ein neuer Text" })).toBeVisible()
}

async function openFixes(page: Page): Promise<void> {
  await go(page, `${await addressOfSample(MOSCOW)}/fixes`, "Korrekturen: A call to Moscow")
}
