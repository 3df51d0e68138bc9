"use client"
/** What is arranged for one claim from its row: said, with a way back; what is refused stands at the row. */
import { useTranslations } from "next-intl"
import { useState, useTransition } from "react"
import { useAnnounce } from "@/components/ui/announcer"
import { toast } from "@/components/ui/toast"
import type { Answer, RefusalView } from "@/lib/domain/answer"
import type { BoardClaim } from "@/lib/domain/board"
import type { WaitingView } from "@/lib/domain/claim"
import { useBoard, type Arranged } from "./board-context"

export interface Arranging {
  busy: boolean
  /** What was refused last, until it is seen to. */
  refused: RefusalView | null
  dismiss: () => void
  /** The answer is there: work goes on. */
  resume: (waiting: WaitingView) => void
  /** Says when to ask again. */
  chase: (waiting: WaitingView, chaseAt: string | null) => void
  assign: (assigneeId: string | null) => void
}

export function useArranged(claim: BoardClaim): Arranging {
  const t = useTranslations("board.done")
  const { acts, checkers } = useBoard()
  const { id: claimId, number, version } = claim
  const { run, ...state } = useRunning(claimId)
  const before = claim.assignee?.id ?? null
  const nameOf = (id: string | null) => checkers.find((one) => one.id === id)?.name ?? claim.markedBy.name
  return {
    ...state,
    resume: (waiting) =>
      run(
        () => acts.resumeClaim({ claimId, version }),
        t("resumed", { number }),
        ({ version: now }) => acts.waitOn({ claimId, version: now, waiting }),
      ),
    chase: (waiting, chaseAt) =>
      run(
        () => acts.waitOn({ claimId, version, waiting: { ...waiting, chaseAt } }),
        t(chaseAt ? "chase" : "noChase", { number }),
        ({ version: now }) => acts.waitOn({ claimId, version: now, waiting }),
      ),
    assign: (assigneeId) =>
      run(
        async () => firstOf(await acts.assignClaims({ claims: [{ claimId, version }], assigneeId })),
        t("assigned", { number, name: nameOf(assigneeId) }),
        async ({ version: now }) =>
          firstOf(await acts.assignClaims({ claims: [{ claimId, version: now }], assigneeId: before })),
      ),
  }
}

type Doing = () => Promise<Answer<Arranged>>

/** Runs one act at a time, says what came of it, and offers to take it back. */
function useRunning(claimId: string) {
  const t = useTranslations("board.done")
  const failed = useTranslations("ui")("failed")
  const { follow } = useBoard()
  const announce = useAnnounce()
  const [busy, start] = useTransition()
  const [refused, setRefused] = useState<RefusalView | null>(null)
  const takeBack = (back: Doing) =>
    start(async () => {
      const answer = await reached(back, failed)
      if (!answer.ok) return void toast.error(answer.refusal.message)
      announce(t("undone"))
    })
  const run = (act: Doing, said: string, back: (done: Arranged) => Promise<Answer<Arranged>>) =>
    start(async () => {
      const answer = await reached(act, failed)
      if (!answer.ok) return setRefused(answer.refusal)
      setRefused(null)
      follow(claimId)
      toast(said, { action: { label: t("undo"), onClick: () => takeBack(() => back(answer.value)) } })
    })
  return { busy, refused, dismiss: () => setRefused(null), run }
}

/** What can't be reached is answered like a refusal, so that there is one way to be told. */
async function reached(act: Doing, message: string): Promise<Answer<Arranged>> {
  const lost = { ok: false, refusal: { code: "failed", message, fields: {} } } as const
  try {
    // An expired deployment or session can answer nothing at all.
    return (await act()) ?? lost
  } catch {
    return lost
  }
}

function firstOf(answer: Answer<Arranged[]>): Answer<Arranged> {
  if (!answer.ok) return answer
  const [value] = answer.value
  if (!value) throw new Error("an assigned claim was not answered")
  return { ok: true, value }
}
