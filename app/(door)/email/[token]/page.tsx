/** Where the link leads that was mailed to somebody's new address. It counts once its button is pressed: programs follow links too. */
import type { Metadata } from "next"
import { getTranslations } from "next-intl/server"
import { ConfirmEmailForm } from "@/components/door/confirm-email-form"
import { LinkOver } from "@/components/door/link-over"
import { readLink } from "@/lib/desk/account"
import { confirmEmail } from "../../actions"

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("door.confirm")
  return { title: t("title"), referrer: "no-referrer" }
}

export default async function ConfirmEmailPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params
  const [t, link] = await Promise.all([getTranslations("door.confirm"), readLink("email", token)])
  if (!link?.holds) return <LinkOver again="/" />
  return (
    <>
      <h1 className="heading-page">{t("title")}</h1>
      <ConfirmEmailForm token={token} email={link.email} confirm={confirmEmail} />
    </>
  )
}
