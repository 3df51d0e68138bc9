/** How articles come in: many files of many kinds at once, with questions; a page by its link; formatted text. */
import { createServer, type Server } from "node:http"
import type { Page } from "@playwright/test"
import { docx } from "../lib/document/word/testing/docx"
import { addressOf, importMarkdown, markAll } from "./support/api"
import { myDesk, webPortOf } from "./support/desks"
import { expect, expectAccessible, galleyText, importArticle, listens, openArticles, test } from "./support/test"

const LIST = "/w/sample-desk/articles"
const SENTENCES = Array.from(
  { length: 14 },
  (_, at) => `In town ${at} the council spent ${at + 3} million on new trams.`,
)

let web: Server
const page = `<!doctype html><title>A bridge in red</title><article><h1>A bridge in red</h1>${SENTENCES.map((words) => `<p>${words} Nobody had asked for them, said the paper.</p>`).join("")}</article>`

test.beforeAll(async () => {
  web = createServer(({ url = "" }, answer) => {
    const isThere = url.startsWith("/bridge")
    answer.writeHead(isThere ? 200 : 404, { "content-type": "text/html; charset=utf-8" }).end(isThere ? page : "gone")
  })
  await new Promise<void>((resolve) => web.listen(webPortOf(myDesk()), "127.0.0.1", resolve))
})
test.afterAll(() => new Promise((resolve) => void web.close(resolve)))

const run = (words: string) => `<w:r><w:t xml:space="preserve">${words}</w:t></w:r>`

/** Two tracked changes: a word for another one, and a sentence at the end. */
const tracked = (title: string) =>
  docx({
    body:
      `<w:p><w:pPr><w:pStyle w:val="Title"/></w:pPr>${run(title)}</w:p><w:p>${run("The tram cost ")}` +
      '<w:del w:id="1" w:author="Ann Author"><w:r><w:delText>five</w:delText></w:r></w:del>' +
      `<w:ins w:id="2" w:author="Ann Author">${run("six")}</w:ins>${run(" million in the end.")}` +
      `<w:ins w:id="3" w:author="Bea Editor">${run(" It was late.")}</w:ins></w:p>`,
  })

const about = (id: number, words: string) =>
  `<w:commentRangeStart w:id="${id}"/>${run(words)}<w:commentRangeEnd w:id="${id}"/><w:r><w:commentReference w:id="${id}"/></w:r>`
const comment = (id: number, words: string) =>
  `<w:comment w:id="${id}" w:author="Ann Author" w:date="2024-11-15T10:00:00"><w:p>${run(words)}</w:p></w:comment>`

/** Two comments on words of it, and one on none. */
const commented = (title: string) =>
  docx({
    body:
      `<w:p><w:pPr><w:pStyle w:val="Title"/></w:pPr>${run(title)}</w:p>` +
      `<w:p>${about(0, "The ferry opened in 1931.")}${run(" It has ")}${about(1, "two decks")}${run(".")}</w:p>`,
    comments:
      comment(0, "From the register: https://example.org/port") +
      comment(1, "Since when?") +
      comment(2, "Ask the crew."),
  })

const file = (name: string, content: string | Buffer) => ({
  name,
  mimeType: "application/octet-stream",
  buffer: Buffer.from(content),
})

/** Paragraphs that share no words with the trams. */
const letters = (stamp: number) =>
  Array.from(
    { length: 14 },
    (_, at) => `<p>On day ${at} its readers wrote ${at + stamp} letters, most of them kind.</p>`,
  ).join("")

const imports = (page: Page) => page.getByRole("region", { name: "Imports" })
const row = (page: Page, name: string) => imports(page).getByRole("listitem").filter({ hasText: name })

