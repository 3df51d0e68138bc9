/** Scales: versioned lists of ratings, of which two ship: ticks on our own copy, and verdicts on other people's claims. */
import { z } from "zod"
import { refuseField } from "./refusal"

export const Job = z.enum(["ours", "theirs"])
export type Job = z.infer<typeof Job>

/** Colour families of the interface; a rating is never told by its colour alone, `shape` goes with it. */
export const RatingTone = z.enum(["true", "mixed", "false", "unproven", "open"])
export type RatingTone = z.infer<typeof RatingTone>

export const Rating = z.object({
  code: z.string(),
  /** Label by language (BCP 47 primary subtag); `en` always exists. */
  label: z.record(z.string(), z.string()),
  definition: z.record(z.string(), z.string()),
  tone: RatingTone,
  /** One glyph that tells the rating without colour. */
  shape: z.string(),
  /** 5 is best, 1 is worst; null where a number would mislead. */
  value: z.number().int().min(1).max(5).nullable(),
  /** Whether a claim with this rating can count as done. */
  settles: z.boolean(),
  /** Whether ClaimReview may carry it. */
  claimReview: z.boolean(),
  /** The types of claims that it fits; none are all. What is stored may not know of it yet. */
  fits: z.array(z.string()).default([]),
})
export type Rating = z.infer<typeof Rating>

export const ScaleRatings = z.array(Rating)

/** A scale as stored: immutable once versioned. */
export interface Scale {
  id: string
  code: string
  version: number
  job: Job
  /** What a desk calls a scale of its own; null for those that ship. */
  name: string | null
  ratings: Rating[]
}

/** The rating of that code, or an `invalid` refusal at `rating`. */
export function ratingOf(scale: Scale, code: string): Rating {
  const rating = scale.ratings.find((one) => one.code === code)
  if (!rating) throw refuseField("rating", "verdict.unknownRating", { rating: code, scale: scale.code })
  return rating
}

/** A scale's public name with its version, as exports print it: `theirs/1`. */
export function scaleName(scale: { code: string; version: number }): string {
  return `${scale.code}/${scale.version}`
}

type Row = [
  code: string,
  en: string,
  de: string,
  definition: string,
  definitionDe: string,
  tone: RatingTone,
  shape: string,
]

function rating(
  [code, en, de, definition, definitionDe, tone, shape]: Row,
  rest: Pick<Rating, "value" | "settles" | "claimReview">,
): Rating {
  return { code, label: { en, de }, definition: { en: definition, de: definitionDe }, tone, shape, ...rest, fits: [] }
}

const tick = (settles: boolean, ...row: Row) => rating(row, { value: null, settles, claimReview: false })
const verdict = (value: number | null, ...row: Row) => rating(row, { value, settles: true, claimReview: true })

