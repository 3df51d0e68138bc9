"use client"
/** The second opinion on the chosen claim: how far it is, and what can be done about it. Silent for who may do nothing. */
import { useMemo } from "react"
import type { ClaimEntry } from "@/components/galley/claims-store"
import { claimSubject, useGalley } from "@/components/galley/galley-context"
import { can } from "@/lib/domain/policy"
import { AskOpinion } from "./ask-opinion"
import { BlindClaim } from "./blind-claim"
import { opinionActs } from "./opinion-acts"
import { OpinionPending } from "./opinion-pending"
import { OpinionsRevealed } from "./opinions-revealed"

export default function OpinionPart({ entry }: { entry: ClaimEntry }) {
  const { acts: all, store, actor, article, subject } = useGalley()
  const acts = useMemo(() => opinionActs(all, store, entry.key), [all, store, entry.key])
  const { claim, standing } = entry
  const { opinion } = claim
  if (standing === "marking") return null
  if (opinion?.blind) return <BlindClaim claim={claim} opinion={opinion} acts={acts} />
  if (opinion?.revealedAt) return <OpinionsRevealed claim={claim} opinion={opinion} acts={acts} />
  if (opinion) return <OpinionPending claim={claim} opinion={opinion} acts={acts} />
  const isOver = claim.signOffId !== null || article.archivedAt !== null
  return !isOver && can(actor, "opinion.ask", claimSubject(subject, claim)) && <AskOpinion claim={claim} acts={acts} />
}
