"use client"
/** One claim on the board. The whole row leads to it in its article; who checks it can be chosen on the spot. */
import Link from "next/link"
import { useRouter } from "next/navigation"
import { useFormatter, useTranslations } from "next-intl"
import { RatingBadge } from "@/components/claim/claim-badge"
import { OverdueNote } from "@/components/contact/overdue-answer"
import { DueAt } from "@/components/desk-claims/due-at"
import { Avatar } from "@/components/ui/avatar"
import { Button } from "@/components/ui/button"
import { Select } from "@/components/ui/select"
import type { BoardClaim, BoardPlace } from "@/lib/domain/board"
import { can } from "@/lib/domain/policy"
import { useBoard } from "./board-context"
import { useArranged, type Arranging } from "./use-arranged"
import { WaitingNote } from "./waiting-note"

export function ClaimLine({ claim, place }: { claim: BoardClaim; place: BoardPlace }) {
  const t = useTranslations("claim")
  const { article, galley, now } = useBoard()
  const arranging = useArranged(claim)
  const mine = useMayArrange(claim)
  const { number, words, verdict, dueAt, priority, waiting } = claim
  return (
    <li
      data-row={claim.id}
      aria-busy={arranging.busy || undefined}
      className="relative grid grid-cols-[1.75rem_minmax(0,1fr)] gap-x-2.5 border-b border-line py-2.5 hover:bg-panel has-[a:focus-visible]:bg-panel"
    >
      <span className="pt-0.5 text-right text-xs font-semibold text-ink-3 tabular-nums">{number}</span>
      <div className="flex min-w-0 flex-col gap-1">
        <Link
          href={`${galley}?claim=${number}`}
          prefetch={false}
          title={words}
          className="font-serif text-[0.9375rem] leading-[1.38] outline-offset-4 after:absolute after:inset-0"
        >
          <span lang={article.language} dir="auto" className="line-clamp-2 text-left wrap-anywhere hyphens-auto">
            {words}
          </span>
        </Link>
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1 text-xs text-ink-3">
          {priority === 1 && <span className="font-semibold text-ink">{t("priority.1")}</span>}
          {verdict && (
            <RatingBadge rating={verdict.rating} standing={claim.state === "approved" ? "approved" : "drafted"} />
          )}
          {dueAt && <DueAt at={dueAt} now={now} done="no" />}
          <Particulars claim={claim} />
          {claim.answer && <OverdueNote answer={claim.answer} />}
          <Checker claim={claim} arranging={mine ? arranging : null} />
        </div>
        {place === "waiting" && waiting && (
          <WaitingNote claim={claim} waiting={waiting} arranging={mine ? arranging : null} />
        )}
        <Refused arranging={arranging} />
      </div>
    </li>
  )
}

function useMayArrange({ priority }: BoardClaim): boolean {
  const { actor, article } = useBoard()
  return article.archivedAt === null && can(actor, "claim.arrange", { article, priority, authorIds: [] })
}

/** Who checks it: to be chosen, or for readers as it is. */
function Checker({ claim, arranging }: { claim: BoardClaim; arranging: Arranging | null }) {
  const t = useTranslations("claim")
  const { checkers } = useBoard()
  const { assignee, markedBy, number } = claim
  const checker = assignee ?? markedBy
  const known = assignee && !checkers.some(({ id }) => id === assignee.id) ? [assignee] : []
  return (
    <span className="inline-flex w-60 max-w-full min-w-0 items-center gap-1.5 text-ink-2 sm:ml-auto">
      <span aria-hidden className="contents">
        <Avatar id={checker.id} name={checker.name} size="small" />
      </span>
      {arranging ? (
        <span className="relative z-10 min-w-0 flex-1">
          <Select
            label={`${t("field.checker")}: ${t("heading", { job: claim.job, number })}`}
            labelled="hidden"
            look="inPlace"
            value={assignee?.id ?? ""}
            options={[
              { value: "", label: t("assignee.marker", { name: markedBy.name }) },
              ...[...known, ...checkers].map(({ id, name }) => ({ value: id, label: name })),
            ]}
            onChoose={(id) => arranging.assign(id || null)}
          />
        </span>
      ) : (
        <span className="truncate">{checker.name}</span>
      )}
    </span>
  )
}

/** What is worth knowing besides: when it was sent, and what of its place has to be looked at. */
function Particulars({ claim: { sent, place, settled, waitsForOpinion, state, passed } }: { claim: BoardClaim }) {
  const t = useTranslations("board")
  const format = useFormatter()
  const when = sent && format.dateTime(new Date(sent.at), { dateStyle: "medium", timeStyle: "short" })
  return (
    <>
      {sent && <span>{t("sent", { name: sent.by.name, when: when ?? "", round: sent.round })}</span>}
      {place && <span className="font-medium text-mixed">{t(`look.${place}`)}</span>}
      {state === "checked" && <span>{t("checked")}</span>}
      {passed && !settled && <span className="font-medium text-mixed">{t("look.unsettled")}</span>}
      {passed && waitsForOpinion && <span className="font-medium text-mixed">{t("look.opinion")}</span>}
    </>
  )
}

/** Why nothing was changed; somebody may have been first. */
function Refused({ arranging: { refused, dismiss } }: { arranging: Arranging }) {
  const t = useTranslations("claims.refused")
  const router = useRouter()
  if (!refused) return null
  const isOutdated = refused.code === "conflict" || refused.code === "not-found"
  const look = () => {
    dismiss()
    router.refresh()
  }
  return (
    <div role="alert" className="relative z-10 mt-1 rounded-lg bg-mixed-soft px-3 py-2 text-xs">
      <p className="font-semibold text-mixed">{t("title")}</p>
      <p>{refused.message}</p>
      <div className="mt-2 flex gap-2">
        {isOutdated && (
          <Button size="small" onClick={look}>
            {t("reload")}
          </Button>
        )}
        <Button size="small" look="quiet" onClick={dismiss}>
          {t("dismiss")}
        </Button>
      </div>
    </div>
  )
}
