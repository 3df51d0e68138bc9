/** Another desk beside this one, for an owner: its name and its language. */
import type { Metadata } from "next"
import { notFound } from "next/navigation"
import { getTranslations } from "next-intl/server"
import { NewDeskForm } from "@/components/door/new-desk-form"
import { Words } from "@/components/shell/words"
import { can } from "@/lib/domain/policy"
import { signedInTo } from "@/lib/entry"
import { startDesk } from "./actions"

interface NewDeskPageProps {
  params: Promise<{ workspace: string }>
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("door.newDesk")
  return { title: t("title") }
}

export default async function NewDeskPage({ params }: NewDeskPageProps) {
  const { actor, workspace } = await signedInTo((await params).workspace)
  if (workspace.demo || !can(actor, "workspace.set")) notFound()
  const t = await getTranslations("door.newDesk")
  return (
    <Words of={["door"]}>
      <div className="mx-auto flex w-full max-w-lg flex-col gap-5 px-5 py-8">
        <h1 className="heading-page">{t("title")}</h1>
        <p className="text-pretty text-ink-2">{t("intro", { workspace: workspace.name })}</p>
        <NewDeskForm startDesk={startDesk} back={`/w/${workspace.slug}/articles`} />
      </div>
    </Words>
  )
}
