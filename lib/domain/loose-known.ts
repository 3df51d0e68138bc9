/** Names that a text shows to be names somewhere, so that they are known where their capital alone says nothing. */
import type { LooseWords } from "./loose-words"

/** A capitalised word inside a sentence; the last of two or more, where every noun is capitalised. */
const NAME = /(?<=\p{Ll},?\s)\p{Lu}[\p{L}\p{M}]+/gu
const LAST_OF_SEVERAL = /(?<=\p{Ll},?\s(?:\p{Lu}[\p{L}\p{M}-]{1,30}\s){1,3})\p{Lu}[\p{L}\p{M}]+(?!\s\p{Lu})/gu

/** Endings of German nouns that are no names. */
const NOUN = /(?:ung|heit|keit|schaft|tion|ität|ismus|ment|nis)(?:e?[ns]|e)?$/u

interface Known {
  text: string
  words: LooseWords
  names: ReadonlySet<string>
}

let latest: Known | null = null

/** The names in `text`; its sentences are looked at one after the other, so it is read once. */
export function knownNames(text: string, words: LooseWords): ReadonlySet<string> {
  if (latest?.text !== text || latest.words !== words) latest = { text, words, names: namesOf(text, words) }
  return latest.names
}

function namesOf(text: string, { capitals }: LooseWords): Set<string> {
  const names = new Set<string>()
  for (const line of text.split("\n")) {
    if (capitals === "of names" && isHeadline(line.match(/\p{L}[\p{L}\p{M}-]*/gu) ?? [])) continue
    for (const [name] of line.matchAll(capitals === "of names" ? NAME : LAST_OF_SEVERAL)) {
      if (capitals === "of names" || !NOUN.test(name)) names.add(name)
    }
  }
  return names
}

/** As a headline in English: most words of four letters and more have a capital, so none says anything. */
export function isHeadline(words: readonly string[]): boolean {
  const long = words.filter((word) => word.length > 3 && /^\p{L}/u.test(word))
  return long.length > 3 && long.filter((word) => /^\p{Lu}/u.test(word)).length > long.length * 0.7
}

const PLACES = new Set(
  (
    "Deutschland Österreich Schweiz Liechtenstein Frankreich Spanien Italien Polen Russland Ukraine China Japan Indien " +
    "Amerika Europa Asien Afrika Israel Iran Irak Syrien Türkei Griechenland Ungarn Belgien Dänemark Schweden Norwegen " +
    "Finnland Großbritannien England Irland Berlin Hamburg München Köln Frankfurt Stuttgart Dresden Leipzig Bremen Hannover " +
    "Bayern Sachsen Hessen Thüringen Brandenburg Niedersachsen Wien Graz Zürich Bern Basel Brüssel Paris London Moskau Kiew " +
    "Kyjiw Peking Washington Rom Madrid Warschau"
  ).split(" "),
)

/** A place that stands in German newspapers every day; a genitive's ending makes no difference. */
export function isPlace(word: string): boolean {
  return PLACES.has(word) || PLACES.has(word.replace(/s$/u, ""))
}
