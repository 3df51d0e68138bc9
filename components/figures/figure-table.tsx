/** The numbers behind a chart, folded away until they are asked for. The first cell of a row names it. */
import type { ReactNode } from "react"

export interface FigureTableProps {
  /** What folds it out, its name, and what is said below it, if anything. */
  words: { open: string; label: string; after?: string }
  columns: readonly string[]
  rows: readonly { key: string; cells: readonly ReactNode[] }[]
}

const cell = "border-b border-line px-2 py-1.5 first:pl-0 not-first:text-right align-top"

export function FigureTable({ words, columns, rows }: FigureTableProps) {
  return (
    <details className="group mt-3">
      <summary className="w-fit rounded-sm text-xs font-[550] text-ink-2 hover:text-ink">{words.open}</summary>
      <div
        tabIndex={0}
        role="group"
        aria-label={words.label}
        className="mt-2 max-h-96 overflow-auto overscroll-contain rounded-sm"
      >
        <table aria-label={words.label} className="w-full border-collapse text-xs tabular-nums">
          <thead>
            <tr>
              {columns.map((column) => (
                <th key={column} scope="col" className={`${cell} text-left font-semibold text-ink-2`}>
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ key, cells: [name, ...numbers] }) => (
              <tr key={key}>
                <th scope="row" className={`${cell} text-left font-normal wrap-break-word`}>
                  {name}
                </th>
                {numbers.map((number, at) => (
                  <td key={columns[at + 1]} className={cell}>
                    {number}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
        {words.after && <p className="py-1.5 text-xs text-ink-3">{words.after}</p>}
      </div>
    </details>
  )
}
