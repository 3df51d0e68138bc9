/** What the desk lets go of by itself, after how long, and what would go tonight. For owners. */
import type { Metadata } from "next"
import { notFound } from "next/navigation"
import { getTranslations } from "next-intl/server"
import { RetentionForm } from "@/components/settings/retention-form"
import { Words } from "@/components/shell/words"
import { readRetention } from "@/lib/desk/retention"
import { can } from "@/lib/domain/policy"
import { signedInTo } from "@/lib/entry"
import { setRetention } from "./actions"

interface RetentionPageProps {
  params: Promise<{ workspace: string }>
}

export async function generateMetadata({ params }: RetentionPageProps): Promise<Metadata> {
  const { workspace } = await signedInTo((await params).workspace)
  const t = await getTranslations("settings.retention")
  return { title: t("inWorkspace", { workspace: workspace.name }) }
}

export default async function RetentionPage({ params }: RetentionPageProps) {
  const { actor } = await signedInTo((await params).workspace)
  if (!can(actor, "workspace.set")) notFound()
  const [t, view] = await Promise.all([getTranslations("settings.retention"), readRetention(actor)])
  return (
    <Words of={["settings"]}>
      <header className="flex flex-col gap-1">
        <h1 className="heading-page">{t("title")}</h1>
        <p className="text-ui text-pretty text-ink-2">{t("intro")}</p>
      </header>
      <RetentionForm me={actor.id} view={view} setRetention={setRetention} />
      <p className="text-xs text-pretty text-ink-3">{t("always")}</p>
    </Words>
  )
}
