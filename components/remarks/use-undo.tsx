"use client"
/** What was made of a remark is said at the edge of the screen, and can be taken back there, or by its key. */
import { useTranslations } from "next-intl"
import { useState } from "react"
import { useKeyLabels } from "@/components/keys/key-cap"
import { hasKey } from "@/components/keys/key-table"
import { useKeyring } from "@/components/keys/keyring"
import { useKeys } from "@/components/keys/use-keys"
import { useAnnounce } from "@/components/ui/announcer"
import { Kbd } from "@/components/ui/kbd"
import { toast } from "@/components/ui/toast"
import { errorOf } from "@/components/ui/use-screen-acts"
import type { RemarkOutcome } from "@/lib/domain/remark"
import type { RemarkActs } from "./remarks-screen"

/** Answers how to say it. */
export function useUndo({ reopenRemark }: RemarkActs): (remarkId: string, outcome: RemarkOutcome) => void {
  const t = useTranslations("remarks")
  const announce = useAnnounce()
  const label = useUndoLabel()
  const [last, setLast] = useState<string | null>(null)
  const takeBack = async (remarkId: string) => {
    setLast(null)
    toast.dismiss(remarkId)
    const answer = await reopenRemark({ remarkId })
    const message = errorOf(answer)
    if (message !== null) toast.error(message)
    if (answer.ok) announce(t("undone"))
  }
  useKeys({ "last.undo": last === null ? null : () => void takeBack(last) })
  return (remarkId, outcome) => {
    // A fact has a life of its own, and is withdrawn there.
    const canUndo = outcome !== "fact"
    const action = { label, onClick: () => void takeBack(remarkId) }
    setLast(canUndo ? remarkId : null)
    toast(t(`made.${outcome}`), { id: remarkId, duration: 8_000, ...(canUndo && { action }) })
  }
}

function useUndoLabel() {
  const t = useTranslations("remarks")
  const labels = useKeyLabels("last.undo")
  // Asked of the table: when this is drawn there is nothing to undo yet.
  const isPressable = hasKey("last.undo", useKeyring().singleKeys)
  return (
    <span className="flex items-center gap-1.5">
      {t("undo")}
      {isPressable && <Kbd on="ink">{labels.join(" ")}</Kbd>}
    </span>
  )
}
