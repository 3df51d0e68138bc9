/**
 * What a reader chose for this browser, kept in cookies so that the server draws the page right at once:
 * light or dark without a flash, words in the reader's language, dates in the reader's zone without a jump.
 */
import { languageOf, languages, type ReaderLanguage } from "@/lib/messages/language"

export const themes = ["system", "light", "dark"] as const
export type Theme = (typeof themes)[number]

/** The theme that a cookie names; the system's when it names none. */
export function themeOf(cookie: string | undefined): Theme {
  return themes.find((theme) => theme === cookie) ?? "system"
}

/** What <html> carries for a theme; following the system needs no attribute. */
export function themeAttribute(theme: Theme): { "data-theme"?: "light" | "dark" } {
  return theme === "system" ? {} : { "data-theme": theme }
}

/** Changes the theme of the open page and keeps it for the next one. Only in a browser. */
export function wearTheme(theme: Theme): void {
  const { dataset } = document.documentElement
  if (theme === "system") delete dataset.theme
  else dataset.theme = theme
  keep("theme", theme)
}

/** What a reader may choose: a language by its name, or whichever the browser asks for. */
export const languageChoices = [...languages, "browser"] as const
export type LanguageChoice = (typeof languageChoices)[number]

/** The choice that a cookie names; the browser's when it names none. */
export function languageChoiceOf(cookie: string | undefined): LanguageChoice {
  return languageChoices.find((choice) => choice === cookie) ?? "browser"
}

/** Keeps the language for every page from the next one on. Only in a browser. */
export function keepLanguage(choice: LanguageChoice): void {
  keep("language", choice)
}

/** The reader's language where no server can say it. Only in a browser. */
export function languageOfBrowser(): ReaderLanguage {
  return languageOf(cookieOf("language"), navigator.languages.join(","))
}

/** Keeps the browser's time zone for the server; says whether the server did not know it. Only in a browser. */
export function keepZone(known: string): "kept" | "known" {
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone
  if (!zone || zone === known || cookieOf("zone") === zone) return "known"
  keep("zone", zone)
  return "kept"
}

/** Keeps how somebody has arranged the panes of the galley, under a name of their own. Only in a browser. */
export function keepPanes(name: string, panes: string): void {
  keep(name, panes)
}

const A_YEAR = 365 * 24 * 60 * 60

function keep(name: string, value: string): void {
  document.cookie = `${name}=${encodeURIComponent(value)}; path=/; max-age=${A_YEAR}; samesite=lax`
}

function cookieOf(name: string): string | undefined {
  const entry = document.cookie.split("; ").find((one) => one.startsWith(`${name}=`))
  return entry && decodeURIComponent(entry.slice(name.length + 1))
}
