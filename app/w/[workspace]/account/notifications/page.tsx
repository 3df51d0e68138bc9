/** What a person is told of at this desk, in Stet and by mail. */
import type { Metadata } from "next"
import { getTranslations } from "next-intl/server"
import Link from "next/link"
import { NotificationForm } from "@/components/account/notification-form"
import { Words } from "@/components/shell/words"
import { readNotificationSettings } from "@/lib/desk/notification-settings"
import { signedInTo } from "@/lib/entry"
import { setNotificationSettings } from "./actions"

interface NotificationsPageProps {
  params: Promise<{ workspace: string }>
}

export async function generateMetadata({ params }: NotificationsPageProps): Promise<Metadata> {
  const { workspace } = await signedInTo((await params).workspace)
  const t = await getTranslations("account.told")
  return { title: t("inWorkspace", { workspace: workspace.name }) }
}

export default async function NotificationsPage({ params }: NotificationsPageProps) {
  const { actor, workspace } = await signedInTo((await params).workspace)
  const [t, account, { settings, email, zone }] = await Promise.all([
    getTranslations("account.told"),
    getTranslations("account"),
    readNotificationSettings(actor),
  ])
  return (
    <Words of={["account", "settings"]}>
      <div className="mx-auto flex w-full max-w-2xl flex-col gap-5 px-4 py-6 sm:px-6 sm:py-7">
        <header className="flex flex-col gap-1">
          <p className="text-ui">
            <Link
              href={`/w/${workspace.slug}/account`}
              className="text-ink-2 underline underline-offset-2 hover:text-ink"
            >
              {account("title")}
            </Link>
          </p>
          <h1 className="heading-page">{t("title")}</h1>
          <p className="text-ui text-pretty text-ink-2">{t("intro", { workspace: workspace.name })}</p>
          <p className="text-ui text-pretty text-ink-2">{email ? t("mailsTo", { email }) : t("noMail")}</p>
        </header>
        <NotificationForm me={actor.id} settings={settings} zone={zone} setSettings={setNotificationSettings} />
        <p className="text-ui text-pretty text-ink-2">{t("following")}</p>
      </div>
    </Words>
  )
}
