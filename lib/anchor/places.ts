/** Every place of a run of words in a text. */
import type { Span } from "./graphemes"
import type { Words } from "./words"

/** More places than anybody would tell apart: what stands in so many is nowhere in particular. */
export const MOST_PLACES = 200

const indices = new WeakMap<Words, Map<number, number[]>>()

/** The numbers of the words of `text` at which words of the same forms begin; at most MOST_PLACES are looked at. */
export function placesOf(text: Words, from: Words, words: Span): number[] {
  const index = indexOf(text)
  const length = words.end - words.start
  let rarest: number[] | undefined
  let shift = 0
  for (let at = words.start; at < words.end; at += 1) {
    const places = index.get(from.forms[at] ?? 0)
    if (!places) return []
    if (rarest && rarest.length <= places.length) continue
    rarest = places
    shift = at - words.start
  }
  const found: number[] = []
  for (const place of rarest ?? []) {
    if (found.length > MOST_PLACES) break
    if (isAt(text, place - shift, from, words, length)) found.push(place - shift)
  }
  return found
}

function isAt(text: Words, place: number, from: Words, words: Span, length: number): boolean {
  if (place < 0 || place + length > text.count) return false
  for (let step = 0; step < length; step += 1) {
    if (text.forms[place + step] !== from.forms[words.start + step]) return false
  }
  return true
}

/** Where the words of each form stand. */
function indexOf(text: Words): Map<number, number[]> {
  const known = indices.get(text)
  if (known) return known
  const index = new Map<number, number[]>()
  text.forms.forEach((form, at) => {
    const places = index.get(form)
    if (places) places.push(at)
    else index.set(form, [at])
  })
  indices.set(text, index)
  return index
}
