/** What is tried on the rounds of another desk, and what of them is neither act nor read. */

export const ROUNDS_APART: Record<string, string> = {
  "seen-sql.isPassed": "pure",
  "seen-sql.isSeenArticle": "pure",
  "seen-sql.isSeenSource": "pure",
}
