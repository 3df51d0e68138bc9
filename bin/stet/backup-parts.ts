/**
 * The inside of a backup (docs/decisions/048-backups.md): lines. The first says what it is; then come the parts, each a line
 * that names it, its rows, one a line as Postgres' COPY writes them in text, and a line of `\.`, which no row can be; and
 * the last line says of each part how many bytes and rows it has, and their SHA-256. Knows no file and no database.
 */
import { createHash } from "node:crypto"
import { z } from "zod"
import { Problem } from "../house/problem.mjs"

const VERSION = 1

/** What a backup begins with. */
export const Head = z.object({
  stet: z.literal("backup"),
  version: z.number().int(),
  /** ISO 8601, in UTC. */
  madeAt: z.string(),
  /** The version of the Stet that made it, and the Postgres under it. */
  by: z.string(),
  postgres: z.string(),
  /** The last migration that its database had, and a digest of all that it had, names and contents. */
  migration: z.string(),
  migrations: z.string(),
  /** The number of the latest transaction that wrote an event: those that come must come after it. */
  latestTransaction: z.string().regex(/^\d{1,18}$/),
  /** By which the server's secret is known again; empty where it was not known. */
  secret: z.string(),
  sequences: z.record(z.string(), z.object({ value: z.string().regex(/^\d+$/), called: z.boolean() })),
  holds: z.string(),
})
export type Head = z.infer<typeof Head>

/** The rows of a table, in these columns; or what was queued and not done, a JSON value a line. */
export const Part = z.union([
  z.object({ table: z.string(), columns: z.array(z.string()).min(1) }),
  z.object({ queued: z.literal("jobs") }),
])
export type Part = z.infer<typeof Part>

const Sum = z.object({ part: z.string(), rows: z.number().int(), bytes: z.number().int(), sha256: z.string() })
/** What is counted of a part. */
export type Sum = z.infer<typeof Sum>

const End = z.object({ end: z.literal("backup"), parts: z.array(Sum) })

export const nameOf = (part: Part): string => ("table" in part ? part.table : part.queued)

/** Begins a backup of the present version. */
export const headOf = (about: Omit<Head, "stet" | "version">): Head => ({ stet: "backup", version: VERSION, ...about })

const line = (value: unknown) => Buffer.from(`${JSON.stringify(value)}\n`)

const LAST = Buffer.from("\\.\n")

/** Writes the lines of a backup. `rows` are read part by part; `done` is told of each that is written. */
export async function* written(
  head: Head,
  parts: readonly Part[],
  rows: (part: Part) => AsyncIterable<Buffer>,
  done: (sum: Sum) => void = () => undefined,
): AsyncGenerator<Buffer> {
  yield line(head)
  const sums: Sum[] = []
  for (const part of parts) {
    yield line(part)
    const sum = counter(part)
    for await (const bytes of rows(part)) {
      sum.count(bytes)
      yield bytes
    }
    yield LAST
    sums.push(sum.sum())
    done(sum.sum())
  }
  yield line({ end: "backup", parts: sums })
}

function counter(part: Part) {
  const hash = createHash("sha256")
  let rows = 0
  let bytes = 0
  const count = (chunk: Buffer) => {
    hash.update(chunk)
    bytes += chunk.byteLength
    for (let at = chunk.indexOf(10); at !== -1; at = chunk.indexOf(10, at + 1)) rows += 1
  }
  return { count, sum: (): Sum => ({ part: nameOf(part), rows, bytes, sha256: hash.copy().digest("hex") }) }
}

/** So long may a line be that is none of a table. */
const LONGEST_LINE = 1024 * 1024

const damaged = (why: string) => new Problem(`The backup is damaged: ${why}.`)

export interface ReadParts {
  head: Head
  /** Gives each part and its rows, which are to be read before the next part is asked for. */
  parts: () => AsyncGenerator<{ part: Part; rows: AsyncGenerator<Buffer> }>
  /** To be asked when all parts are read: what was counted of each. Throws where it is not what the last line says. */
  end: () => Promise<Sum[]>
}

