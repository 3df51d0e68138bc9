"use client"
/** Which pieces of evidence a reviewer has opened, and the next that they have not. Kept while they go from claim to claim. */
import { useParams } from "next/navigation"
import { useTranslations } from "next-intl"
import { useState } from "react"
import { useAnnounce } from "@/components/ui/announcer"
import type { EvidenceView } from "@/lib/domain/source"
import { addressOf, isOpenable } from "./address-at"

export interface Opened {
  /** Ids of the pieces whose source was opened. */
  opened: ReadonlySet<string>
  /** A piece was opened by its link. */
  note: (id: string) => void
  /** Opens the first piece of these that was not, in a tab of its own; says so, or that there is none. */
  openNext: (evidence: readonly EvidenceView[]) => void
}

export function useOpened(): Opened {
  const t = useTranslations("reviews")
  const announce = useAnnounce()
  const { workspace } = useParams<{ workspace: string }>()
  const [opened, setOpened] = useState<ReadonlySet<string>>(new Set())
  const note = (id: string) => setOpened((before) => new Set(before).add(id))
  const openNext = (evidence: readonly EvidenceView[]) => {
    const next = evidence.find((piece) => isOpenable(piece) && !opened.has(piece.id))
    const address = next && addressOf(workspace, next)
    if (!address) return announce(t(evidence.some(isOpenable) ? "allOpened" : "noneToOpen"))
    window.open(address, "_blank", "noopener,noreferrer")
    note(next.id)
    announce(t("openedNow", { title: next.source.title }))
  }
  return { opened, note, openNext }
}

/** Whether there was a source to open and none of them was. */
export function isUnopened(evidence: readonly EvidenceView[], opened: ReadonlySet<string>): boolean {
  const openable = evidence.filter(isOpenable)
  return openable.length > 0 && !openable.some((piece) => opened.has(piece.id))
}
