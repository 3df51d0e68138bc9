/** Going from row to row of a list by keys: between their checkboxes, or their links where nothing can be chosen. */
import type { KeyboardEvent } from "react"

const STOP = "input[type=checkbox]:not(:disabled)"

/** Leads the focus to the next row, or the one before; to the first where no row has it. */
export function stepRow(table: HTMLElement | null, by: 1 | -1): void {
  const rows = [...(table?.querySelectorAll<HTMLElement>("tbody tr") ?? [])]
  const at = rows.findIndex((row) => row.contains(document.activeElement))
  const row = rows[at === -1 ? 0 : at + by]
  const stop = row?.querySelector<HTMLElement>(STOP) ?? row?.querySelector<HTMLElement>("a")
  stop?.focus()
  row?.scrollIntoView({ block: "nearest" })
}

/** Arrows go between checkboxes; with Shift they choose on the way. */
export function onRowKeys(event: KeyboardEvent<HTMLElement>): void {
  const by = { ArrowDown: 1, ArrowUp: -1 }[event.key]
  const box = event.target
  if (!by || !(box instanceof HTMLInputElement) || box.type !== "checkbox") return
  event.preventDefault()
  stepRow(event.currentTarget, by as 1 | -1)
  const reached = document.activeElement
  if (event.shiftKey && reached instanceof HTMLInputElement && reached !== box && reached.checked !== box.checked)
    reached.click()
}
