"use client"
/** What a calculation comes to while it is typed: worked out by the desk, a moment after the last key. */
import { useTranslations } from "next-intl"
import { useEffect, useState } from "react"
import { useGalley } from "@/components/galley/galley-context"
import type { WorkedOut } from "@/lib/domain/calculation"
import { sumFrom, type TypedSum } from "./calculation-values"
import { Result } from "./calculation-words"

/** Milliseconds: shorter than a pause, longer than between two keys. */
const AFTER = 350

type Tried = { kind: "nothing" } | { kind: "worked"; result: WorkedOut } | { kind: "refused"; why: string }

export function Trial({ sum, language }: { sum: TypedSum; language: string }) {
  const t = useTranslations("calculation")
  const tried = useTrial(sum, language)
  return (
    <div role="status" className="min-h-9 rounded-lg bg-panel px-3 py-2 text-ui">
      {tried.kind === "nothing" && <p className="text-xs text-ink-3">{t("trial")}</p>}
      {tried.kind === "worked" && <Result result={tried.result} claimed={sum.claimed.trim() || null} />}
      {tried.kind === "refused" && <p className="text-xs text-ink-2">{tried.why}</p>}
    </div>
  )
}

function useTrial(sum: TypedSum, language: string): Tried {
  const { acts } = useGalley()
  const [tried, setTried] = useState<Tried>({ kind: "nothing" })
  const { title: _, note: __, ...asked } = sumFrom(sum)
  const wanted = JSON.stringify({ ...asked, language })
  const isEmpty = sum.formula.trim() === "" || sum.inputs.some(({ value }) => value.trim() === "")
  useEffect(() => {
    let isLatest = true
    const ask = async () => {
      if (isEmpty) return setTried({ kind: "nothing" })
      // Without a connection nothing is worked out, and nothing is lost.
      const answer = await acts.trySum(JSON.parse(wanted) as Parameters<typeof acts.trySum>[0]).catch(() => null)
      if (!isLatest || !answer) return
      if (answer.ok) return setTried({ kind: "worked", result: answer.value })
      const [why = answer.refusal.message] = Object.values(answer.refusal.fields)
      setTried({ kind: "refused", why })
    }
    const timer = setTimeout(() => void ask(), AFTER)
    return () => {
      isLatest = false
      clearTimeout(timer)
    }
  }, [acts, wanted, isEmpty])
  return tried
}
