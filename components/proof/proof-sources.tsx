"use client"
/** The sources of a claim on paper: how each bears on it, where in it, what it says, and its address to be typed. */
import { useFormatter, useTranslations } from "next-intl"
import { useLookedUpWords } from "@/components/source/looked-up-words"
import type { EvidenceView } from "@/lib/domain/source"
import { Quoted } from "./quoted"

/** How they bear on it is a judgement: not for whoever may not see the verdict. */
export interface ProofSourcesProps {
  evidence: EvidenceView[]
  stances: "shown" | "hidden"
}

export function ProofSources({ evidence, stances }: ProofSourcesProps) {
  const t = useTranslations("proof")
  if (evidence.length === 0) return <p>{t("noSource")}</p>
  return (
    <ul className="proof-sources">
      {evidence.map((one) => (
        <li key={one.id}>
          <Source evidence={one} stances={stances} />
        </li>
      ))}
    </ul>
  )
}

function Source({ evidence, stances }: Pick<ProofSourcesProps, "stances"> & { evidence: EvidenceView }) {
  const t = useTranslations("source")
  const { source, stance, locator, excerpt, note } = evidence
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
      {stances === "shown" && <b>{t(`stance.${stance}`)}: </b>}
      <span dir="auto">{source.title}</span>
      {facts.filter(Boolean).map((fact) => `, ${fact}`)}.{" "}
      {excerpt && (
        <>
          <Quoted>{excerpt}</Quoted> <Found evidence={evidence} />
        </>
      )}
      <Accessed at={evidence.accessedAt} />
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

/** Whether the excerpt stands in the text that is kept of the source; where its words are others there, those too. */
function Found({ evidence: { lookedUp } }: { evidence: EvidenceView }) {
  const words = useLookedUpWords()
  if (!lookedUp) return null
  const { sign, text } = words(lookedUp)
  return (
    <span className="proof-found">
      <span aria-hidden>{sign} </span>
      {text}
      {lookedUp.passage !== null && (
        <>
          : <Quoted>{lookedUp.passage}</Quoted>
        </>
      )}
      .{" "}
    </span>
  )
}

/** When somebody looked there: pages change. */
function Accessed({ at }: { at: string }) {
  const t = useTranslations("proof")
  const format = useFormatter()
  return <>{t("accessed", { day: format.dateTime(new Date(at), { dateStyle: "medium" }) })} </>
}
