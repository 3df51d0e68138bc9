"use client"
/** Over an article that is put away: nothing of it can be changed until somebody gets it back. */
import { useFormatter, useTranslations } from "next-intl"
import { Button } from "@/components/ui/button"
import { useArchive, type ArchiveActs } from "./use-archive"

export interface ArchivedNoticeProps {
  article: { id: string; title: string }
  archivedAt: string
  archives: "may" | "not"
  acts: ArchiveActs
}

export function ArchivedNotice({ article, archivedAt, archives, acts }: ArchivedNoticeProps) {
  const t = useTranslations("archive")
  const format = useFormatter()
  const { busy, restore } = useArchive(article, acts)
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2 border-b border-line bg-unproven-soft px-4 py-2 text-ui text-ink">
      <p className="min-w-0 flex-1">
        {t("notice", { date: format.dateTime(new Date(archivedAt), { dateStyle: "medium" }) })}
        {archives === "not" && ` ${t("askEditor")}`}
      </p>
      {archives === "may" && (
        <Button size="small" busy={busy} onClick={restore}>
          {t("restore")}
        </Button>
      )}
    </div>
  )
}
