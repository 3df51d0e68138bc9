/**
 * The sentence with which readers are told of a contact, drafted in the article's language: what was tried and what came
 * of it, never what was said, and nothing of what was off the record. Its words are the article's, not the interface's.
 */
import type { ContactChannel, ContactFields, ContactOutcome } from "./contact"

type Told = Pick<ContactFields, "whom" | "channel" | "deadline" | "outcome" | "onRecord">

/** Null where there is nothing to tell readers. `zone` is that of the desk, `language` BCP 47: English where it has no words. */
export function sentenceForReaders(
  contact: Told,
  { language, zone }: { language: string; zone: string },
): string | null {
  if (!contact.onRecord) return null
  const isGerman = /^de\b/i.test(language)
  const known = isGerman || /^en\b/i.test(language) ? language : "en"
  // Plain English writes the day before the month, as the world does outside the United States.
  const words = known === "en" ? "en-GB" : known
  const at = contact.deadline === null ? null : momentIn(contact.deadline, words, zone)
  return (isGerman ? GERMAN : ENGLISH)[contact.outcome](contact.whom, contact.channel, at)
}

interface MomentWords {
  time: string
  day: string
}
type Sentence = (whom: string, by: ContactChannel, deadline: MomentWords | null) => string

const BY: Record<ContactChannel, { en: string; de: string }> = {
  phone: { en: " by phone", de: "Auf telefonische Anfrage" },
  mail: { en: " by e-mail", de: "Auf Anfrage per E-Mail" },
  message: { en: " by message", de: "Auf Anfrage per Nachricht" },
  in_person: { en: " in person", de: "Auf persönliche Anfrage" },
  letter: { en: " by letter", de: "Auf Anfrage per Brief" },
  social: { en: " on social media", de: "Auf Anfrage über soziale Medien" },
  other: { en: "", de: "Auf Anfrage" },
}

const ENGLISH: Record<ContactOutcome, Sentence> = {
  pending: (whom, by, at) =>
    `${whom} has been asked for comment${BY[by].en}${at ? ` and given until ${at.time} on ${at.day} to reply` : ""}.`,
  confirmed: (whom, by) => `Asked${BY[by].en}, ${within(whom)} confirmed this.`,
  disputed: (whom, by) => `Asked${BY[by].en}, ${within(whom)} disputed this.`,
  corrected: (whom, by) => `Asked${BY[by].en}, ${within(whom)} corrected this.`,
  declined: (whom) => `${whom} declined to comment.`,
  no_answer: (whom, by, at) =>
    at
      ? `${whom} did not reply to questions by ${at.time} on ${at.day}.`
      : `${whom} did not reply to questions put${BY[by].en || " to them"}.`,
}

const GERMAN: Record<ContactOutcome, Sentence> = {
  pending: (whom, _, at) =>
    `${whom} wurde um Stellungnahme gebeten${at ? `, mit einer Frist bis zum ${at.day}, ${at.time} Uhr` : ""}.`,
  confirmed: (whom, by) => `${BY[by].de} bestätigte ${within(whom)} dies.`,
  disputed: (whom, by) => `${BY[by].de} widersprach ${within(whom)}.`,
  corrected: (whom, by) => `${BY[by].de} berichtigte ${within(whom)} die Angabe.`,
  declined: (whom) => `${whom} wollte sich nicht äußern.`,
  no_answer: (whom, _, at) =>
    at
      ? `${whom} antwortete bis zum ${at.day}, ${at.time} Uhr, nicht auf Fragen.`
      : `${whom} antwortete nicht auf Fragen.`,
}

/** Within a sentence an article has no capital. */
const within = (whom: string) => whom.replace(/^(The|Der|Die|Das|Ein|Eine) /, (article) => article.toLowerCase())

function momentIn(moment: string, locale: string, timeZone: string): MomentWords {
  const at = new Date(moment)
  return {
    time: new Intl.DateTimeFormat(locale, { hour: "2-digit", minute: "2-digit", timeZone }).format(at),
    day: new Intl.DateTimeFormat(locale, { day: "numeric", month: "long", timeZone }).format(at),
  }
}
