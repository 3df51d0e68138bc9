"use client"
/** A spreadsheet as a grid: the rows in sight of one sheet or several, with the cell that is cited marked. */
import Link from "next/link"
import { useTranslations } from "next-intl"
import { useEffect, useRef } from "react"
import { buttonClasses } from "@/components/ui/button"
import { classes } from "@/components/ui/classes"
import type { Span } from "@/lib/anchor/graphemes"
import { columnLetters } from "@/lib/domain/locator"
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
  const lines = rows.map((row) => ({ ...row, cells: row.words.split("\t") }))
  const columns = Math.max(1, ...lines.map(({ cells }) => cells.length))
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
        <Letters columns={columns} />
        <tbody>
          {lines.map(({ row, start, cells }) => (
            <tr key={start} data-row={row}>
              <th
                scope="row"
                className="sticky left-0 z-10 border-r border-b border-line bg-panel px-2 py-1 text-right text-xs font-normal text-ink-3"
              >
                {row}
              </th>
              {Array.from({ length: columns }, (_, column) => (
                <Cell
                  key={column}
                  column={column}
                  words={cells[column] ?? ""}
                  start={start + cells.slice(0, column).join("\t").length + Math.min(column, 1)}
                  mark={mark}
                  cited={isHere && cell.row === row && (cell.column === null || cell.column === column) ? "yes" : "no"}
                />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Letters({ columns }: { columns: number }) {
  return (
    <thead>
      <tr>
        <td className={classes(HEAD, "sticky left-0 z-20")} />
        {Array.from({ length: columns }, (_, column) => (
          <th key={column} scope="col" className={HEAD}>
            {columnLetters(column)}
          </th>
        ))}
      </tr>
    </thead>
  )
}

const HEAD = "sticky top-0 z-10 border-r border-b border-line bg-panel px-2 py-1 text-xs font-semibold text-ink-3"

interface CellProps {
  column: number
  words: string
  start: number
  mark: Span | null
  cited: "yes" | "no"
}

function Cell({ column, words, start, mark, cited }: CellProps) {
  const box = useRef<HTMLTableCellElement>(null)
  useEffect(() => {
    if (cited === "yes" && !mark) box.current?.scrollIntoView({ block: "center", inline: "nearest" })
  }, [cited, mark])
  return (
    <td
      ref={box}
      data-words=""
      data-column={column}
      className={classes(
        "max-w-96 border-r border-b border-line px-2 py-1 align-top wrap-break-word",
        cited === "yes" && "bg-accent-soft outline-2 -outline-offset-2 outline-accent",
      )}
    >
      <MarkedWords words={words} start={start} mark={mark} />
    </td>
  )
}
