"use client"
/** Puts an article away, or gets it back, and offers to undo what was just done. */
import { useRouter } from "next/navigation"
import { useTranslations } from "next-intl"
import { useState } from "react"
import { watched } from "@/components/ui/connection"
import { toast } from "@/components/ui/toast"
import type { Act } from "@/lib/domain/answer"
import type { ArchiveArticle } from "@/lib/domain/article"

/** The acts that move an article out of the lists and back, as a page hands them in. */
export interface ArchiveActs {
  archiveArticle: Act<ArchiveArticle, { id: string }>
  restoreArticle: Act<ArchiveArticle, { id: string }>
}

type Move = "archive" | "restore"

export function useArchive({ id, title }: { id: string; title: string }, acts: ArchiveActs) {
  const t = useTranslations("archive")
  const ui = useTranslations("ui")
  const router = useRouter()
  const [busy, setBusy] = useState(false)
  const move = async (way: Move, then: "offerUndo" | "done") => {
    setBusy(true)
    const act = watched(way === "archive" ? acts.archiveArticle : acts.restoreArticle)
    const answer = await act({ articleId: id }).catch(() => null)
    setBusy(false)
    if (!answer?.ok) {
      const why = answer?.refusal.message ?? ui("failed")
      const action = { label: ui("tryAgain"), onClick: () => void move(way, then) }
      return void toast.error(why, answer ? {} : { action })
    }
    router.refresh()
    const told = t(way === "archive" ? "archived" : "restored", { title })
    const back = way === "archive" ? "restore" : "archive"
    const action = { label: t("undo"), onClick: () => void move(back, "done") }
    toast(told, then === "offerUndo" ? { action } : {})
  }
  return {
    busy,
    archive: () => void move("archive", "offerUndo"),
    restore: () => void move("restore", "offerUndo"),
  }
}
