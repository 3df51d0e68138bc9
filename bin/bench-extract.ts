/**
 * `npm run bench:extract [folder]`: how well articles are found on web pages, beside plain Readability in the same run.
 * The folder holds `ground-truth.json` (`{ id: { articleBody, url } }`) and `html/<id>.html.gz`. What is compared is the
 * body without title and dek. Captions of pictures are in our documents, for they can be claimed, but in no ground truth,
 * so that they are left out in the first line and counted as mistakes in the second.
 */
import { existsSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { gunzipSync } from "node:zlib"
import { Readability } from "@mozilla/readability"
import { canonicalText, OBJECT } from "../lib/document/canonical"
import { decodePage } from "../lib/document/decode-page"
import { pageOf } from "../lib/document/page/parse"
import { readPageHere } from "../lib/document/read-page-here"
import { pageScore, scoreOf, type PageScore } from "./bench/shingles"

interface Truth {
  articleBody: string
  url: string
}

interface Extractor {
  name: string
  extract: (html: string, url: string) => string
  scores: PageScore[]
  milliseconds: number
}

/** Elements whose ends are no ends of words. */
const INLINE = new Set(
  "a abbr b bdi bdo cite code em font i kbd mark q s small span strong sub sup time u var".split(" "),
)

const folder = process.argv[2] ?? fileURLToPath(new URL("../../shared/fixtures/extraction-dev", import.meta.url))
if (!existsSync(join(folder, "ground-truth.json"))) {
  console.error(
    `There is no ground-truth.json in ${folder}. Give a folder that has one: npm run bench:extract -- FOLDER`,
  )
  process.exit(1)
}

const extractors: Extractor[] = [
  { name: "Stet", extract: (html, url) => bodyOf(html, url, false), scores: [], milliseconds: 0 },
  { name: "Stet, captions counted", extract: (html, url) => bodyOf(html, url, true), scores: [], milliseconds: 0 },
  { name: "Readability, block-aware", extract: byReadability, scores: [], milliseconds: 0 },
]

const truths = Object.entries(
  JSON.parse(readFileSync(join(folder, "ground-truth.json"), "utf8")) as Record<string, Truth>,
)
for (const [id, { articleBody, url }] of truths) {
  const html = decodePage(gunzipSync(readFileSync(join(folder, "html", `${id}.html.gz`))), null)
  for (const extractor of extractors) measure(extractor, html, url, articleBody)
}
print()

function measure(extractor: Extractor, html: string, url: string, articleBody: string): void {
  const begun = performance.now()
  const extracted = extractor.extract(html, url)
  extractor.milliseconds += performance.now() - begun
  extractor.scores.push(pageScore(articleBody, extracted))
}

function bodyOf(html: string, url: string, withCaptions: boolean): string {
  const { text, bodyStart, blocks } = canonicalText(
    readPageHere({ html, given: { sourceUrl: url }, how: "page" }).document,
  )
  return blocks
    .filter(({ start, type }) => start >= bodyStart && (withCaptions || type !== "caption"))
    .map(({ start, end }) => text.slice(start, end).replaceAll(OBJECT, ""))
    .join("\n")
}

/** Readability as it comes; the ends of blocks are ends of words. */
function byReadability(html: string, url: string): string {
  const serializer = (content: Node) => content
  const found = new Readability<Node>(pageOf(html, url).document, { serializer }).parse()
  return found?.content ? linesIn(found.content) : ""
}

function linesIn(node: Node): string {
  if (node.nodeType === 3) return (node.textContent ?? "").replace(/\s+/gu, " ")
  const inside = Array.from(node.childNodes, linesIn).join("")
  return INLINE.has(node.nodeName.toLowerCase()) ? inside : `\n${inside}\n`
}

function print(): void {
  console.log(`${truths.length} pages`.padEnd(26), "    F1", "precision", "recall", "ms a page")
  for (const { name, scores, milliseconds } of extractors) {
    const { f1, precision, recall } = scoreOf(scores)
    const [a, b, c] = [f1, precision, recall].map((value) => value.toFixed(3))
    console.log(
      name.padEnd(26),
      a?.padStart(6),
      b?.padStart(9),
      c?.padStart(6),
      (milliseconds / truths.length).toFixed(0).padStart(9),
    )
  }
}
