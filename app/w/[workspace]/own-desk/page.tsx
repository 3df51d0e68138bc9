/** The sample desk is exchanged for one's own: what goes with it is said before anything is asked. */
import { basename } from "node:path"
import type { Metadata } from "next"
import { notFound } from "next/navigation"
import { getTranslations } from "next-intl/server"
import { OwnDeskForm } from "@/components/door/own-desk-form"
import { Words } from "@/components/shell/words"
import { LinkButton } from "@/components/ui/button"
import { can } from "@/lib/domain/policy"
import { signedInTo } from "@/lib/entry"
import { env } from "@/lib/env"
import { startOwnDesk } from "./actions"

interface OwnDeskPageProps {
  params: Promise<{ workspace: string }>
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("door.ownDesk")
  return { title: t("title") }
}

export default async function OwnDeskPage({ params }: OwnDeskPageProps) {
  const { workspace: slug } = await params
  const { actor, workspace } = await signedInTo(slug)
  if (!workspace.demo) notFound()
  const t = await getTranslations("door.ownDesk")
  const back = `/w/${slug}/articles`
  const { STET_DATA } = env()
  const gone = ["desk", "accounts", ...(STET_DATA ? (["file"] as const) : [])] as const
  const file = `${basename(STET_DATA ?? "")}/demo.json`
  return (
    <Words of={["door"]}>
      <div className="mx-auto flex w-full max-w-lg flex-col gap-5 px-5 py-8">
        <h1 className="heading-page">{t("title")}</h1>
        <p className="text-ink-2">{t("intro")}</p>
        <ul className="flex list-disc flex-col gap-1 pl-5 text-ink-2">
          {gone.map((what) => (
            <li key={what} className="wrap-anywhere">
              {t(`removed.${what}`, { file })}
            </li>
          ))}
        </ul>
        <p className="text-ink-2">{t("export")}</p>
        {can(actor, "workspace.set") ? (
          <OwnDeskForm startOwnDesk={startOwnDesk} back={back} />
        ) : (
          <>
            <p className="border-l-3 border-review pl-3">{t("ownerOnly")}</p>
            <LinkButton href={back} className="self-start">
              {t("back")}
            </LinkButton>
          </>
        )}
      </div>
    </Words>
  )
}
