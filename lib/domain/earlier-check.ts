/**
 * Earlier checks: verdicts on the same or a like statement, the desk's own and those of others. They are shown beside a
 * claim and never applied by themselves.
 */
import { z } from "zod"
import { ArticleFields, CalendarDate, WebAddress } from "./article"
import type { ClaimState } from "./claim"
import { Id } from "./id"
import type { Rating } from "./scale"

const line = (max: number) => z.string().trim().max(max)

/** A language as BCP 47 names it. */
const Language = ArticleFields.shape.language

/** A check that somebody else made. The same `externalId` again is the same check, as it is now. */
export const KnownCheckInput = z.strictObject({
  externalId: line(500).min(1),
  statement: line(10_000).min(1),
  /** In the words of whoever gave it. */
  rating: line(200).nullish(),
  url: WebAddress.nullish(),
  publisher: line(300).nullish(),
  checkedOn: CalendarDate.nullish(),
  language: Language.nullish(),
})
export type KnownCheckInput = z.infer<typeof KnownCheckInput>

/** As many as an archive holds for years; more come in several turns. */
export const MOST_CHECKS = 20_000

export const ImportKnownChecks = z.strictObject({
  checks: z.array(KnownCheckInput).min(1, "memory.noChecks").max(MOST_CHECKS, "memory.tooManyChecks"),
})
export type ImportKnownChecks = z.infer<typeof ImportKnownChecks>

/** What an import came to. */
export interface KnownChecksImported {
  added: number
  updated: number
  unchanged: number
}

export const RemoveKnownChecks = z.object({ ids: z.array(Id).min(1).max(200) })
export type RemoveKnownChecks = z.infer<typeof RemoveKnownChecks>

export const MatchStatement = z.strictObject({
  statement: line(10_000).min(1),
  /** Guessed where it is left out. */
  language: Language.nullish(),
  limit: z.number().int().min(1).max(50).default(10),
})
export type MatchStatement = z.input<typeof MatchStatement>

export const EarlierOfClaim = z.object({ claimId: Id })
export type EarlierOfClaim = z.infer<typeof EarlierOfClaim>

/** Somebody has looked: that check is not about what the claim says. `false` takes it back. */
export const DismissEarlier = z.object({ claimId: Id, earlierId: Id, dismissed: z.boolean() })
export type DismissEarlier = z.infer<typeof DismissEarlier>

/** What a list of known checks can be asked for in an address. */
export const KnownCheckFilters = z.object({ q: z.string().trim().max(200).catch("") })
export type KnownCheckFilters = z.output<typeof KnownCheckFilters>

/** Known checks are counted no further on a page that lists fifty. */
export const MOST_COUNTED = 1_000

export interface KnownCheckView {
  id: string
  externalId: string
  statement: string
  rating: string | null
  url: string | null
  publisher: string | null
  checkedOn: string | null
  language: string | null
}

/** What every earlier check tells. */
interface Told {
  statement: string
  /** When it was checked: an ISO day, null where nobody said. */
  checkedOn: string | null
}

/** A verdict of the desk itself on a claim of another place. */
interface EarlierClaim extends Told {
  kind: "claim"
  /** The claim's. */
  id: string
  number: number
  article: { id: string; title: string; language: string }
  state: ClaimState
  rating: Pick<Rating, "code" | "label" | "tone" | "shape">
  conclusion: string | null
  /** The day that the verdict speaks of. */
  asOf: string | null
}

/** A check of somebody else. */
interface EarlierKnown extends Told {
  kind: "check"
  id: string
  externalId: string
  rating: string | null
  url: string | null
  publisher: string | null
}

/** Something that was checked before. */
export type Remembered = EarlierClaim | EarlierKnown

/** An earlier check as it is shown beside a claim. */
export type EarlierCheck = Remembered & {
  /** Of what the asked statement says, how much this one says too, weighed by how rare its words are: 0 to 1. */
  score: number
}

/** Earlier checks on one sentence of an article. */
export interface EarlierPassage {
  /** UTF-16 code units of the revision's text. */
  start: number
  end: number
  /** Its number in the text, from 1. */
  sentence: number
  words: string
  checks: EarlierCheck[]
}

/** An article with its passages that say what was checked before. */
export interface EarlierInArticle {
  article: {
    id: string
    title: string
    language: string
    archivedAt: string | null
    leadId: string | null
    authorIds: string[]
  }
  passages: EarlierPassage[]
}

/** Another live verdict of the desk on the same statement, which is not the same verdict. */
export interface Disagreement {
  claimId: string
  number: number
  article: { id: string; title: string }
  state: ClaimState
  rating: Pick<Rating, "code" | "label" | "tone" | "shape">
}

/** What the inspector asks for about one claim. */
export interface EarlierOnClaim {
  checks: EarlierCheck[]
  /** How many were put aside as being about something else. */
  dismissed: EarlierCheck[]
  disagreements: Disagreement[]
}

/**
 * Below this share of a statement's weight nothing is shown. Measured on the set of `npm run bench`: of those who say the
 * same in other words 19 in 20 reach it, of statements that nobody has checked one in a hundred does.
 */
export const SHOWN_FROM = 0.45

/** A whole sentence of an article says more than one thing: fewer of its words have to be the earlier statement's. */
export const SHOWN_IN_TEXT_FROM = 0.5
