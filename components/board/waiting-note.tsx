"use client"
/** Whose answer a claim waits for, since when, when to ask again; and going on once it is there. */
import { useFormatter, useTranslations } from "next-intl"
import { useState } from "react"
import { shapes } from "@/components/claim/looks"
import { useWaitingWords } from "@/components/claim/waiting-words"
import { Button } from "@/components/ui/button"
import { classes } from "@/components/ui/classes"
import { MomentDialog } from "@/components/ui/moment-dialog"
import type { BoardClaim } from "@/lib/domain/board"
import type { WaitingView } from "@/lib/domain/claim"
import { useBoard } from "./board-context"
import type { Arranging } from "./use-arranged"

export interface WaitingNoteProps {
  claim: BoardClaim
  waiting: WaitingView
  /** Null for whoever may only read. */
  arranging: Arranging | null
}

export function WaitingNote({ claim, waiting, arranging }: WaitingNoteProps) {
  const t = useTranslations("claim.waiting")
  const format = useFormatter()
  const { now } = useBoard()
  const { waitsOn } = useWaitingWords()
  const day = (at: string) => format.dateTime(new Date(at), { dateStyle: "medium", timeStyle: "short" })
  const { since, chaseAt } = waiting
  const late = chaseAt !== null && new Date(chaseAt) <= new Date(now)
  return (
    <div className="rounded-lg bg-unproven-soft px-3 py-2 text-xs">
      <p className="text-ui font-semibold text-unproven">
        <span aria-hidden>{shapes.waiting} </span>
        {waitsOn(waiting)}
      </p>
      <p className="flex flex-wrap gap-x-3 text-ink-2">
        <span>{t("since", { when: day(since) })}</span>
        {chaseAt && (
          <span className={classes(late && "font-semibold text-false")}>
            {late && <span aria-hidden>! </span>}
            {t(late ? "chaseNow" : "chase", { when: day(chaseAt) })}
          </span>
        )}
      </p>
      {arranging && <WaitingActs claim={claim} waiting={waiting} arranging={arranging} />}
    </div>
  )
}

function WaitingActs({ claim, waiting, arranging }: WaitingNoteProps & { arranging: Arranging }) {
  const t = useTranslations("board")
  const words = useTranslations("claim.waiting")
  const [asking, setAsking] = useState<"no" | "yes">("no")
  const { number } = claim
  return (
    <div className="relative z-10 mt-2 flex flex-wrap gap-2">
      <Button
        size="small"
        busy={arranging.busy}
        aria-label={t("resume", { number })}
        onClick={() => arranging.resume(waiting)}
      >
        {words("resume")}
      </Button>
      <Button size="small" look="quiet" aria-label={t("chaseOf", { number })} onClick={() => setAsking("yes")}>
        {t("chase")}
      </Button>
      {asking === "yes" && (
        <MomentDialog
          title={t("chaseTitle", { number })}
          label={words("chaseAt")}
          hint={words("chaseHint")}
          moment={waiting.chaseAt}
          has={waiting.chaseAt ? "one" : "none"}
          onMoment={(chaseAt) => {
            setAsking("no")
            arranging.chase(waiting, chaseAt)
          }}
          onClose={() => setAsking("no")}
        />
      )}
    </div>
  )
}
