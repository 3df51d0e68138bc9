/** The browser tests' own `test`: people sign in, each in a browser context of their own. */
import { test as base, expect, type BrowserContext, type Locator, type Page } from "@playwright/test"
import axe, { type RunOptions } from "axe-core"
import { addressOf, importText } from "./api"
import { account, type DemoRole } from "./desk"
import { myDesk, urlOf } from "./desks"

interface Fixtures {
  /** An empty page of somebody signed in to the sample desk; each in a context of their own. */
  as: (role: DemoRole) => Promise<Page>
}

export const test = base.extend<Fixtures>({
  baseURL: async ({}, provide) => provide(urlOf(myDesk())),
  as: async ({ browser }, provide) => {
    const contexts: { close: () => Promise<void> }[] = []
    await provide(async (role) => {
      const context = await browser.newContext()
      contexts.push(context)
      await enter(context, role)
      return context.newPage()
    })
    for (const context of contexts) await context.close()
  },
})

export { expect }

/** What a sign-in left in the browser, by role: at the door of each test nobody waits twice. */
const signedIn = new Map<DemoRole, Awaited<ReturnType<BrowserContext["cookies"]>>>()

/** Comes in as somebody who has signed in before, or through the door where that no longer counts. */
async function enter(context: BrowserContext, role: DemoRole): Promise<void> {
  await context.addCookies(signedIn.get(role) ?? [])
  const me = await context.request.get("/api/me")
  if (((await me.json()) as { userId: string | null }).userId) return
  const page = await context.newPage()
  await signIn(page, role)
  await page.close()
  signedIn.set(role, await context.cookies())
}

/** The list of articles, where whoever signs in begins. */
export async function openArticles(page: Page): Promise<void> {
  await page.goto("/w/sample-desk/articles")
  await listens(page)
}

declare global {
  interface Window {
    axe: typeof axe
  }
}

/** What React keeps of a part of the page. */
interface Fiber {
  stateNode: unknown
  child: Fiber | null
  sibling: Fiber | null
}

/** A page that has just come takes no keys until React has taken it over: until the part stands in the tree that it has committed. */
export async function listens(page: Page, part = "main h1"): Promise<void> {
  // What is fetched behind the first picture may be drawn anew by what comes.
  await page.waitForLoadState("networkidle")
  await page.waitForFunction((selector) => {
    const element = document.querySelector(selector)
    const container = Object.entries(document).find(([key]) => key.startsWith("__reactContainer"))
    const root = (container?.[1] as { stateNode: { current: Fiber } } | undefined)?.stateNode.current
    const open = root ? [root] : []
    for (let fiber = open.pop(); fiber; fiber = open.pop()) {
      if (element && fiber.stateNode === element) return true
      open.push(...[fiber.sibling, fiber.child].filter((next) => next !== null))
    }
    return false
  }, part)
}

/** Signs in at the door, as a person does. */
export async function signIn(page: Page, role: DemoRole): Promise<void> {
  const { email, password } = account(role)
  await page.goto("/")
  await page.getByLabel("E-mail").fill(email)
  await page.getByLabel("Password", { exact: true }).fill(password)
  await page.getByRole("button", { name: "Sign in" }).click()
  await expect(page.getByRole("heading", { name: "Articles", level: 1 })).toBeVisible()
}

/** Imports an article and opens it. */
export async function importArticle(page: Page, text: string, { kind }: { kind?: "copy" } = {}): Promise<void> {
  await page.goto(addressOf(await importText(text, kind)))
  await expect(galleyText(page)).toBeVisible()
  await listens(page)
}

/** The read-only text of the galley. */
export function galleyText(page: Page): Locator {
  return page.getByRole("textbox", { name: /^Article text/ })
}

/** Selects words as a mouse would, and sees that they can be marked. */
export async function selectWords(page: Page, from: string, to = from): Promise<void> {
  await putSelection(page, from, to)
  await expect(page.getByRole("button", { name: /^Claim/ }).filter({ hasText: "H" })).toBeVisible()
}

/** Selects words of the text, from the first to the last; they may lie in several blocks. */
export async function putSelection(page: Page, from: string, to = from): Promise<void> {
  await galleyText(page).evaluate(
    (root, [first, last]) => {
      const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
      const nodes: { node: Text; at: number }[] = []
      let whole = ""
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        nodes.push({ node: node as Text, at: whole.length })
        whole += node.textContent ?? ""
      }
      const place = (offset: number, edge: "start" | "end") => {
        const found = nodes.findLast(({ at }) => (edge === "start" ? at <= offset : at < offset))
        if (!found) throw new Error("no such place")
        return { node: found.node, offset: offset - found.at }
      }
      const start = whole.indexOf(first)
      const end = whole.indexOf(last, start) + last.length
      if (start < 0 || end < last.length) throw new Error(`not in the text: ${first} … ${last}`)
      const range = document.createRange()
      const a = place(start, "start")
      const b = place(end, "end")
      range.setStart(a.node, a.offset)
      range.setEnd(b.node, b.offset)
      ;(root as HTMLElement).focus()
      const selection = window.getSelection()
      selection?.removeAllRanges()
      selection?.addRange(range)
    },
    [from, to] as const,
  )
}

/** Marks the words as a claim with `H` and answers its number once the desk has it. */
export async function markWords(page: Page, from: string, to = from): Promise<number> {
  await selectWords(page, from, to)
  await page.keyboard.press("h")
  const inspector = page.getByRole("complementary", { name: "Chosen claim" })
  const heading = inspector.getByRole("heading", { name: /^Claim \d+$/ })
  await expect(heading).toBeVisible()
  return Number(/\d+/.exec((await heading.textContent()) ?? "")?.[0])
}

/** No screen may have anything that axe finds wrong. Where it was looked at before and only its colours are others, they are. */
export async function expectAccessible(page: Page, { only }: { only?: "colours" } = {}): Promise<void> {
  // A page keeps it until it is left; its policy against scripts is for pages, not for who drives the browser.
  if (await page.evaluate(() => !("axe" in window))) await page.evaluate(axe.source)
  const { violations } = await page.evaluate((options) => window.axe.run(document, options), {
    // Only what is wrong is described: to describe what is right takes longer than to find it.
    resultTypes: ["violations"],
    preload: false,
    // Next takes the title of a page that is fetched anew away for a moment: waited for below.
    rules: { "document-title": { enabled: false } },
    ...(only && { runOnly: ["color-contrast", "link-in-text-block"] }),
  } satisfies RunOptions)
  expect(violations.map(({ id, nodes }) => ({ id, targets: nodes.map(({ target }) => target.join(" ")) }))).toEqual([])
  await expect(page).toHaveTitle(/\S/)
}
