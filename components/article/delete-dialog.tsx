"use client"
/** Asks before an article is deleted, says what that means, and leads back to the list. */
import { useParams, useRouter } from "next/navigation"
import { useTranslations } from "next-intl"
import { useState } from "react"
import { AskDialog } from "@/components/ui/ask-dialog"
import type { Closing } from "@/components/ui/late"
import { toast } from "@/components/ui/toast"
import type { Act } from "@/lib/domain/answer"
import type { ArchiveArticle } from "@/lib/domain/article"

export interface DeletingArticle {
  article: { id: string; title: string }
  deleteArticle: Act<ArchiveArticle, { id: string }>
}

export default function DeleteDialog({ article, deleteArticle, onClose }: DeletingArticle & Closing) {
  const t = useTranslations("archive")
  const ui = useTranslations("ui")
  const router = useRouter()
  const { workspace } = useParams<{ workspace: string }>()
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<string>()
  const yes = async () => {
    setBusy(true)
    const answer = await deleteArticle({ articleId: article.id }).catch(() => null)
    if (answer?.ok) {
      toast(t("deleted", { title: article.title }))
      return router.replace(`/w/${workspace}/articles`)
    }
    setBusy(false)
    setError(answer?.refusal.message ?? ui("failed"))
  }
  return (
    <AskDialog
      open
      title={t("deleteTitle", { title: article.title })}
      text={t("deleteText")}
      confirm={t("deleteYes")}
      look="danger"
      busy={busy}
      error={error}
      onYes={() => void yes()}
      onClose={onClose}
    />
  )
}
