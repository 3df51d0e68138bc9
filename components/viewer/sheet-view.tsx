"use client"
/** A spreadsheet as a grid: the rows in sight of one sheet or several, with the cell that is cited marked. */
import Link from "next/link"
import { useTranslations } from "next-intl"
import { useEffect, useRef } from "react"
import { buttonClasses } from "@/components/ui/button"
import { classes } from "@/components/ui/classes"
import type { Span } from "@/lib/anchor/graphemes"
import { columnLetters } from "@/lib/domain/locator"
import { gridOf, type GridCell, type GridRow } from "@/lib/domain/text-window"
import type { SourceReading, TextWindow } from "@/lib/domain/viewing"
import { MarkedWords } from "./marked-words"
import { useAddressFrom } from "./window-pager"

export interface SheetViewProps {
  window: TextWindow
  cell: SourceReading["cell"]
  mark: Span | null
}

type Row = TextWindow["parts"][number] & { kind: "row" }

export function SheetView({ window, cell, mark }: SheetViewProps) {
  const rows = window.parts.filter((part): part is Row => part.kind === "row")
  const names = [...new Set(rows.map(({ sheet }) => sheet))]
  return (
    <>
      <Tabs window={window} shown={names} />
      {names.map((name) => (
        <Grid key={name} name={name} rows={rows.filter(({ sheet }) => sheet === name)} cell={cell} mark={mark} />
      ))}
    </>
  )
}

function Tabs({ window: { sheets }, shown }: { window: TextWindow; shown: string[] }) {
  const t = useTranslations("viewer")
  const addressFrom = useAddressFrom()
  if (sheets.length < 2) return null
  return (
    <nav aria-label={t("sheets")} className="mb-3 flex flex-wrap gap-1.5">
      {sheets.map(({ name, from }) => (
        <Link
          key={from}
          href={addressFrom(from)}
          aria-current={shown[0] === name ? "true" : undefined}
          className={classes(buttonClasses("plain", "small"), shown.includes(name) && "bg-panel font-semibold")}
        >
          {name}
        </Link>
      ))}
    </nav>
  )
}

function Grid({ name, rows, cell, mark }: { name: string; rows: Row[] } & Omit<SheetViewProps, "window">) {
  const t = useTranslations("viewer")
  const { left, right, rows: lines } = gridOf(rows)
  const isHere =
    cell !== null && (cell.sheet === null || name === "" || cell.sheet.toLowerCase() === name.toLowerCase())
  return (
    <div
      role="region"
      data-sheet={name}
      aria-label={name || t("table")}
      tabIndex={0}
      className="mb-5 max-h-[75vh] overflow-auto rounded-[10px] border border-line bg-raised"
    >
      <table className="border-separate border-spacing-0 text-ui tabular-nums">
        {name && (
          <caption className="sticky left-0 px-3 py-2 text-left text-xs font-semibold text-ink-2">{name}</caption>
        )}
        <Letters left={left} right={right} />
        <tbody>
          {lines.map((line) => (
            <Line
              key={line.start}
              line={line}
              left={left}
              right={right}
              cited={isHere && cell.row === line.row ? { column: cell.column } : null}
              mark={mark}
            />
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Letters({ left, right }: { left: number; right: number }) {
  return (
    <thead>
      <tr>
        <td className={classes(HEAD, "sticky left-0 z-20")} />
        {Array.from({ length: right - left }, (_, index) => (
          <th key={index} scope="col" className={HEAD}>
            {columnLetters(left + index)}
          </th>
        ))}
      </tr>
    </thead>
  )
}

const HEAD = "sticky top-0 z-10 border-r border-b border-line bg-panel px-2 py-1 text-xs font-semibold text-ink-3"

interface LineProps {
  line: GridRow
  left: number
  right: number
  /** What of the row is cited: a column of it, or all where it is null. Null where nothing is. */
  cited: { column: number | null } | null
  mark: Span | null
}

/** A row: its own cells, and the empty ones beside them as few. */
function Line({ line, left, right, cited, mark }: LineProps) {
  const cells = withCited(line, cited, right)
  return (
    <tr data-row={line.row}>
      <th
        scope="row"
        className="sticky left-0 z-10 border-r border-b border-line bg-panel px-2 py-1 text-right text-xs font-normal text-ink-3"
      >
        {line.row}
      </th>
      <Empty columns={(cells[0]?.column ?? left) - left} />
      {cells.map((cell, index) => (
        <Cell key={cell.column} {...cell} mark={mark} cited={citedAs(cited, cell.column, index)} />
      ))}
      <Empty columns={right - (cells.at(-1)?.column ?? right - 1) - 1} />
    </tr>
  )
}

/** A cell that is cited is drawn though nothing is in it. */
function withCited({ cells }: GridRow, cited: LineProps["cited"], right: number): GridCell[] {
  const last = cells.at(-1)
  const column = cited?.column ?? 0
  if (!last || column <= last.column || column >= right) return cells
  const missing = Array.from({ length: column - last.column }, (_, index) => last.column + 1 + index)
  return [...cells, ...missing.map((column) => ({ column, words: "", start: last.start + last.words.length }))]
}

/** Of a whole row its first cell is what is scrolled to. */
function citedAs(cited: LineProps["cited"], column: number, index: number): CellProps["cited"] {
  if (!cited || (cited.column !== null && cited.column !== column)) return "no"
  return cited.column === null && index > 0 ? "with others" : "here"
}

/** A browser takes no cell to be wider than this. */
const WIDEST = 1_000

function Empty({ columns }: { columns: number }) {
  return Array.from({ length: Math.ceil(columns / WIDEST) }, (_, index) => (
    <td key={index} colSpan={Math.min(WIDEST, columns - index * WIDEST)} className="border-r border-b border-line" />
  ))
}

interface CellProps extends GridCell {
  mark: Span | null
  cited: "here" | "with others" | "no"
}

function Cell({ column, words, start, mark, cited }: CellProps) {
  const box = useRef<HTMLTableCellElement>(null)
  useEffect(() => {
    if (cited === "here" && !mark) box.current?.scrollIntoView({ block: "center", inline: "nearest" })
  }, [cited, mark])
  return (
    <td
      ref={box}
      data-words=""
      data-column={column}
      className={classes(
        "max-w-96 border-r border-b border-line px-2 py-1 align-top wrap-break-word",
        cited !== "no" && "bg-accent-soft outline-2 -outline-offset-2 outline-accent",
      )}
    >
      <MarkedWords words={words} start={start} mark={mark} />
    </td>
  )
}
