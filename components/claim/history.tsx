"use client"
/** Who did what with this claim, when: read from its events, a sentence for each. */
import { useFormatter, useNow, useTranslations } from "next-intl"
import { useEffect, useState } from "react"
import { useGalley } from "@/components/galley/galley-context"
import { Avatar } from "@/components/ui/avatar"
import { Button } from "@/components/ui/button"
import type { ClaimView } from "@/lib/domain/claim"
import type { EventView } from "@/lib/domain/event"
import { useEventSentence } from "./event-sentence"

interface HistoryProps {
  claim: ClaimView
  entryStanding: "kept" | "marking"
}

type Loaded = { kind: "loading" } | { kind: "failed" } | { kind: "loaded"; events: EventView[] }

export default function History({ claim, entryStanding }: HistoryProps) {
  const t = useTranslations("claim.history")
  const { acts } = useGalley()
  const [turn, setTurn] = useState(0)
  const [loaded, setLoaded] = useState<Loaded>({ kind: "loading" })
  useEffect(() => {
    if (entryStanding === "marking") return
    let current = true
    const show = (next: Loaded) => current && setLoaded(next)
    acts.claimHistory({ claimId: claim.id }).then(
      (answer) => show(answer.ok ? { kind: "loaded", events: answer.value } : { kind: "failed" }),
      () => show({ kind: "failed" }),
    )
    return () => {
      current = false
    }
    // A new version means that something happened.
  }, [acts, claim.id, claim.version, entryStanding, turn])
  if (entryStanding === "marking") return null
  return (
    <section aria-label={t("title")}>
      <h3 className="heading-group mb-2">{t("title")}</h3>
      {loaded.kind === "loading" && <p className="text-xs text-ink-3">{t("loading")}</p>}
      {loaded.kind === "failed" && (
        <p className="flex items-center gap-2 text-xs text-ink-2">
          {t("failed")} <Retry onRetry={() => setTurn(turn + 1)} />
        </p>
      )}
      {loaded.kind === "loaded" && <Events claim={claim} events={loaded.events} />}
    </section>
  )
}

function Retry({ onRetry }: { onRetry: () => void }) {
  const t = useTranslations("ui")
  return (
    <Button size="small" onClick={onRetry}>
      {t("tryAgain")}
    </Button>
  )
}

function Events({ claim, events }: { claim: ClaimView; events: EventView[] }) {
  const t = useTranslations("claim.history")
  const sentence = useEventSentence(claim)
  return (
    <ol className="flex flex-col gap-2.5">
      {events.map((event) => {
        const name = event.actor?.name ?? t("somebody")
        return (
          <li key={event.id} className="grid grid-cols-[22px_minmax(0,1fr)] gap-2 text-ui text-ink-2">
            <span aria-hidden>
              <Avatar id={event.actor?.id ?? name} name={name} size="small" />
            </span>
            <span className="min-w-0 break-words">
              <b className="font-semibold text-ink">{name}</b> {sentence(event)}{" "}
              <span aria-hidden className="text-ink-3">
                ·
              </span>{" "}
              <When at={event.at} />
            </span>
          </li>
        )
      })}
    </ol>
  )
}

/** The hour today, the day before that; the exact time on hover. */
function When({ at }: { at: string }) {
  const format = useFormatter()
  const now = useNow()
  const time = new Date(at)
  const day = (date: Date) => format.dateTime(date, { dateStyle: "short" })
  const today = day(time) === day(now)
  const short = format.dateTime(time, {
    ...(!today && { day: "numeric", month: "short" }),
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  })
  return (
    <time
      dateTime={at}
      title={format.dateTime(time, { dateStyle: "full", timeStyle: "long" })}
      className="whitespace-nowrap text-ink-3"
    >
      {short}
    </time>
  )
}
