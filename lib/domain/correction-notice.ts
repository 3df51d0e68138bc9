/**
 * What readers are told of a correction, drafted in the article's language from the difference of the signed-off states.
 * Its words are the article's, not the interface's.
 */
import { inQuotes } from "./quotation"
import { changesOfClaim, type ClaimChange, type CorrectionKind, type SignedClaim } from "./sign-off"

interface Changed {
  before: SignedClaim | undefined
  now: SignedClaim | undefined
}

/** Null where the claim is as it was. `language` is BCP 47: English where it has no words. */
export function correctionNotice({ before, now }: Changed, kind: CorrectionKind, language: string): string | null {
  const changes = changesOfClaim(before, now)
  if (changes.length === 0) return null
  const say = wordsIn(language)
  const told: Record<ClaimChange, () => string> = {
    withdrawn: () => say.withdrawn(quote(before)),
    rating: () => say.rating(quote(now), labelOf(before, say), labelOf(now, say)),
    conclusion: () => say.conclusion(now?.conclusion ?? ""),
    words: () => say.words(quote(before), quote(now)),
    told: () => say.told(quote(now)),
    sources: () => say.sources(quote(now)),
    checked: () => say.checked(quote(now), labelOf(now, say)),
  }
  return [say[kind], ...changes.map((change) => told[change]())].join(" ")
}

const quote = (claim: SignedClaim | undefined) => claim?.words ?? ""

function labelOf(claim: SignedClaim | undefined, { language }: Notices): string {
  const label = claim?.rating?.label ?? {}
  return label[language] ?? label.en ?? ""
}

const wordsIn = (language: string): Notices => (/^de\b/i.test(language) ? GERMAN : ENGLISH)

/** The same for a text that was changed, after what is said of a claim that was reopened if one was. */
export function textNotice(kind: CorrectionKind, language: string, ofClaim: string | null = null): string {
  const say = wordsIn(language)
  return `${ofClaim ?? say[kind]} ${say.text}`
}

interface Notices extends Record<CorrectionKind, string> {
  language: "en" | "de"
  withdrawn: (words: string) => string
  rating: (words: string, from: string, to: string) => string
  conclusion: (conclusion: string) => string
  words: (from: string, to: string) => string
  told: (words: string) => string
  sources: (words: string) => string
  checked: (words: string, rating: string) => string
  text: string
}

const english = (words: string) => inQuotes(words, ["“", "”"])
const german = (words: string) => inQuotes(words, ["„", "“"])

const ENGLISH: Notices = {
  language: "en",
  verdict_changing: "Correction:",
  factual: "Correction:",
  update: "Update:",
  void: "Retraction:",
  withdrawn: (words) => `We no longer stand by our check of ${english(words)}.`,
  rating: (words, from, to) => `${english(words)} was rated “${from}” and is now rated “${to}”.`,
  conclusion: (conclusion) => `Our conclusion now reads: ${conclusion}`,
  words: (from, to) => (to ? `${english(from)} now reads ${english(to)}.` : `${english(from)} was taken out.`),
  told: (words) => `We have revised what we say about ${english(words)}.`,
  sources: (words) => `We have revised the sources that we name on ${english(words)}.`,
  checked: (words, rating) => `${english(words)} has been checked: ${rating}.`,
  text: "The text has been changed.",
}

const GERMAN: Notices = {
  language: "de",
  verdict_changing: "Berichtigung:",
  factual: "Berichtigung:",
  update: "Aktualisierung:",
  void: "Rücknahme:",
  withdrawn: (words) => `Unsere Prüfung von ${german(words)} halten wir nicht aufrecht.`,
  rating: (words, from, to) => `${german(words)} war als „${from}“ bewertet und ist jetzt als „${to}“ bewertet.`,
  conclusion: (conclusion) => `Unser Fazit lautet jetzt: ${conclusion}`,
  words: (from, to) => (to ? `Aus ${german(from)} wurde ${german(to)}.` : `${german(from)} wurde gestrichen.`),
  told: (words) => `Unsere Angaben zu ${german(words)} haben wir überarbeitet.`,
  sources: (words) => `Die Quellen, die wir zu ${german(words)} nennen, haben wir überarbeitet.`,
  checked: (words, rating) => `${german(words)} wurde geprüft: ${rating}.`,
  text: "Der Text wurde geändert.",
}
