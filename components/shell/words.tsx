/** Hands the parts of the catalogue that a screen's client components need to the browser, and no more. */
import { NextIntlClientProvider, type AbstractIntlMessages } from "next-intl"
import { getMessages } from "next-intl/server"
import type { ReactNode } from "react"

/** What every screen needs: the pieces of the interface, and words for when something fails. */
const EVERYWHERE = ["app", "errors", "ui"]

export async function Words({ of, children }: { of: readonly string[]; children: ReactNode }) {
  const all: AbstractIntlMessages = await getMessages()
  const wanted = [...EVERYWHERE, ...of].flatMap((area) => {
    const words = all[area]
    return words === undefined ? [] : [[area, words] as const]
  })
  return <NextIntlClientProvider messages={Object.fromEntries(wanted)}>{children}</NextIntlClientProvider>
}
