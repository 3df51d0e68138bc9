/** The catalogues, each loaded when its language is asked for: on the server at a request, in the browser at the last. */
import type english from "./en.json"
import type { Language } from "./language"

export type Catalogue = typeof english

const catalogues: Record<Language, () => Promise<{ default: Catalogue }>> = {
  en: () => import("./en.json"),
  de: () => import("./de.json"),
}

/** All messages of a language. */
export async function catalogueOf(language: Language): Promise<Catalogue> {
  return (await catalogues[language]()).default
}
