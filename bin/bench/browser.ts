/** Opening the galley and marking a claim in Chromium, as a person sees it. */
import { chromium, type Page } from "@playwright/test"
import { findChromium } from "../house/chromium.mjs"
import { measure, row, timed, type Row } from "./measure"

export interface Opening {
  url: string
  account: { email: string; password: string }
  articleId: string
  root: string
}

/** Rows for opening the large article until its claims are drawn, and for `H` until the claim is drawn. */
export async function openGalley({ url, account, articleId, root }: Opening): Promise<Row[]> {
  const args = process.getuid?.() === 0 ? ["--no-sandbox", "--disable-dev-shm-usage"] : []
  const browser = await chromium.launch({ executablePath: await findChromium(root), args })
  try {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } })
    await signIn(page, url, account)
    const open = () => opened(page, `${url}/w/sample-desk/articles/${articleId}`)
    const drawn = await measure("open it in Chromium, claims drawn", 5, open)
    const times: number[] = []
    for (let n = 0; n < 20; n += 1) times.push(await marked(page, n))
    return [drawn, row("press H, claim drawn", times)]
  } finally {
    await browser.close()
  }
}

async function signIn(page: Page, url: string, { email, password }: Opening["account"]): Promise<void> {
  await page.goto(url)
  await page.getByLabel("E-mail").fill(email)
  await page.getByLabel("Password", { exact: true }).fill(password)
  await page.getByRole("button", { name: "Sign in" }).click()
  await page.waitForURL(/\/w\//)
}

async function opened(page: Page, address: string): Promise<void> {
  await page.goto(address)
  await page.locator("[aria-readonly] [data-claim]").first().waitFor()
}

/** Selects words of a paragraph; answers how long it takes from H until their claim is drawn as the chosen one. */
async function marked(page: Page, n: number): Promise<number> {
  const text = page.locator("[aria-readonly]")
  const chosen = text.locator(".is-selected")
  const before = (await chosen.count()) > 0 ? await chosen.first().getAttribute("data-claim") : null
  await text.evaluate((root, at) => {
    const words = document.createTreeWalker(root.querySelectorAll("p")[at] ?? root, NodeFilter.SHOW_TEXT).nextNode()
    if (!words) throw new Error("no words")
    ;(root as HTMLElement).focus()
    const range = document.createRange()
    range.selectNodeContents(words)
    const selection = window.getSelection()
    selection?.removeAllRanges()
    selection?.addRange(range)
  }, n + 1)
  await page.getByRole("toolbar").waitFor()
  const time = await timed(async () => {
    await page.keyboard.press("h")
    await text.locator(`.is-selected:not([data-claim="${before}"])`).first().waitFor()
  })
  // The next one begins when the desk has this one and the form below has the caret, as it would for a person.
  await page.getByRole("heading", { name: /^Claim [\d,]+$/ }).waitFor()
  await page.locator("textarea:focus, input:focus").waitFor()
  return time
}
