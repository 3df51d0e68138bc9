"use client"
/** What is said of a claim and not typed in: its words in the text, and what became of them. */
import { useTranslations } from "next-intl"
import { claimSubject, useGalley } from "@/components/galley/galley-context"
import { classes } from "@/components/ui/classes"
import { Late } from "@/components/ui/late"
import { lateCode } from "@/components/ui/late-code"
import type { ClaimView } from "@/lib/domain/claim"
import { lookNeeded } from "@/lib/domain/coverage"
import { can } from "@/lib/domain/policy"
import { quoteOf } from "@/lib/domain/shown"
import { lookOf, type ClaimLook } from "./looks"
import type { ClaimActs } from "./use-claim-acts"

const edges: Record<ClaimLook, string> = {
  true: "border-true",
  mixed: "border-mixed",
  false: "border-false",
  unproven: "border-unproven",
  review: "border-review",
  checked: "border-review",
  waiting: "border-unproven",
  open: "border-open",
  changes: "border-open",
}

/** It comes with the first claim that needs it. */
const placeNote = lateCode(() => import("./place-note"))

export function Quote({ claim, acts }: { claim: ClaimView; acts: ClaimActs }) {
  const t = useTranslations("claim")
  const { actor, subject } = useGalley()
  const fate = fateOf(claim)
  const look = can(actor, "claim.place", claimSubject(subject, claim)) ? lookNeeded(claim) : null
  return (
    <div>
      <blockquote
        className={classes(
          "max-h-56 overflow-y-auto border-l-[3px] pl-3 font-serif text-[1.03125rem] leading-[1.45] break-words",
          edges[lookOf(claim)],
        )}
      >
        {quoteOf(claim.anchors)}
      </blockquote>
      {fate && <p className="mt-1.5 text-xs font-medium text-mixed">{t(fate)}</p>}
      {look && look !== "uncut" && <Late code={placeNote} given={{ claim, acts, look }} onMissing={() => undefined} />}
    </div>
  )
}

/** The worst of what became of its spans; null when every one is where it was. */
function fateOf({ anchors }: ClaimView) {
  const fates = ["lost", "stale", "moved"] as const
  const placed = fates.find((fate) => anchors.some((anchor) => anchor.placement === fate))
  return placed ?? (anchors.some((anchor) => anchor.contextChanged) ? ("contextChanged" as const) : null)
}
