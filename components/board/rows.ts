/** Going from row to row of a board by keys, over all its sections: between the links that each row is. */

/** Leads the focus to the next row, or the one before; to the first where no row has it. */
export function stepRow(board: HTMLElement | null, by: 1 | -1): void {
  const rows = [...(board?.querySelectorAll<HTMLElement>("[data-row]") ?? [])].filter((row) => row.checkVisibility())
  const at = rows.findIndex((row) => row.contains(document.activeElement))
  standOn(rows[at === -1 ? 0 : at + by])
}

/** Leads the focus to the row of a claim, wherever it stands now. */
export function goToRow(board: HTMLElement | null, id: string): void {
  standOn(board?.querySelector<HTMLElement>(`[data-row="${CSS.escape(id)}"]`))
}

function standOn(row: HTMLElement | null | undefined): void {
  row?.querySelector<HTMLElement>("a")?.focus()
  row?.scrollIntoView({ block: "nearest" })
}
