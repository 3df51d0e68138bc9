/** Words of a text in quotation marks, once: what is a quotation already keeps its own. Pure. */

const MARK = /[“”„"«»]/u
const WHOLE = /^[“”„"«»]([^“”„"«»]+)[“”„"«»]$/u

const INNER: Record<string, string> = { "“": "‘", "”": "’", "„": "‚", '"': "'", "«": "‹", "»": "›" }

/** Whether words are one whole quotation, with marks of their own around them and none within. */
export const isQuotation = (words: string): boolean => WHOLE.test(words.trim())

/** Words as they stand within quotation marks: theirs become the inner ones. What is behind a digit may be inches, and stays. */
export function withinQuotes(words: string): string {
  return MARK.test(words) ? words.replace(/[“”„«»]|(?<!\d)"/gu, (mark) => INNER[mark] ?? mark) : words
}

/** Words between a pair of marks such as `“”`; those that are a quotation as they are. */
export function inQuotes(words: string, [opens, closes]: readonly [string, string]): string {
  return isQuotation(words) ? words.trim() : `${opens}${withinQuotes(words)}${closes}`
}
