/** Writes tables as GFM has them: one head row, every row as wide as the widest, cells without padding. */
import type { DocumentNode } from "../domain/article"
import { writeInline } from "./write-inline"
import type { Pen } from "./write-pen"
import type { Alignment } from "./schema"

const RULES: Record<Exclude<Alignment, null> | "none", string> = {
  none: "---",
  left: ":--",
  center: ":-:",
  right: "--:",
}

/** The table's first row is its head, whatever its cells are called: Markdown has no other. */
export function writeTable(pen: Pen, { attrs, content: rows = [] }: DocumentNode): void {
  const align = (attrs?.align ?? []) as Alignment[]
  const width = Math.max(...rows.map((row) => row.content?.length ?? 0))
  rows.forEach((row, index) => {
    if (index > 0) pen.line()
    writeRow(pen, row, width)
    if (index > 0) return
    pen.line()
    pen.put(`| ${Array.from({ length: width }, (_, column) => RULES[align[column] ?? "none"]).join(" | ")} |`)
  })
}

function writeRow(pen: Pen, { content: cells = [] }: DocumentNode, width: number): void {
  pen.put("|")
  for (let column = 0; column < width; column += 1) {
    pen.put(" ")
    const cell = cells[column]
    if (cell) pen.block("text", () => writeInline(pen, cell.content ?? [], "cell"))
    pen.put(" |")
  }
}