test("files of every kind go in at once; each has its result, and what could mean more than one thing is asked", async ({
  as,
}) => {
  const page = await as("checker")
  const stamp = Date.now()
  const report = SENTENCES.map((words) => words.replace("trams", `trams of ${stamp}`)).join(" ")
  await importArticle(page, `Trams cost more ${stamp}\n\n${report}`)
  await openArticles(page)
  await page
    .getByLabel("Choose files to import")
    .setInputFiles([
      file(
        "page.html",
        `<title>A page of ${stamp}</title><article><h1>A page of ${stamp}</h1>${letters(stamp)}</article>`,
      ),
      file("tracked.docx", tracked(`A tram of ${stamp}`)),
      file("commented.docx", commented(`A ferry of ${stamp}`)),
      file("broken.docx", "this is no Word file"),
      file("edited.txt", `Trams cost more ${stamp}\n\n${report.replace("In town 3", "In village 3")}`),
    ])
  const status = imports(page).getByRole("status")
  await expect(status).toContainText("2 articles imported, 2 wait for your answer, 1 refused.")
  await expect(row(page, "page.html")).toContainText("Imported")
  await expect(row(page, "broken.docx")).toContainText("Refused")
  const came = row(page, "commented.docx").getByRole("link", { name: "3 remarks came with it" })
  const remarks = (await came.getAttribute("href")) ?? ""
  await expectAccessible(page)

  // What waits for an answer is still asked after a reload.
  await page.reload()
  await expect(status).toContainText("2 wait for your answer")
  const edited = row(page, "edited.txt")
  await expect(edited).toContainText(`It has the title of “Trams cost more ${stamp}”, which is here already.`)
  await edited.getByRole("button", { name: "New text of that article" }).press("Enter")
  await expect(edited).toContainText("New text")
  await expect(edited).toBeFocused()

  const word = row(page, "tracked.docx")
  await expect(word).toContainText("2 tracked changes are in it.")
  await word.getByRole("button", { name: "Look at each" }).press("Enter")
  const dialog = page.getByRole("dialog", { name: "Tracked changes in tracked.docx" })
  await expect(dialog.getByRole("checkbox")).toHaveCount(2)
  await expect(dialog.getByRole("deletion")).toHaveText("five")
  await expectAccessible(page)
  await dialog.getByRole("checkbox").last().uncheck()
  await expect(dialog.getByRole("status")).toHaveText("1 of 2 accepted")
  await dialog.getByRole("button", { name: "Import it so" }).click()
  await word.getByRole("link", { name: `A tram of ${stamp}` }).click()
  await expect(galleyText(page)).toContainText("The tram cost six million in the end.")
  await expect(galleyText(page)).not.toContainText("It was late")

  // What came with a file waits beside its article, and is decided by keys.
  await page.goto(remarks)
  await listens(page)
  await decideByKeys(page)
})

async function decideByKeys(page: Page): Promise<void> {
  const open = page.getByRole("region", { name: "What came with the file" }).getByRole("listitem")
  await expect(open).toHaveCount(3)
  await page.keyboard.press("?")
  const sheet = page.getByRole("dialog")
  await expect(sheet).toContainText("Make a fact of the remark")
  await expect(sheet).not.toContainText("Mark the selected words")
  await page.keyboard.press("Escape")
  await expect(sheet).toBeHidden()

  await page.keyboard.press("j")
  await expect(page.getByRole("link", { name: "The ferry opened in 1931." })).toBeFocused()
  await page.keyboard.press("h")
  const decided = page.getByRole("region", { name: "Decided" }).getByRole("listitem")
  await expect(decided.filter({ hasText: "From the register" }).getByRole("link", { name: "Claim 1" })).toBeVisible()
  await expect(open).toHaveCount(2)
  await expect(page.getByRole("link", { name: "two decks" })).toBeFocused()
  await page.keyboard.press("q")
  await expect(decided.filter({ hasText: "Since when?" }).getByRole("link", { name: "two decks" })).toHaveAttribute(
    "href",
    /[?]sentence=\d+$/,
  )
  await expect(open.getByRole("link", { name: "Beside no words" })).toBeFocused()
  await page.keyboard.press("l")
  await expect(open).toHaveCount(0)
  await page.keyboard.press("z")
  await expect(open).toHaveCount(1)
  await expect(open).toContainText("Ask the crew.")
  await expectAccessible(page)
}

