/** A new scale of the desk's own, from nothing or as a copy of another one of its job. For owners. */
import type { Metadata } from "next"
import { notFound } from "next/navigation"
import { getTranslations } from "next-intl/server"
import { ScaleEditor } from "@/components/scale/scale-editor"
import { newScale } from "@/components/scale/begun-scale"
import { BackLink } from "@/components/scale/back-link"
import { LinkButton } from "@/components/ui/button"
import { Words } from "@/components/shell/words"
import { listScales } from "@/lib/desk/own-scales"
import { can } from "@/lib/domain/policy"
import { Job } from "@/lib/domain/scale"
import { signedInTo } from "@/lib/entry"
import { saveScale } from "../actions"

interface NewScaleProps {
  params: Promise<{ workspace: string }>
  searchParams: Promise<{ job?: string | string[]; from?: string | string[] }>
}

export async function generateMetadata({ params }: NewScaleProps): Promise<Metadata> {
  const { workspace } = await signedInTo((await params).workspace)
  const t = await getTranslations("settings.scales")
  return { title: t("newIn", { workspace: workspace.name }) }
}

export default async function NewScalePage({ params, searchParams }: NewScaleProps) {
  const [{ actor, workspace }, asked] = await Promise.all([signedInTo((await params).workspace), searchParams])
  const job = Job.safeParse(asked.job)
  if (!can(actor, "workspace.set") || !job.success) notFound()
  const [t, claim, scales] = await Promise.all([
    getTranslations("settings.scales"),
    getTranslations("claim.job"),
    listScales(actor),
  ])
  const from = scales.find((scale) => scale.code === asked.from && scale.job === job.data) ?? null
  const home = `/w/${workspace.slug}/settings/scales`
  return (
    <Words of={["settings", "claim", "app"]}>
      <header className="flex flex-col gap-1">
        <BackLink href={home} />
        <h1 className="heading-page">{t("newTitle", { job: claim(job.data) })}</h1>
        <p className="text-ui text-pretty text-ink-2">{t(`newIntro.${job.data}`)}</p>
        {from === null && (
          <p>
            <LinkButton size="small" href={`${home}/new?job=${job.data}&from=${job.data}`}>
              {t("fromShipped")}
            </LinkButton>
          </p>
        )}
      </header>
      <ScaleEditor
        key={from?.code ?? ""}
        me={actor.id}
        of={`new:${job.data}:${from?.code ?? ""}`}
        saved={newScale(job.data, from)}
        home={home}
        saveScale={saveScale}
      />
    </Words>
  )
}
