/** Moments as Word writes them. */

/** ISO 8601 in UTC, or null for what is no moment. Without a zone it is taken for UTC: nobody knows better. */
export function momentOf(written: string | undefined): string | null {
  if (written === undefined || !/^\d{4}-\d\d-\d\dT\d\d:\d\d/u.test(written)) return null
  const at = new Date(/(?:Z|[+-]\d\d:\d\d)$/u.test(written) ? written : `${written}Z`)
  return Number.isNaN(at.getTime()) ? null : at.toISOString()
}
