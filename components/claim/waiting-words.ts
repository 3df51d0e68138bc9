"use client"
/** Whom a claim waits for, in words that read the same everywhere. */
import { useTranslations } from "next-intl"
import { useMemo } from "react"
import type { WaitingOn, WaitingView } from "@/lib/domain/claim"

// Written out by type, so that the list can't miss what the domain knows and needs none of its parsers here.
const all: Record<WaitingOn, true> = { author: true, source: true, claimant: true, lawyer: true, other: true }

/** Everybody that a claim can wait for, in the order in which they are offered. */
export const waitingOns = Object.keys(all) as WaitingOn[]

/** "Waiting for the author", with the name where there is one. */
export function useWaitingWords(): { waitsOn: (waiting: WaitingView) => string } {
  const t = useTranslations("claim.waiting")
  return useMemo(
    () => ({ waitsOn: ({ on, whom }) => t(whom ? "waitsOnWhom" : "waitsOn", { on, whom: whom ?? "" }) }),
    [t],
  )
}
