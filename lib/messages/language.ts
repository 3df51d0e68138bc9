/**
 * Which language and which clock a reader gets. Pure: strings in, strings out; it knows nothing of requests.
 * A language exists here exactly when its catalogue does.
 */

/** The languages that have a catalogue, the first being the one that is whole. */
export const languages = ["en"] as const
export type Language = (typeof languages)[number]

const isLanguage = (tag: string): tag is Language => (languages as readonly string[]).includes(tag)
const primary = (tag: string) => tag.trim().toLowerCase().split("-")[0] ?? ""

/** The language chosen by hand, else the best of the browser's (`Accept-Language`), else the first there is. */
export function languageOf(chosen: string | undefined, acceptLanguage: string | null): Language {
  const wanted = [chosen ?? "", ...byPreference(acceptLanguage ?? "")].map(primary)
  return wanted.find(isLanguage) ?? languages[0]
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
