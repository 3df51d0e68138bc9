"use client"
/** Fetches the page that a text came from once more: what it says otherwise now, and whether that becomes the new text. */
import { useTranslations } from "next-intl"
import { useState, useTransition } from "react"
import { Button } from "@/components/ui/button"
import { Difference } from "@/components/ui/difference"
import { useScreenActs } from "@/components/ui/use-screen-acts"
import type { Act } from "@/lib/domain/answer"
import type { ChangedSince, ChangedSinceImport, ReviseFromLink } from "@/lib/domain/import"
import type { RevisionResult } from "@/lib/domain/revision"
import { excerpts } from "./excerpts"
import { useRevisions } from "./revisions-context"
import { useRevised } from "./use-revised"

export interface FetchAgainActs {
  changedSinceImport: Act<ChangedSinceImport, ChangedSince>
  reviseFromLink: Act<ReviseFromLink, RevisionResult>
}

type Came = { state: "unasked" } | { state: "here"; changed: ChangedSince } | { state: "failed"; message: string }

export function FetchAgain({ acts }: { acts: FetchAgainActs }) {
  const t = useTranslations("fetchAgain")
  const { came, fetching, taking, look, revise } = useFetching(acts)
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
          <Button size="small" look="primary" busy={taking} onClick={() => revise(came.changed)}>
            {t("take")}
          </Button>
        </>
      )}
    </section>
  )
}

/** What the page says, and taking that: where it says something else again meanwhile, that is shown first. */
function useFetching(given: FetchAgainActs) {
  const { article, current, galley, acts } = useRevisions()
  const { changedSinceImport, reviseFromLink } = useScreenActs(given)
  const { revised } = useRevised({ article, galley, ...acts })
  const [fetching, fetch] = useTransition()
  const [taking, take] = useTransition()
  const [came, setCame] = useState<Came>({ state: "unasked" })
  const articleId = article.id
  const look = () =>
    fetch(async () => {
      const answer = await changedSinceImport({ articleId })
      setCame(
        answer.ok ? { state: "here", changed: answer.value } : { state: "failed", message: answer.refusal.message },
      )
    })
  const revise = ({ url, shown }: ChangedSince) =>
    take(async () => {
      const answer = await reviseFromLink({ articleId, baseId: current.id, url, shown })
      if (answer.ok) {
        setCame({ state: "unasked" })
        return revised(answer.value)
      }
      if (answer.refusal.code === "conflict") look()
      else setCame({ state: "failed", message: answer.refusal.message })
    })
  return { came, fetching, taking, look, revise }
}

const isChanged = ({ pieces }: ChangedSince) => pieces.some(({ kind }) => kind !== "same")

function Summary({ changed }: { changed: ChangedSince }) {
  const t = useTranslations("fetchAgain")
  const { revision, words } = changed
  return isChanged(changed) ? t("changed", { revision, ...words }) : t("same", { revision })
}
