/** What is wrong with which row of a file, from the fields of a refusal. Pure. */

export interface WrongRow {
  /** From 1, as a table without its head counts. */
  row: number
  field: string
  message: string
}

/** `checks.11.url` is the field `url` of row 12; fields of no row are left out. */
export function wrongRows(fields: Record<string, string>): WrongRow[] {
  return Object.entries(fields).flatMap(([path, message]) => {
    const [, at, field] = /^checks\.(\d+)\.(\w+)/.exec(path) ?? []
    return at && field ? [{ row: Number(at) + 1, field, message }] : []
  })
}