/** Reads the lines of a backup. Throws a `Problem` where they are none, or none that this Stet can read. */
export async function readParts(chunks: AsyncIterable<Buffer>): Promise<ReadParts> {
  const lines = lineReader(chunks)
  const first = z.looseObject({ stet: z.literal("backup"), version: z.number() }).safeParse(await lines.value())
  if (!first.success) throw new Problem("This is no backup of Stet.")
  if (first.data.version > VERSION)
    throw new Problem("This backup was made by a newer Stet, in a form that this one can’t read. Update Stet first.")
  const head = Head.safeParse(first.data)
  if (!head.success) throw damaged("its first line is not whole")
  const sums: Sum[] = []
  let last: unknown
  async function* parts(): ReturnType<ReadParts["parts"]> {
    for (;;) {
      const value = await lines.value()
      const part = Part.safeParse(value)
      if (!part.success) {
        last = value
        return
      }
      const sum = counter(part.data)
      yield { part: part.data, rows: counted(lines.rows(), sum.count) }
      sums.push(sum.sum())
    }
  }
  const end = async () => {
    const told = End.safeParse(last)
    if (!told.success) throw damaged("it does not say what is in it")
    if (!(await lines.isOver())) throw damaged("it goes on after its end")
    compare(told.data.parts, sums)
    return sums
  }
  return { head: head.data, parts, end }
}

async function* counted(rows: AsyncIterable<Buffer>, count: (bytes: Buffer) => void): AsyncGenerator<Buffer> {
  for await (const bytes of rows) {
    count(bytes)
    yield bytes
  }
}

function compare(told: Sum[], found: Sum[]): void {
  if (told.length !== found.length) throw damaged("parts of it are missing")
  for (const [at, sum] of told.entries()) {
    const { part, rows, bytes, sha256 } = found[at] ?? sum
    if (part !== sum.part || rows !== sum.rows || bytes !== sum.bytes || sha256 !== sum.sha256)
      throw damaged(`“${sum.part}” is not what was written`)
  }
}

/** Reads a stream by the line, and the rows of a part as they come, however long they are. */
function lineReader(chunks: AsyncIterable<Buffer>) {
  const source = chunks[Symbol.asyncIterator]()
  let held: Buffer = Buffer.alloc(0)

  /** Whether there is more. */
  async function fill(): Promise<boolean> {
    const { value, done } = await source.next()
    if (done) return false
    held = held.byteLength === 0 ? value : Buffer.concat([held, value])
    return true
  }

  async function value(): Promise<unknown> {
    let end = held.indexOf(10)
    while (end === -1) {
      if (held.byteLength > LONGEST_LINE || !(await fill())) throw damaged("it ends in the middle")
      end = held.indexOf(10)
    }
    const text = held.subarray(0, end).toString("utf8")
    held = held.subarray(end + 1)
    try {
      return JSON.parse(text) as unknown
    } catch {
      throw damaged("a line of it can’t be read")
    }
  }

  /** Up to the line of `\.`. The end of the line before is looked for too: of what is escaped, a row may end in the same. */
  async function* rows(): AsyncGenerator<Buffer> {
    const mark = Buffer.from("\n\\.\n")
    // As if there were a line before the first row.
    held = Buffer.concat([Buffer.from("\n"), held])
    let skipped = 1
    for (;;) {
      const end = held.indexOf(mark)
      const upTo = end === -1 ? Math.max(held.byteLength - mark.byteLength, 0) : end + 1
      if (upTo > skipped) yield held.subarray(skipped, upTo)
      if (end !== -1) {
        held = held.subarray(end + mark.byteLength)
        return
      }
      skipped = Math.max(skipped - upTo, 0)
      held = held.subarray(upTo)
      if (!(await fill())) throw damaged("it ends in the middle")
    }
  }

  return { value, rows, isOver: async () => held.byteLength === 0 && !(await fill()) }
}
