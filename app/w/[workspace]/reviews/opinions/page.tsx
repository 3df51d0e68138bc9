/** Second opinions that wait for somebody: to be given, taken, decided between. Beside the queue of verdicts. */
import type { Metadata } from "next"
import { notFound } from "next/navigation"
import { getTranslations } from "next-intl/server"
import { OpinionList } from "@/components/opinion/opinion-list"
import { Words } from "@/components/shell/words"
import { LinkButton } from "@/components/ui/button"
import { listOpinions } from "@/lib/desk/opinion-list"
import { can } from "@/lib/domain/policy"
import { signedInTo } from "@/lib/entry"
import { takeOpinion } from "./actions"

interface OpinionsPageProps {
  params: Promise<{ workspace: string }>
}

export async function generateMetadata({ params }: OpinionsPageProps): Promise<Metadata> {
  const { workspace } = await signedInTo((await params).workspace)
  const t = await getTranslations("opinion.list")
  return { title: t("inWorkspace", { workspace: workspace.name }) }
}

export default async function OpinionsPage({ params }: OpinionsPageProps) {
  const { workspace: slug } = await params
  const { actor } = await signedInTo(slug)
  if (!can(actor, "note.read")) notFound()
  const [t, items] = await Promise.all([getTranslations("opinion.list"), listOpinions(actor)])
  const home = `/w/${slug}`
  return (
    <Words of={["opinion"]}>
      <div className="mx-auto flex w-full max-w-[58rem] flex-col gap-6 px-4 py-6 sm:px-6 sm:py-7">
        <div className="flex flex-col gap-1">
          <LinkButton look="quiet" size="small" href={`${home}/reviews`} className="-ml-2 self-start">
            {t("back")}
          </LinkButton>
          <h1 className="heading-page">{t("title")}</h1>
          <p className="max-w-prose text-ui text-pretty text-ink-2">{t("intro")}</p>
        </div>
        <OpinionList items={items} home={home} takeOpinion={takeOpinion} />
      </div>
    </Words>
  )
}