/** The scales every workspace starts with, without ids. */
export const shippedScales: Omit<Scale, "id">[] = [
  {
    code: "ours",
    version: 1,
    job: "ours",
    name: null,
    ratings: [
      tick(
        true,
        "confirmed",
        "Confirmed",
        "Bestätigt",
        "The fact was checked against a source and is right.",
        "An einer Quelle geprüft und richtig.",
        "true",
        "✓",
      ),
      tick(
        true,
        "confirmed_as_said",
        "Confirmed as said",
        "So gesagt",
        "The words are quoted right; what they say was not verified.",
        "Richtig zitiert; der Inhalt wurde nicht geprüft.",
        "true",
        "❝",
      ),
      tick(
        true,
        "confirmed_on_author",
        "Confirmed on author",
        "Auf Autor gestützt",
        "Rests on the author's own reporting; the note says what was seen.",
        "Stützt sich auf eigene Recherche des Autors; die Notiz sagt, was vorlag.",
        "true",
        "✎",
      ),
      tick(
        false,
        "needs_fix",
        "Needs a fix",
        "Zu korrigieren",
        "Wrong as it stands; the copy has to change.",
        "So falsch; der Text muss geändert werden.",
        "false",
        "✕",
      ),
      tick(
        true,
        "fixed",
        "Fixed",
        "Korrigiert",
        "Was wrong; the copy now says what is right.",
        "War falsch; der Text stimmt jetzt.",
        "true",
        "✔",
      ),
      tick(
        false,
        "cannot_confirm",
        "Cannot confirm",
        "Nicht zu bestätigen",
        "No source could be found either way.",
        "Keine Quelle dafür oder dagegen gefunden.",
        "unproven",
        "?",
      ),
      tick(true, "cut", "Cut", "Gestrichen", "The passage goes.", "Die Stelle entfällt.", "unproven", "✂"),
      tick(
        true,
        "opinion",
        "Opinion",
        "Meinung",
        "Not a fact that can be checked.",
        "Keine prüfbare Tatsache.",
        "unproven",
        "◇",
      ),
    ],
  },
  {
    code: "theirs",
    version: 1,
    job: "theirs",
    name: null,
    ratings: [
      verdict(
        5,
        "true",
        "True",
        "Richtig",
        "Accurate, with nothing important missing.",
        "Zutreffend, nichts Wichtiges fehlt.",
        "true",
        "✓",
      ),
      verdict(
        4,
        "mostly_true",
        "Mostly true",
        "Größtenteils richtig",
        "Accurate but for a detail that does not change the meaning.",
        "Zutreffend bis auf ein Detail, das den Sinn nicht ändert.",
        "true",
        "◕",
      ),
      verdict(
        3,
        "mixed",
        "Mixed",
        "Teils richtig, teils falsch",
        "Part accurate, part not.",
        "Teils zutreffend, teils nicht.",
        "mixed",
        "◑",
      ),
      verdict(
        2,
        "mostly_false",
        "Mostly false",
        "Größtenteils falsch",
        "A true detail in a claim that is wrong in the main.",
        "Im Kern falsch, mit einem wahren Detail.",
        "false",
        "◔",
      ),
      verdict(1, "false", "False", "Falsch", "Not accurate.", "Nicht zutreffend.", "false", "✕"),
      verdict(
        null,
        "misleading",
        "Misleading",
        "Irreführend",
        "Accurate details arranged to suggest what is not so.",
        "Zutreffende Einzelheiten, die Falsches nahelegen.",
        "mixed",
        "⤳",
      ),
      verdict(
        null,
        "missing_context",
        "Missing context",
        "Fehlender Kontext",
        "Accurate, but something a reader needs is left out.",
        "Zutreffend, aber Wichtiges fehlt.",
        "mixed",
        "≈",
      ),
      verdict(
        null,
        "out_of_context",
        "Out of context",
        "Aus dem Zusammenhang",
        "Real, but from another time, place or occasion.",
        "Echt, aber aus anderem Zusammenhang.",
        "mixed",
        "⇄",
      ),
      verdict(
        null,
        "misattributed",
        "Misattributed",
        "Falsch zugeschrieben",
        "Said or made by somebody else.",
        "Von jemand anderem gesagt oder gemacht.",
        "false",
        "⇢",
      ),
      verdict(
        null,
        "altered",
        "Altered",
        "Manipuliert",
        "Changed from the original in a way that matters.",
        "Gegenüber dem Original wesentlich verändert.",
        "false",
        "✂",
      ),
      verdict(
        null,
        "satire",
        "Satire",
        "Satire",
        "Made as a joke and passed on as fact.",
        "Als Scherz gemeint, als Tatsache verbreitet.",
        "unproven",
        "☺",
      ),
      verdict(
        null,
        "outdated",
        "Outdated",
        "Veraltet",
        "Was accurate once and is no longer.",
        "War einmal zutreffend, ist es nicht mehr.",
        "mixed",
        "◷",
      ),
      verdict(
        null,
        "unproven",
        "Unproven",
        "Unbelegt",
        "The evidence to be had settles it neither way.",
        "Nach Beweislage weder belegt noch widerlegt.",
        "unproven",
        "?",
      ),
      rating(
        [
          "not_checkable",
          "Not checkable",
          "Nicht überprüfbar",
          "Not a claim that evidence can settle.",
          "Durch Belege nicht zu klären.",
          "unproven",
          "◇",
        ],
        { value: null, settles: true, claimReview: false },
      ),
    ],
  },
]
