/**
 * How long each format takes for an article with ten thousand claims, and how much memory above what is idle. Each runs in
 * a process of its own, since memory is given back to nobody.
 */
import { execFile } from "node:child_process"
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs"
import { fileURLToPath } from "node:url"
import { promisify } from "node:util"
import { anchorOf, articleOf, claimOf, fixOf, ratingOf, sourced } from "../../lib/document/testing/annotated"
import { FORMATS } from "../../lib/document/formats"
import { readMarkdown } from "../../lib/document"
import type { AnnotatedArticle } from "../../lib/domain/annotated-article"
import { publicNotes } from "../../lib/document/public-notes"
import { ExportFormat } from "../../lib/domain/export-format"
import type { PublicReport } from "../../lib/domain/report"
import { reportWords } from "../../lib/messages/translator"
import type { App } from "./app"
import { client, overlappingSpans, sampleArticle } from "./client"
import { measure, row, timed, type Row } from "./measure"

const WORDS = 100_000
const CLAIMS = 10_000
const RUNS = 5

/** What one process measures: milliseconds of each run, and bytes of the first one. */
export interface Measured {
  times: number[]
  memory: number
}

/** Formats that are text: who asks for one waits for it. */
const TEXTS = ["markdown", "critic", "html", "annotations", "claimreview", "csv"] as const

/** Rows of each text as somebody waits for it: from the request to its last byte, read from the database and written. */
export async function waitedRows({ url, editor, folder }: App): Promise<Row[]> {
  const desk = client(url, editor.token)
  const words = sampleArticle(WORDS, "waited for")
  const { id } = await desk.importArticle(words)
  const spans = overlappingSpans(words, CLAIMS)
  for (let at = 0; at < CLAIMS; at += 1_000) await desk.markClaims(id, spans.slice(at, at + 1_000))
  const rows: Row[] = []
  for (const format of TEXTS) {
    const ask = () => desk.get(`/articles/${id}/export?format=${format}&profile=internal`)
    rows.push(await measure(`${CLAIMS} claims as ${format}, waited for`, RUNS, ask))
    const memory = await peakOf(folder, ask)
    if (memory !== null) rows.push(memoryRow(`${CLAIMS} claims as ${format}, the server’s memory above idle`, memory))
  }
  return rows
}

/** What a server holds at most above what it held before, in bytes; null where the system does not tell. */
async function peakOf(folder: string, run: () => Promise<unknown>): Promise<number | null> {
  const server = serverIn(folder)
  if (server === null) return null
  const held = (what: string) =>
    Number(new RegExp(`${what}:\\s+(\\d+)`).exec(readFileSync(`${server}/status`, "utf8"))?.[1]) * 1024
  const idle = held("VmRSS")
  // The peak is counted anew from here.
  writeFileSync(`${server}/clear_refs`, "5")
  await run()
  return Math.max(0, held("VmHWM") - idle)
}

/** Where Linux tells of the process that serves a data folder. */
function serverIn(folder: string): string | null {
  if (!existsSync("/proc/self/environ")) return null
  const processes = readdirSync("/proc").filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid)
  const found = processes.find((name) => {
    try {
      const said = (file: string) => readFileSync(`/proc/${name}/${file}`, "utf8")
      return said("cmdline").includes("bin/start.mjs") && said("environ").includes(`STET_DATA=${folder}`)
    } catch {
      // It has ended, or is somebody else's.
      return false
    }
  })
  return found === undefined ? null : `/proc/${found}`
}

const memoryRow = (name: string, bytes: number): Row => ({
  ...{ name, runs: 1, p50: bytes / 1e6, p95: bytes / 1e6 },
  unit: "MB",
})

/** Rows of every format with all that a claim can have, without the database: its time, and its memory. */
export async function exportRows(): Promise<Row[]> {
  const rows: Row[] = []
  for (const format of ExportFormat.options) {
    const { times, memory } = await apart(format)
    rows.push(row(`${CLAIMS} full claims as ${format}, written`, times))
    rows.push(memoryRow(`${CLAIMS} full claims as ${format}, memory above idle`, memory))
  }
  return rows
}

async function apart(format: ExportFormat): Promise<Measured> {
  const script = fileURLToPath(new URL("../bench-exports.ts", import.meta.url))
  const { stdout } = await promisify(execFile)(process.execPath, ["--expose-gc", "--import", "tsx", script, format])
  return JSON.parse(stdout) as Measured
}

/** Writes the article in that format, here: first for its memory, then for its time. */
export async function measureHere(format: ExportFormat): Promise<Measured> {
  const setting = { ...(await reportWords("en-GB")), origin: "https://stet.example.org" }
  const article = articleWithClaims()
  const shared = { publishNames: true, approvals: 1, threads: [], legal: "kept", setting } as const
  const report = onTheWeb(article)
  const write = () => FORMATS[format].write(article, { profile: "internal", ...shared, report })
  global.gc?.()
  const idle = process.memoryUsage().rss
  write()
  const memory = process.resourceUsage().maxRSS * 1024 - idle
  const times: number[] = []
  for (let run = 0; run < RUNS; run += 1) times.push(await timed(() => Promise.resolve(write())))
  return { times, memory }
}

/** Claims that overlap in all ways there are; every eighth with a fix. */
function articleWithClaims(): AnnotatedArticle {
  const words = sampleArticle(WORDS, "exports")
  const { document } = readMarkdown(`# ${words}`, {})
  const { text } = articleOf(document, []).revision
  const verdict = {
    of: ratingOf("missing_context"),
    conclusion: "The figure is that of another month, as the table of the council shows.",
    explanation: "In June it was half of that.\n\nThe council has corrected its table since.",
    workingNote: "Ask the harbour office again.",
  }
  const claims = overlappingSpans(words, CLAIMS).map((span, at) => {
    const source = sourced("refutes", "Table of the harbour office", `https://example.org/table?page=${at}`, "row 3")
    const evidence = [source, sourced("context", "Minutes of the council", null, null)]
    const given = { state: "approved" as const, statement: "The ferry carried fewer people.", claimant: "the council" }
    const claim = claimOf(at + 1, [anchorOf(text, span)], { ...given, verdict, evidence })
    return at % 8 === 5 ? { ...claim, fix: fixOf(at + 1, "another word") } : claim
  })
  return articleOf(document, claims)
}

/** The same as it would be published: what reviews of claims are made from. */
function onTheWeb(article: AnnotatedArticle): PublicReport {
  const { id: articleId, title, dek, byline, publisher, publishedOn, sourceUrl, language, revision } = article
  const at = article.signedOffAt ?? revision.createdAt
  return {
    desk: { slug: "bench", name: "Bench", url: null, language: "en", hasMethod: false },
    ...{ articleId, title, dek, byline, publisher, publishedOn, sourceUrl, language, document: revision.document },
    ...{ version: 1, latest: 1, signedAt: at, publishedAt: at, underReviewSince: null, corrections: [] },
    notes: publicNotes(article, { publishNames: true }),
  }
}
