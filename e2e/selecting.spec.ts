/** Selecting across whatever an article is made of, by mouse and by keys: the claim is about the words that were selected. */
import type { Page } from "@playwright/test"
import { addressOf, importMarkdown, markAll } from "./support/api"
import { rows } from "./support/desk"
import { expect, galleyText, test } from "./support/test"

const ARTICLE = `---
title: Trams return to the harbour
dek: The last line runs at half past two
---

The council voted for it by 31 to 12.

Nobody spoke against it on Monday.

- Four hundred people used it
- It was closed in 2009

| Year | Passengers |
| ---- | ---------- |
| 2007 | 390 people |
| 2008 | 410 people |

![A tram](https://example.org/tram.jpg)
A tram at the harbour

They run again from Friday.`

/** What is selected from where to where, and the claim's words: blocks are lines of the text, a picture is one too. */
const SELECTIONS = [
  { across: "headline and dek", from: "harbour", to: "The last", quote: "harbour\nThe last" },
  { across: "paragraphs", from: "31 to", to: "Nobody spoke", quote: "31 to 12.\nNobody spoke" },
  { across: "items of a list", from: "people used", to: "It was", quote: "people used it\nIt was" },
  { across: "cells and rows of a table", from: "390", to: "2008", quote: "390 people\n2008" },
  {
    across: "a table, a picture and its caption",
    from: "410",
    to: "A tram at",
    quote: "410 people\n\uFFFC\nA tram at",
  },
  { across: "a caption and a paragraph", from: "at the harbour", to: "They run", quote: "at the harbour\nThey run" },
]

test("words are selected across blocks of every kind with the mouse", async ({ as }) => {
  const page = await as("checker")
  const articleId = await importMarkdown(ARTICLE)
  await page.goto(addressOf(articleId))
  await expect(galleyText(page)).toBeVisible()
  for (const { across, from, to, quote } of SELECTIONS) {
    await test.step(across, async () => {
      const [start, end] = await edgesOf(page, from, to)
      await page.mouse.move(start.x, start.y)
      await page.mouse.down()
      await page.mouse.move(end.x, end.y, { steps: 6 })
      await page.mouse.up()
      await expectMarked(page, articleId, quote)
    })
  }
})

test("words are selected across blocks of every kind with the keyboard", async ({ as }) => {
  const page = await as("checker")
  const articleId = await importMarkdown(ARTICLE)
  await page.goto(addressOf(articleId))
  await expect(galleyText(page)).toBeVisible()
  for (const { across, from, to, quote } of SELECTIONS) {
    await test.step(across, async () => {
      const [start] = await edgesOf(page, from, to)
      await page.mouse.click(start.x, start.y)
      await step(page, "Shift+ArrowRight", (words) => words.endsWith(to))
      await expectMarked(page, articleId, quote)
    })
  }
})

test("keys lead past a picture both ways", async ({ as }) => {
  const page = await as("checker")
  await page.goto(addressOf(await importMarkdown(ARTICLE)))
  await expect(galleyText(page)).toBeVisible()
  const [place] = await edgesOf(page, "A tram at", "A tram at")
  await page.mouse.click(place.x, place.y)
  await step(page, "Shift+ArrowLeft", (words) => words.startsWith("people"))
  await step(page, "Shift+ArrowRight", (words) => words === "A tram")
})

