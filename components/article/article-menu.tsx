"use client"
/** What can be done with an article whole, from its row in the list. */
import { Ellipsis } from "lucide-react"
import Link from "next/link"
import { useTranslations } from "next-intl"
import { Button } from "@/components/ui/button"
import { Menu, MenuItem } from "@/components/ui/menu"
import { useArchive, type ArchiveActs } from "./use-archive"

export interface ArticleMenuProps {
  article: { id: string; title: string; archivedAt: string | null }
  /** The article's. */
  address: string
  /** Whether the reader may put it away and get it back. */
  archives: "may" | "not"
  acts: ArchiveActs
}

export function ArticleMenu({ article, address, archives, acts }: ArticleMenuProps) {
  const t = useTranslations("archive")
  const { busy, archive, restore } = useArchive(article, acts)
  const label = t("menu", { title: article.title })
  return (
    <Menu
      label={label}
      trigger={
        <Button look="quiet" size="icon" busy={busy} aria-label={label} title={t("more")}>
          <Ellipsis aria-hidden className="size-4" />
        </Button>
      }
    >
      <MenuItem asChild>
        <Link href={address}>{t("open")}</Link>
      </MenuItem>
      <MenuItem asChild>
        <Link href={`${address}/board`}>{t("board")}</Link>
      </MenuItem>
      {archives === "may" && !article.archivedAt && <MenuItem onSelect={archive}>{t("archive")}</MenuItem>}
      {archives === "may" && article.archivedAt && <MenuItem onSelect={restore}>{t("restore")}</MenuItem>}
    </Menu>
  )
}
