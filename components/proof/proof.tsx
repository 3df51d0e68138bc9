"use client"
/**
 * An article as it is printed for the desk: its text in black, every claim underlined and numbered, the state of each
 * sentence in the margin, and a note for each number behind it. It says what the reader sees on screen, and no more.
 */
import { useFormatter, useNow, useTranslations } from "next-intl"
import { useLayoutEffect } from "react"
import { lookOf, type ClaimLook } from "@/components/claim/looks"
import { useClaims, useGalley } from "@/components/galley/galley-context"
import { Kicker } from "@/components/galley/kicker"
import { spansIn } from "@/lib/domain/coverage"
import type { ClaimView } from "@/lib/domain/claim"
import { ProofNote } from "./proof-note"
import { ProofText } from "./proof-text"
import { SentenceKey } from "./sentence-state"
import "./proof.css"

export function Proof() {
  const t = useTranslations("proof")
  const { article } = useGalley()
  const claims = useClaims().map((entry) => entry.claim)
  const placed = claims.filter((claim) => spansIn(claim.anchors).length > 0)
  const lost = claims.filter((claim) => spansIn(claim.anchors).length === 0)
  useRunningTitle(article.title)
  return (
    <article className="proof" aria-label={t("title")}>
      <Kicker article={article} />
      <Standing claims={claims} />
      <ProofText claims={claims} />
      <Notes title={t("notes")} claims={placed} />
      <Notes title={t("unplaced")} claims={lost} />
    </article>
  )
}

/** How far it is, when it was printed, and what the lines under the words mean. */
function Standing({ claims }: { claims: ClaimView[] }) {
  const t = useTranslations("proof")
  const format = useFormatter()
  const now = useNow()
  const count = (state: ClaimView["state"]) => claims.filter((claim) => claim.state === state).length
  const counts = {
    total: claims.length,
    approved: count("approved"),
    checked: count("checked"),
    review: count("in_review"),
    changes: count("changes_requested"),
    open: count("open"),
  }
  return (
    <div className="proof-standing">
      <p>
        {t("counts", counts)} {t("printed", { at: format.dateTime(now, { dateStyle: "long", timeStyle: "short" }) })}
      </p>
      <LineKey looks={looks.filter((look) => claims.some((claim) => lookOf(claim) === look))} />
      <SentenceKey />
    </div>
  )
}

const looks: ClaimLook[] = ["true", "mixed", "false", "unproven", "checked", "review", "changes", "open"]

function LineKey({ looks }: { looks: ClaimLook[] }) {
  const t = useTranslations("proof.look")
  if (looks.length === 0) return null
  return (
    <ul className="proof-key">
      {looks.map((look) => (
        <li key={look}>
          <span className={`claim-mark look-${look}`}>{t(look)}</span>
        </li>
      ))}
    </ul>
  )
}

function Notes({ title, claims }: { title: string; claims: ClaimView[] }) {
  if (claims.length === 0) return null
  return (
    <section className="proof-notes">
      <h2>{title}</h2>
      <ol>
        {claims.map((claim) => (
          <ProofNote key={claim.id} claim={claim} />
        ))}
      </ol>
    </section>
  )
}

/** The title on every sheet: margins of sheets take words from style sheets alone. */
function useRunningTitle(title: string): void {
  useLayoutEffect(() => {
    const { style } = document.documentElement
    style.setProperty("--proof-title", JSON.stringify(title.replaceAll("\\", "").replaceAll("\n", " ")))
    return () => void style.removeProperty("--proof-title")
  }, [title])
}
