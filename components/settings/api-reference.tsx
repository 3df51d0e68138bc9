/** Leads to the reference of the API, which is a page of its own, in English. */
import { getTranslations } from "next-intl/server"
import type { ReactNode } from "react"

const REFERENCE = "/api/v1/docs"

export async function ApiReference({ of }: { of: "tokens" | "webhooks" }) {
  const t = await getTranslations(of)
  const link = (words: ReactNode) => (
    <a href={REFERENCE} hrefLang="en" className="font-semibold underline underline-offset-2">
      {words}
    </a>
  )
  return <p className="text-ui text-pretty text-ink-2">{t.rich("reference", { link })}</p>
}
