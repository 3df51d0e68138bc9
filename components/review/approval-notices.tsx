"use client"
/** Approvals that did not arrive: those that wait for a connection or a session, and those that were refused. */
import Link from "next/link"
import { useTranslations } from "next-intl"
import type { ReactNode } from "react"
import { Button } from "@/components/ui/button"
import { classes } from "@/components/ui/classes"
import { useTray } from "./approvals"
import type { Kept, Standing } from "./out-tray"
import { useApprovals } from "./use-approvals"
import { useReason, type Refused } from "./use-reason"

type Held = Extract<Standing, { kind: "held" }>

export function ApprovalNotices() {
  const { kept } = useTray()
  const held = kept.filter((one) => one.standing.kind === "held")
  const refused = kept.flatMap((one) => (one.standing.kind === "refused" ? [{ ...one, standing: one.standing }] : []))
  return (
    <div role="alert" className="max-h-[40dvh] shrink-0 overflow-y-auto empty:hidden print:hidden">
      {causes.map((because) => (
        <HeldNotice
          key={because}
          because={because}
          kept={held.filter(({ standing }) => standing.kind === "held" && standing.because === because)}
        />
      ))}
      {refused.map((one) => (
        <RefusedNotice key={one.roundId} refused={one} />
      ))}
    </div>
  )
}

const causes: readonly Held["because"][] = ["unreachable", "signedOut", "failed"]

function HeldNotice({ because, kept }: { because: Held["because"]; kept: Kept[] }) {
  const t = useTranslations("approvals")
  const { sendNow, undo } = useApprovals()
  if (kept.length === 0) return null
  const takeBack = () => {
    for (const batch of new Set(kept.map((one) => one.batch))) undo(batch)
  }
  return (
    <Notice look="bg-open-soft text-open">
      <p className="min-w-0 flex-1 basis-60">{t(`held.${because}`, { count: kept.length })}</p>
      {because === "failed" && (
        <Button size="small" onClick={sendNow}>
          {t("sendNow")}
        </Button>
      )}
      <Button size="small" look="quiet" onClick={takeBack}>
        {t("undo")}
      </Button>
    </Notice>
  )
}

function RefusedNotice({ refused }: { refused: Kept & { standing: Refused } }) {
  const t = useTranslations("approvals")
  const { dismiss } = useApprovals()
  const { roundId, workspace, article, claim } = refused
  const reason = useReason()
  return (
    <Notice look="bg-false-soft text-false">
      <p className="min-w-0 flex-1 basis-60 break-words">
        <b className="font-semibold">
          {t("refused", { claim: t(`claim.${claim.job}`, { number: claim.number }), article: article.title })}
        </b>{" "}
        {reason(refused.standing)}
      </p>
      <Link
        href={`/w/${workspace}/articles/${article.id}?claim=${claim.number}`}
        prefetch={false}
        onClick={() => dismiss(roundId)}
        className="font-semibold text-ink underline"
      >
        {t("openClaim")}
      </Link>
      <Button size="small" look="quiet" onClick={() => dismiss(roundId)}>
        {t("dismiss")}
      </Button>
    </Notice>
  )
}

function Notice({ look, children }: { look: string; children: ReactNode }) {
  return (
    <div
      className={classes(
        "flex flex-wrap items-center gap-x-3 gap-y-1.5 border-b border-line px-3 py-2 text-ui sm:px-4",
        look,
      )}
    >
      {children}
    </div>
  )
}
