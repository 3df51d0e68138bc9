/** What a person does in the galley of a large article, timed by the page's own clock. */
import type { Page } from "@playwright/test"
import { markOf } from "./browser"

/** Milliseconds from the end of the page's answer until claims are painted, and until the text can be worked in. */
export interface Painted {
  claims: number
  view: number
}

/** Loads the article as from a link in a mail. */
export async function load(page: Page, address: string): Promise<Painted> {
  await page.goto(address)
  const [claims, view] = [await markOf(page, "claims painted"), await markOf(page, "view painted")]
  const end = await page.evaluate(() => {
    const [answer] = performance.getEntriesByType("navigation")
    return answer instanceof PerformanceNavigationTiming ? answer.responseEnd : NaN
  })
  return { claims: claims - end, view: view - end }
}

/** Follows the link in the list of articles, whose page is here already; what arrives is the article's data. */
export async function follow(page: Page, articles: string, title: string): Promise<Painted> {
  await page.goto(articles)
  await page.waitForLoadState("networkidle")
  const before = await page.evaluate(() => performance.now())
  await page.getByRole("link", { name: title }).click()
  const [claims, view] = [await markOf(page, "claims painted", before), await markOf(page, "view painted", before)]
  const end = await page.evaluate((pressed) => {
    const answers = performance.getEntriesByType("resource").filter((one) => one.startTime > pressed)
    const data = answers.find((one) => /articles\/[^/]+\?.*_rsc=/.test(one.name))
    return data instanceof PerformanceResourceTiming ? data.responseEnd : NaN
  }, before)
  return { claims: claims - end, view: view - end }
}

/** Selects a paragraph's words and presses `H`; milliseconds until their claim is painted as the chosen one. */
export async function mark(page: Page, paragraph: number): Promise<number> {
  await selectParagraph(page, paragraph)
  const before = await page.evaluate(() => performance.now())
  await page.keyboard.press("h")
  const painted = await markOf(page, "another claim painted", before)
  const pressed = await markOf(page, "pressed", before - 1)
  // The next one begins when the desk has this one and the form below has the caret, as it would for a person.
  await page.getByRole("heading", { name: /^Claim [\d,]+$/ }).waitFor()
  await page.locator("textarea:focus, input:focus").waitFor()
  return painted - pressed
}

async function selectParagraph(page: Page, paragraph: number): Promise<void> {
  await page.locator("[aria-readonly]").evaluate((text, at) => {
    const words = document.createTreeWalker(text.querySelectorAll("p")[at] ?? text, NodeFilter.SHOW_TEXT).nextNode()
    if (!words) throw new Error("no words")
    ;(text as HTMLElement).focus()
    const range = document.createRange()
    range.selectNodeContents(words)
    const selection = window.getSelection()
    selection?.removeAllRanges()
    selection?.addRange(range)
  }, paragraph)
  await page.getByRole("toolbar").waitFor()
}

/** Turns the wheel over the text for so many screens; milliseconds between the frames meanwhile. */
export async function scroll(page: Page, screens: number): Promise<number[]> {
  const cdp = await page.context().newCDPSession(page)
  await page.evaluate(() => globalThis.bench.countFrames())
  const place = { x: 620, y: 500, gestureSourceType: "mouse" as const, speed: 2_400 }
  await cdp.send("Input.synthesizeScrollGesture", { ...place, yDistance: -800 * screens })
  await cdp.send("Input.synthesizeScrollGesture", { ...place, yDistance: 800 * screens })
  await cdp.detach()
  return page.evaluate(() => globalThis.bench.frames())
}
