"use client"
/**
 * What is part of the work on a claim and not of its first picture: fetched as soon as the galley stands, so that it is
 * there when the connection is not, and again when that is back.
 */
import { useEffect } from "react"
import { claimCalculations } from "@/components/calculation/calculation-section"
import { claimContacts } from "@/components/contact/contact-section"
import { claimFix } from "@/components/claim/fix-section"
import { claimEarlier, history, tickForm } from "@/components/claim/inspector"
import { waitingForm } from "@/components/claim/waiting-section"
import { evidenceEditor } from "@/components/source/evidence-item"
import { evidenceAdder } from "@/components/source/evidence-section"
import { onAgain } from "@/components/ui/connection"
import { dialogBox } from "@/components/ui/dialog"
import { reasonBox } from "@/components/ui/reason-dialog"
import { overlapMenu } from "./sheet"

const parts = [
  overlapMenu,
  evidenceAdder,
  evidenceEditor,
  waitingForm,
  tickForm,
  claimFix,
  history,
  claimEarlier,
  claimContacts,
  claimCalculations,
  reasonBox,
  dialogBox,
]

export function useAhead(): void {
  useEffect(() => {
    const fetch = () => {
      for (const part of parts) void part.bring()
    }
    fetch()
    return onAgain(fetch)
  }, [])
}
