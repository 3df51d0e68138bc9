"use client"
/** The sources of a claim on paper: how each bears on it, where in it, what it says, and its address to be typed. */
import { useFormatter, useTranslations } from "next-intl"
import type { EvidenceView } from "@/lib/domain/source"
import { Quoted } from "./quoted"

export function ProofSources({ evidence }: { evidence: EvidenceView[] }) {
  const t = useTranslations("proof")
  if (evidence.length === 0) return <p>{t("noSource")}</p>
  return (
    <ul className="proof-sources">
      {evidence.map((one) => (
        <li key={one.id}>
          <Source evidence={one} />
        </li>
      ))}
    </ul>
  )
}

function Source({ evidence: { source, stance, locator, excerpt, note } }: { evidence: EvidenceView }) {
  const t = useTranslations("source")
  const format = useFormatter()
  const on =
    source.publishedOn && format.dateTime(new Date(source.publishedOn), { dateStyle: "medium", timeZone: "UTC" })
  const facts = [
    source.author,
    source.publisher,
    on,
    source.primary && t("primary"),
    source.confidential && t("confidential"),
    locator,
  ]
  return (
    <>
      <b>{t(`stance.${stance}`)}:</b> <span dir="auto">{source.title}</span>
      {facts.filter(Boolean).map((fact) => `, ${fact}`)}.{" "}
      {excerpt && (
        <>
          <Quoted>{excerpt}</Quoted>{" "}
        </>
      )}
      {source.url && (
        <a href={source.url} className="proof-address">
          {source.url}
        </a>
      )}
      {note && (
        <span className="proof-internal">
          <b>{t("noteInternal")}</b> {note}
        </span>
      )}
    </>
  )
}
