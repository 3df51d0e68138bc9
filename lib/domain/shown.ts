/**
 * What of claims and ratings is worked out in the browser too. Types are all it takes from its neighbours: they parse
 * with zod, which would come along to every page that only shows a label.
 */
import type { Rating } from "./scale"

/** A rating's label in the reader's language, English where there is none. */
export function ratingLabel(rating: Pick<Rating, "code" | "label">, language: string): string {
  return rating.label[language.split("-")[0] ?? "en"] ?? rating.label.en ?? rating.code
}

/** The claim's words: its spans in the order of the text, a line break as a space, several joined by an ellipsis. */
export function quoteOf(anchors: { quote: string }[]): string {
  return anchors.map((anchor) => anchor.quote.replace(/\s*\n\s*/g, " ")).join(" … ")
}