test("a page comes in by its link; one that can't be fetched says why, and is pasted with its formatting", async ({
  as,
}) => {
  const page = await as("checker")
  await openArticles(page)
  const site = `http://127.0.0.1:${webPortOf(myDesk())}`
  const stamp = Date.now()
  await page.getByRole("button", { name: "Import a link" }).click()
  const link = page.getByRole("dialog", { name: "Import a link" })
  await link.getByLabel("Address of the page").fill(`${site}/gone?${stamp}`)
  await link.getByRole("button", { name: "Import", exact: true }).click()
  await expect(link.getByRole("alert")).toContainText(
    "There is no page at this address any more; 127.0.0.1 answered 404.",
  )
  await expectAccessible(page)
  await link.getByRole("button", { name: "Paste its text instead" }).click()

  const paste = page.getByRole("dialog", { name: "Paste an article" })
  await expect(paste.getByLabel("Where it stands")).toHaveValue(`${site}/gone?${stamp}`)
  await paste.getByLabel("Text", { exact: true }).focus()
  await pasteInto(
    page,
    `<h1>Pasted ${stamp}</h1><p>He said <b>no</b> to it.</p><script>document.title = "taken"</script>`,
    `Pasted ${stamp}\n\nHe said no to it.`,
  )
  await expect(paste.getByRole("radio", { name: "As formatted" })).toBeChecked()
  await paste.getByRole("button", { name: "Import", exact: true }).click()
  await expect(galleyText(page).locator("strong")).toHaveText("no")
  expect(await page.title()).not.toContain("taken")

  // An address that is pasted where text belongs is offered to be fetched.
  await page.goto(LIST)
  await page.getByRole("button", { name: "Paste text" }).click()
  await paste.getByLabel("Text", { exact: true }).fill(`${site}/bridge?${stamp}`)
  await paste.getByRole("button", { name: "Import the page" }).click()
  await expect(link.getByLabel("Address of the page")).toHaveValue(`${site}/bridge?${stamp}`)
  await link.getByRole("button", { name: "Import", exact: true }).click()
  await expect(page).toHaveURL(/articles\/[0-9a-f-]{36}/)
  await expect(galleyText(page)).toContainText("In town 13 the council spent 16 million on new trams.")
})

/** Pastes as a browser does with what another page has copied. */
async function pasteInto(page: Page, html: string, text: string): Promise<void> {
  await page.evaluate(
    ([html, text]) => {
      const field = document.activeElement as HTMLTextAreaElement
      const clipboardData = new DataTransfer()
      clipboardData.setData("text/html", html ?? "")
      clipboardData.setData("text/plain", text ?? "")
      const isOpen = field.dispatchEvent(
        new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }),
      )
      if (isOpen) document.execCommand("insertText", false, text)
    },
    [html, text],
  )
}

test("a bundle that is dropped on the list brings its claims, each on its words", async ({ as }) => {
  const id = await importMarkdown("# The lock is shut\n\nThe lock opened in 1931, the keeper says. It is shut now.\n")
  await markAll(id, ["opened in 1931", "It is shut now."])
  const editor = await as("editor")
  const bundle = await editor.request.get(`${addressOf(id)}/export?format=bundle&profile=internal&download=1`)
  const page = await as("checker")
  await openArticles(page)
  const bytes = (await bundle.body()).toString("base64")
  await page.evaluate((packed) => {
    const dataTransfer = new DataTransfer()
    dataTransfer.items.add(
      new File([Uint8Array.from(atob(packed), (one) => one.charCodeAt(0))], "the-lock-is-shut.zip"),
    )
    window.dispatchEvent(new DragEvent("drop", { dataTransfer, cancelable: true }))
  }, bytes)
  const dropped = row(page, "the-lock-is-shut.zip")
  await dropped.getByRole("button", { name: "An article of its own" }).click()
  await expect(dropped).toContainText("Its claims came along")
  await dropped.getByRole("link", { name: "The lock is shut" }).click()
  await expect(galleyText(page).locator(".claim-mark")).toHaveText(["opened in 1931", "It is shut now."])
})
