// @ts-check
/** Every picture of docs/screens/: its name, who looks, how, and how to get there. A new one is one line. */
import {
  bell,
  board,
  button,
  claimForms,
  details,
  fixes,
  editSource,
  finalCheck,
  firstSource,
  goOffline,
  goSignedOut,
  importFiles,
  onPaper,
  overlapMenu,
  reading,
  refuse,
  revisions,
  rowMenu,
  unfold,
  without,
} from "./screens-acts.mjs"

/**
 * @typedef {object} Place
 * @property {import("@playwright/test").Page} page
 * @property {string} url
 * @property {import("./screens-articles.mjs").Articles} articles
 */

/**
 * @typedef {object} Screen
 * @property {string} name
 * @property {string} [role]
 * @property {"light" | "dark"} [scheme]
 * @property {"forced"} [colours] in the colours that a person has chosen for everything
 * @property {number} [sharp] pixels of the screen to one of the page: 2 when it is looked at in 200 %
 * @property {string} [language]
 * @property {{ width: number, height: number }} [size]
 * @property {"page"} [whole] the page at its whole length
 * @property {(place: Place) => Promise<void>} open
 */

const NARROW = { size: { width: 360, height: 740 } }
const WIDE = { size: { width: 2560, height: 1440 } }
/** Long enough for all that can be typed of a claim. */
const TALL = { size: { width: 1440, height: 2600 } }
/** A window of 1440 × 900, looked at in 200 %. */
const ZOOMED = { size: { width: 720, height: 450 }, sharp: 2 }
const FORCED = /** @type {const} */ ({ colours: "forced" })
const DARK = /** @type {const} */ ({ scheme: "dark" })
const GERMAN = { language: "de-DE" }
const SHEET = { size: { width: 794, height: 1123 } }

const DESK = "/w/sample-desk"

/** @param {string} path */
const at =
  (path) =>
  /** @param {Place} place */
  async ({ page, url }) => {
    await page.goto(url + path)
    await page.waitForLoadState("networkidle")
  }

/** The galley of a sample article, by a word of its title. @param {string} [query] @param {string} [word] */
const galley =
  (query = "", word = "Moscow") =>
  /** @param {Place} place */
  async (place) => {
    const { page } = place
    await at(`${DESK}/articles?q=${word}`)(place)
    const link = page
      .getByRole("table")
      .getByRole("link", { name: new RegExp(word) })
      .first()
    await page.goto(place.url + (await link.getAttribute("href")) + query)
    await inGalley(page)
  }

/** The galley of an article made for the pictures. @param {keyof Place["articles"]} name */
const galleyOf =
  (name, query = "") =>
  /** @param {Place} place */
  async ({ page, url, articles }) => {
    await page.goto(`${url}${DESK}/articles/${articles[name]}${query}`)
    await inGalley(page)
  }

/** @param {import("@playwright/test").Page} page */
async function inGalley(page) {
  await page.locator(".galley-text[role=textbox]").waitFor()
  await page.waitForLoadState("networkidle")
}

/** Goes somewhere, then does something there. @param {Screen["open"]} open @param {(place: Place) => Promise<unknown>} act */
const then = (open, act) => /** @param {Place} place */ async (place) => {
  await open(place)
  await act(place)
}

/** @param {string} key */
const press =
  (key) =>
  /** @param {Place} place */ ({ page }) =>
    page.keyboard.press(key)

