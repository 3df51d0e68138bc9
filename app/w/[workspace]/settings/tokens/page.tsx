/** Everybody's tokens, for owners: whose each is, what it may do, and an end to it. */
import type { Metadata } from "next"
import { notFound } from "next/navigation"
import { getTranslations } from "next-intl/server"
import { ApiReference } from "@/components/settings/api-reference"
import { TokenList } from "@/components/token/token-list"
import { LinkButton } from "@/components/ui/button"
import { Words } from "@/components/shell/words"
import { listTokens } from "@/lib/desk/tokens"
import { can } from "@/lib/domain/policy"
import { signedInTo } from "@/lib/entry"
import { revokeToken } from "./actions"

interface TokensPageProps {
  params: Promise<{ workspace: string }>
}

export async function generateMetadata({ params }: TokensPageProps): Promise<Metadata> {
  const { workspace } = await signedInTo((await params).workspace)
  const t = await getTranslations("tokens")
  return { title: t("inWorkspace", { workspace: workspace.name }) }
}

export default async function TokensPage({ params }: TokensPageProps) {
  const { actor, workspace } = await signedInTo((await params).workspace)
  if (!can(actor, "workspace.set")) notFound()
  const [t, tokens] = await Promise.all([getTranslations("tokens"), listTokens(actor, "all")])
  return (
    <Words of={["tokens"]}>
      <header className="flex flex-col gap-1">
        <h1 className="heading-page">{t("title")}</h1>
        <p className="text-ui text-pretty text-ink-2">{t("intro")}</p>
        <ApiReference of="tokens" />
      </header>
      <TokenList tokens={tokens} of="all" revokeToken={revokeToken} />
      <p className="flex flex-wrap items-center gap-3 text-ui text-ink-2">
        {t("ownMade")}
        <LinkButton size="small" href={`/w/${workspace.slug}/account`}>
          {t("toAccount")}
        </LinkButton>
      </p>
    </Words>
  )
}
