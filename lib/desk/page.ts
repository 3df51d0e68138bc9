/** Lists come in pages: a read asks for one row more than a page holds, to know whether there are others. */

/** The page, and the id it ends with where there is more. `rows` were read with `take: limit + 1`. */
export function pageOf<Row extends { id: string }>(rows: Row[], limit: number): { page: Row[]; next: string | null } {
  const page = rows.slice(0, limit)
  return { page, next: rows.length > limit ? (page.at(-1)?.id ?? null) : null }
}
