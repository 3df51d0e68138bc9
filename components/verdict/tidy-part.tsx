"use client"
/** A typo in what stands: mended by one person, confirmed by another on what differs. Silent for who may do neither. */
import { useTranslations } from "next-intl"
import { useState } from "react"
import type { ClaimActs } from "@/components/claim/use-claim-acts"
import { claimSubject, draftKey, useGalley } from "@/components/galley/galley-context"
import { Button } from "@/components/ui/button"
import { Difference } from "@/components/ui/difference"
import { Refused } from "@/components/ui/refused"
import { TextArea } from "@/components/ui/text-field"
import { useDraft } from "@/components/ui/use-draft"
import { useRunning } from "@/components/ui/use-running"
import { compare } from "@/lib/anchor"
import type { ClaimView } from "@/lib/domain/claim"
import { can } from "@/lib/domain/policy"
import type { TidyField, TidyView } from "@/lib/domain/tidy"

export interface TidyPartProps {
  claim: ClaimView
  acts: ClaimActs
}

type Words = Partial<Record<TidyField, string>>

export default function TidyPart({ claim, acts }: TidyPartProps) {
  const { actor, article, subject } = useGalley()
  if (article.archivedAt || claim.signOffId) return null
  if (claim.tidy) return <Waiting claim={claim} tidy={claim.tidy} acts={acts} />
  return can(actor, "tidy.propose", claimSubject(subject, claim)) ? <Mend claim={claim} acts={acts} /> : null
}

/** What is proposed, with what differs; a second person says whether it means the same. */
function Waiting({ claim, tidy, acts }: TidyPartProps & { tidy: TidyView }) {
  const t = useTranslations("verdict.tidy")
  const { actor, subject } = useGalley()
  const { busy, error, run } = useRunning()
  const isOwn = tidy.by.id === actor.id
  const may = can(actor, "tidy.decide", claimSubject(subject, claim))
  const decide = (decision: "confirm" | "refuse") => void run(() => acts.decideTidy(tidy.id, decision), t(decision))
  return (
    <section aria-label={t("title")} className="rounded-[10px] border border-review bg-raised p-3">
      <h3 className="heading-group">{t("waiting", { name: tidy.by.name })}</h3>
      <dl className="mt-1.5 flex flex-col gap-1.5">
        {tidy.changes.map(({ field, from, to }) => (
          <div key={field}>
            <dt className="text-xs text-ink-3">{t(`field.${field}`)}</dt>
            <dd className="font-serif text-[0.9375rem] leading-snug wrap-anywhere whitespace-pre-line">
              <Difference pieces={compare(from, to, "words")} />
            </dd>
          </div>
        ))}
      </dl>
      <div className="mt-2.5 flex flex-wrap items-center gap-2">
        {may && !isOwn && (
          <Button size="small" look="approve" busy={busy} onClick={() => decide("confirm")}>
            {t("unchanged")}
          </Button>
        )}
        {(may || isOwn) && (
          <Button size="small" busy={busy} onClick={() => decide("refuse")}>
            {t(isOwn ? "takeBack" : "changed")}
          </Button>
        )}
        {!may && <p className="min-w-0 flex-1 text-xs text-ink-3">{t(isOwn ? "byOther" : "byReviewer")}</p>}
      </div>
      <Refused className="mt-2">{error?.message}</Refused>
    </section>
  )
}

const FIELDS = ["statement", "conclusion", "explanation"] as const satisfies TidyField[]

function Mend({ claim, acts }: TidyPartProps) {
  const t = useTranslations("verdict.tidy")
  const { actor } = useGalley()
  const shown = wordsOf(claim)
  const draft = useDraft<Words>(draftKey(actor, claim, "tidy"), shown)
  const [open, setOpen] = useState<"no" | "yes">(draft.draft ? "yes" : "no")
  const { busy, error, run } = useRunning()
  const fields = FIELDS.filter((field) => shown[field] !== undefined)
  if (fields.length === 0) return null
  if (open === "no")
    return (
      <Button size="small" className="self-start" onClick={() => setOpen("yes")}>
        {t("mend")}
      </Button>
    )
  const close = () => {
    draft.drop()
    setOpen("no")
  }
  const propose = async () => {
    if (await run(() => acts.proposeTidy(draft.value), t("proposed"))) close()
  }
  return (
    <section aria-label={t("title")} className="flex flex-col gap-2.5 rounded-[10px] border border-line p-3">
      <h3 className="heading-group">{t("title")}</h3>
      <p className="text-xs text-ink-2">{t("about")}</p>
      {fields.map((field) => (
        <TextArea
          key={field}
          label={t(`field.${field}`)}
          value={draft.value[field] ?? ""}
          error={error?.fields[field]}
          onChange={(event) => draft.type({ ...draft.value, [field]: event.target.value })}
        />
      ))}
      <div className="flex flex-wrap gap-2">
        <Button size="small" look="primary" busy={busy} onClick={() => void propose()}>
          {t("propose")}
        </Button>
        <Button size="small" look="quiet" onClick={close}>
          {t("cancel")}
        </Button>
      </div>
      <Refused className="mt-2">{error?.message}</Refused>
    </section>
  )
}

/** The public words that there are. */
function wordsOf({ statement, verdict }: ClaimView): Words {
  return {
    ...(statement && { statement }),
    ...(verdict?.conclusion && { conclusion: verdict.conclusion }),
    ...(verdict?.explanation && { explanation: verdict.explanation }),
  }
}
