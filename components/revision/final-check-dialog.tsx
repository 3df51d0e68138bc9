"use client"
/** The text that is about to go out. */
import type { FinalCheck } from "@/lib/domain/final-check"
import { TextDialog, type TextDialogProps } from "./text-dialog"

export default function FinalCheckDialog(given: Omit<TextDialogProps<FinalCheck>, "purpose">) {
  return <TextDialog<FinalCheck> purpose="finalCheck" {...given} />
}
