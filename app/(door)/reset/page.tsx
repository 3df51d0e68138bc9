/** For who has forgotten their password: a link is mailed to them, if there is somebody of that address. */
import type { Metadata } from "next"
import { getTranslations } from "next-intl/server"
import { AskResetForm } from "@/components/door/ask-reset-form"
import { askReset } from "../actions"

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("door.reset")
  return { title: t("title") }
}

export default async function AskResetPage() {
  const t = await getTranslations("door.reset")
  return (
    <>
      <h1 className="heading-page">{t("title")}</h1>
      <AskResetForm ask={askReset} />
    </>
  )
}
