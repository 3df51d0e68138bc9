"use client"
/** Sends several drafted verdicts in one go: each is seen before, and each has its own result. */
import { useTranslations } from "next-intl"
import { useState } from "react"
import { ClaimBadge, RatingBadge } from "@/components/claim/claim-badge"
import { titleOf } from "@/components/claim/claim-words"
import type { ClaimEntry } from "@/components/galley/claims-store"
import { useGalley } from "@/components/galley/galley-context"
import { useAnnounce } from "@/components/ui/announcer"
import { Button } from "@/components/ui/button"
import { Dialog } from "@/components/ui/dialog"
import type { Closing } from "@/components/ui/late"
import { Refused } from "@/components/ui/refused"
import { sourcesIn } from "@/lib/domain/shown"
import { useBatch, type BatchResult } from "./use-batch"

export interface Sending {
  claims: ClaimEntry[]
  /** Those that can be sent when this opens. */
  ready: ClaimEntry[]
}

export default function SendSeveralDialog({ claims, ready, onClose }: Sending & Closing) {
  const t = useTranslations("verdict.several")
  const ui = useTranslations("ui")
  const { acts, store } = useGalley()
  const announce = useAnnounce()
  // As they were when this opened: what is sent stays in the list with its result.
  const [keys] = useState(() => ready.map((entry) => entry.key))
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set())
  const batch = useBatch((key) =>
    store.perform(key, ({ id, version }) => acts.sendToReview({ claimId: id, version, waivers: [] })),
  )
  const chosen = keys.filter((key) => !left.has(key) && batch.results.get(key)?.kind !== "done")
  const begun = batch.results.size > 0
  const send = async () => announce(t("result", await batch.run(chosen)))
  return (
    <Dialog
      open
      onOpenChange={onClose}
      busy={batch.running}
      size="large"
      title={t("title")}
      description={t("text")}
      actions={
        <>
          {chosen.length > 0 && (
            <Button look="primary" busy={batch.running} onClick={() => void send()}>
              {t(begun ? "again" : "send", { count: chosen.length })}
            </Button>
          )}
          <Button disabled={batch.running} onClick={onClose}>
            {begun ? ui("close") : ui("cancel")}
          </Button>
        </>
      }
    >
      <ul className="flex flex-col">
        {claims
          .filter((entry) => keys.includes(entry.key))
          .map((entry) => (
            <Row
              key={entry.key}
              entry={entry}
              result={batch.results.get(entry.key)}
              chosen={!left.has(entry.key)}
              onChoose={() => setLeft((before) => toggled(before, entry.key))}
            />
          ))}
      </ul>
    </Dialog>
  )
}

interface RowProps {
  entry: ClaimEntry
  result: BatchResult | undefined
  chosen: boolean
  onChoose: () => void
}

function Row({ entry: { claim }, result, chosen, onChoose }: RowProps) {
  const t = useTranslations("verdict.several")
  return (
    <li className="flex items-start gap-3 border-t border-line py-2.5 first:border-t-0">
      <input
        type="checkbox"
        className="mt-1 size-4 shrink-0 accent-ink"
        aria-label={t("choose", { number: claim.number })}
        checked={chosen}
        disabled={result?.kind === "done"}
        onChange={onChoose}
      />
      <span className="w-7 shrink-0 text-right text-xs leading-6 font-semibold text-ink-3 tabular-nums">
        {claim.number}
      </span>
      <div className="min-w-0 flex-1">
        <p className="font-serif text-[0.9375rem] leading-snug break-words">{titleOf(claim)}</p>
        <p className="mt-1 flex flex-wrap items-center gap-2 text-xs text-ink-3">
          {claim.verdict && <RatingBadge rating={claim.verdict.rating} standing="drafted" />}
          {result?.kind === "done" ? <ClaimBadge claim={claim} /> : t("sources", { count: sourcesIn(claim.evidence) })}
        </p>
        {result?.kind === "refused" && <Refused className="mt-1">{result.message}</Refused>}
      </div>
    </li>
  )
}

function toggled(set: ReadonlySet<string>, key: string): ReadonlySet<string> {
  const next = new Set(set)
  if (!next.delete(key)) next.add(key)
  return next
}
