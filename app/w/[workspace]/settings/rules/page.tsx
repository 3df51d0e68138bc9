/** How the desk reviews: how many approve, who may, what is asked before. For owners. */
import type { Metadata } from "next"
import { notFound } from "next/navigation"
import { getTranslations } from "next-intl/server"
import { RulesForm } from "@/components/settings/rules-form"
import { RulesHistory } from "@/components/settings/rules-history"
import { Words } from "@/components/shell/words"
import { rulesSet } from "@/lib/desk/rules"
import { can } from "@/lib/domain/policy"
import { ReviewRules } from "@/lib/domain/rules"
import { signedInTo } from "@/lib/entry"
import { setRules } from "./actions"

interface RulesPageProps {
  params: Promise<{ workspace: string }>
}

export async function generateMetadata({ params }: RulesPageProps): Promise<Metadata> {
  const { workspace } = await signedInTo((await params).workspace)
  const t = await getTranslations("settings.rules")
  return { title: t("inWorkspace", { workspace: workspace.name }) }
}

export default async function RulesPage({ params }: RulesPageProps) {
  const { actor } = await signedInTo((await params).workspace)
  if (!can(actor, "workspace.set")) notFound()
  const [t, changes] = await Promise.all([getTranslations("settings.rules"), rulesSet(actor)])
  return (
    <Words of={["settings", "claim", "checklist"]}>
      <header className="flex flex-col gap-1">
        <h1 className="heading-page">{t("title")}</h1>
        <p className="text-ui text-pretty text-ink-2">{t("intro")}</p>
      </header>
      <RulesForm me={actor.id} rules={ReviewRules.parse(actor.settings)} setRules={setRules} />
      <RulesHistory changes={changes} />
    </Words>
  )
}
