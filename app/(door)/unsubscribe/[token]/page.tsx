/** Where the link at a mail's end leads: mails like it are ended by its button, without signing in. Opening it changes nothing. */
import type { Metadata } from "next"
import { getTranslations } from "next-intl/server"
import { LinkOver } from "@/components/door/link-over"
import { StopMailsForm } from "@/components/door/stop-mails-form"
import { readMailStop } from "@/lib/desk/mail-stops"
import { stopMails } from "../../actions"

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("door.stop")
  return { title: t("title"), referrer: "no-referrer" }
}

export default async function UnsubscribePage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params
  const [t, topics, stop] = await Promise.all([
    getTranslations("door.stop"),
    getTranslations("account.told.topic"),
    readMailStop(token),
  ])
  if (!stop) return <LinkOver again="/" />
  const { of, workspace, ended } = stop
  const named = { workspace: workspace.name }
  const text = of === "digest" ? t("daily", named) : t("topic", { ...named, topic: topics(`${of}.title`) })
  return (
    <>
      <h1 className="heading-page">{t("title")}</h1>
      <StopMailsForm
        token={token}
        text={text}
        workspace={workspace.name}
        settings={`/w/${workspace.slug}/account/notifications`}
        before={ended}
        stopMails={stopMails}
      />
    </>
  )
}
