/** Words in another language than the request's: a mail's, in that of whoever reads it, and a public page's, in the article's. */
import { createTranslator } from "use-intl/core"
import { catalogueOf, type Catalogue } from "./catalogue"
import { languageOf, languages, type Language } from "./language"

/** The words under `mail`, by their keys. */
export async function mailWords(language: string) {
  const known: Language = languages.find((one) => one === language) ?? languages[0]
  const messages: Catalogue = await catalogueOf(known)
  return createTranslator({ locale: known, messages, namespace: "mail" })
}

/** The words that a desk writes down by itself, under `written`. */
export async function deskWords(language: string) {
  const known: Language = languages.find((one) => one === language) ?? languages[0]
  const messages: Catalogue = await catalogueOf(known)
  return createTranslator({ locale: known, messages, namespace: "written" })
}

/** The words of what somebody is told, for a mail: those of the bell, and those under `mail`. */
export async function noticeWords(language: string) {
  const known: Language = languages.find((one) => one === language) ?? languages[0]
  const messages: Catalogue = await catalogueOf(known)
  const told = createTranslator({ locale: known, messages, namespace: "notifications" })
  return { told, mail: await mailWords(known) }
}

/** The words under `report`, in that language (BCP 47) or the best there is; and the tag that dates go by with them. */
export async function reportWords(language: string): Promise<{ say: ReportWords; language: string }> {
  const { catalogue, locale } = languageOf(language, null)
  const messages: Catalogue = await catalogueOf(catalogue)
  const t = createTranslator({ locale, messages, namespace: "report" })
  // Who writes the pages knows no catalogue; a test reads their words.
  return { say: (key, values) => t(key as Parameters<typeof t>[0], values), language: locale }
}

type ReportWords = (key: string, values?: Record<string, string | number>) => string