/** @type {Screen[]} */
export const SCREENS = [
  { name: "door", open: at("/sign-in") },
  { name: "door-dark", ...DARK, open: at("/sign-in") },
  { name: "door-narrow", ...NARROW, open: at("/sign-in") },
  { name: "door-german", ...GERMAN, open: at("/sign-in") },
  { name: "door-refused", open: then(at("/sign-in"), refuse) },

  { name: "articles", role: "editor", open: at(`${DESK}/articles`) },
  { name: "articles-dark", role: "editor", ...DARK, open: at(`${DESK}/articles`) },
  { name: "articles-narrow", role: "editor", ...NARROW, open: at(`${DESK}/articles`) },
  { name: "articles-german", role: "editor", ...GERMAN, open: at(`${DESK}/articles`) },
  { name: "articles-wide", role: "editor", ...WIDE, open: at(`${DESK}/articles`) },
  { name: "articles-none-found", role: "editor", open: at(`${DESK}/articles?q=zzzz`) },
  { name: "articles-archived", role: "editor", open: at(`${DESK}/articles?show=archived`) },
  { name: "articles-menu", role: "editor", open: then(at(`${DESK}/articles`), rowMenu) },
  { name: "articles-imports", role: "editor", open: then(at(`${DESK}/articles`), importFiles) },
  { name: "articles-imports-narrow", role: "editor", ...NARROW, open: then(at(`${DESK}/articles`), importFiles) },
  { name: "articles-paste", role: "editor", open: then(at(`${DESK}/articles`), button("Paste text")) },
  { name: "articles-link", role: "editor", open: then(at(`${DESK}/articles`), button("Import a link")) },

  { name: "galley", role: "checker", open: galley() },
  { name: "galley-claim", role: "checker", open: galley("?claim=5") },
  { name: "galley-claim-dark", role: "checker", ...DARK, open: galley("?claim=5") },
  { name: "galley-claim-german", role: "checker", ...GERMAN, open: galley("?claim=5") },
  { name: "galley-approved", role: "editor", open: galley("?claim=1") },
  { name: "galley-open", role: "checker", open: galley("?claim=15") },
  { name: "galley-narrow", role: "checker", ...NARROW, open: galley() },
  { name: "galley-narrow-claim", role: "checker", ...NARROW, open: galley("?claim=5") },
  { name: "galley-middle", role: "checker", size: { width: 900, height: 800 }, open: galley("?claim=5") },
  { name: "galley-wide", role: "checker", ...WIDE, open: galley("?claim=5") },
  { name: "galley-zoomed", role: "checker", ...ZOOMED, open: galley() },
  { name: "galley-zoomed-claim", role: "checker", ...ZOOMED, open: galley("?claim=5") },
  { name: "galley-forced-colours", role: "checker", ...FORCED, open: galley("?claim=5") },
  { name: "galley-empty", role: "checker", open: galleyOf("empty") },
  { name: "galley-overlapping", role: "checker", open: galleyOf("overlapping", "?claim=4") },
  { name: "galley-overlapping-menu", role: "checker", open: then(galleyOf("overlapping"), overlapMenu) },
  { name: "galley-long-words", role: "checker", open: galleyOf("long", "?claim=1") },
  { name: "galley-long-words-narrow", role: "checker", ...NARROW, open: galleyOf("long") },
  { name: "galley-arabic", role: "checker", open: galleyOf("arabic", "?claim=1") },
  { name: "galley-offline", role: "checker", open: then(galleyOf("empty"), goOffline) },
  { name: "galley-signed-out", role: "checker", open: then(galleyOf("empty"), goSignedOut) },
  { name: "galley-forms", role: "checker", ...TALL, open: then(galleyOf("empty"), claimForms) },
  { name: "galley-forms-dark", role: "checker", ...{ ...TALL, ...DARK }, open: then(galleyOf("empty"), claimForms) },
  { name: "galley-author", role: "author", open: galley("?claim=5", "tomato") },
  { name: "export", role: "editor", open: then(then(galley(), button("Export")), without("Writing the preview")) },
  { name: "details", role: "editor", open: then(galley(), details) },
  { name: "details-dark", role: "editor", ...DARK, open: then(galley(), details) },
  { name: "details-narrow", role: "editor", ...NARROW, open: then(galley(), details) },
  { name: "proof", role: "editor", ...SHEET, whole: "page", open: then(galley(), onPaper) },
  { name: "proof-arabic", role: "editor", ...SHEET, open: then(galleyOf("arabic"), onPaper) },

  { name: "board", role: "checker", whole: "page", open: then(galley(), board) },
  { name: "board-dark", role: "checker", ...DARK, open: then(galley(), board) },
  { name: "board-narrow", role: "checker", ...NARROW, whole: "page", open: then(galley(), board) },
  { name: "board-german", role: "checker", ...GERMAN, open: then(galley(), board) },
  { name: "fixes-empty", role: "checker", open: then(galley(), fixes) },
  { name: "board-empty", role: "checker", open: then(galleyOf("empty"), board) },
  { name: "board-long-words-narrow", role: "checker", ...NARROW, open: then(galleyOf("long"), board) },
  { name: "board-arabic", role: "checker", open: then(galleyOf("arabic"), board) },

  { name: "revisions", role: "checker", open: then(galleyOf("revised"), revisions()) },
  { name: "revisions-only-one", role: "checker", open: then(galley(), revisions()) },
  { name: "revisions-narrow", role: "checker", ...NARROW, whole: "page", open: then(galleyOf("revised"), revisions()) },
  { name: "revisions-compared", role: "checker", open: then(galleyOf("revised"), revisions("?from=1&to=2")) },
  {
    name: "revisions-compared-dark",
    role: "checker",
    ...DARK,
    open: then(galleyOf("revised"), revisions("?from=1&to=2")),
  },
  {
    name: "revisions-compared-narrow",
    role: "checker",
    ...{ ...NARROW, whole: "page" },
    open: then(galleyOf("revised"), revisions("?from=1&to=2")),
  },
  { name: "revisions-german", role: "checker", ...GERMAN, open: then(galleyOf("revised"), revisions("?from=1&to=2")) },
  {
    name: "revisions-new-text",
    role: "checker",
    open: then(then(galleyOf("revised"), revisions()), button("New text")),
  },
  {
    name: "final-check",
    role: "viewer",
    whole: "page",
    open: then(then(galleyOf("revised"), revisions()), finalCheck),
  },

  { name: "review", role: "editor", open: at(`${DESK}/reviews`) },
  { name: "review-dark", role: "editor", ...DARK, open: at(`${DESK}/reviews`) },
  { name: "review-narrow", role: "editor", ...NARROW, whole: "page", open: at(`${DESK}/reviews`) },
  { name: "review-german", role: "editor", ...GERMAN, open: at(`${DESK}/reviews`) },
  { name: "review-zoomed", role: "editor", ...ZOOMED, open: at(`${DESK}/reviews`) },
  { name: "review-wide", role: "editor", ...WIDE, open: at(`${DESK}/reviews`) },
  { name: "review-list", role: "editor", open: at(`${DESK}/reviews?view=list`) },
  { name: "review-forced-colours", role: "editor", ...FORCED, open: at(`${DESK}/reviews?view=list`) },
  { name: "review-next", role: "editor", open: then(at(`${DESK}/reviews`), press("j")) },

  { name: "claims", role: "editor", open: at(`${DESK}/claims`) },
  { name: "claims-dark", role: "editor", ...DARK, open: at(`${DESK}/claims`) },
  { name: "claims-narrow", role: "editor", ...NARROW, open: at(`${DESK}/claims`) },
  { name: "claims-german", role: "editor", ...GERMAN, open: at(`${DESK}/claims`) },
  { name: "claims-forced-colours", role: "editor", ...FORCED, open: at(`${DESK}/claims`) },
  { name: "claims-none-found", role: "editor", open: at(`${DESK}/claims?q=zzzz`) },

  { name: "earlier-checks", role: "editor", open: at(`${DESK}/claims/earlier`) },
  { name: "search", role: "editor", open: at(`${DESK}/search?q=call`) },
  { name: "search-dark", role: "editor", ...DARK, open: at(`${DESK}/search?q=call`) },
  { name: "search-narrow", role: "editor", ...NARROW, open: at(`${DESK}/search?q=call`) },
  { name: "search-none-found", role: "editor", open: at(`${DESK}/search?q=zzzz`) },

  { name: "sources", role: "editor", open: at(`${DESK}/sources`) },
  { name: "sources-dark", role: "editor", ...DARK, open: at(`${DESK}/sources`) },
  { name: "sources-narrow", role: "editor", ...NARROW, open: at(`${DESK}/sources`) },
  { name: "sources-german", role: "editor", ...GERMAN, open: at(`${DESK}/sources`) },
  { name: "sources-none-found", role: "editor", open: at(`${DESK}/sources?q=zzzz`) },
  { name: "sources-add", role: "editor", open: then(at(`${DESK}/sources`), button("Add a source")) },
  { name: "source", role: "editor", open: then(at(`${DESK}/sources?sort=cited`), firstSource) },
  { name: "source-edit", role: "editor", whole: "page", open: then(at(`${DESK}/sources?sort=cited`), editSource) },
  { name: "source-narrow", role: "viewer", ...NARROW, open: then(at(`${DESK}/sources?sort=cited`), firstSource) },

  { name: "reading", role: "editor", open: then(at(`${DESK}/sources`), reading) },
  { name: "reading-dark", role: "editor", ...DARK, open: then(at(`${DESK}/sources`), reading) },
  { name: "reading-narrow", role: "editor", ...NARROW, open: then(at(`${DESK}/sources`), reading) },
  { name: "bell", role: "checker", open: then(at(`${DESK}/articles`), bell) },

  { name: "figures", role: "editor", whole: "page", open: charts("") },
  { name: "figures-dark", role: "editor", ...DARK, whole: "page", open: charts("?period=7") },
  { name: "figures-narrow", role: "editor", ...NARROW, whole: "page", open: charts("") },
  { name: "figures-german", role: "editor", ...GERMAN, whole: "page", open: charts("") },
  { name: "figures-tables", role: "editor", whole: "page", open: then(charts("?period=7"), unfold) },
  { name: "figures-none", role: "editor", open: at(`${DESK}/figures?section=zzzz`) },

  { name: "keys", role: "checker", open: then(galley(), press("?")) },
  { name: "palette", role: "checker", open: then(then(galley(), press("Control+k")), without("Looking")) },
  { name: "own-desk", role: "owner", open: at(`${DESK}/own-desk`) },
  { name: "not-found", role: "editor", open: at(`${DESK}/articles/none`) },
]

/** The figures once their charts are there. @param {string} query */
function charts(query) {
  return then(at(`${DESK}/figures${query}`), ({ page }) => page.getByRole("img").locator("svg").first().waitFor())
}
