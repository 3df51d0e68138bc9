/** How much script each screen loads, as it comes over the wire, beside a page that is as empty as can be. */
import type { Page } from "@playwright/test"

export interface Bundle {
  screen: string
  /** Bytes of all scripts, compressed. */
  bytes: number
  /** Bytes above the empty page that the screen may take. */
  budget: number | null
}

const KB = 1000

/** Of docs/dependencies.md; the galley carries the editor. */
const BUDGETS = { galley: 170 * KB, other: 50 * KB }

/** Windows: one that people work in, and one too low for anything below the head of a page. */
const [WHOLE, LOW] = [
  { width: 1440, height: 900 },
  { width: 1440, height: 240 },
]

/**
 * The empty page first, then whatever the header leads to, then the galley. What a screen loads only for what is in
 * sight, or when it stands there, for what may be pressed next, comes in a line of its own.
 */
export async function bundlesOf(page: Page, url: string, article: string): Promise<Bundle[]> {
  const empty = await scriptsOf(page, `${url}/nothing-is-here`)
  await page.goto(`${url}/w/sample-desk/articles`)
  const links = await page
    .locator("header nav a")
    .evaluateAll((all) =>
      all.map((link) => ({ screen: link.textContent ?? "", address: (link as HTMLAnchorElement).href })),
    )
  const bundles: Bundle[] = [{ screen: "an empty page", bytes: empty, budget: null }]
  for (const { screen, address } of links) {
    const name = screen.replace(/\d.*/, "")
    const unseen = await scriptsOf(page, address, LOW)
    const seen = await scriptsOf(page, address)
    bundles.push({ screen: name, bytes: unseen, budget: BUDGETS.other })
    if (seen > unseen) bundles.push({ screen: `${name}, seen`, bytes: seen, budget: null })
  }
  const whole = await scriptsOf(page, article)
  bundles.push({ screen: "Galley", bytes: await scriptsAtOnce(page, article), budget: BUDGETS.galley })
  bundles.push({ screen: "Galley, ahead", bytes: whole, budget: null })
  return bundles
}

/** All that has come when the page has gone quiet and nobody has scrolled, what it fetches ahead of a press included. */
async function scriptsOf(page: Page, address: string, size = WHOLE): Promise<number> {
  await page.setViewportSize(size)
  await page.goto(address)
  await page.waitForLoadState("networkidle")
  return sizeOf(page, () => true)
}

/** Of the page that is open: what its address answers with names, which is what it needs to be drawn and worked in. */
async function scriptsAtOnce(page: Page, address: string): Promise<number> {
  const answer = await (await page.request.get(address)).text()
  return sizeOf(page, (name) => answer.includes(name))
}

/** Bytes of the scripts that have come, compressed, of those with the right file names. */
async function sizeOf(page: Page, isCounted: (name: string) => boolean): Promise<number> {
  const scripts = await page.evaluate(() =>
    performance
      .getEntriesByType("resource")
      .filter((one) => one instanceof PerformanceResourceTiming)
      .map((one) => ({ name: new URL(one.name).pathname.split("/").at(-1) ?? "", bytes: one.encodedBodySize }))
      .filter(({ name }) => name.endsWith(".js")),
  )
  return scripts.filter(({ name }) => isCounted(name)).reduce((sum, { bytes }) => sum + bytes, 0)
}
