"use client"
/** Restores a text, says what that did, and offers the one before it again. */
import { useTranslations } from "next-intl"
import { useState } from "react"
import { watched } from "@/components/ui/connection"
import { toast } from "@/components/ui/toast"
import { useRevised } from "./use-revised"
import { useRevisions } from "./revisions-context"

export function useRestore() {
  const ui = useTranslations("ui")
  const { article, current, galley, acts } = useRevisions()
  const revised = useRevised({ kind: article.kind, galley })
  const [asking, setAsking] = useState<"yes" | "no">("no")
  const [busy, setBusy] = useState(false)
  /** `baseId` is the text that is left for it. */
  const put = async (number: number, base: { id: string; number: number }, then: "offerUndo" | "done") => {
    setBusy(true)
    const act = watched(acts.restoreRevision)
    const answer = await act({ articleId: article.id, baseId: base.id, number }).catch(() => null)
    setBusy(false)
    setAsking("no")
    if (!answer?.ok) return void toast.error(answer?.refusal.message ?? ui("failed"))
    const undo = () => void put(base.number, answer.value.revision, "done")
    revised(answer.value, then === "offerUndo" ? undo : undefined)
  }
  return { asking, setAsking, busy, restore: (number: number) => put(number, current, "offerUndo") }
}
