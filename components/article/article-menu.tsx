"use client"
/** What can be done with an article whole, from its row in the list. */
import { Ellipsis } from "lucide-react"
import { useTranslations } from "next-intl"
import type { ComponentProps } from "react"
import { Button } from "@/components/ui/button"
import { lateCode } from "@/components/ui/late-code"
import { useLate } from "@/components/ui/use-late"
import { useArchive, type ArchiveActs } from "./use-archive"

export interface ArticleMenuProps {
  article: { id: string; title: string; archivedAt: string | null }
  /** The article's. */
  address: string
  /** Whether the reader may put it away and get it back. */
  archives: "may" | "not"
  acts: ArchiveActs
}

const panel = lateCode(() => import("./article-menu-panel"))

export function ArticleMenu({ article, address, archives, acts }: ArticleMenuProps) {
  const t = useTranslations("archive")
  const { busy, archive, restore } = useArchive(article, acts)
  const late = useLate(panel, "menu")
  const label = t("menu", { title: article.title })
  const button = (given: ComponentProps<"button">) => (
    <Button look="quiet" size="icon" busy={busy} aria-label={label} title={t("more")} {...given}>
      <Ellipsis aria-hidden className="size-4" />
    </Button>
  )
  if (!late.Panel) return button(late.button)
  return (
    <late.Panel
      label={label}
      button={button({})}
      address={address}
      archive={archives === "may" && !article.archivedAt ? archive : null}
      restore={archives === "may" && article.archivedAt ? restore : null}
      {...late.opening}
    />
  )
}
