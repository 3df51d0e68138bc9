"use client"
/** The claims in one place of the board: what they have in common, and a row for each. */
import Link from "next/link"
import { useFormatter, useTranslations } from "next-intl"
import { useId } from "react"
import { shapes } from "@/components/claim/looks"
import { Badge, type Tone } from "@/components/ui/badge"
import type { BoardClaim, BoardPlace, Some } from "@/lib/domain/board"
import { useBoard } from "./board-context"
import { ClaimLine } from "./claim-line"

export interface ClaimSectionProps {
  place: BoardPlace
  claims: Some<BoardClaim>
  /** The board with all of them; null where this is it. */
  whole: string | null
}

/** A shape for each place, as everywhere in Stet. */
const signs: Record<BoardPlace, { tone: Tone; shape: string }> = {
  waiting: { tone: "unproven", shape: shapes.waiting },
  changes_requested: { tone: "open", shape: shapes.changes_requested },
  in_work: { tone: "open", shape: shapes.open },
  look: { tone: "mixed", shape: "△" },
  in_review: { tone: "review", shape: shapes.in_review },
}

export function ClaimSection({ place, claims, whole }: ClaimSectionProps) {
  const t = useTranslations("board")
  const format = useFormatter()
  const id = useId()
  const { follow } = useBoard()
  if (claims.count === 0) return null
  const rest = claims.count - claims.first.length
  const last = claims.first.at(-1)
  return (
    <section aria-labelledby={id}>
      <h2 id={id} className="flex items-center gap-2 text-sm font-semibold">
        <Badge tone={signs[place].tone} shape={signs[place].shape} />
        {t(`place.${place}.title`)}
        <span className="font-normal text-ink-3 tabular-nums">{format.number(claims.count)}</span>
      </h2>
      <p className="mt-0.5 text-xs text-pretty text-ink-3">{t(`place.${place}.text`)}</p>
      <ul className="mt-2 border-t border-line">
        {claims.first.map((claim) => (
          <ClaimLine key={claim.id} claim={claim} place={place} />
        ))}
      </ul>
      {rest > 0 && (
        <p className="mt-2 text-xs">
          {whole ? (
            <Link
              href={whole}
              prefetch={false}
              scroll={false}
              // The link goes with being followed: one reads on from the last row above it.
              onClick={() => last && follow(last.id)}
              className="text-accent underline"
            >
              {t("moreClaims", { count: rest })}
            </Link>
          ) : (
            t("moreClaims", { count: rest })
          )}
        </p>
      )}
    </section>
  )
}
