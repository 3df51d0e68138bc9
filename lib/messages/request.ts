/**
 * What next-intl asks at every request: the language, its catalogue and the reader's time zone.
 * There is no language in the address; a cookie or the browser decides.
 */
import { cookies, headers } from "next/headers"
import { getRequestConfig } from "next-intl/server"
import { catalogueOf } from "./catalogue"
import { languageOf, zoneOf } from "./language"

/** The configuration of next-intl, named in next.config. */
export default getRequestConfig(async ({ locale }) => {
  const [given, header] = await Promise.all([cookies(), headers()])
  const language = languageOf(locale ?? given.get("language")?.value, header.get("accept-language"))
  const messages = await catalogueOf(language.catalogue)
  return { locale: language.locale, messages, timeZone: zoneOf(given.get("zone")?.value) }
})
