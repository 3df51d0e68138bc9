// @ts-check
/**
 * `npm run screens`: takes a picture of every screen and state into docs/screens/, from a running Stet with the sample
 * desk. A new screen is a line in bin/house/screens.mjs. What a state needs and the desk does not have is made through
 * the REST API. `npm run screens -- galley` takes those whose names hold that word.
 */
import { chromium } from "@playwright/test"
import { mkdirSync } from "node:fs"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { findChromium } from "./house/chromium.mjs"
import { openDataFolder, readPrivate } from "./house/data-folder.mjs"
import { Problem, report } from "./house/problem.mjs"
import { SCREENS } from "./house/screens.mjs"
import { makeArticles } from "./house/screens-articles.mjs"

const root = fileURLToPath(new URL("..", import.meta.url))
const FOLDER = join(root, "docs/screens")

/** What clocks in the browser say, so that "today" stays where it is. The server goes by its own. */
const NOW = new Date("2024-11-16T10:00:00Z")

/** @typedef {import("./house/sample-desk.mjs").Demo} Demo */
/** @typedef {import("./house/screens.mjs").Screen} Screen */

try {
  await takePictures(demo(), process.argv[2] ?? "")
} catch (error) {
  process.exitCode = report(error)
}

/** @returns {Demo} */
function demo() {
  /** @type {Demo | undefined} */
  const found = readPrivate(openDataFolder(process.env.STET_DATA), "demo.json")
  if (!found) throw new Problem("There is no sample desk here. Start Stet with npm start, then take the pictures.")
  return found
}

/** @param {Demo} demo @param {string} wanted */
async function takePictures(demo, wanted) {
  mkdirSync(FOLDER, { recursive: true })
  const articles = await makeArticles(demo)
  const args = process.getuid?.() === 0 ? ["--no-sandbox", "--disable-dev-shm-usage"] : []
  const browser = await chromium.launch({ executablePath: await findChromium(root), args })
  /** @type {Map<string, Awaited<ReturnType<import("@playwright/test").BrowserContext["storageState"]>>>} */
  const sessions = new Map()
  try {
    for (const screen of SCREENS.filter(({ name }) => name.includes(wanted))) {
      const { role } = screen
      if (role && !sessions.has(role)) sessions.set(role, await signedIn(browser, demo, role))
      await takePicture(browser, screen, { demo, articles, session: role ? sessions.get(role) : undefined })
      console.log(screen.name)
    }
  } finally {
    await browser.close()
  }
}

/**
 * @param {import("@playwright/test").Browser} browser
 * @param {Screen} screen
 * @param {{ demo: Demo, articles: import("./house/screens-articles.mjs").Articles, session: any }} given
 */
async function takePicture(browser, screen, { demo, articles, session }) {
  const context = await browser.newContext({
    viewport: screen.size ?? { width: 1440, height: 900 },
    colorScheme: screen.scheme ?? "light",
    forcedColors: screen.colours === "forced" ? "active" : "none",
    deviceScaleFactor: screen.sharp ?? 1,
    locale: screen.language ?? "en-GB",
    timezoneId: "Europe/Berlin",
    reducedMotion: "reduce",
    ...(session && { storageState: session }),
  })
  try {
    const page = await context.newPage()
    await page.clock.setFixedTime(NOW)
    await screen.open({ page, url: demo.url, articles })
    await page.evaluate(async () => {
      await document.fonts.ready
    })
    const path = join(FOLDER, `${screen.name}.png`)
    await page.screenshot({ path, animations: "disabled", caret: "hide", fullPage: screen.whole === "page" })
  } finally {
    await context.close()
  }
}

/**
 * @param {import("@playwright/test").Browser} browser
 * @param {Demo} demo
 * @param {string} role
 */
async function signedIn(browser, { url, accounts }, role) {
  const account = accounts.find((one) => one.role === role)
  if (!account) throw new Problem(`The sample desk has no ${role}.`)
  const context = await browser.newContext({ locale: "en-GB", timezoneId: "Europe/Berlin" })
  const page = await context.newPage()
  await page.goto(`${url}/sign-in`)
  await page.getByLabel("E-mail").fill(account.email)
  await page.getByLabel("Password", { exact: true }).fill(account.password)
  await page.getByRole("button", { name: "Sign in" }).click()
  await page.waitForURL(/\/articles/)
  const state = await context.storageState()
  await context.close()
  // The language that the first page was in is not to be kept for the others.
  return { ...state, cookies: state.cookies.filter(({ name }) => name !== "language") }
}
