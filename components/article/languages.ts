/** The languages an article can be in, by their names in the reader's own. */

/** Those that desks write in; another that an article has already is offered as well (BCP 47). */
const OFFERED = [
  "ar", "bg", "ca", "cs", "da", "de", "el", "en", "es", "et", "fi", "fr", "he", "hi", "hr", "hu", "id", "it", "ja", "ko",
  "lt", "lv", "nl", "no", "pl", "pt", "ro", "ru", "sk", "sl", "sr", "sv", "tr", "uk", "vi", "zh",
] // prettier-ignore

/** Each language with its name, in the order of the names. */
export function languageOptions(current: string, reader: string): { value: string; label: string }[] {
  const names = new Intl.DisplayNames([reader], { type: "language" })
  const codes = OFFERED.includes(current) ? OFFERED : [...OFFERED, current]
  const options = codes.map((value) => ({ value, label: names.of(value) ?? value }))
  return options.sort((one, other) => one.label.localeCompare(other.label, reader))
}
