/**
 * `npm run bench:browser`: what a checker feels in the galley of a long article, on the built app in Chromium. Everything
 * is measured side by side in one run. Prints, asserts nothing: times are those of the machine.
 */
import { withApp, type App } from "./bench/app"
import { settled, withChromium, type Opened } from "./bench/browser"
import { bundlesOf, type Bundle } from "./bench/bundles"
import { client, overlappingSpans, sampleArticle } from "./bench/client"
import { follow, load, mark, scroll, type Painted } from "./bench/galley"
import { printRows, row, type Row } from "./bench/measure"
import { longestTask, type LongestTask } from "./bench/tasks"

const WORDS = 10_000
const CLAIMS = 1_000
const TITLE = "long read"
const LOADS = 12
const MARKS = 20
const SCREENS = 8

/** A frame of a screen that shows sixty a second, and what a clock adds to it. */
const FRAME = 17

await withApp(async (app) => {
  const articles = `${app.url}/w/sample-desk/articles`
  const article = `${articles}/${await largeArticle(app)}`
  await withChromium(app, async (opened) => {
    console.log(`\n${WORDS} words, ${CLAIMS} overlapping claims\n`)
    printRows([...(await times(opened, articles, article)), ...(await longestTasks(opened, article))])
    printTasks(await tasks(opened, article))
    printFrames(await frames(opened, article))
    printBundles(await bundlesOf(opened.page, app.url, article))
  })
})

async function largeArticle({ url, checker }: App): Promise<string> {
  const desk = client(url, checker.token)
  const text = sampleArticle(WORDS, TITLE)
  const { id } = await desk.importArticle(text)
  await desk.markClaims(id, overlappingSpans(text, CLAIMS))
  return id
}

/** Warm: the first of each does not count. */
async function times({ page }: Opened, articles: string, article: string): Promise<Row[]> {
  const loads = await repeated(LOADS, () => load(page, article))
  const follows = await repeated(LOADS, () => follow(page, articles, `Figures of the ferry, ${TITLE}`))
  await load(page, article)
  const marks = (await repeated(MARKS, (n) => mark(page, n + 2))).slice(1)
  return [
    ...rowsOf("page’s answer", loads),
    ...rowsOf("article’s data, by a link", follows),
    row("H to claim painted (100)", marks),
  ]
}

/** As a person has them; what they consist of is traced, which takes time of its own. Those under 50 ms count as 0. */
async function longestTasks({ page }: Opened, article: string): Promise<Row[]> {
  const longest = async (run: () => Promise<unknown>) => {
    await run()
    await settled(page)
    return page.evaluate(() => globalThis.bench.longestTask())
  }
  const [opening, marking, scrolling]: [number[], number[], number[]] = [[], [], []]
  for (let n = 0; n < LOADS; n += 1) {
    opening.push(await longest(() => load(page, article)))
    marking.push(await longest(() => mark(page, n + 30)))
    scrolling.push(await longest(() => scroll(page, 1)))
  }
  return [
    row("longest task while it opens (100)", opening),
    row("longest task while a claim is marked (100)", marking),
    row("longest task while it scrolls (100)", scrolling),
  ]
}

function rowsOf(from: string, painted: readonly Painted[]): Row[] {
  const [, ...counted] = painted
  return [
    row(
      `${from} to claims painted (400)`,
      counted.map((one) => one.claims),
    ),
    row(
      `${from} to text ready to work in`,
      counted.map((one) => one.view),
    ),
  ]
}

async function repeated<T>(runs: number, run: (n: number) => Promise<T>): Promise<T[]> {
  const results: T[] = []
  for (let n = 0; n <= runs; n += 1) results.push(await run(n))
  return results
}

/** Each until everything that was begun is done. */
async function tasks(opened: Opened, article: string): Promise<LongestTask[]> {
  const { page } = opened
  const opening = await longestTask("it opens", opened, async () => {
    await load(page, article)
    await settled(page)
  })
  const marking = await longestTask("a claim is marked", opened, async () => {
    await mark(page, 3)
    await settled(page)
  })
  const scrolling = await longestTask("it scrolls", opened, () => scroll(page, SCREENS))
  const resizing = await longestTask("the window narrows", opened, async () => {
    await page.setViewportSize({ width: 1200, height: 900 })
    await settled(page)
  })
  await page.setViewportSize({ width: 1440, height: 900 })
  return [opening, marking, scrolling, resizing]
}

async function frames({ page }: Opened, article: string): Promise<number[]> {
  await load(page, article)
  await settled(page)
  return scroll(page, SCREENS)
}

function printTasks(tasks: readonly LongestTask[]): void {
  console.log("\nlongest task of the main thread, traced, and what it was")
  for (const { while: when, longest, what } of tasks)
    console.log(`  ${when.padEnd(20)}${`${longest.toFixed(0)} ms`.padStart(8)}   ${what}`)
}

function printFrames(intervals: readonly number[]): void {
  const late = intervals.filter((interval) => interval > FRAME).length
  console.log(`\nframes while scrolling ${SCREENS} screens down and up (60 a second)`)
  console.log(`  ${intervals.length} frames, ${((100 * late) / intervals.length).toFixed(1)} % over 16.7 ms`)
  console.log(`  longest ${Math.max(...intervals).toFixed(1)} ms`)
}

function printBundles(bundles: readonly Bundle[]): void {
  const kb = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB`.padStart(10)
  const [empty] = bundles
  console.log("\nscripts, compressed       all    above empty   budget")
  for (const { screen, bytes, budget } of bundles)
    console.log(
      `  ${screen.padEnd(16)}${kb(bytes)}${kb(bytes - (empty?.bytes ?? 0))}${budget === null ? "" : kb(budget)}`,
    )
}
