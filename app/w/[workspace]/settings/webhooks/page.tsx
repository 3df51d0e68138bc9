/** Other systems that are told what happens at the desk, for owners: how each is doing, what was sent, and an end to it. */
import type { Metadata } from "next"
import { notFound } from "next/navigation"
import { getTranslations } from "next-intl/server"
import { ApiReference } from "@/components/settings/api-reference"
import { Words } from "@/components/shell/words"
import { MakeWebhook } from "@/components/webhook/make-webhook"
import { WebhookList } from "@/components/webhook/webhook-list"
import { listDeliveries, listWebhooks } from "@/lib/desk/webhooks"
import { can } from "@/lib/domain/policy"
import { signedInTo } from "@/lib/entry"
import { drawAnew } from "../../actions"
import { makeWebhook, redeliver, removeWebhook, switchOnWebhook, testWebhook } from "./actions"

const acts = { drawAnew, redeliver, removeWebhook, switchOnWebhook, testWebhook }

interface WebhooksPageProps {
  params: Promise<{ workspace: string }>
}

export async function generateMetadata({ params }: WebhooksPageProps): Promise<Metadata> {
  const { workspace } = await signedInTo((await params).workspace)
  const t = await getTranslations("webhooks")
  return { title: t("inWorkspace", { workspace: workspace.name }) }
}

export default async function WebhooksPage({ params }: WebhooksPageProps) {
  const { actor } = await signedInTo((await params).workspace)
  if (!can(actor, "workspace.set")) notFound()
  const [t, webhooks, deliveries] = await Promise.all([
    getTranslations("webhooks"),
    listWebhooks(actor),
    listDeliveries(actor),
  ])
  return (
    <Words of={["webhooks"]}>
      <header className="flex flex-col gap-1">
        <h1 className="heading-page">{t("title")}</h1>
        <p className="text-ui text-pretty text-ink-2">{t("intro")}</p>
        <ApiReference of="webhooks" />
      </header>
      <WebhookList webhooks={webhooks} deliveries={deliveries} acts={acts} />
      <MakeWebhook makeWebhook={makeWebhook} />
    </Words>
  )
}
