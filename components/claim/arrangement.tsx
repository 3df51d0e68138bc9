"use client"
/** What is arranged around a claim: who checks it, until when, whom it waits for. For readers, as it is. */
import { useFormatter, useTranslations } from "next-intl"
import { useEffect, useRef, useState, type ReactNode } from "react"
import { claimSubject, draftKey, useGalley } from "@/components/galley/galley-context"
import type { ClaimEntry } from "@/components/galley/claims-store"
import { Avatar } from "@/components/ui/avatar"
import { onAgain } from "@/components/ui/connection"
import { MomentField } from "@/components/ui/moment-field"
import { Refused } from "@/components/ui/refused"
import { Select } from "@/components/ui/select"
import { useDraft } from "@/components/ui/use-draft"
import type { Answer } from "@/lib/domain/answer"
import type { ClaimView } from "@/lib/domain/claim"
import { can } from "@/lib/domain/policy"
import type { ClaimActs } from "./use-claim-acts"
import { WaitingSection } from "./waiting-section"
import { useWaitingWords } from "./waiting-words"

export function Arrangement({ entry, acts }: { entry: ClaimEntry; acts: ClaimActs }) {
  const { actor, subject } = useGalley()
  const { claim, standing } = entry
  if (standing === "marking" || claim.signOffId || !can(actor, "claim.arrange", claimSubject(subject, claim))) {
    return <Arranged claim={claim} />
  }
  return (
    <div className="mt-0.5 flex flex-col gap-0.5">
      <Arranging claim={claim} acts={acts} />
      {!claim.opinion?.blind && <WaitingSection claim={claim} acts={acts} />}
    </div>
  )
}

function Arranging({ claim, acts }: { claim: ClaimView; acts: ClaimActs }) {
  const t = useTranslations("claim")
  const { checkers, subject } = useGalley()
  const [error, setError] = useState<{ assigneeId?: string; dueAt?: string; message?: string }>({})
  const settle = (answer: Answer<ClaimView>) =>
    setError(answer.ok ? {} : { message: answer.refusal.message, ...answer.refusal.fields })
  const may = checkers.filter((one) => !subject.authorIds.includes(one.id))
  const nobody = claim.markedBy ? t("assignee.marker", { name: claim.markedBy.name }) : t("assignee.nobody")
  const wrong = (name: "assigneeId" | "dueAt") => (error[name] ? { error: error[name] } : {})
  return (
    <>
      <Select
        label={t("field.checker")}
        labelled="beside"
        look="inPlace"
        value={claim.assignee?.id ?? ""}
        options={[{ value: "", label: nobody }, ...may.map(({ id, name }) => ({ value: id, label: name }))]}
        {...wrong("assigneeId")}
        onChoose={(id) => void acts.assign({ assigneeId: id || null }, settle)}
      />
      <Due
        claim={claim}
        {...wrong("dueAt")}
        onDue={(dueAt, onKept) =>
          void acts.assign({ dueAt }, (answer) => {
            if (answer.ok) onKept()
            settle(answer)
          })
        }
      />
      {!error.assigneeId && !error.dueAt && <Refused>{error.message}</Refused>}
    </>
  )
}

interface DueProps {
  claim: ClaimView
  onDue: (due: string | null, onKept: () => void) => void
  error?: string
}

/** Sent when it is left: a moment is typed part by part, and every part makes another one. */
function Due({ claim, onDue, ...wrong }: DueProps) {
  const t = useTranslations("claim")
  const { actor } = useGalley()
  const due = useDraft(draftKey(actor, claim, "due"), claim.dueAt)
  const typed = due.value
  const send = () => {
    if (!due.draft) return
    if (typed === claim.dueAt) due.drop()
    else onDue(typed, due.drop)
  }
  const latest = useRef(send)
  useEffect(() => {
    latest.current = send
  })
  useEffect(() => onAgain(() => latest.current()), [])
  return (
    <MomentField
      {...wrong}
      label={t("field.dueAt")}
      labelled="beside"
      look="inPlace"
      className={typed ? "" : "text-ink-3"}
      value={typed}
      onMoment={due.type}
      onBlur={send}
    />
  )
}

function Arranged({ claim }: { claim: ClaimView }) {
  const t = useTranslations("claim")
  const format = useFormatter()
  const { waitsOn } = useWaitingWords()
  const checker = claim.assignee ?? claim.markedBy
  return (
    <dl className="mt-1.5 grid grid-cols-[5.75rem_minmax(0,1fr)] items-center gap-x-2.5 gap-y-1 text-ui">
      {checker && (
        <Fact name={t("field.checker")}>
          <span aria-hidden className="contents">
            <Avatar id={checker.id} name={checker.name} size="small" />
          </span>
          <span className="truncate">{checker.name}</span>
        </Fact>
      )}
      {claim.dueAt && (
        <Fact name={t("field.dueAt")}>
          {format.dateTime(new Date(claim.dueAt), { dateStyle: "medium", timeStyle: "short" })}
        </Fact>
      )}
      {claim.waiting && <Fact name={t("waiting.title")}>{waitsOn(claim.waiting)}</Fact>}
    </dl>
  )
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <>
      <dt className="text-ink-3">{name}</dt>
      <dd className="flex min-w-0 items-center gap-1.5">{children}</dd>
    </>
  )
}
