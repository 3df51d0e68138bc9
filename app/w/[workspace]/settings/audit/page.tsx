/** Whether the log of the desk is whole: for owners, who ask for it with a button. */
import type { Metadata } from "next"
import { notFound } from "next/navigation"
import { getTranslations } from "next-intl/server"
import { AuditCheck } from "@/components/settings/audit-check"
import { Words } from "@/components/shell/words"
import { can } from "@/lib/domain/policy"
import { signedInTo } from "@/lib/entry"
import { auditLog } from "./actions"

interface AuditPageProps {
  params: Promise<{ workspace: string }>
}

export async function generateMetadata({ params }: AuditPageProps): Promise<Metadata> {
  const { workspace } = await signedInTo((await params).workspace)
  const t = await getTranslations("audit")
  return { title: t("of", { workspace: workspace.name }) }
}

export default async function AuditPage({ params }: AuditPageProps) {
  const { actor, workspace } = await signedInTo((await params).workspace)
  if (!can(actor, "workspace.set")) notFound()
  const t = await getTranslations("audit")
  return (
    <Words of={["audit"]}>
      <header className="flex flex-col gap-1">
        <h1 className="heading-page">{t("title")}</h1>
        <p className="text-ui text-pretty text-ink-2">{t("about")}</p>
      </header>
      <AuditCheck auditLog={auditLog} slug={workspace.slug} />
    </Words>
  )
}
