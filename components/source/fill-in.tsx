"use client"
/** Fills a source in from its address, its DOI or its ISBN, when it is asked to; what could not be reached is said here. */
import { useTranslations } from "next-intl"
import { useState } from "react"
import { useAnnounce } from "@/components/ui/announcer"
import { Button } from "@/components/ui/button"
import { watched } from "@/components/ui/connection"
import { useSteady } from "@/components/ui/use-steady"
import type { Act } from "@/lib/domain/answer"
import type { Citation, Cite } from "@/lib/domain/citation"
import { filledIn, referenceOf } from "./reference"
import type { TypedSource } from "./typed-source"

export interface FillInProps<Typed extends TypedSource> {
  typed: Typed
  onType: (typed: Typed) => void
  cite: Act<Cite, Citation>
}

export function FillIn<Typed extends TypedSource>({ typed, onType, cite }: FillInProps<Typed>) {
  const t = useTranslations("source.fillIn")
  const ui = useTranslations("ui")
  const announce = useAnnounce()
  const [state, setState] = useState<{ busy?: true; error?: string }>({})
  // Whoever goes on typing until the answer is there loses nothing of it.
  const fillWith = useSteady((asked: string, citation: Citation) => onType(filledIn(typed, asked, citation)))
  const reference = referenceOf(typed)
  // Whoever is asked learns that somebody has looked.
  if (!reference || typed.confidential === "yes") return null
  const { kind, pasted } = reference
  const fill = async () => {
    setState({ busy: true })
    const answer = await watched(cite)({ pasted }).catch(() => null)
    if (!answer?.ok) return setState({ error: answer?.refusal.message ?? ui("failed") })
    setState({})
    fillWith(pasted, answer.value)
    announce(t("done"))
  }
  return (
    <div className="-mt-1 flex flex-col items-start gap-1">
      <Button size="small" busy={state.busy ?? false} onClick={() => void fill()}>
        {t(kind)}
      </Button>
      <p className="text-xs text-ink-3">{t(`seenBy.${kind}`)}</p>
      <p role="alert" className="text-xs font-medium text-false empty:hidden">
        {state.error}
      </p>
    </div>
  )
}
