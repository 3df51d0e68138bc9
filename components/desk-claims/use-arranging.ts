"use client"
/** Arranges the chosen claims: at once in sight, in one act for all, with a way back. A refusal changes nothing and is answered. */
import { useTranslations } from "next-intl"
import { startTransition, useOptimistic, useState } from "react"
import { watched } from "@/components/ui/connection"
import { toast } from "@/components/ui/toast"
import type { Act, Answer, RefusalView } from "@/lib/domain/answer"
import type { AssignClaims } from "@/lib/domain/claim"
import type { ClaimItem } from "@/lib/domain/claim-list"
import { arranged, asked, takingBack, type Arrangement } from "./arranging"
import { useArrangedWords } from "./arranged-words"

/** Answers the versions that the claims have now. */
export type Assign = Act<AssignClaims, { id: string; version: number }[]>

export interface RefusedArrangement {
  refusal: RefusalView
  arrangement: Arrangement
}

export interface Arranging {
  /** The claims as they look with what is under way. */
  shown: ClaimItem[]
  arrange: (claims: ClaimItem[], arrangement: Arrangement) => void
  /** What was refused last, until it is seen to. */
  refused: RefusedArrangement | null
  dismiss: () => void
}

interface Change {
  ids: ReadonlySet<string>
  arrangement: Arrangement
}

export function useArranging(items: ClaimItem[], assign: Assign, onDone: () => void): Arranging {
  const t = useTranslations("claims")
  const failed = useTranslations("ui")("failed")
  const said = useArrangedWords()
  const [refused, setRefused] = useState<RefusedArrangement | null>(null)
  const [shown, show] = useOptimistic(items, (now, { ids, arrangement }: Change) => arranged(now, ids, arrangement))
  const send = (input: AssignClaims) => reached(watched(assign)(input), failed)

  const takeBack = (acts: AssignClaims[]) =>
    startTransition(async () => {
      for (const act of acts) {
        const answer = await send(act)
        if (!answer.ok) return void toast.error(answer.refusal.message)
      }
      toast(t("undone"))
    })

  const arrange = (claims: ClaimItem[], arrangement: Arrangement) => {
    setRefused(null)
    startTransition(async () => {
      show({ ids: new Set(claims.map(({ id }) => id)), arrangement })
      const answer = await send(asked(claims, arrangement))
      if (!answer.ok) return setRefused({ refusal: answer.refusal, arrangement })
      onDone()
      const acts = takingBack(claims, arrangement, answer.value)
      toast(said(claims.length, arrangement), { action: { label: t("undo"), onClick: () => takeBack(acts) } })
    })
  }
  return { shown, arrange, refused, dismiss: () => setRefused(null) }
}

/** What can't be reached is answered like a refusal, so that there is one way to be told. */
async function reached<Value>(answer: Promise<Answer<Value>>, message: string): Promise<Answer<Value>> {
  const lost = { ok: false, refusal: { code: "failed", message, fields: {} } } as const
  try {
    // An expired deployment or session can answer nothing at all.
    return (await answer) ?? lost
  } catch {
    return lost
  }
}
