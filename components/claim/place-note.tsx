"use client"
/** For a claim whose words or surroundings a new text has changed: the yes to where it stands, and how to give it others. */
import Link from "next/link"
import { useParams } from "next/navigation"
import { useTranslations } from "next-intl"
import { useState } from "react"
import { useGalley } from "@/components/galley/galley-context"
import { KeyCap, useKeyWords, useShortcut } from "@/components/keys/key-cap"
import { useKeys } from "@/components/keys/use-keys"
import { useAnnounce } from "@/components/ui/announcer"
import { Button } from "@/components/ui/button"
import { useOneAtATime } from "@/components/ui/use-one-at-a-time"
import type { ClaimView } from "@/lib/domain/claim"
import type { PlaceToLookAt } from "@/lib/domain/coverage"
import type { ClaimActs } from "./use-claim-acts"

export interface PlaceNoteProps {
  claim: ClaimView
  acts: ClaimActs
  look: PlaceToLookAt
}

export default function PlaceNote({ claim, acts, look }: PlaceNoteProps) {
  const t = useTranslations("claim.place")
  const { article } = useGalley()
  const announce = useAnnounce()
  const [state, setState] = useState<{ busy?: true; error?: string }>({})
  const proposed = look === "stale" ? proposedWords(claim, article.revision.text) : null
  const confirms = look === "stale" || look === "context"
  const once = useOneAtATime()
  const confirm = async () => {
    setState({ busy: true })
    const answer = await acts.confirmPlace()
    setState(answer.ok ? {} : { error: answer.refusal.message })
    if (answer.ok) announce(t("confirmed", { number: claim.number }))
  }
  useKeys({ "place.confirm": confirms ? () => void once(confirm) : null })
  const shortcut = useShortcut("place.confirm")
  const others = useKeyWords("place.other")
  return (
    <div className="mt-2 flex flex-col items-start gap-2 text-xs text-ink-2">
      {proposed && (
        <p>
          {t("proposed")} <q className="font-serif text-[0.9375rem] text-ink">{proposed}</q>
        </p>
      )}
      {state.error && (
        <p role="alert" className="font-medium text-false">
          {state.error}
        </p>
      )}
      {confirms && (
        <Button size="small" busy={state.busy ?? false} aria-keyshortcuts={shortcut} onClick={() => void once(confirm)}>
          {t(look === "context" ? "holds" : "confirm")} <KeyCap act="place.confirm" />
        </Button>
      )}
      {claim.state !== "in_review" && <p>{t("others", others)}</p>}
      <ToPlacing />
    </div>
  )
}

/** All that wait to be looked at, one below the other: where one may come from. */
function ToPlacing() {
  const t = useTranslations("claim.place")
  const { workspace, articleId } = useParams<{ workspace: string; articleId: string }>()
  return (
    <Link
      href={`/w/${workspace}/articles/${articleId}/placing`}
      prefetch={false}
      className="font-semibold underline decoration-line-strong underline-offset-3 hover:text-ink"
    >
      {t("all")}
    </Link>
  )
}

/** The words that are proposed for it, where it has no others. */
function proposedWords({ anchors }: ClaimView, text: string): string {
  const stale = anchors.filter(({ placement }) => placement === "stale")
  return stale.map(({ start, end }) => text.slice(start ?? 0, end ?? 0)).join(" … ")
}
