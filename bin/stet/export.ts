/** `stet export`: an article with its annotations as a file, or to stdout. */
import { existsSync, renameSync, rmSync, writeFileSync } from "node:fs"
import { resolve } from "node:path"
import { exportArticle, type ExportedFile } from "../../lib/desk/exports"
import { memberOf } from "../../lib/desk/people"
import { ExportQuery } from "../../lib/domain/export-format"
import { Id } from "../../lib/domain/id"
import { Problem } from "../house/problem.mjs"
import { misused, sizeOf, whoIn, type Question, type Reply } from "./reply"

export async function exportOne({ names: [articleId = ""], options, cwd }: Question): Promise<Reply> {
  const { format, profile, output } = options
  if (!Id.safeParse(articleId).success)
    return misused(`“${articleId}” is no id of an article: stet articles shows them.`)
  const wanted = ExportQuery.parse({ format, profile, ...("legal" in options && { legal: "told" }) })
  const file = await exportArticle(await memberOf(whoIn(options)), articleId, wanted)
  const bytes = typeof file.body === "string" ? Buffer.from(file.body) : file.body
  if (output === "-") {
    if (process.stdout.isTTY && typeof file.body !== "string")
      throw new Problem(`${file.fileName} is nothing to read on a terminal: name a file with -o.`)
    await print(bytes)
    return { lines: [], code: 0 }
  }
  const name = output ?? file.fileName
  // One that was named may take another's place; one that we name ourselves takes nobody's.
  if (output === undefined && existsSync(resolve(cwd, name)))
    throw new Problem(`There is a file ${name} already: name another one, or this one, with -o.`)
  write(resolve(cwd, name), bytes, file)
  const value = { file: name, profile: file.profile, mediaType: file.mediaType, bytes: bytes.byteLength }
  return { lines: [`${name}: ${file.profile}, ${sizeOf(bytes.byteLength)}`], value, code: 0 }
}

/** To stdout. Whoever reads it may have read enough, as `head` does. */
function print(bytes: Uint8Array): Promise<void> {
  return new Promise((done, failed) => {
    const ended = (error?: NodeJS.ErrnoException | null) =>
      error && error.code !== "EPIPE" ? failed(new Problem(`stdout can’t be written: ${error.message}`)) : done()
    process.stdout.once("error", ended)
    process.stdout.write(bytes, ended)
  })
}

/** Whole, or not at all; what holds more than anybody may read is nobody else's. */
function write(path: string, bytes: Uint8Array, { profile }: ExportedFile): void {
  const draft = `${path}.${process.pid}.part`
  try {
    writeFileSync(draft, bytes, { flag: "wx", mode: profile === "internal" ? 0o600 : 0o666 })
    renameSync(draft, path)
  } catch (error) {
    rmSync(draft, { force: true })
    throw new Problem(`It can’t be written: ${(error as Error).message}`)
  }
}
