/** One scale: its newest version to be edited by owners, or any version as it was saved; and all its versions. */
import type { Metadata } from "next"
import { notFound } from "next/navigation"
import { getTranslations } from "next-intl/server"
import { BackLink } from "@/components/scale/back-link"
import { RatingsTable } from "@/components/scale/ratings-table"
import { ScaleEditor } from "@/components/scale/scale-editor"
import { Use } from "@/components/scale/scale-list"
import { ScaleMenu } from "@/components/scale/scale-menu"
import { ScaleVersions } from "@/components/scale/scale-versions"
import { typedScale } from "@/components/scale/begun-scale"
import { Words } from "@/components/shell/words"
import { readScale } from "@/lib/desk/own-scales"
import { can } from "@/lib/domain/policy"
import { Refusal } from "@/lib/domain/refusal"
import type { Actor } from "@/lib/domain/workspace"
import { signedInTo } from "@/lib/entry"
import { offerScale, restoreScale, retireScale, saveScale } from "../../actions"

interface ScalePageProps {
  params: Promise<{ workspace: string; code: string }>
  searchParams: Promise<{ version?: string | string[] }>
}

export async function generateMetadata({ params }: ScalePageProps): Promise<Metadata> {
  const { workspace, code } = await params
  const { actor } = await signedInTo(workspace)
  const [{ item }, t] = await Promise.all([asked(actor, code, undefined), getTranslations("settings.scales")])
  return { title: t("named", { name: item.name ?? t(`shipped.${item.job}`) }) }
}

const acts = { offerScale, retireScale, restoreScale }

export default async function ScalePage({ params, searchParams }: ScalePageProps) {
  const [{ workspace: slug, code }, { version }] = await Promise.all([params, searchParams])
  const { actor } = await signedInTo(slug)
  const [t, { scale, item, versions }] = await Promise.all([
    getTranslations("settings.scales"),
    asked(actor, code, version),
  ])
  const home = `/w/${slug}/settings/scales`
  const may = can(actor, "workspace.set")
  const edits = may && item.kind === "own" && version === undefined
  return (
    <Words of={["settings", "claim", "app"]}>
      <header className="flex flex-col gap-1">
        <BackLink href={home} />
        <div className="flex items-start justify-between gap-3">
          <h1 className="heading-page wrap-anywhere">{scale.name ?? t(`shipped.${scale.job}`)}</h1>
          {may && <ScaleMenu scale={item} home={home} acts={acts} />}
        </div>
        <p className="flex flex-wrap items-center gap-2">
          <Use scale={item} />
        </p>
        <p className="text-ui text-pretty text-ink-2">
          {t(introOf(item.kind, { may, edits }), { code: item.code, version: scale.version })}
        </p>
      </header>
      {edits ? (
        <ScaleEditor me={actor.id} of={code} saved={typedScale(scale)} home={home} saveScale={saveScale} />
      ) : (
        <RatingsTable ratings={scale.ratings} />
      )}
      <ScaleVersions {...{ item, versions }} shown={scale.version} address={`${home}/of/${code}`} />
    </Words>
  )
}

function introOf(kind: "own" | "shipped", { may, edits }: { may: boolean; edits: boolean }) {
  if (kind === "shipped") return may ? "introShipped" : "introShippedOthers"
  return edits ? "introEdit" : "introVersion"
}

/** The scale that an address names; a page that is not there where it names none. */
async function asked(actor: Actor, code: string, version: string | string[] | undefined) {
  const number = version === undefined ? undefined : Number(version)
  if (number !== undefined && !Number.isSafeInteger(number)) notFound()
  try {
    return await readScale(actor, { code, ...(number !== undefined && { version: number }) })
  } catch (error) {
    if (error instanceof Refusal && error.code === "not-found") notFound()
    throw error
  }
}
