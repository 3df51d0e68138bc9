/** Tables as programs write them. */
import { expect, test } from "vitest"
import { csvOf } from "../domain/csv"
import { readTable } from "./read-table"

test("a table is read with commas, semicolons and tabs, quoted cells and lines in them", () => {
  const rows = [
    ["id", "statement", "n"],
    ["a", 'She said "no",\nthen left; so', "1"],
  ]
  for (const delimiter of [",", ";", "\t"]) {
    const text = rows
      .map((cells) => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(delimiter))
      .join("\r\n")
    expect(readTable(`\uFEFF${text}\r\n\r\n`), delimiter).toEqual(rows)
  }
})

test("a table that Stet wrote is read as it was", () => {
  const rows = [
    ["a", "1,5"],
    ["b", 'x "y"'],
  ]
  expect(readTable(csvOf({ columns: ["id", "words"], rows }))).toEqual([["id", "words"], ...rows])
})

test("a quotation that never ends is refused", () => {
  expect(() => readTable('id,statement\na,"The ferry sank.\nb,c')).toThrowError(
    expect.objectContaining({ key: "memory.unreadable" }) as Error,
  )
})
