"use client"
/** One piece of evidence: how it bears on the claim, its source, where in it, what it says. */
import { ExternalLink } from "lucide-react"
import { useTranslations } from "next-intl"
import { useState } from "react"
import type { ClaimActs } from "@/components/claim/use-claim-acts"
import { draftKey, useGalley } from "@/components/galley/galley-context"
import { useAnnounce } from "@/components/ui/announcer"
import { Button } from "@/components/ui/button"
import { Late } from "@/components/ui/late"
import { lateCode } from "@/components/ui/late-code"
import { toast } from "@/components/ui/toast"
import { useDraft } from "@/components/ui/use-draft"
import type { ClaimView } from "@/lib/domain/claim"
import { hasText } from "@/lib/domain/shown"
import type { EvidenceView, SourceView } from "@/lib/domain/source"
import { StanceSign } from "./stance"
import { hostOf, typedEvidence, type TypedEvidence } from "./typed-source"

export interface EvidenceItemProps {
  claim: ClaimView
  evidence: EvidenceView
  acts: ClaimActs
  mode: "write" | "read"
}

/** Few evidence is flagged: what says so comes with the first that is. */
const evidenceFlag = lateCode(() => import("./evidence-flag"))

/** So with evidence whose source's text is kept. */
const sourceText = lateCode(() => import("./source-text"))

export const evidenceEditor = lateCode(() => import("./edit-evidence"))

export function EvidenceItem({ claim, evidence, acts, mode }: EvidenceItemProps) {
  const { actor, goTo } = useGalley()
  const [asked, setAsked] = useState<"open" | "closed">("closed")
  const editing = useDraft<TypedEvidence>(draftKey(actor, claim, `evidence:${evidence.id}`), typedEvidence(evidence))
  if (mode === "write" && (asked === "open" || editing.draft !== null)) {
    const done = () => {
      editing.drop()
      setAsked("closed")
      goTo("evidence")
    }
    return (
      <li className="border-t border-line py-2.5 first:border-t-0">
        <p className="mb-2 font-semibold">{evidence.source.title}</p>
        <Late
          code={evidenceEditor}
          given={{ evidence, editing, acts, focus: asked === "open" ? "take" : "leave", onDone: done }}
          onMissing={() => setAsked("closed")}
        />
      </li>
    )
  }
  return (
    <li className="grid grid-cols-[20px_minmax(0,1fr)] gap-2 border-t border-line py-2.5 first:border-t-0">
      {claim.opinion?.blind ? (
        <span aria-hidden className="text-center text-ink-3">
          ·
        </span>
      ) : (
        <StanceSign stance={evidence.stance} />
      )}
      <div className="min-w-0">
        <SourceLine source={evidence.source} />
        <Passage evidence={evidence} />
        {hasText(evidence) && <Late code={sourceText} given={{ evidence }} onMissing={() => undefined} />}
        {evidence.flag && (
          <Late code={evidenceFlag} given={{ evidence, flag: evidence.flag, acts }} onMissing={() => undefined} />
        )}
        {mode === "write" && (
          <div className="mt-1 -ml-2 flex">
            <Button look="quiet" size="small" onClick={() => setAsked("open")}>
              <Named verb="edit" source={evidence.source} />
            </Button>
            <Remove claim={claim} evidence={evidence} acts={acts} />
          </div>
        )}
      </div>
    </li>
  )
}

export function SourceLine({ source }: { source: SourceView }) {
  const t = useTranslations("source")
  const facts = [
    source.publisher ?? hostOf(source.url),
    source.primary && t("primary"),
    source.confidential && t("confidential"),
  ].filter(Boolean)
  return (
    <p className="text-ui leading-snug break-words">
      {source.url ? (
        <a
          href={source.url}
          target="_blank"
          rel="noopener noreferrer"
          className="font-semibold text-ink hover:underline"
        >
          {source.title}
          <ExternalLink aria-hidden className="mb-0.5 ml-1 inline size-3 text-ink-3" />
          <span className="sr-only"> {t("newTab")}</span>
        </a>
      ) : (
        <span className="font-semibold">{source.title}</span>
      )}
      {facts.length > 0 && <span className="text-xs text-ink-3"> · {facts.join(" · ")}</span>}
    </p>
  )
}

function Passage({ evidence }: { evidence: EvidenceView }) {
  const t = useTranslations("source")
  const { locator, excerpt, note } = evidence
  return (
    <>
      {(excerpt || locator) && (
        <p className="mt-0.5 font-serif text-[0.90625rem] leading-[1.42] break-words whitespace-pre-wrap text-ink-2">
          {locator && (
            <span className="font-sans text-xs text-ink-3">
              {locator}
              {excerpt && ": "}
            </span>
          )}
          {excerpt}
        </p>
      )}
      {note && (
        <p className="mt-1 text-xs break-words whitespace-pre-wrap text-ink-2">
          <span className="font-semibold">{t("noteInternal")}</span> {note}
        </p>
      )}
    </>
  )
}

/** A short word on the button, the whole sentence for who hears it. */
function Named({ verb, source }: { verb: "edit" | "remove"; source: SourceView }) {
  const t = useTranslations("source")
  return (
    <>
      {t(verb)} <span className="sr-only">{source.title}</span>
    </>
  )
}

function Remove({ claim, evidence, acts }: Omit<EvidenceItemProps, "mode">) {
  const t = useTranslations("source")
  const announce = useAnnounce()
  const [state, setState] = useState<"idle" | "busy">("idle")
  const restore = async () => {
    const { source, stance, locator, excerpt, note } = evidence
    const answer = await acts.addEvidence({ source: { id: source.id }, evidence: { stance, locator, excerpt, note } })
    if (!answer.ok) toast.error(answer.refusal.message)
    else announce(t("added", { title: source.title }))
  }
  const remove = async () => {
    setState("busy")
    const answer = await acts.removeEvidence(evidence)
    setState("idle")
    if (!answer.ok) return void toast.error(answer.refusal.message)
    toast(t("removed", { title: evidence.source.title, number: claim.number }), {
      action: { label: t("undo"), onClick: () => void restore() },
    })
  }
  return (
    <Button look="quiet" size="small" busy={state === "busy"} onClick={() => void remove()}>
      <Named verb="remove" source={evidence.source} />
    </Button>
  )
}
