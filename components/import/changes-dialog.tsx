"use client"
/** The tracked changes of a Word file, each in its words, to be accepted or rejected one by one. */
import { useTranslations } from "next-intl"
import { useEffect, useState } from "react"
import { Button } from "@/components/ui/button"
import { Checkbox } from "@/components/ui/checkbox"
import { watched } from "@/components/ui/connection"
import { Dialog } from "@/components/ui/dialog"
import { Difference } from "@/components/ui/difference"
import type { AcceptedChanges, TrackedChange } from "@/lib/domain/import"
import type { IntakeActs } from "./use-imports"

interface ChangesDialogProps {
  open: boolean
  onOpenChange: (open: boolean) => void
  importId: string
  name: string
  trackedChanges: IntakeActs["trackedChanges"]
  /** What is on the button that goes on, where it is no import. */
  send?: string
  onAnswer: (accepted: AcceptedChanges) => void
}

type Come = { state: "loading" } | { state: "here"; changes: TrackedChange[] } | { state: "failed"; message: string }

export default function ChangesDialog({ open, onOpenChange, importId, name, ...acts }: ChangesDialogProps) {
  const t = useTranslations("import.question")
  const come = useChanges(importId, acts.trackedChanges)
  const [rejected, setRejected] = useState<ReadonlySet<string>>(new Set())
  const changes = come.state === "here" ? come.changes : []
  const accepted = changes.filter(({ id }) => !rejected.has(id)).map(({ id }) => id)
  const toggle = (id: string) =>
    setRejected((before) => new Set(before.has(id) ? [...before].filter((one) => one !== id) : [...before, id]))
  const send = () => {
    onOpenChange(false)
    acts.onAnswer(accepted)
  }
  const actions = come.state === "here" && (
    <>
      <Button look="primary" onClick={send}>
        {acts.send ?? t("importSo")}
      </Button>
      <p role="status" className="me-auto self-center text-ui text-ink-2">
        {t("chosen", { accepted: accepted.length, count: changes.length })}
      </p>
    </>
  )
  return (
    <Dialog
      {...{ open, onOpenChange, actions }}
      title={t("changesOf", { name })}
      description={t("changesIntro")}
      size="large"
    >
      <Awaited come={come} />
      <ul className="divide-y divide-line">
        {changes.map((change) => (
          <li key={change.id} className="py-3">
            <Checkbox
              checked={!rejected.has(change.id)}
              onChange={() => toggle(change.id)}
              label={<Words change={change} />}
              hint={<Maker change={change} />}
            />
          </li>
        ))}
      </ul>
    </Dialog>
  )
}

function Awaited({ come }: { come: Come }) {
  const t = useTranslations("import.question")
  if (come.state === "here") return null
  return come.state === "loading" ? (
    <p role="status" className="py-6 text-ui text-ink-3">
      {t("loading")}
    </p>
  ) : (
    <p role="alert" className="py-6 text-ui text-false">
      {come.message}
    </p>
  )
}

function Words({ change: { before, removed, added, after, kind } }: { change: TrackedChange }) {
  // A move takes its words from one place to another: they are not gone.
  const pieces = [
    { kind: "same" as const, text: before },
    ...(removed && kind !== "move" ? [{ kind: "removed" as const, text: removed }] : []),
    ...(added ? [{ kind: "added" as const, text: added }] : []),
    { kind: "same" as const, text: after },
  ]
  return (
    <span className="font-serif text-base leading-relaxed wrap-anywhere whitespace-pre-line">
      <Difference pieces={pieces} />
    </span>
  )
}

function Maker({ change: { kind, author } }: { change: TrackedChange }) {
  const t = useTranslations("import.question")
  return (
    <>
      {t("kind", { kind })}
      {author && ` ${t("by", { author })}`}
    </>
  )
}

function useChanges(importId: string, trackedChanges: IntakeActs["trackedChanges"]): Come {
  const failed = useTranslations("ui")("failed")
  const [come, setCome] = useState<Come>({ state: "loading" })
  useEffect(() => {
    let isWanted = true
    const ask = async () => {
      // An expired deployment or session can answer nothing at all.
      const answer = await watched(trackedChanges)({ importId }).catch(() => null)
      if (!isWanted) return
      if (answer?.ok) setCome({ state: "here", changes: answer.value })
      else setCome({ state: "failed", message: answer?.refusal.message ?? failed })
    }
    void ask()
    return () => {
      isWanted = false
    }
  }, [importId, trackedChanges, failed])
  return come
}
