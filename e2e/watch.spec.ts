/** Pages of a web of our own: they fill a source in; and the watch: a page changes, and what rests on it is flagged where its passage is not what it was, until somebody has looked. */
import { createServer, type Server } from "node:http"
import { addressOf, ask, importMarkdown, markAll } from "./support/api"
import { myDesk, webPortOf } from "./support/desks"
import { expect, expectAccessible, test } from "./support/test"

const OPENED = "The old bridge was opened to the public in the spring of 1931."
const PAINTED = "It was painted red in 1952, and every twelve years since that time."
const COSTS = "A new coat costs nine million, more than the whole bridge cost when it was built."
const REST = "The council has asked three companies from the region for an offer, and will decide in May."

let web: Server
let visits = 0
let opened = OPENED

/** A counter and an advertisement differ at each visit, the passages only where the test says so. */
const page = () =>
  `<!doctype html><title>A bridge in red</title><aside>Visit ${visits}</aside><article><h1>A bridge in red</h1>${[
    opened,
    PAINTED,
    COSTS,
    REST,
  ]
    .map((words) => `<p>${words}</p>`)
    .join("")}</article>`

/** What the catalogue of works knows, and how a page tells who made it. */
const WORK = {
  title: ["Bridges in red"],
  author: [{ given: "Ann", family: "Lee" }],
  "container-title": ["Journal of Bridges"],
  published: { "date-parts": [[2024, 3, 9]] },
  type: "journal-article",
}
const BOOK = { title: "Paint on steel", authors: [{ name: "Bo Roe" }], publishers: [{ name: "Arden Press" }] }
const NEWS = `<!doctype html><title>A bridge in blue | The Gazette</title><meta property="og:site_name" content="The Gazette">
  <meta name="author" content="Ann Lee"><meta property="article:published_time" content="2024-05-01T08:00:00Z"><p>It is blue.</p>`

/** Of other addresses than these it knows nothing. */
const CATALOGUES: [part: string, type: string, body: string][] = [
  ["/crossref/works/10.1000%2Fbridges", "application/json", JSON.stringify({ message: WORK })],
  ["/library/api/books?bibkeys=ISBN:9783161484100", "application/json", JSON.stringify({ "ISBN:9783161484100": BOOK })],
  ["/news", "text/html", NEWS],
]

test.beforeAll(async () => {
  web = createServer(({ url = "" }, answer) => {
    const known = CATALOGUES.find(([part]) => url.startsWith(part))
    if (known) return answer.writeHead(200, { "content-type": known[1] }).end(known[2])
    if (url.startsWith("/crossref")) return answer.writeHead(url.includes("busy") ? 503 : 404).end()
    visits += 1
    answer.writeHead(200, { "content-type": "text/html; charset=utf-8" }).end(page())
  })
  await new Promise<void>((resolve) => web.listen(webPortOf(myDesk()), "127.0.0.1", resolve))
})
test.afterAll(() => new Promise((resolve) => void web.close(resolve)))

/** Three claims of one article on one page, of which the third quotes another passage. */
async function resting() {
  const title = `A bridge in red ${Date.now()}`
  const url = `http://127.0.0.1:${webPortOf(myDesk())}/bridge-${Date.now()}`
  const source = await ask<{ id: string }>("checker", "POST", "/sources", { body: { title, url, kind: "news_report" } })
  const articleId = await importMarkdown(
    "# Looked at again\n\nOpened in 1931, they say.\n\nIn spring it was.\n\nRed since 1952 it is.\n",
  )
  const claims = await markAll(articleId, ["Opened in 1931", "In spring", "Red since 1952"])
  const excerpts = [OPENED, "opened to the public in the spring of 1931", PAINTED]
  for (const [at, { id }] of claims.entries()) {
    const evidence = { stance: "supports", excerpt: excerpts[at], sourceId: source.id }
    await ask("checker", "POST", `/claims/${id}/evidence`, { body: evidence })
  }
  return { title, articleId, address: `/w/sample-desk/sources/${source.id}` }
}

