/** A scale as it is typed: each rating with a key of its own, so that it is the same one wherever it is moved to. */
import type { OwnRating, SaveScale } from "@/lib/domain/own-scale"
import { SHAPES } from "@/lib/domain/scale-parts"

export interface TypedRating extends OwnRating {
  key: string
  /** Whether its code follows its English label: until somebody types one, or it is saved. */
  follows: "label" | "nothing"
}

export interface TypedScale extends Omit<SaveScale, "ratings"> {
  ratings: TypedRating[]
}

/** One more, in a look that no other has. */
export function withNewRating(scale: TypedScale): TypedScale {
  const taken = new Set(scale.ratings.map(({ shape }) => shape))
  const shape = SHAPES.find((one) => !taken.has(one)) ?? SHAPES[0]
  const keys = new Set(scale.ratings.map(({ key }) => key))
  const number = [...Array(keys.size + 1).keys()].find((at) => !keys.has(`new-${at}`)) ?? 0
  const rating: TypedRating = {
    ...{ key: `new-${number}`, code: "", label: { en: "", de: "" }, definition: { en: "", de: "" } },
    ...{ tone: "unproven", shape, value: null, settles: true, claimReview: scale.job === "theirs", fits: [] },
    follows: "label",
  }
  return { ...scale, ratings: [...scale.ratings, rating] }
}

/** The same with a rating at another place, from 0; as it was where there is no such place. */
export function moved(scale: TypedScale, key: string, to: number): TypedScale {
  const rating = scale.ratings.find((one) => one.key === key)
  if (!rating || to < 0 || to >= scale.ratings.length) return scale
  const ratings = scale.ratings.filter((one) => one !== rating)
  ratings.splice(to, 0, rating)
  return { ...scale, ratings }
}

/** The same with something else typed of one rating; its code goes with its label as long as nobody has typed one. */
export function retyped(scale: TypedScale, key: string, some: Partial<TypedRating>): TypedScale {
  const ratings = scale.ratings.map((rating) => {
    if (rating.key !== key) return rating
    const next = { ...rating, ...some }
    return next.follows === "label" ? { ...next, code: codeOf(next.label.en) } : next
  })
  return { ...scale, ratings }
}

/** A code from words: small letters, digits and underscores, beginning with a letter. */
export function codeOf(words: string): string {
  const plain = words.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase()
  const joined = plain.replace(/[^a-z0-9]+/g, "_").replace(/^[^a-z]+|_+$/g, "")
  return joined.slice(0, 40).replace(/_+$/, "")
}

/** What is saved of it. */
export function asGiven({ ratings, ...scale }: TypedScale): SaveScale {
  return {
    ...scale,
    ratings: ratings.map(({ key: _key, follows: _follows, ...rating }) => rating),
  }
}

/** What is wrong, by a rating's key and a field of it: an answer tells it by places in the list. */
export function wrongsByKey({ ratings }: TypedScale, fields: Record<string, string>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(fields).map(([path, words]) => {
      const [list, at, ...field] = path.split(".")
      const key = list === "ratings" && at !== undefined ? ratings[Number(at)]?.key : undefined
      return [key === undefined ? path : `${key}.${field.join(".")}`, words]
    }),
  )
}
