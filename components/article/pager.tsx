/** On to older articles, and back to the newest. */
import { getTranslations } from "next-intl/server"
import { LinkButton } from "@/components/ui/button"

export interface PagerProps {
  articles: string
  query: string
  /** Where this page begins, null on the first. */
  after: string | null
  /** Where the next page begins, null on the last. */
  next: string | null
}

export async function Pager({ articles, query, after, next }: PagerProps) {
  const t = await getTranslations("articles")
  if (!after && !next) return null
  const address = (cursor: string | null) => {
    const asked = new URLSearchParams({ ...(query && { q: query }), ...(cursor && { after: cursor }) }).toString()
    return asked ? `${articles}?${asked}` : articles
  }
  return (
    <nav aria-label={t("pages")} className="mt-5 flex flex-wrap gap-2">
      {after && <LinkButton href={address(null)}>{t("newest")}</LinkButton>}
      {next && (
        <LinkButton href={address(next)} rel="next">
          {t("older")}
        </LinkButton>
      )}
    </nav>
  )
}
