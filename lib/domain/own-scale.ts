/**
 * Scales of a desk's own: what one may be, and what it has to keep so that all that reads a rating goes on working. Values
 * in, a refusal or nothing out; which versions there are is the desk's to know.
 */
import { z } from "zod"
import { ClaimType } from "./claim"
import { refuse, refuseField, type FieldError } from "./refusal"
import { Job, RatingTone, type Rating, type Scale } from "./scale"
import { isPart, MOST_RATINGS, PARTS, SHAPES } from "./scale-parts"
import type { Person } from "./workspace"

/** What an address, an export and a script call it by. */
const Code = z
  .string()
  .trim()
  .regex(/^[a-z][a-z0-9_]{0,39}$/, { message: "scale.code" })

/** Words by language: those that there must be, and more. */
const Words = (max: number) => {
  const words = z.string().trim().min(1).max(max)
  return z.object({ en: words, de: words }).catchall(words)
}

const OwnRating = z.object({
  code: Code,
  label: Words(40),
  definition: Words(400),
  tone: RatingTone,
  shape: z.enum(SHAPES),
  value: z.number().int().min(1).max(5).nullable(),
  settles: z.boolean(),
  claimReview: z.boolean(),
  fits: z.array(ClaimType).max(ClaimType.options.length),
})
export type OwnRating = z.infer<typeof OwnRating>

/** A scale as its next version shall be. `seen` is the newest version that whoever saves it saw; 0 for a new scale. */
export const SaveScale = z.object({
  code: Code,
  job: Job,
  name: z.string().trim().min(1).max(60),
  ratings: z.array(OwnRating).min(1, { message: "scale.empty" }).max(MOST_RATINGS, { message: "scale.tooMany" }),
  seen: z.number().int().min(0),
})
export type SaveScale = z.infer<typeof SaveScale>

/** The version that is offered for its job from now on. */
export const OfferScale = z.object({ code: Code, version: z.number().int().positive() })
export type OfferScale = z.infer<typeof OfferScale>

export const OneScale = z.object({ code: Code })
export type OneScale = z.infer<typeof OneScale>

/** A scale of the desk, as whoever sets it sees it: its newest version. */
export interface ScaleItem extends Scale {
  kind: "own" | "shipped"
  /** The version that verdicts are given on; null where another scale is offered. */
  offered: number | null
  retiredAt: string | null
}

/** One version of a scale, and what rests on it. Times are ISO 8601 in UTC. */
export interface ScaleVersion {
  version: number
  at: string
  by: Person | null
  /** How many verdicts, drafted or sent, are of it. */
  verdicts: number
}

/** What no rating may be: the same as another, or another than its part asks for. Paths are those of `SaveScale`. */
export function assertSound({ job, ratings }: Pick<SaveScale, "job" | "ratings">): void {
  const fields = [...twice(ratings), ...partsOf(job, ratings)]
  if (fields.length === 0 && !ratings.some(({ settles }) => settles)) throw refuseField("ratings", "scale.noneSettles")
  if (fields.length > 0) throw refuse("invalid", "scale.wrong", { fields })
}

/** Ratings that share what has to tell them apart: the code, a label, or colour and shape together. */
function twice(ratings: readonly OwnRating[]): FieldError[] {
  const seen = new Map<string, number>()
  const wrong: FieldError[] = []
  const look = (at: number, field: string, key: string, value: string) => {
    const first = seen.get(`${field}:${value}`)
    if (first === undefined) seen.set(`${field}:${value}`, at)
    else wrong.push({ path: `ratings.${at}.${field}`, key, params: { other: first + 1 } })
  }
  ratings.forEach(({ code, label, tone, shape }, at) => {
    look(at, "code", "scale.sameCode", code)
    look(at, "shape", "scale.sameLook", `${tone} ${shape}`)
    for (const [language, words] of Object.entries(label)) {
      look(at, `label.${language}`, "scale.sameLabel", words.toLowerCase())
    }
  })
  return wrong
}

function partsOf(job: Job, ratings: readonly OwnRating[]): FieldError[] {
  if (job === "theirs") {
    return ratings.flatMap(({ code }, at) =>
      isPart(code) ? [{ path: `ratings.${at}.code`, key: "scale.kept", params: { code } }] : [],
    )
  }
  const missing = PARTS.filter((part) => !ratings.some(({ code }) => code === part))
  return missing.map((code) => ({ path: "ratings", key: "scale.missing", params: { code } }))
}

/** Ratings as they are kept: what a part or a job asks for is so, whatever was asked. */
export function asKept({ job, ratings }: Pick<SaveScale, "job" | "ratings">): Rating[] {
  return ratings.map((rating) => {
    if (job === "theirs") return rating
    const own = { ...rating, claimReview: false, value: null }
    return isPart(rating.code) ? { ...own, settles: true, fits: [] } : own
  })
}

/** Whether a scale says what it said. */
export const saysTheSame = (one: Pick<Scale, "name" | "ratings">, other: Pick<Scale, "name" | "ratings">): boolean =>
  one.name === other.name && JSON.stringify(one.ratings.map(inOrder)) === JSON.stringify(other.ratings.map(inOrder))

/** What is stored comes back with its keys in another order. */
const inOrder = ({ code, label, definition, tone, shape, value, settles, claimReview, fits }: Rating) => [
  ...[code, sorted(label), sorted(definition), tone, shape, value, settles, claimReview, fits.toSorted()],
]
const sorted = (words: Record<string, string>) => Object.entries(words).sort()
