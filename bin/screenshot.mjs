// @ts-check
/**
 * `npm run screenshot`: takes docs/screenshot.png from a running Stet with the sample desk, so that the picture in the
 * README can't drift from the app. Signs in with the accounts that `npm start` has left in demo.json.
 */
import { chromium } from "@playwright/test"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { findChromium } from "./house/chromium.mjs"
import { openDataFolder, readPrivate } from "./house/data-folder.mjs"
import { Problem, report } from "./house/problem.mjs"

const root = fileURLToPath(new URL("..", import.meta.url))

const PICTURE = join(root, "docs/screenshot.png")

/** The sample article, and a claim of it that waits for a second look at its second round. */
const ARTICLE = "A call to Moscow: the chancellor breaks a two-year silence"
const CLAIM = 5

/** @typedef {import("./house/sample-desk.mjs").Demo} Demo */

try {
  await takePicture(demo())
  console.log(`Wrote ${PICTURE}`)
} catch (error) {
  process.exitCode = report(error)
}

/** @returns {Demo} */
function demo() {
  /** @type {Demo | undefined} */
  const found = readPrivate(openDataFolder(process.env.STET_DATA), "demo.json")
  if (!found) throw new Problem("There is no sample desk here. Start Stet with npm start, then take the picture.")
  return found
}

/** @param {Demo} demo */
async function takePicture({ url, accounts }) {
  const editor = accounts.find(({ role }) => role === "editor")
  if (!editor) throw new Problem("The sample desk has no editor.")
  // Chromium's sandbox does not work for root.
  const args = process.getuid?.() === 0 ? ["--no-sandbox"] : []
  const browser = await chromium.launch({ executablePath: await findChromium(root), args })
  try {
    const viewport = { width: 1440, height: 900 }
    const page = await browser.newPage({ viewport, locale: "en-GB", colorScheme: "light", reducedMotion: "reduce" })
    await signIn(page, url, editor)
    await openGalley(page)
    await page.screenshot({ path: PICTURE })
  } finally {
    await browser.close()
  }
}

/**
 * @param {import("@playwright/test").Page} page
 * @param {string} url
 * @param {{ email: string, password: string }} account
 */
async function signIn(page, url, { email, password }) {
  await page.goto(`${url}/sign-in`)
  await page.getByLabel("E-mail").fill(email)
  await page.getByLabel("Password", { exact: true }).fill(password)
  await page.getByRole("button", { name: "Sign in" }).click()
  await page.waitForURL(/\/articles/)
}

/** @param {import("@playwright/test").Page} page */
async function openGalley(page) {
  await page.getByRole("link", { name: ARTICLE }).first().click()
  await page.waitForURL(/\/articles\/[0-9a-f-]{36}/)
  await page.goto(`${page.url().replace(/\?.*$/, "")}?claim=${CLAIM}`)
  await page.getByRole("textbox", { name: "Article text" }).waitFor()
  await page.evaluate(async () => {
    await document.fonts.ready
  })
  await page.waitForLoadState("networkidle")
}
