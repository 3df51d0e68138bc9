"use client"
/** What has to be said of a file before it goes on: what it becomes, and which tracked changes are taken over. */
import Link from "next/link"
import { useTranslations } from "next-intl"
import { useEffect, useRef, useState, type ReactNode } from "react"
import { Button } from "@/components/ui/button"
import { lateCode } from "@/components/ui/late-code"
import { useLate } from "@/components/ui/use-late"
import type { AcceptedChanges, Becomes, Likeness } from "@/lib/domain/import"
import type { Question } from "./batch"
import type { ImportActs, IntakeActs } from "./use-imports"

const changesDialog = lateCode(() => import("./changes-dialog"))

interface ImportQuestionProps {
  importId: string
  name: string
  question: Question
  articles: string
  trackedChanges: IntakeActs["trackedChanges"]
  acts: Pick<ImportActs, "answer" | "leave">
}

export function ImportQuestion({ importId, name, question, articles, trackedChanges, acts }: ImportQuestionProps) {
  const t = useTranslations("import.question")
  const [becomes, setBecomes] = useState<Becomes | null>(null)
  const [busy, setBusy] = useState<"yes" | "no">("no")
  const group = useRef<HTMLDivElement>(null)
  const { changes, by, article } = question
  const asksPlace = by !== null && article !== null && becomes === null
  // The answer to the first question takes its buttons away; the second is read in their place.
  useEffect(() => {
    if (becomes) group.current?.focus()
  }, [becomes])
  const answer = async (given: { becomes?: Becomes | undefined; accepted?: AcceptedChanges }) => {
    const row = group.current?.closest<HTMLElement>("[data-import]")
    setBusy("yes")
    const taken = await acts.answer({ importId, ...given, becomes: given.becomes ?? becomes ?? "article" })
    if (!taken) return setBusy("no")
    // The last answer takes the question away, and what is read of its row next comes there.
    row?.focus()
  }
  const leave = () => {
    group.current?.closest<HTMLElement>("[data-import]")?.focus()
    acts.leave(importId)
  }
  const place = (chosen: Becomes) => (changes > 0 ? setBecomes(chosen) : void answer({ becomes: chosen }))
  const isBusy = busy === "yes"
  return (
    <div
      ref={group}
      tabIndex={-1}
      role="group"
      aria-label={t("becomes", { name })}
      className="mt-1 flex flex-wrap items-center gap-x-3 gap-y-2 outline-none"
    >
      {asksPlace ? (
        <PlaceQuestion {...{ by, article, articles }} busy={isBusy} onAnswer={place} />
      ) : (
        <ChangesQuestion
          {...{ importId, name, trackedChanges }}
          count={changes}
          busy={isBusy}
          onAnswer={(accepted) => void answer({ accepted })}
        />
      )}
      <Button look="quiet" size="small" busy={isBusy} aria-label={t("leaveIt", { name })} onClick={leave}>
        {t("leave")}
      </Button>
    </div>
  )
}

interface PlaceQuestionProps {
  by: Likeness
  article: NonNullable<Question["article"]>
  articles: string
  busy: boolean
  onAnswer: (becomes: Becomes) => void
}

function PlaceQuestion({ by, article, articles, busy, onAnswer }: PlaceQuestionProps) {
  const t = useTranslations("import.question")
  const link = (words: ReactNode) => (
    <Link href={`${articles}/${article.id}`} className="font-semibold underline underline-offset-3">
      {words}
    </Link>
  )
  return (
    <>
      <p className="basis-full text-ink">{t.rich("like", { by, title: article.title, article: link })}</p>
      <Button size="small" busy={busy} onClick={() => onAnswer({ textOf: article.id })}>
        {t("revise")}
      </Button>
      <Button size="small" busy={busy} onClick={() => onAnswer("article")}>
        {t("own")}
      </Button>
    </>
  )
}

interface ChangesQuestionProps {
  importId: string
  name: string
  count: number
  busy: boolean
  trackedChanges: IntakeActs["trackedChanges"]
  onAnswer: (accepted: AcceptedChanges) => void
}

function ChangesQuestion({ importId, name, count, busy, trackedChanges, onAnswer }: ChangesQuestionProps) {
  const t = useTranslations("import.question")
  const each = useLate(changesDialog, "dialog")
  return (
    <>
      <p className="basis-full text-ink">{t("changes", { count })}</p>
      <Button size="small" busy={busy} onClick={() => onAnswer("all")}>
        {t("all", { count })}
      </Button>
      <Button size="small" busy={busy} onClick={() => onAnswer("none")}>
        {t("none", { count })}
      </Button>
      <Button size="small" busy={busy} {...each.button} onClick={() => each.opening.onOpenChange(true)}>
        {t("each", { count })}
      </Button>
      {each.Panel && <each.Panel {...each.opening} {...{ importId, name, trackedChanges, onAnswer }} />}
    </>
  )
}
