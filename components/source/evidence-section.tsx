"use client"
/** What the claim rests on: each piece of evidence with its source, and a way to add one. */
import { useTranslations } from "next-intl"
import { useState } from "react"
import type { ClaimActs } from "@/components/claim/use-claim-acts"
import { draftKey, useGalley } from "@/components/galley/galley-context"
import { KeyCap, useShortcut } from "@/components/keys/key-cap"
import { Button } from "@/components/ui/button"
import { Late } from "@/components/ui/late"
import { lateCode } from "@/components/ui/late-code"
import { useDraft } from "@/components/ui/use-draft"
import type { ClaimView } from "@/lib/domain/claim"
import { independentSources } from "@/lib/domain/shown"
import { EvidenceItem } from "./evidence-item"
import { emptyAdding, type Adding } from "./typed-source"

export interface EvidenceSectionProps {
  claim: ClaimView
  acts: ClaimActs
  mode: "write" | "read"
}

export const evidenceAdder = lateCode(() => import("./add-evidence"))

export function EvidenceSection({ claim, acts, mode }: EvidenceSectionProps) {
  const t = useTranslations("source")
  const { actor, goTo } = useGalley()
  const shortcut = useShortcut("claim.source")
  const [asked, setAsked] = useState<"open" | "closed">("closed")
  const adding = useDraft<Adding>(draftKey(actor, claim, "evidence"), emptyAdding)
  const open = mode === "write" && (asked === "open" || adding.draft !== null)
  const done = () => {
    adding.drop()
    setAsked("closed")
    goTo("evidence")
  }
  return (
    <section aria-label={t("section")} data-part="evidence" tabIndex={-1} className="rounded-md">
      <div className="mb-1 flex min-h-7 items-center justify-between">
        <h3 className="heading-group">{t("heading", { count: claim.evidence.length })}</h3>
        {mode === "write" && !open && (
          <Button
            look="quiet"
            size="small"
            aria-keyshortcuts={shortcut}
            data-part="source"
            onClick={() => setAsked("open")}
          >
            {t("add")} <KeyCap act="claim.source" />
          </Button>
        )}
      </div>
      <ul className="flex flex-col">
        {claim.evidence.map((evidence) => (
          <EvidenceItem key={evidence.id} claim={claim} evidence={evidence} acts={acts} mode={mode} />
        ))}
      </ul>
      <Independence evidence={claim.evidence} />
      {claim.evidence.length === 0 && !open && <p className="text-ui text-ink-3">{t("none")}</p>}
      {open && (
        <Late
          code={evidenceAdder}
          given={{ claim, acts, adding, focus: asked === "open" ? "take" : "leave", onDone: done }}
          onMissing={() => setAsked("closed")}
        />
      )}
    </section>
  )
}

/** Several papers that carry one story are one source: said where it makes a difference. */
function Independence({ evidence }: { evidence: ClaimView["evidence"] }) {
  const t = useTranslations("source")
  const sources = evidence.map(({ source }) => source)
  const count = independentSources(sources)
  if (count === new Set(sources.map(({ id }) => id)).size) return null
  return <p className="text-xs text-ink-3">{t("independent", { count })}</p>
}
