/** Whether what goes out can be read by everybody, and what readers are told of the desk. For owners. */
import type { Metadata } from "next"
import { notFound } from "next/navigation"
import { getTranslations } from "next-intl/server"
import { PublishingForm } from "@/components/settings/publishing-form"
import { Words } from "@/components/shell/words"
import { readPublishing } from "@/lib/desk/publishing"
import { can } from "@/lib/domain/policy"
import { signedInTo } from "@/lib/entry"
import { setPublishing } from "./actions"

interface PublishingPageProps {
  params: Promise<{ workspace: string }>
}

export async function generateMetadata({ params }: PublishingPageProps): Promise<Metadata> {
  const { workspace } = await signedInTo((await params).workspace)
  const t = await getTranslations("settings.publishing")
  return { title: t("inWorkspace", { workspace: workspace.name }) }
}

export default async function PublishingPage({ params }: PublishingPageProps) {
  const { actor, workspace } = await signedInTo((await params).workspace)
  if (!can(actor, "workspace.set")) notFound()
  const [t, publishing] = await Promise.all([getTranslations("settings.publishing"), readPublishing(actor)])
  const address = `/r/${workspace.slug}`
  return (
    <Words of={["settings"]}>
      <header className="flex flex-col gap-1">
        <h1 className="heading-page">{t("title")}</h1>
        <p className="text-ui text-pretty text-ink-2">{t("intro")}</p>
        {publishing.publishes && (
          <p className="text-ui">
            <a href={address} className="underline underline-offset-3">
              {t("open")}
            </a>
          </p>
        )}
      </header>
      <PublishingForm me={actor.id} {...{ publishing, address, setPublishing }} deskName={workspace.name} />
    </Words>
  )
}
