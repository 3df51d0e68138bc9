"use client"
/** Restores a text, says what that did, and offers the one before it again. */
import { useState } from "react"
import { useRevised } from "./use-revised"
import { useRevisions } from "./revisions-context"

export function useRestore() {
  const { article, current, galley, acts } = useRevisions()
  const { restore } = useRevised({ article, galley, ...acts })
  const [asking, setAsking] = useState<"yes" | "no">("no")
  const [busy, setBusy] = useState(false)
  const put = async (number: number) => {
    setBusy(true)
    await restore(number, current)
    setBusy(false)
    setAsking("no")
  }
  return { asking, setAsking, busy, restore: put }
}