test("a page changes, and the two claims that rest on what has changed are flagged", async ({ as }) => {
  const { title, articleId, address } = await resting()
  const checker = await as("checker")
  await checker.goto(address)
  // It was fetched when it came into the ledger; once more it says the same, whatever its counter shows.
  const snapshots = checker.getByRole("list", { name: "Snapshots of the page" }).getByRole("listitem")
  await expect(async () => {
    await checker.reload()
    await expect(snapshots).toHaveCount(1)
  }).toPass()
  const page = checker.getByRole("region", { name: "The page" })
  const take = checker.getByRole("button", { name: "Take a snapshot now" })
  await take.click()
  await expect(snapshots).toHaveCount(2)
  await expect(page.getByText("Reachable")).toBeVisible()
  await expect(checker.getByText("Look again:")).toHaveCount(0)

  opened = OPENED.replace("1931", "1932")
  await take.click()
  await expect(snapshots).toHaveCount(3)
  await expect(page.getByText("Changed", { exact: true })).toBeVisible()
  const claims = checker.getByRole("list", { name: "Claims that rest on it" }).locator("> li")
  await expect(claims.filter({ hasText: "Look again:" })).toHaveCount(2)
  await expect(claims.filter({ hasText: "Red since 1952" })).not.toContainText("Look again:")
  await checker.getByRole("button", { name: "Compare these two" }).click()
  const difference = checker.getByRole("region", { name: "What differs between the two snapshots" })
  await expect(difference.getByRole("deletion")).toHaveText("1931")
  await expect(difference.getByRole("insertion")).toHaveText("1932")
  await expectAccessible(checker)

  // Archiving publicly asks first, and is left.
  await checker.getByRole("button", { name: "Archive publicly …" }).click()
  const dialog = checker.getByRole("dialog", { name: "Archive this page publicly?" })
  await expect(dialog).toContainText("it can tip off whom your research is about")
  await expectAccessible(checker)
  await dialog.getByRole("button", { name: "Cancel" }).click()

  // The bell tells it, and leads to the source, on which two claims of theirs rest.
  await checker.goto("/w/sample-desk/articles")
  await checker.getByRole("button", { name: /^Notifications, \d+ unread$/ }).click()
  const told = checker.getByRole("menuitem").filter({ hasText: title })
  await expect(told).toContainText("A page has changed that claims rest on")
  await expectAccessible(checker)
  await told.click()
  await expect(checker.getByRole("heading", { name: title, level: 1 })).toBeVisible()

  // In the list of all claims and in the galley; a person says that it still holds.
  await checker.goto("/w/sample-desk/claims?look=yes")
  await expect(checker.getByRole("row").filter({ hasText: "Opened in 1931" })).toContainText("Look again")
  await checker.goto(`${addressOf(articleId)}?claim=1`)
  const evidence = checker.getByRole("region", { name: "Sources" })
  await expect(evidence).toContainText("this passage is not found in it as it is cited")
  await expectAccessible(checker)
  await checker.getByRole("radio", { name: /^To look at/ }).check({ force: true })
  await expect(checker.getByRole("listbox").getByRole("option")).toHaveCount(2)
  await evidence.getByRole("button", { name: `Still holds ${title}` }).click()
  await expect(evidence).not.toContainText("Look again:")
  await expect(checker.getByRole("listbox").getByRole("option")).toHaveCount(1)
  await checker.reload()
  await expect(evidence).toContainText(title)
  await expect(evidence).not.toContainText("Look again:")
})

test("a pasted DOI, ISBN or address fills a source in, and what could not be reached is said there", async ({ as }) => {
  const checker = await as("checker")
  await checker.goto("/w/sample-desk/sources")
  await checker.getByRole("button", { name: "Add a source" }).click()
  const form = checker.getByRole("dialog", { name: "Add a source" })
  const field = (name: string) => form.getByLabel(name, { exact: true })
  const filled = async (title: string, author: string, publisher: string, on: string) => {
    await expect(field("Title")).toHaveValue(title)
    await expect(field("Author")).toHaveValue(author)
    await expect(field("Publisher")).toHaveValue(publisher)
    await expect(field("Published on")).toHaveValue(on)
    for (const name of ["Title", "Author", "Publisher", "Published on", "Address"]) await field(name).fill("")
  }
  await field("Title").fill("10.1000/busy")
  await form.getByRole("button", { name: "Fill in by its DOI" }).click()
  await expect(form.getByRole("alert").filter({ hasText: "503" })).toBeVisible()
  await expectAccessible(checker)
  await field("Title").fill("10.1000/unheard-of")
  await form.getByRole("button", { name: "Fill in by its DOI" }).click()
  await expect(form.getByText("Crossref knows no work of this DOI. Fill in the fields yourself.")).toBeVisible()
  await field("Title").fill("https://doi.org/10.1000/bridges")
  await form.getByRole("button", { name: "Fill in by its DOI" }).click()
  await filled("Bridges in red", "Ann Lee", "Journal of Bridges", "2024-03-09")
  await field("Title").fill("ISBN 978-3-16-148410-0")
  await form.getByRole("button", { name: "Fill in by its ISBN" }).click()
  await filled("Paint on steel", "Bo Roe", "Arden Press", "")
  await field("Address").fill(`http://127.0.0.1:${webPortOf(myDesk())}/news`)
  await form.getByRole("button", { name: "Fill in from the page" }).click()
  await filled("A bridge in blue", "Ann Lee", "The Gazette", "2024-05-01")
})
