"use client"
/** Known checks as they were brought in, the newest first. */
import { useFormatter, useTranslations } from "next-intl"
import { useState } from "react"
import { useAnnounce } from "@/components/ui/announcer"
import { AskDialog } from "@/components/ui/ask-dialog"
import { Badge } from "@/components/ui/badge"
import { Button } from "@/components/ui/button"
import { toast } from "@/components/ui/toast"
import type { Act } from "@/lib/domain/answer"
import type { KnownCheckView, RemoveKnownChecks } from "@/lib/domain/earlier-check"

interface KnownCheckListProps {
  items: KnownCheckView[]
  /** Null for whoever may not take them out. */
  remove: Act<RemoveKnownChecks, { removed: number }> | null
}

export function KnownCheckList({ items, remove }: KnownCheckListProps) {
  const t = useTranslations("earlier.known")
  const announce = useAnnounce()
  const [asked, setAsked] = useState<KnownCheckView | null>(null)
  const takeOut = async ({ id }: KnownCheckView) => {
    setAsked(null)
    const answer = await remove?.({ ids: [id] })
    if (answer?.ok) announce(t("removed"))
    else if (answer) toast.error(answer.refusal.message)
  }
  return (
    <>
      <ul aria-label={t("title")} className="border-t border-line">
        {items.map((check) => (
          <li key={check.id} className="flex flex-wrap items-start gap-x-4 gap-y-2 border-b border-line py-3.5">
            <KnownCheck check={check} />
            {remove && (
              <Button look="quiet" size="small" onClick={() => setAsked(check)}>
                {t("remove")}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {asked && (
        <AskDialog
          open
          title={t("removeTitle")}
          text={t("removeText", { statement: asked.statement.slice(0, 200) })}
          confirm={t("remove")}
          look="danger"
          onYes={() => void takeOut(asked)}
          onClose={() => setAsked(null)}
        />
      )}
    </>
  )
}

function KnownCheck({ check }: { check: KnownCheckView }) {
  const t = useTranslations("earlier")
  const format = useFormatter()
  const { statement, rating, url, publisher, checkedOn, language } = check
  const day = checkedOn && format.dateTime(new Date(checkedOn), { dateStyle: "medium", timeZone: "UTC" })
  return (
    <div className="min-w-0 flex-1 basis-64">
      <p lang={language ?? undefined} dir="auto" className="font-serif text-base leading-[1.4] wrap-anywhere">
        {statement}
      </p>
      <p className="mt-1 flex flex-wrap items-center gap-x-2 gap-y-1 text-xs text-ink-3">
        <Badge tone="unproven" shape="◇">
          {rating ?? t("noRating")}
        </Badge>
        <span className="min-w-0 wrap-anywhere">{[publisher ?? t("elsewhere"), day].filter(Boolean).join(" · ")}</span>
        {url && (
          <a href={url} target="_blank" rel="noreferrer" className="font-semibold underline underline-offset-3">
            {t("openPage", { host: new URL(url).hostname })}
          </a>
        )}
      </p>
    </div>
  )
}
