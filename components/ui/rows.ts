/** Going from row to row of a screen by keys, over all its sections: to the link that a row is, or the row itself. */

/** Leads the focus to the next row, or the one before; to the first where no row has it. */
export function stepRow(screen: HTMLElement | null, by: 1 | -1): void {
  const rows = rowsIn(screen)
  const at = rows.findIndex((row) => row.contains(document.activeElement))
  standOn(rows[at === -1 ? 0 : at + by])
}

/** The row that has the focus. */
export function rowWithFocus(screen: HTMLElement | null): HTMLElement | undefined {
  return rowsIn(screen).find((row) => row.contains(document.activeElement))
}

/** Before a row goes: leads the focus on to the one behind it, or the one before, where the row has it. */
export function leaveRow(screen: HTMLElement | null, id: string): void {
  const rows = rowsIn(screen)
  const at = rows.findIndex((row) => row.dataset.row === id)
  if (rows[at]?.contains(document.activeElement)) standOn(rows[at + 1] ?? rows[at - 1])
}

/** Leads the focus to the row of a claim, wherever it stands now. */
export function goToRow(screen: HTMLElement | null, id: string): void {
  standOn(screen?.querySelector<HTMLElement>(`[data-row="${CSS.escape(id)}"]`))
}

/** The rows on screen, in their order. */
export function rowsIn(screen: HTMLElement | null): HTMLElement[] {
  return [...(screen?.querySelectorAll<HTMLElement>("[data-row]") ?? [])].filter((row) => row.checkVisibility())
}

/** Gives the focus to a row's first link, or where it has none to itself, on screen. */
export function standOn(row: HTMLElement | null | undefined): void {
  if (!row) return
  const link = row.querySelector<HTMLElement>("a")
  if (!link) row.tabIndex = -1
  const target = link ?? row
  target.focus()
  row.scrollIntoView({ block: "nearest" })
}
