/** A Chromium with the checker signed in, for benchmarks; its pages leave the marks of probe.js. */
import { join } from "node:path"
import { chromium, type Browser, type Page } from "@playwright/test"
import { findChromium } from "../house/chromium.mjs"
import { root, type Account, type App } from "./app"

export interface Opened {
  browser: Browser
  page: Page
}

export async function withChromium<T>({ url, checker }: App, run: (opened: Opened) => Promise<T>): Promise<T> {
  const args = process.getuid?.() === 0 ? ["--no-sandbox", "--disable-dev-shm-usage"] : []
  const browser = await chromium.launch({ executablePath: await findChromium(root), args })
  try {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } })
    await page.addInitScript({ path: join(root, "bin/bench/probe.js") })
    await signIn(page, url, checker)
    return await run({ browser, page })
  } finally {
    await browser.close()
  }
}

async function signIn(page: Page, url: string, { email, password }: Account): Promise<void> {
  await page.goto(url)
  await page.getByLabel("E-mail").fill(email)
  await page.getByLabel("Password", { exact: true }).fill(password)
  await page.getByRole("button", { name: "Sign in" }).click()
  await page.waitForURL(/\/w\//)
}

/** What probe.js gives every page. */
interface Probe {
  countFrames: () => void
  frames: () => number[]
  longestTask: () => number
  settled: () => boolean
  last: (name: string) => number | null
}

declare global {
  var bench: Probe
}

/** When the page last left a mark of this name, in milliseconds of its own clock; waits until there is one after `since`. */
export async function markOf(page: Page, name: string, since = 0): Promise<number> {
  const late = await page.waitForFunction(
    ([wanted, after]) => {
      const time = globalThis.bench.last(wanted)
      return time !== null && time > after ? { time } : null
    },
    [name, since] as const,
  )
  return (await late.jsonValue())?.time ?? NaN
}

/** Waits until the page has drawn all that it had begun. */
export async function settled(page: Page): Promise<void> {
  await page.waitForFunction(() => globalThis.bench.settled())
}
