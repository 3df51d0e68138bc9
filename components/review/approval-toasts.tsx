"use client"
/** As long as approvals can be undone, a toast says so for each batch, and a key takes the last one back. */
import { useTranslations } from "next-intl"
import { useEffect, useRef } from "react"
import { useKeyLabels, useShortcut } from "@/components/keys/key-cap"
import { useKeys } from "@/components/keys/use-keys"
import { useAnnounce } from "@/components/ui/announcer"
import { Kbd } from "@/components/ui/kbd"
import { toast } from "@/components/ui/toast"
import { useTray } from "./approvals"
import { canUndo } from "./messenger"
import type { Kept } from "./out-tray"
import { WINDOW } from "./postbox"
import { useApprovals } from "./use-approvals"

export function ApprovalToasts() {
  const { kept } = useTray()
  const takeBack = useTakingBack(kept)
  const last = kept.findLast(canUndo)
  useKeys({ "last.undo": last ? () => takeBack(last.batch) : null })
  useToasts(freshBatches(kept), takeBack)
  return null
}

function useTakingBack(kept: readonly Kept[]) {
  const t = useTranslations("approvals")
  const announce = useAnnounce()
  const { undo } = useApprovals()
  return (batch: string) => {
    const count = kept.filter((one) => one.batch === batch && canUndo(one)).length
    undo(batch)
    announce(t("undone", { count }))
  }
}

/** A toast for each batch, gone as soon as the first of it has left. */
function useToasts(batches: Map<string, Kept[]>, takeBack: (batch: string) => void): void {
  const words = useToastWords()
  const shown = useRef(new Map<string, number>())
  useEffect(() => {
    for (const [batch, size] of shown.current) {
      if (batches.get(batch)?.length === size) continue
      toast.dismiss(batch)
      shown.current.delete(batch)
    }
    for (const [batch, together] of batches) {
      const { title, description, label } = words(together)
      const action = { label, onClick: () => takeBack(batch) }
      // At the top: at the bottom it would lie over the buttons of the next one.
      toast(title, { id: batch, description, action, duration: Infinity, position: "top-center" })
      shown.current.set(batch, together.length)
    }
  })
}

function useToastWords() {
  const t = useTranslations("approvals")
  const labels = useKeyLabels("last.undo")
  const hasKey = useShortcut("last.undo") !== undefined
  return (together: Kept[]) => {
    const unopened = together.filter((one) => one.unopened).length
    const [{ claim } = { claim: { number: 0, job: "theirs" as const } }] = together
    const name = t(`claim.${claim.job}`, { number: claim.number })
    const title = together.length > 1 ? t("approvedMany", { count: together.length }) : t("approved", { claim: name })
    return {
      title,
      description: unopened > 0 ? t("unopened", { count: unopened, of: together.length }) : undefined,
      label: (
        <span className="flex items-center gap-1.5">
          {t("undo")}
          {hasKey && <Kbd on="ink">{labels.join(" ")}</Kbd>}
        </span>
      ),
    }
  }
}

/** What was pressed in this window and has not left: whole batches, by their names. */
function freshBatches(kept: readonly Kept[]): Map<string, Kept[]> {
  const batches = new Map<string, Kept[]>()
  for (const one of kept) batches.set(one.batch, [...(batches.get(one.batch) ?? []), one])
  for (const [batch, together] of batches) {
    const isFresh = together.every((one) => one.window === WINDOW && one.standing.kind === "waiting")
    if (!isFresh) batches.delete(batch)
  }
  return batches
}
