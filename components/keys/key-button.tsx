"use client"
/** The way into a part of a claim: a quiet button with the key that presses it. */
import type { ReactNode } from "react"
import { Button } from "@/components/ui/button"
import { KeyCap, useShortcut } from "./key-cap"
import type { ActId } from "./key-table"

export interface KeyButtonProps {
  act: ActId
  /** What it opens: where its key finds it. */
  part: string
  className?: string
  onClick: () => void
  children: ReactNode
}

export function KeyButton({ act, part, children, ...button }: KeyButtonProps) {
  return (
    <Button look="quiet" size="small" data-part={part} aria-keyshortcuts={useShortcut(act)} {...button}>
      {children} <KeyCap act={act} />
    </Button>
  )
}
