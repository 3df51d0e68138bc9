/**
 * What readers are told of a correction, drafted in the article's language from the difference of the signed-off states.
 * Its words are the article's, not the interface's.
 */
import { changesOfClaim, type CorrectionKind, type SignedClaim } from "./sign-off"

interface Changed {
  before: SignedClaim | undefined
  now: SignedClaim | undefined
}

/** Null where the claim is as it was. `language` is BCP 47: English where it has no words. */
export function correctionNotice({ before, now }: Changed, kind: CorrectionKind, language: string): string | null {
  const changes = changesOfClaim(before, now)
  if (changes.length === 0) return null
  const isGerman = /^de\b/i.test(language)
  const say = isGerman ? GERMAN : ENGLISH
  const label = (claim: SignedClaim | undefined) =>
    claim?.rating?.label[isGerman ? "de" : "en"] ?? claim?.rating?.label.en ?? ""
  const told = changes.map((change) => {
    if (change === "withdrawn") return say.withdrawn(before?.words ?? "")
    if (change === "rating") return say.rating(now?.words ?? "", label(before), label(now))
    if (change === "conclusion") return say.conclusion(now?.conclusion ?? "")
    if (change === "words") return say.words(before?.words ?? "", now?.words ?? "")
    return say.checked(now?.words ?? "", label(now))
  })
  return [say[kind], ...told].join(" ")
}

/** The same for a text that was changed where no claim was reopened. */
export function textNotice(kind: CorrectionKind, language: string): string {
  const say = /^de\b/i.test(language) ? GERMAN : ENGLISH
  return `${say[kind]} ${say.text}`
}

interface Notices extends Record<CorrectionKind, string> {
  withdrawn: (words: string) => string
  rating: (words: string, from: string, to: string) => string
  conclusion: (conclusion: string) => string
  words: (from: string, to: string) => string
  checked: (words: string, rating: string) => string
  text: string
}

const ENGLISH: Notices = {
  verdict_changing: "Correction:",
  factual: "Correction:",
  update: "Update:",
  void: "Retraction:",
  withdrawn: (words) => `We no longer stand by our check of “${words}”.`,
  rating: (words, from, to) => `“${words}” was rated “${from}” and is now rated “${to}”.`,
  conclusion: (conclusion) => `Our conclusion now reads: ${conclusion}`,
  words: (from, to) => (to ? `“${from}” now reads “${to}”.` : `“${from}” was taken out.`),
  checked: (words, rating) => `“${words}” has been checked: ${rating}.`,
  text: "The text has been changed.",
}

const GERMAN: Notices = {
  verdict_changing: "Korrektur:",
  factual: "Korrektur:",
  update: "Aktualisierung:",
  void: "Rücknahme:",
  withdrawn: (words) => `Unsere Prüfung von „${words}“ halten wir nicht aufrecht.`,
  rating: (words, from, to) => `„${words}“ war als „${from}“ bewertet und ist jetzt als „${to}“ bewertet.`,
  conclusion: (conclusion) => `Unser Fazit lautet jetzt: ${conclusion}`,
  words: (from, to) => (to ? `Aus „${from}“ wurde „${to}“.` : `„${from}“ wurde gestrichen.`),
  checked: (words, rating) => `„${words}“ wurde geprüft: ${rating}.`,
  text: "Der Text wurde geändert.",
}
