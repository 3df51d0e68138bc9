"use client"
/** What is said of a claim and not typed in: its words in the text, what became of them, who checks it. */
import { useTranslations } from "next-intl"
import { Avatar } from "@/components/ui/avatar"
import { classes } from "@/components/ui/classes"
import type { ClaimView } from "@/lib/domain/claim"
import { quoteOf } from "@/lib/domain/shown"
import { lookOf, type ClaimLook } from "./looks"

const edges: Record<ClaimLook, string> = {
  true: "border-true",
  mixed: "border-mixed",
  false: "border-false",
  unproven: "border-unproven",
  review: "border-review",
  open: "border-open",
  changes: "border-open",
}

export function Quote({ claim }: { claim: ClaimView }) {
  const t = useTranslations("claim")
  const fate = fateOf(claim)
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
    </div>
  )
}

/** The worst of what became of its spans; null when every one is where it was. */
function fateOf({ anchors }: ClaimView) {
  const fates = ["lost", "stale", "moved"] as const
  const placed = fates.find((fate) => anchors.some((anchor) => anchor.placement === fate))
  return placed ?? (anchors.some((anchor) => anchor.contextChanged) ? ("contextChanged" as const) : null)
}

export function CheckedBy({ claim }: { claim: ClaimView }) {
  const t = useTranslations("claim")
  const checker = claim.assignee ?? claim.markedBy
  if (!checker) return null
  return (
    <dl className="mt-1.5 grid grid-cols-[5.75rem_minmax(0,1fr)] items-center gap-x-2.5 text-ui">
      <dt className="text-ink-3">{t("field.checker")}</dt>
      <dd className="flex items-center gap-1.5">
        <span aria-hidden className="contents">
          <Avatar id={checker.id} name={checker.name} size="small" />
        </span>
        <span className="truncate">{checker.name}</span>
      </dd>
    </dl>
  )
}
