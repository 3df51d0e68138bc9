/**
 * What of claims and ratings is worked out in the browser too. Types are all it takes from its neighbours: they parse
 * with zod, which would come along to every page that only shows a label.
 */
import type { Rating } from "./scale"
import type { EvidenceView } from "./source"

/** A rating's label in the reader's language, English where there is none. */
export function ratingLabel(rating: Pick<Rating, "code" | "label">, language: string): string {
  return rating.label[language.split("-")[0] ?? "en"] ?? rating.label.en ?? rating.code
}

/** Whether a rating can be given to a claim of that type; one of no type yet takes any. */
export const fitsType = ({ fits }: Pick<Rating, "fits">, type: string | null): boolean =>
  type === null || fits.length === 0 || fits.includes(type)

/** The claim's words: its spans in the order of the text, a line break as a space, several joined by an ellipsis. */
export function quoteOf(anchors: { quote: string }[]): string {
  return anchors.map((anchor) => anchor.quote.replace(/\s*\n\s*/g, " ")).join(" … ")
}

/** Whether what a source says can be read at the desk: its file, or its page, which was looked at where it is flagged. */
export const hasText = ({ source, lookedUp, flag }: Pick<EvidenceView, "source" | "lookedUp" | "flag">): boolean =>
  source.file !== null ||
  lookedUp !== null ||
  flag === "passage_changed" ||
  flag === "page_gone" ||
  flag === "page_moved"

/** How many sources evidence is from, of which one may be cited several times. */
export const sourcesIn = (evidence: readonly { source: { id: string } }[]): number =>
  new Set(evidence.map(({ source }) => source.id)).size

/** How many independent sources these are: those of one group rest on each other, and so count as one. */
export function independentSources(sources: readonly { id: string; independenceGroup: string | null }[]): number {
  return new Set(sources.map(({ id, independenceGroup }) => independenceGroup?.toLowerCase() ?? id)).size
}
