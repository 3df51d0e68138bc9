/** Where the mailed link for a new password leads. Following it changes nothing; choosing the password does. */
import type { Metadata } from "next"
import { getTranslations } from "next-intl/server"
import { LinkOver } from "@/components/door/link-over"
import { ResetForm } from "@/components/door/reset-form"
import { readLink } from "@/lib/desk/account"
import { resetPassword } from "../../actions"

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("door.reset")
  return { title: t("title"), referrer: "no-referrer" }
}

export default async function ResetPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params
  const [t, link] = await Promise.all([getTranslations("door.reset"), readLink("reset", token)])
  if (!link?.holds) return <LinkOver again="/reset" />
  return (
    <>
      <h1 className="heading-page">{t("choose")}</h1>
      <ResetForm token={token} email={link.email} tokens={link.tokens} reset={resetPassword} />
    </>
  )
}
