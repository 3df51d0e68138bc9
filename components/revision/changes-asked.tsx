"use client"
/** Asks which of the tracked changes of a file are taken over, before it is an article's text. */
import { useCallback } from "react"
import ChangesDialog from "@/components/import/changes-dialog"
import type { AcceptedChanges, TrackedChange } from "@/lib/domain/import"

export interface ChangesAskedProps {
  changes: TrackedChange[]
  /** The name of the file. */
  name: string
  /** What is on the button that goes on. */
  send: string
  onAnswer: (accepted: AcceptedChanges) => void
  onClose: () => void
}

export function ChangesAsked({ changes, name, send, onAnswer, onClose }: ChangesAskedProps) {
  const trackedChanges = useCallback(() => Promise.resolve({ ok: true as const, value: changes }), [changes])
  // It closes itself before it answers.
  return <ChangesDialog open onOpenChange={onClose} importId="" {...{ name, send, trackedChanges, onAnswer }} />
}
