/** The scales that verdicts are given on: everybody at the desk reads them, owners make them and say which is offered. */
import type { Metadata } from "next"
import { getTranslations } from "next-intl/server"
import { ScaleList } from "@/components/scale/scale-list"
import { Words } from "@/components/shell/words"
import { listScales } from "@/lib/desk/own-scales"
import { can } from "@/lib/domain/policy"
import { signedInTo } from "@/lib/entry"
import { offerScale, restoreScale, retireScale } from "./actions"

interface ScalesPageProps {
  params: Promise<{ workspace: string }>
}

export async function generateMetadata({ params }: ScalesPageProps): Promise<Metadata> {
  const { workspace } = await signedInTo((await params).workspace)
  const t = await getTranslations("settings.scales")
  return { title: t("inWorkspace", { workspace: workspace.name }) }
}

const acts = { offerScale, retireScale, restoreScale }

export default async function ScalesPage({ params }: ScalesPageProps) {
  const { actor, workspace } = await signedInTo((await params).workspace)
  const may = can(actor, "workspace.set")
  const [t, scales] = await Promise.all([getTranslations("settings.scales"), listScales(actor)])
  return (
    <Words of={["settings", "claim"]}>
      <header className="flex flex-col gap-1">
        <h1 className="heading-page">{t("title")}</h1>
        <p className="text-ui text-pretty text-ink-2">{t(may ? "intro" : "introOthers")}</p>
      </header>
      <ScaleList scales={scales} home={`/w/${workspace.slug}/settings/scales`} acts={may ? acts : null} />
    </Words>
  )
}
