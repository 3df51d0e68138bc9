"use client"
/** What is said about a claim, and the way to say something. The threads come by themselves, they have to be asked for anyway. */
import { useTranslations } from "next-intl"
import { useState } from "react"
import type { ClaimEntry } from "@/components/galley/claims-store"
import { draftKey, useGalley } from "@/components/galley/galley-context"
import { KeyButton } from "@/components/keys/key-button"
import { Late } from "@/components/ui/late"
import { lateCode } from "@/components/ui/late-code"
import { useDraft } from "@/components/ui/use-draft"
import { can } from "@/lib/domain/policy"

export const claimThreads = lateCode(() => import("@/components/comment/claim-threads"))

export function CommentSection({ entry }: { entry: ClaimEntry }) {
  const t = useTranslations("comment.start")
  const { actor, subject } = useGalley()
  const { claim, standing } = entry
  const [writing, setWriting] = useState<"yes" | "no">("no")
  const { draft } = useDraft(draftKey(actor, claim, "comment"), "")
  if (standing === "marking") return null
  const may = can(actor, "comment.note", subject)
  const isWriting = may && (writing === "yes" || draft !== null)
  const given = { claim, writing: isWriting ? "yes" : "no", onWritten: () => setWriting("no") } as const
  return (
    <>
      <Late code={claimThreads} given={given} onMissing={() => setWriting("no")} />
      {may && !isWriting && (
        <KeyButton
          act="comment.write"
          part="comment"
          className="-mt-2 -ml-2 self-start"
          onClick={() => setWriting("yes")}
        >
          {t("open")}
        </KeyButton>
      )}
    </>
  )
}
