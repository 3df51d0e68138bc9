"use client"
/** Fetches the page that a text came from once more: what it says otherwise now, and whether that becomes the new text. */
import { useTranslations } from "next-intl"
import { useState, useTransition } from "react"
import { Button } from "@/components/ui/button"
import { Difference } from "@/components/ui/difference"
import { toast } from "@/components/ui/toast"
import type { Act } from "@/lib/domain/answer"
import type { ChangedSince, ChangedSinceImport, ReviseFromLink } from "@/lib/domain/import"
import type { RevisionResult } from "@/lib/domain/revision"
import { excerpts } from "./excerpts"

export interface FetchAgainActs {
  changedSinceImport: Act<ChangedSinceImport, ChangedSince>
  reviseFromLink: Act<ReviseFromLink, RevisionResult>
}

export interface FetchAgainProps {
  articleId: string
  /** The current revision, as whoever decides sees it. */
  baseId: string
  acts: FetchAgainActs
}

type Came = { state: "unasked" } | { state: "here"; changed: ChangedSince } | { state: "failed"; message: string }

export function FetchAgain({ articleId, baseId, acts }: FetchAgainProps) {
  const t = useTranslations("fetchAgain")
  const [fetching, fetch] = useTransition()
  const [taking, take] = useTransition()
  const [came, setCame] = useState<Came>({ state: "unasked" })
  const look = () =>
    fetch(async () => {
      const answer = await acts.changedSinceImport({ articleId })
      setCame(
        answer.ok ? { state: "here", changed: answer.value } : { state: "failed", message: answer.refusal.message },
      )
    })
  const revise = (url: string) =>
    take(async () => {
      const answer = await acts.reviseFromLink({ articleId, baseId, url })
      if (!answer.ok) return setCame({ state: "failed", message: answer.refusal.message })
      setCame({ state: "unasked" })
      toast.success(t("taken", { number: answer.value.revision.number }))
    })
  return (
    <section aria-label={t("label")} className="mb-5 flex flex-col items-start gap-2">
      <Button size="small" busy={fetching} onClick={look}>
        {fetching ? t("fetching") : t("fetch")}
      </Button>
      <div role="status" className="text-ui text-ink-2 empty:hidden">
        {came.state === "here" && <Summary changed={came.changed} />}
      </div>
      <div role="alert" className="text-ui text-false empty:hidden">
        {came.state === "failed" && came.message}
      </div>
      {came.state === "here" && isChanged(came.changed) && (
        <>
          <div className="max-h-80 w-full overflow-y-auto rounded-lg border border-line px-4 py-3" tabIndex={0}>
            {excerpts(came.changed.pieces).map((pieces, at) => (
              <p key={at} className="mb-2 font-serif leading-relaxed whitespace-pre-line last:mb-0">
                <Difference pieces={pieces} />
              </p>
            ))}
          </div>
          <Button size="small" look="primary" busy={taking} onClick={() => revise(came.changed.url)}>
            {t("take")}
          </Button>
        </>
      )}
    </section>
  )
}

const isChanged = ({ pieces }: ChangedSince) => pieces.some(({ kind }) => kind !== "same")

function Summary({ changed }: { changed: ChangedSince }) {
  const t = useTranslations("fetchAgain")
  const { revision, words } = changed
  return isChanged(changed) ? t("changed", { revision, ...words }) : t("same", { revision })
}
