/**
 * Which language and which clock a reader gets. Pure: strings in, strings out; it knows nothing of requests.
 * A language exists here exactly when its catalogue does.
 */

/** The languages that have a catalogue. The first is what a reader of none of them gets. */
export const languages = ["en", "de"] as const
export type Language = (typeof languages)[number]

/** A reader's language: the catalogue that the words are from, and the tag (BCP 47) that dates and numbers go by. */
export interface ReaderLanguage {
  catalogue: Language
  locale: string
}

/**
 * The language chosen by hand, else the best of the browser's (`Accept-Language`), else the first there is. A language
 * without a country takes the browser's: who chooses German in an Austrian browser reads Austrian dates.
 */
export function languageOf(chosen: string | undefined, acceptLanguage: string | null): ReaderLanguage {
  const tags = byPreference(acceptLanguage ?? "")
  const [found] = [chosen ?? "", ...tags].flatMap(readIn)
  if (!found) return { catalogue: languages[0], locale: languages[0] }
  if (found.locale !== found.catalogue) return found
  return tags.flatMap(readIn).find(({ catalogue }) => catalogue === found.catalogue) ?? found
}

/** The language that a tag stands for, if it has a catalogue: "en-GB" reads the English words with British dates. */
function readIn(tag: string): [ReaderLanguage] | [] {
  const locale = canonicalTag(tag)
  const catalogue = languages.find((language) => language === locale?.split("-")[0])
  return locale && catalogue ? [{ catalogue, locale }] : []
}

/** The reader's time zone if it is one (IANA), else UTC: a cookie is typed in by whoever likes. */
export function zoneOf(chosen: string | undefined): string {
  if (!chosen) return "UTC"
  try {
    return new Intl.DateTimeFormat("en", { timeZone: chosen }).resolvedOptions().timeZone
  } catch {
    return "UTC"
  }
}

/** The tag without extensions, which could ask for other digits or calendars; null where it is none. */
function canonicalTag(tag: string): string | null {
  try {
    return new Intl.Locale(tag.trim()).baseName
  } catch {
    return null
  }
}

/** The tags of an `Accept-Language` header, the most wanted first; `q=0` means never. */
function byPreference(header: string): string[] {
  return header
    .split(",")
    .map((entry) => {
      const [tag = "", ...parameters] = entry.split(";").map((part) => part.trim())
      const quality = parameters.find((parameter) => parameter.startsWith("q="))
      return { tag, quality: quality ? Number(quality.slice(2)) || 0 : 1 }
    })
    .filter((entry) => entry.quality > 0)
    .sort((one, other) => other.quality - one.quality)
    .map((entry) => entry.tag)
}
