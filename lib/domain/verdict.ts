/** A verdict: the rating of a claim and the words that go with it. */
import { z } from "zod"
import { CalendarDate } from "./article"
import { Id } from "./id"
import type { Rating } from "./scale"

const words = (max: number) => z.string().trim().max(max)

/** A verdict as it is drafted. `conclusion` and `explanation` are public, `workingNote` never is. */
export const VerdictInput = z.object({
  rating: z.string().min(1).max(60),
  conclusion: words(600).nullish(),
  explanation: words(20_000).nullish(),
  workingNote: words(20_000).nullish(),
  asOf: CalendarDate.nullish(),
  recheckOn: CalendarDate.nullish(),
})
export type VerdictInput = z.infer<typeof VerdictInput>

export interface VerdictView {
  rating: Rating
  /** `theirs/1`: the scale and version that the rating is of. */
  scale: string
  conclusion: string | null
  explanation: string | null
  /** For the desk alone; null to authors and viewers. */
  workingNote: string | null
  asOf: string | null
  recheckOn: string | null
}

export const DraftVerdict = z.object({
  claimId: Id,
  /** The claim's version that its editor saw; absent, the act takes what is there. */
  version: z.number().int().positive().optional(),
  verdict: VerdictInput,
})
export type DraftVerdict = z.infer<typeof DraftVerdict>
