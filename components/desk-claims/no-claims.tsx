/** What the list says when it is empty: how the first claim comes about, or how to find one. */
import { getTranslations } from "next-intl/server"
import { EmptyState } from "@/components/ui/empty-state"
import { LinkButton } from "@/components/ui/button"

export interface NoClaimsProps {
  /** Whether anything was asked for. */
  asked: "something" | "nothing"
  claims: string
  articles: string
}

export async function NoClaims({ asked, claims, articles }: NoClaimsProps) {
  const t = await getTranslations("claims")
  const [key, way] = asked === "something" ? (["noMatch", claims] as const) : (["empty", articles] as const)
  return (
    <EmptyState title={t(`${key}.title`)} action={<LinkButton href={way}>{t(`${key}.action`)}</LinkButton>}>
      {t(`${key}.text`)}
    </EmptyState>
  )
}