test("a dozen claims on the same words are each offered and each seen", async ({ as }) => {
  const page = await as("checker")
  const articleId = await importMarkdown(ARTICLE)
  const same = Array.from({ length: 4 }, () => "voted for it by 31 to 12")
  const others = ["The council voted", "council voted for", "voted for it", "voted", "it on Monday"]
  const claims = await markAll(articleId, [
    ...same,
    ...others.slice(0, 4),
    ...Array.from({ length: 4 }, () => "voted for"),
  ])
  await page.goto(addressOf(articleId))
  await expect(galleyText(page)).toBeVisible()
  for (const { number } of claims) {
    const menu = page.getByRole("menu", { name: "12 claims on these words" })
    // The text may still glide to the claim that was chosen before: a click that misses is soon followed by another.
    await expect(async () => {
      const [word] = await edgesOf(page, "voted", "voted")
      if (!(await menu.isVisible())) await page.mouse.click(word.x + 6, word.y)
      await expect(menu.getByRole("menuitem")).toHaveCount(12, { timeout: 500 })
    }).toPass({ intervals: [50] })
    await menu
      .getByRole("menuitem")
      .nth(number - 1)
      .press("Enter")
    await expect(page.getByRole("heading", { name: `Claim ${number}`, exact: true })).toBeVisible()
  }
  await expect.poll(() => depthAt(page, "voted")).toBe(12)
})

/** The points at which the words begin and end on the screen, scrolled to. */
async function edgesOf(page: Page, from: string, to: string): Promise<[Point, Point]> {
  return galleyText(page).evaluate(
    (text, words) => {
      const walker = document.createTreeWalker(text, NodeFilter.SHOW_TEXT)
      const letters: { node: Node; offset: number }[] = []
      let whole = ""
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const content = node.textContent ?? ""
        for (let offset = 0; offset < content.length; offset += 1) letters.push({ node, offset })
        whole += content
      }
      const boxOf = (at: number) => {
        const letter = letters[at]
        if (!letter) throw new Error(`not in the text: ${words.join(" … ")}`)
        const range = document.createRange()
        range.setStart(letter.node, letter.offset)
        range.setEnd(letter.node, letter.offset + 1)
        return range
      }
      const [first = "", last = ""] = words
      const start = whole.indexOf(first)
      const end = whole.indexOf(last, start) + last.length - 1
      boxOf(start).startContainer.parentElement?.scrollIntoView({ block: "center", behavior: "instant" })
      const one = boxOf(start).getBoundingClientRect()
      const other = boxOf(end).getBoundingClientRect()
      return [
        { x: one.left + 0.5, y: (one.top + one.bottom) / 2 },
        { x: other.right - 0.5, y: (other.top + other.bottom) / 2 },
      ] as [Point, Point]
    },
    [from, to],
  )
}

interface Point {
  x: number
  y: number
}

/** Presses a key until the right words are selected, as slowly as a hand: the view has seen each step before the next. */
async function step(page: Page, key: string, isThere: (selected: string) => boolean): Promise<void> {
  for (let n = 0; n < 60 && !isThere(await selected(page)); n += 1) {
    await page.keyboard.press(key)
    await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))))
  }
  const words = await selected(page)
  expect(isThere(words), words).toBe(true)
}

function selected(page: Page): Promise<string> {
  return page.evaluate(() => window.getSelection()?.toString() ?? "")
}

async function expectMarked(page: Page, articleId: string, quote: string): Promise<void> {
  await expect(page.getByRole("toolbar", { name: "Selected words" })).toBeVisible()
  await page.keyboard.press("h")
  const latest = () =>
    rows(
      `SELECT a."quote", substring(r."text" FROM a."start" + 1 FOR a."end" - a."start") AS "there" FROM "Anchor" a
       JOIN "Claim" c ON c."id" = a."claimId" JOIN "Revision" r ON r."id" = a."revisionId"
       WHERE c."articleId" = $1 ORDER BY c."number" DESC LIMIT 1`,
      [articleId],
    )
  await expect.poll(latest).toEqual([{ quote, there: quote }])
  await page.keyboard.press("Escape")
}

/** In how many highlights a word lies. */
function depthAt(page: Page, word: string): Promise<number> {
  return galleyText(page).evaluate((text, wanted) => {
    const walker = document.createTreeWalker(text, NodeFilter.SHOW_TEXT)
    let node = walker.nextNode()
    while (node && !node.textContent?.startsWith(wanted)) node = walker.nextNode()
    const claims = new Set<string | undefined>()
    for (let mark = node?.parentElement; mark?.matches("mark"); mark = mark.parentElement)
      claims.add(mark.dataset.claim)
    return claims.size
  }, word)
}
