/** Opening the galley and marking a claim in Chromium, as a person sees it. */
import { chromium, type Page } from "@playwright/test"
import { findChromium } from "../house/chromium.mjs"
import { measure, type Row } from "./measure"

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
    const rows = [await measure("open it in Chromium, claims drawn", 5, open)]
    return [...rows, await measure("press H, claim drawn", 20, (n) => marked(page, n + 1))]
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

/** Selects words of the first paragraphs with the keyboard's own command and presses H; times only what follows. */
async function marked(page: Page, n: number): Promise<void> {
  const before = await page
    .getByText(/^\d[\d,]* claims$/)
    .first()
    .textContent()
  const text = page.locator("[aria-readonly]")
  await text.evaluate((root, at) => {
    const words = document.createTreeWalker(root.querySelectorAll("p")[at % 3] ?? root, NodeFilter.SHOW_TEXT).nextNode()
    if (!words) throw new Error("no words")
    ;(root as HTMLElement).focus()
    const range = document.createRange()
    range.selectNodeContents(words)
    const selection = window.getSelection()
    selection?.removeAllRanges()
    selection?.addRange(range)
  }, n)
  await page.getByRole("toolbar").waitFor()
  await page.keyboard.press("h")
  await page.waitForFunction((was) => !document.body.innerText.includes(was ?? ""), before)
}
