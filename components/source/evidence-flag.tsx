"use client"
/** Evidence whose source is not what it was when it was cited: why, and a person's word that it still holds. */
import Link from "next/link"
import { useParams } from "next/navigation"
import { useTranslations } from "next-intl"
import { useState } from "react"
import type { ClaimActs } from "@/components/claim/use-claim-acts"
import { useGalley } from "@/components/galley/galley-context"
import { useAnnounce } from "@/components/ui/announcer"
import { Button } from "@/components/ui/button"
import { Refused } from "@/components/ui/refused"
import { useOneAtATime } from "@/components/ui/use-one-at-a-time"
import { can } from "@/lib/domain/policy"
import type { EvidenceFlag as Flag, EvidenceView } from "@/lib/domain/source"
import { FlagWords } from "./flag-words"

export interface EvidenceFlagProps {
  evidence: EvidenceView
  flag: Flag
  acts: ClaimActs
}

export default function EvidenceFlag({ evidence, flag, acts }: EvidenceFlagProps) {
  const t = useTranslations("source.flag")
  const { actor, article, subject } = useGalley()
  const { workspace } = useParams<{ workspace: string }>()
  const looking = useLooking(evidence, acts)
  const may = !article.archivedAt && can(actor, "claim.mark", subject)
  return (
    <div className="mt-1.5 rounded-md bg-mixed-soft px-2.5 py-2">
      <FlagWords flag={flag} at={evidence.flaggedAt} excerpt={evidence.excerpt} />
      <Refused className="mt-1">{looking.error}</Refused>
      <div className="mt-1.5 flex flex-wrap items-center gap-x-3 gap-y-1.5">
        {may && (
          <Button size="small" busy={looking.busy} onClick={looking.look}>
            {t("holds")} <span className="sr-only">{evidence.source.title}</span>
          </Button>
        )}
        <Link
          href={`/w/${workspace}/sources/${evidence.source.id}`}
          prefetch={false}
          className="text-xs font-semibold underline decoration-line-strong underline-offset-3 hover:decoration-ink"
        >
          {t("toSource")} <span className="sr-only">{evidence.source.title}</span>
        </Link>
      </div>
    </div>
  )
}

function useLooking(evidence: EvidenceView, acts: ClaimActs) {
  const t = useTranslations("source.flag")
  const announce = useAnnounce()
  const { goTo } = useGalley()
  const [state, setState] = useState<{ busy?: true; error?: string }>({})
  const once = useOneAtATime()
  const look = async () => {
    setState({ busy: true })
    const answer = await acts.lookAtEvidence(evidence)
    setState(answer.ok ? {} : { error: answer.refusal.message })
    if (!answer.ok) return
    announce(t("looked", { title: evidence.source.title }))
    // The button is gone with its flag.
    goTo("evidence")
  }
  return { busy: state.busy ?? false, error: state.error, look: () => void once(look) }
}
