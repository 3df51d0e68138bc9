/** A backup's lines: what is written is read again, wherever a stream is cut into chunks, and nothing else is. */
import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { headOf, nameOf, readParts, written, type Part, type Sum } from "./backup-parts"

const HEAD = headOf({
  madeAt: "2026-01-02T03:04:05.000Z",
  by: "0.1.0",
  postgres: "18.4",
  migration: "20260101000000_first",
  migrations: "abc",
  latestTransaction: "7",
  secret: "def",
  sequences: {},
  holds: "all",
})

const partOf = (name: string): Part => ({ table: name, columns: ["id"] })

/** Rows as COPY writes them: none holds a bare end of line, or a bare backslash before a full stop. */
const row = fc
  .array(fc.constantFrom("a", "\\\\", "\\\\.", "\\n", "\t", "é", "."), { maxLength: 6 })
  .map((pieces) => `${pieces.join("")}x\n`)

async function* cut(bytes: Buffer, size: number): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.byteLength; at += size) yield bytes.subarray(at, at + size)
}

async function write(tables: Record<string, string[]>): Promise<Buffer> {
  const rows = async function* (part: Part) {
    for (const one of tables[nameOf(part)] ?? []) yield Buffer.from(one)
  }
  const chunks: Buffer[] = []
  for await (const chunk of written(HEAD, Object.keys(tables).map(partOf), rows)) chunks.push(chunk)
  return Buffer.concat(chunks)
}

async function read(chunks: AsyncIterable<Buffer>): Promise<{ tables: Record<string, string>; sums: Sum[] }> {
  const { parts, end } = await readParts(chunks)
  const tables: Record<string, string> = {}
  for await (const { part, rows } of parts()) {
    const pieces: Buffer[] = []
    for await (const piece of rows) pieces.push(piece)
    tables[nameOf(part)] = Buffer.concat(pieces).toString()
  }
  return { tables, sums: await end() }
}

const TABLES = { Article: ["1\tNight bus\n", "2\t\\\\.\n"], Nobody: [], Claim: ["3\n"] }

describe("a backup", () => {
  test("is read as it was written, however it is cut into chunks", async () => {
    const tables = fc.tuple(fc.array(row, { maxLength: 5 }), fc.array(row, { maxLength: 5 }))
    await fc.assert(
      fc.asyncProperty(tables, fc.integer({ min: 1, max: 40 }), async ([one, other], size) => {
        const found = await read(cut(await write({ one, other }), size))
        expect(found.tables).toEqual({ one: one.join(""), other: other.join("") })
        expect(found.sums.map(({ rows }) => rows)).toEqual([one.length, other.length])
      }),
      { numRuns: 200 },
    )
  })

  test("is refused wherever it is cut off", async () => {
    const whole = await write(TABLES)
    for (let length = 0; length < whole.byteLength; length += 1)
      await expect(read(cut(whole.subarray(0, length), 50)), `cut at ${length}`).rejects.toThrow()
  })

  test.each([
    ["a byte is another one", (text: string) => text.replace("Night bus", "Night tax")],
    ["a row is missing", (text: string) => text.replace("3\n", "")],
    ["a part is missing", (text: string) => text.replace(/\{"table":"Claim.*?\\\.\n/s, "")],
    ["something stands after its end", (text: string) => `${text}more`],
    ["its last line is missing", (text: string) => text.replace(/\{"end".*\n/, "")],
  ])("is refused where %s", async (_, changed) => {
    const text = (await write(TABLES)).toString()
    const damaged = Buffer.from(changed(text))
    expect(damaged.toString()).not.toBe(text)
    await expect(read(cut(damaged, 64))).rejects.toThrow("damaged")
  })

  test("of a newer form is refused, and so is what is none", async () => {
    const newer = Buffer.from(`${JSON.stringify({ ...HEAD, version: 2 })}\n`)
    await expect(read(cut(newer, 64))).rejects.toThrow("Update Stet first")
    await expect(read(cut(Buffer.from('{"stet":"bundle"}\n'), 64))).rejects.toThrow("no backup of Stet")
  })
})
