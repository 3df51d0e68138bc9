/** `stet import`: files and pages of the web become articles, one after the other. */
import { closeSync, existsSync, openSync, readSync, statSync } from "node:fs"
import { basename, resolve } from "node:path"
import { importArticle } from "../../lib/desk/imports"
import { importLink } from "../../lib/desk/links"
import { memberOf } from "../../lib/desk/people"
import { MOST_BYTES } from "../../lib/document/limits"
import { formatOfFile, ImportMetadata, type ImportResult } from "../../lib/domain/article"
import { ImportLink } from "../../lib/domain/import"
import { Refusal } from "../../lib/domain/refusal"
import type { Actor } from "../../lib/domain/workspace"
import { Problem } from "../house/problem.mjs"
import { refusalWords, whoIn, wordsOf, type Question, type Reply, type Tell } from "./reply"

/** What became of one that was named. */
type Outcome = { name: string } & (ImportResult | { error: string })

export async function importAll({ names, options, cwd }: Question, tell: Tell): Promise<Reply> {
  const actor = await memberOf(whoIn(options))
  const given = ImportMetadata.parse(options.kind === undefined ? {} : { kind: options.kind })
  const outcomes: Outcome[] = []
  for (const [at, name] of names.entries()) {
    tell({ progress: `${at + 1} of ${names.length}: ${name}` })
    const outcome = await tried(actor, name, { cwd, given })
    outcomes.push(outcome)
    for (const line of inWords(outcome)) tell({ line })
  }
  const failed = outcomes.filter((one) => "error" in one).length
  return { lines: [], value: { imports: outcomes }, code: failed > 0 ? 1 : 0 }
}

interface From {
  cwd: string
  given: ImportMetadata
}

/** What is wrong with one keeps none of the others out. */
async function tried(actor: Actor, name: string, from: From): Promise<Outcome> {
  try {
    return { name, ...(await (/^https?:\/\//i.test(name) ? fromPage : fromFile)(actor, name, from)) }
  } catch (error) {
    if (error instanceof Refusal) return { name, error: refusalWords(error) }
    if (error instanceof Problem) return { name, error: error.message }
    throw error
  }
}

async function fromPage(actor: Actor, url: string, { given }: From): Promise<ImportResult> {
  const input = ImportLink.safeParse({ url, given })
  if (!input.success) throw new Problem("This is no address of a page.")
  return importLink(actor, input.data)
}

async function fromFile(actor: Actor, name: string, { cwd, given }: From): Promise<ImportResult> {
  const fileName = basename(name)
  const format = formatOfFile(fileName)
  return importArticle(actor, { origin: "file", bytes: bytesOf(resolve(cwd, name)), format, fileName, given })
}

/** The bytes of a file; so much of it as is too much says that it is. */
function bytesOf(path: string): Uint8Array {
  if (!existsSync(path)) throw new Problem("There is no such file.")
  try {
    const about = statSync(path)
    if (!about.isFile()) throw new Problem("This is no file.")
    const bytes = new Uint8Array(Math.min(about.size, MOST_BYTES + 1))
    const file = openSync(path, "r")
    try {
      let length = 0
      for (let read = -1; read !== 0; length += read) read = readSync(file, bytes, length, bytes.length - length, null)
      return bytes.subarray(0, length)
    } finally {
      closeSync(file)
    }
  } catch (error) {
    if (error instanceof Problem) throw error
    throw new Problem(`It can’t be read: ${(error as Error).message}`)
  }
}

function inWords(outcome: Outcome): string[] {
  if ("error" in outcome) return [`not imported   ${outcome.name}: ${outcome.error}`]
  const { duplicate, articleId, title, name, notices } = outcome
  const t = wordsOf("notice")
  const said = `${duplicate ? "there already " : "imported      "} ${articleId}  ${title}  (${name})`
  return [said, ...notices.map((key) => `               ${t(key)}`)]
}
