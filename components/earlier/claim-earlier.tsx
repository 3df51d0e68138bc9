"use client"
/** Beside a claim: what was found out about the same before, and who says otherwise now. Shown, never applied. */
import { useParams } from "next/navigation"
import { useTranslations } from "next-intl"
import { useEffect, useState } from "react"
import { claimSubject, useGalley } from "@/components/galley/galley-context"
import { RatingBadge } from "@/components/claim/claim-badge"
import { useAnnounce } from "@/components/ui/announcer"
import { Button } from "@/components/ui/button"
import { toast } from "@/components/ui/toast"
import { useSteady } from "@/components/ui/use-steady"
import type { ClaimView } from "@/lib/domain/claim"
import type { Disagreement, EarlierCheck, EarlierOnClaim } from "@/lib/domain/earlier-check"
import { can } from "@/lib/domain/policy"
import { EarlierItem } from "./earlier-item"

interface ClaimEarlierProps {
  claim: ClaimView
  entryStanding: "kept" | "marking"
}

export default function ClaimEarlier({ claim, entryStanding }: ClaimEarlierProps) {
  const t = useTranslations("earlier")
  const { actor, subject } = useGalley()
  const { workspace } = useParams<{ workspace: string }>()
  const { earlier, dismiss } = useEarlier(claim, entryStanding)
  if (!earlier) return null
  const { checks, dismissed, disagreements } = earlier
  if (checks.length + dismissed.length + disagreements.length === 0) return null
  const articles = `/w/${workspace}/articles`
  const may = can(actor, "earlier.dismiss", claimSubject(subject, claim))
  return (
    <section aria-label={t("title")} className="flex flex-col gap-3">
      {disagreements.length > 0 && <Otherwise disagreements={disagreements} articles={articles} />}
      {checks.length > 0 && <h3 className="heading-group">{t("title")}</h3>}
      <ul className="flex flex-col gap-3">
        {checks.map((check) => (
          <EarlierItem key={check.id} check={check} articles={articles}>
            {may && (
              <Button look="quiet" size="small" onClick={() => void dismiss(check, true)}>
                {t("notSame")}
              </Button>
            )}
          </EarlierItem>
        ))}
      </ul>
      {dismissed.length > 0 && (
        <details className="text-xs text-ink-3">
          <summary className="cursor-pointer">{t("aside", { count: dismissed.length })}</summary>
          <ul className="mt-2 flex flex-col gap-3">
            {dismissed.map((check) => (
              <EarlierItem key={check.id} check={check} articles={articles}>
                {may && (
                  <Button look="quiet" size="small" onClick={() => void dismiss(check, false)}>
                    {t("bringBack")}
                  </Button>
                )}
              </EarlierItem>
            ))}
          </ul>
        </details>
      )}
    </section>
  )
}

/** Live verdicts on the same statement that differ from this one. */
function Otherwise({ disagreements, articles }: { disagreements: Disagreement[]; articles: string }) {
  const t = useTranslations("earlier")
  return (
    <div className="rounded-lg border-l-3 border-mixed bg-mixed-soft px-3 py-2 text-ui">
      <p className="font-semibold">{t("otherwise", { count: disagreements.length })}</p>
      <ul className="mt-1 flex flex-col gap-1">
        {disagreements.map(({ claimId, number, article, rating, state }) => (
          <li key={claimId} className="flex flex-wrap items-center gap-x-2 gap-y-1">
            <RatingBadge rating={rating} standing={state === "approved" ? "approved" : "drafted"} />
            <a
              href={`${articles}/${article.id}?claim=${number}`}
              target="_blank"
              className="min-w-0 underline underline-offset-3 wrap-anywhere"
            >
              {t("openClaim", { number, title: article.title })}
            </a>
          </li>
        ))}
      </ul>
    </div>
  )
}

/** What is known of a claim, asked anew when it is another; quietly nothing where the desk can't be reached. */
function useEarlier(claim: ClaimView, standing: ClaimEarlierProps["entryStanding"]) {
  const t = useTranslations("earlier")
  const announce = useAnnounce()
  const { acts } = useGalley()
  const [earlier, setEarlier] = useState<EarlierOnClaim | null>(null)
  const [turn, setTurn] = useState(0)
  const show = useSteady((next: EarlierOnClaim) => {
    const count = next.checks.length + next.disagreements.length
    if (count > 0 && !earlier) announce(t("announced", { count }))
    setEarlier(next)
  })
  useEffect(() => {
    if (standing === "marking") return
    let wanted = true
    acts.earlierOfClaim({ claimId: claim.id }).then(
      (answer) => wanted && answer.ok && show(answer.value),
      () => undefined,
    )
    return () => {
      wanted = false
    }
  }, [acts, claim.id, claim.version, standing, turn, show])
  const dismiss = async ({ id: earlierId }: EarlierCheck, dismissed: boolean) => {
    const answer = await acts.dismissEarlier({ claimId: claim.id, earlierId, dismissed })
    if (answer.ok) setTurn((last) => last + 1)
    else toast.error(answer.refusal.message)
  }
  return { earlier, dismiss }
}
