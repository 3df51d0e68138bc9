/** Words outside of a request: for a mail, in the language of whoever reads it. */
import { createTranslator } from "use-intl/core"
import { catalogueOf, type Catalogue } from "./catalogue"
import { languages, type Language } from "./language"

/** The words under `mail`, by their keys. */
export async function mailWords(language: string) {
  const known: Language = languages.find((one) => one === language) ?? languages[0]
  const messages: Catalogue = await catalogueOf(known)
  return createTranslator({ locale: known, messages, namespace: "mail" })
}
