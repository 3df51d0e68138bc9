/** The marks beside the text, wherever the galley has room for them: level with their words, never one on another. */
import type { Page } from "@playwright/test"
import { addressOf, importMarkdown, markAll, type Marked } from "./support/api"
import { expect, expectAccessible, galleyText, test } from "./support/test"

const PARAGRAPH =
  "The council of Wendmouth said on Monday that the ferry had carried 4,120 people in May, that fares had risen by " +
  "3 per cent, and that nobody had complained about either before the summer began."
const TEXT = Array.from({ length: 12 }, (_, n) => `${n + 1}. note. ${PARAGRAPH}`.replace(". note", " times")).join(
  "\n\n",
)

/** Thinly, then a dozen on one line, then many on every line. */
function places(): { start: number; end: number }[] {
  const thin = Array.from({ length: 6 }, (_, n) => ({ start: 60 + n * 50, end: 90 + n * 50 }))
  const crowd = Array.from({ length: 12 }, (_, n) => ({ start: 650 + (n % 4), end: 700 + 9 * n }))
  const dense = Array.from({ length: 60 }, (_, n) => ({ start: 1_000 + n * 18, end: 1_040 + n * 18 }))
  return [...thin, ...crowd, ...dense]
}

const WIDTHS = [360, 600, 780, 1024, 1280, 1440, 1920, 2560]

test("marks are level with their words and never lie on each other, at any width", async ({ as }) => {
  test.slow()
  const page = await as("checker")
  const { id, claims } = await crowdedArticle()
  for (const width of WIDTHS) {
    await test.step(`${width} pixels wide`, async () => {
      await page.setViewportSize({ width, height: 900 })
      await page.goto(addressOf(id))
      await expectInPlace(page, claims)
      if (width === WIDTHS[0] || width === 1024) await expectAccessible(page)
    })
  }
})

test("marks stay in place when the window or the type changes under them", async ({ as }) => {
  const page = await as("checker")
  const { id, claims } = await crowdedArticle()
  await page.goto(addressOf(id))
  await expectInPlace(page, claims)
  await page.setViewportSize({ width: 900, height: 700 })
  await expectInPlace(page, claims)
  // As at 200 % zoom.
  await page.setViewportSize({ width: 720, height: 450 })
  await expectInPlace(page, claims)
  await page.setViewportSize({ width: 1440, height: 900 })
  await page.addStyleTag({ content: ":root { font-size: 32px }" })
  await expectInPlace(page, claims)
})

async function crowdedArticle(): Promise<{ id: string; claims: Marked[] }> {
  const id = await importMarkdown(`# The ferry of Wendmouth\n\n${TEXT}`)
  return { id, claims: await markAll(id, places()) }
}

/** From the top of the article to its end, in steps of less than a screen. */
async function expectInPlace(page: Page, claims: Marked[]): Promise<void> {
  const marks = page.getByRole("group", { name: "Marks beside the text" }).getByRole("button")
  await expect(galleyText(page)).toBeVisible()
  const pane = page.getByRole("region", { name: "Text", exact: true })
  const height = await pane.evaluate((element) => element.scrollHeight)
  for (let top = 0; top < height; top += 400) {
    await pane.evaluate((element, to) => element.scrollTo({ top: to, behavior: "instant" }), top)
    await expect(async () => {
      const seen = await placesOf(page, claims)
      expect(faultsIn(seen)).toEqual([])
      expect(seen.unmarked).toEqual([])
    }).toPass({ timeout: 15_000 })
  }
  await expect(marks.first()).toBeAttached()
}

interface Box {
  number: number
  left: number
  right: number
  top: number
  bottom: number
}

interface Seen {
  marks: Box[]
  /** Top and height of the first line of each claim's words. */
  lines: Record<number, { top: number; height: number }>
  /** Top of what is in sight. */
  sight: number
  /** Claims whose words begin in sight, without a mark. */
  unmarked: number[]
}

function placesOf(page: Page, claims: Marked[]): Promise<Seen> {
  return page.evaluate((all) => {
    const pane = document.querySelector(".sheet-pane")
    if (!pane) throw new Error("no text")
    const sight = pane.getBoundingClientRect()
    const drawn = [...document.querySelectorAll("[role=group][aria-label='Marks beside the text'] button")].map(
      (mark) => {
        const { left, right, top, bottom } = mark.getBoundingClientRect()
        return { number: Number(/\d+/.exec(mark.getAttribute("aria-label") ?? "")?.[0]), left, right, top, bottom }
      },
    )
    // Those far above and below are not all drawn; one above the edge may push one below it.
    const marks = drawn.filter(({ top, bottom }) => bottom > sight.top - 100 && top < sight.bottom)
    const lines: Seen["lines"] = {}
    for (const { id, number } of all) {
      const rect = document.querySelector(`[aria-readonly] mark[data-claim="${id}"]`)?.getClientRects()[0]
      if (rect) lines[number] = { top: rect.top, height: rect.height }
    }
    const marked = new Set(drawn.map((mark) => mark.number))
    const unmarked = Object.entries(lines)
      .filter(([number, { top }]) => top > sight.top && top < sight.bottom && !marked.has(Number(number)))
      .map(([number]) => Number(number))
    return { marks, lines, unmarked, sight: sight.top }
  }, claims)
}

/** What is wrong, in words. */
function faultsIn({ marks, lines, sight }: Seen): string[] {
  const faults = marks.flatMap((one, at) =>
    marks.slice(at + 1).flatMap((other) => (intersect(one, other) ? `${one.number} lies on ${other.number}` : [])),
  )
  for (const mark of marks.filter(({ top }) => top > sight)) {
    const line = lines[mark.number]
    if (!line) continue
    const off = mark.top - line.top
    const level = Math.abs(off) < line.height
    const pushed = off > 0 && marks.some((other) => other !== mark && Math.abs(mark.top - other.bottom) < 4)
    if (!level && !pushed) faults.push(`${mark.number} is ${off.toFixed(0)} off its line`)
  }
  return faults
}

function intersect(one: Box, other: Box): boolean {
  const across = Math.min(one.right, other.right) - Math.max(one.left, other.left)
  const down = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top)
  return across > 0.5 && down > 0.5
}
