"use client"
/** Around the texts of an article: bringing another, a last look at one that goes out, and files let go over the page. */
import { useRouter } from "next/navigation"
import { useTranslations } from "next-intl"
import { useState, type ReactNode } from "react"
import { useKeys } from "@/components/keys/use-keys"
import { Button } from "@/components/ui/button"
import { Late, useLateDialog } from "@/components/ui/late"
import { lateCode } from "@/components/ui/late-code"
import type { FinalCheck } from "@/lib/domain/final-check"
import type { RevisionResult } from "@/lib/domain/revision"
import { RevisionsProvider, type RevisionsValue } from "./revisions-context"
import type { TextDialogProps } from "./text-dialog"
import { useDragged } from "./use-dragged"
import { useRevised } from "./use-revised"

const revising = lateCode(() => import("./revise-dialog"))
const checking = lateCode(() => import("./final-check-dialog"))
const result = lateCode(() => import("./final-check-result"))
const fileDrop = lateCode(() => import("./file-drop"))

export interface RevisionsFrameProps extends RevisionsValue {
  revises: "may" | "not"
  head: ReactNode
  children: ReactNode
}

type Given<Value> = Omit<TextDialogProps<Value>, "purpose" | "onClose">

export function RevisionsFrame({ revises, head, children, ...value }: RevisionsFrameProps) {
  const { me, article, current, uploads, galley } = value
  const t = useTranslations("revisions")
  const router = useRouter()
  const { revised } = useRevised({ article, galley, ...value.acts })
  const revise = useLateDialog<Given<RevisionResult>>(revising)
  const finalCheck = useLateDialog<Given<FinalCheck>>(checking)
  const [found, setFound] = useState<FinalCheck | null>(null)
  const [dragged, done] = useDragged(revises === "may" ? "taken" : "left")
  useKeys({
    "article.revise": revises === "may" ? revise.show : null,
    "article.checkFinal": finalCheck.show,
    "text.back": () => router.push(galley),
  })
  const about = { me, article, base: current, galley, fetches: revises }
  return (
    <RevisionsProvider value={value}>
      <div className="mx-auto w-full max-w-[72rem] px-4 py-6 sm:px-6 sm:py-7">
        <div className="mb-6 flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
          {head}
          <div className="flex flex-wrap gap-2">
            <Button {...finalCheck.button}>{t("checkFinal")}</Button>
            {revises === "may" && (
              <Button look="primary" {...revise.button}>
                {t("newText")}
              </Button>
            )}
          </div>
        </div>
        {found && (
          <Late
            code={result}
            given={{ found, article, galley, onClose: () => setFound(null) }}
            onMissing={() => setFound(null)}
          />
        )}
        {children}
      </div>
      {revise.draw({ ...about, route: `${uploads}/revisions`, onDone: revised })}
      {finalCheck.draw({ ...about, route: `${uploads}/final-check`, onDone: setFound })}
      {dragged && (
        <Late
          code={fileDrop}
          given={{ ...value.acts, article, base: current, galley, uploads, dragged, onDone: done }}
          onMissing={done}
        />
      )}
    </RevisionsProvider>
  )
}
