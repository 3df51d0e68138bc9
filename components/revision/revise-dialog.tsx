"use client"
/** Another text for the article. */
import type { RevisionResult } from "@/lib/domain/revision"
import { TextDialog, type TextDialogProps } from "./text-dialog"

export default function ReviseDialog(given: Omit<TextDialogProps<RevisionResult>, "purpose">) {
  return <TextDialog<RevisionResult> purpose="revise" {...given} />
}
