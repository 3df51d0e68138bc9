/** What an editor of scales begins with: a scale that is there, or a new one. For the server, which knows what ships. */
import type { OwnRating } from "@/lib/domain/own-scale"
import { shippedScales, type Job, type Rating, type Scale } from "@/lib/domain/scale"
import { isPart, type Shape } from "@/lib/domain/scale-parts"
import type { TypedRating, TypedScale } from "./typed-scale"

/** A scale that is there, to be saved as its next version. */
export function typedScale(scale: Scale): TypedScale {
  const { code, job, name, version, ratings } = scale
  return { code, job, name: name ?? "", seen: version, ratings: ratings.map(typed) }
}

/** A new scale: with the ratings of another one of its job, or with what one of its job can't be without. */
export function newScale(job: Job, from: Scale | null): TypedScale {
  const ratings = (from?.ratings ?? leastOf(job)).map(typed)
  return { code: "", job, name: "", seen: 0, ratings }
}

function leastOf(job: Job): Rating[] {
  const ticks = shippedScales.find((scale) => scale.job === "ours")?.ratings ?? []
  return job === "ours" ? ticks.filter(({ code }) => isPart(code)) : []
}

function typed(rating: Rating): TypedRating {
  const { label, definition, shape, fits, ...rest } = rating
  return {
    ...rest,
    key: rating.code,
    label: inWords(label),
    definition: inWords(definition),
    // What ships has no other glyphs than these.
    shape: shape as Shape,
    fits: fits as OwnRating["fits"],
    follows: "nothing",
  }
}

const inWords = (words: Record<string, string>) => ({ ...words, en: words.en ?? "", de: words.de ?? "" })
