"use client"
/** The fix of a claim in the inspector: as it stands, or as it is written. */
import Link from "next/link"
import { useParams } from "next/navigation"
import { useTranslations } from "next-intl"
import { useState } from "react"
import type { ClaimEntry } from "@/components/galley/claims-store"
import { draftKey, useGalley } from "@/components/galley/galley-context"
import { KeyCap, useShortcut } from "@/components/keys/key-cap"
import { Button } from "@/components/ui/button"
import { Refused } from "@/components/ui/refused"
import { toast } from "@/components/ui/toast"
import { useDraft } from "@/components/ui/use-draft"
import { quoteOf } from "@/lib/domain/shown"
import { FixForm, type TypedFix } from "./fix-form"
import { AuthorsAnswer, ProposedWords } from "./fix-words"

export interface ClaimFixProps {
  entry: ClaimEntry
  mode: "write" | "read"
  writing: "yes" | "no"
  onWriting: (writing: "yes" | "no") => void
}

export default function ClaimFix({ entry, mode, writing, onWriting }: ClaimFixProps) {
  const { claim } = entry
  const { actor, article, goTo } = useGalley()
  const { draft, drop } = useDraft<TypedFix | null>(draftKey(actor, claim, "fix"), null)
  const close = () => {
    drop()
    onWriting("no")
    // Not to the button in its place: led to, it is pressed.
    goTo("claim")
  }
  if (mode === "write" && (writing === "yes" || draft)) return <FixForm entry={entry} onDone={close} />
  if (!claim.fix) return null
  const said = { fix: claim.fix, passage: quoteOf(claim.anchors), language: article.language }
  return (
    <Frame mode={mode}>
      <ProposedWords {...said} />
      <AuthorsAnswer {...said} />
      <Acts entry={entry} mode={mode} onChange={() => onWriting("yes")} />
    </Frame>
  )
}

/** Where it can be changed, its key leads to the button for that. */
function Frame({ mode, children }: { mode: "write" | "read"; children: React.ReactNode }) {
  const t = useTranslations("fix")
  return (
    <section
      aria-label={t("title")}
      {...(mode === "read" && { "data-part": "fix", tabIndex: -1 })}
      className="flex flex-col gap-2.5 rounded-[10px] border border-line p-3"
    >
      <h3 className="heading-group">{t("title")}</h3>
      {children}
    </section>
  )
}

interface ActsProps {
  entry: ClaimEntry
  mode: "write" | "read"
  onChange: () => void
}

function Acts({ entry, mode, onChange }: ActsProps) {
  const t = useTranslations("fix")
  const { drop, state } = useDrop(entry)
  const { workspace, articleId } = useParams<{ workspace: string; articleId: string }>()
  const shortcut = useShortcut("claim.fix")
  return (
    <div className="flex flex-wrap items-center gap-2">
      {mode === "write" && (
        <>
          <Button size="small" data-part="fix" aria-keyshortcuts={shortcut} onClick={onChange}>
            {t("change")} <KeyCap act="claim.fix" />
          </Button>
          <Button size="small" look="quiet" busy={state.busy ?? false} onClick={() => void drop()}>
            {t("drop")}
          </Button>
        </>
      )}
      <Link
        href={`/w/${workspace}/articles/${articleId}/fixes`}
        prefetch={false}
        className="text-xs font-semibold text-ink-2 underline decoration-line-strong underline-offset-3 hover:text-ink"
      >
        {t("all")}
      </Link>
      <Refused className="w-full">{state.error}</Refused>
    </div>
  )
}

/** Proposed once more, a fix is what it was, but for what its author has said to it. */
function useDrop({ key, claim: { number, fix } }: ClaimEntry) {
  const t = useTranslations("fix")
  const { acts, store, goTo } = useGalley()
  const [state, setState] = useState<{ busy?: true; error?: string }>({})
  const again = async () => {
    if (!fix) return
    const { wording, reason } = fix
    const answer = await store.perform(key, ({ id, version }) =>
      acts.proposeFix({ claimId: id, version, wording, reason }),
    )
    if (!answer.ok) toast.error(answer.refusal.message)
  }
  const drop = async () => {
    setState({ busy: true })
    const answer = await store.perform(key, ({ id, version }) => acts.dropFix({ claimId: id, version }))
    setState(answer.ok ? {} : { error: answer.refusal.message })
    if (!answer.ok) return
    const undo = { label: t("undo"), onClick: () => void again() }
    toast(t("dropped", { number }), { duration: 10_000, action: undo })
    goTo("claim")
  }
  return { drop, state }
}
