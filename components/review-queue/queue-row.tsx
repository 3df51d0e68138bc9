"use client"
/** One verdict in the list: enough to decide on it, and a box to choose it with. */
import { useLocale, useTranslations } from "next-intl"
import { useLayoutEffect, useRef, type ReactNode } from "react"
import { Badge } from "@/components/ui/badge"
import { Doubts } from "@/components/review/doubts"
import { Waivers } from "@/components/review/waivers"
import { Button } from "@/components/ui/button"
import { classes } from "@/components/ui/classes"
import { mayGoTogether, type ReviewItem } from "@/lib/domain/review-item"
import { quoteOf, ratingLabel } from "@/lib/domain/shown"
import { AskedList } from "./asked-list"
import { ChangedSince } from "./changed-since"
import { EvidenceList } from "./evidence-list"
import { excerptOf } from "./excerpt"
import { Passage } from "./passage"
import type { Opened } from "./use-opened"
import { sentId } from "./use-queue"
import type { Sight } from "./use-sight"

export interface QueueRowProps {
  item: ReviewItem
  /** From 1. */
  position: number
  total: number
  chosen: boolean
  shown: boolean
  /** Why its approval was refused, with what to do about it. */
  refusal: ReactNode
  /** Takes the focus. */
  active: boolean
  opened: Opened
  watch: Sight["watch"]
  onChoose: () => void
  /** Its box has the focus. */
  onStand: (by: "keyboard" | "pointer") => void
  /** Looks at it on its own. */
  onSingle: () => void
}

export function QueueRow(props: QueueRowProps) {
  const { item, watch, active, refusal, opened } = props
  const { claim, article, context, changedSince } = item
  const row = sentId(item)
  const excerpt = excerptOf(context)
  return (
    <article
      aria-posinset={props.position}
      aria-setsize={props.total}
      aria-labelledby={`${row}-name`}
      className={classes(
        "relative grid grid-cols-[1.25rem_minmax(0,1fr)] gap-x-3 border-b border-line py-4 pr-4 pl-3",
        active && "bg-raised shadow-[inset_3px_0_0_var(--accent)]",
      )}
    >
      <span ref={watch} data-row={row} data-end="start" aria-hidden className="absolute top-0 left-0 size-px" />
      <Choice {...props} />
      <div className="flex min-w-0 flex-col gap-3">
        <Header {...props} />
        {refusal}
        <div>
          <Passage
            {...excerpt}
            tone={claim.verdict?.rating.tone ?? "open"}
            language={article.language}
            className="text-[1.0625rem] leading-[1.6]"
          />
          {context.spans.length === 0 && <p className="font-serif break-words">{quoteOf(claim.anchors)}</p>}
        </div>
        <Conclusion item={item} />
        {changedSince && <ChangedSince changes={changedSince} />}
        <Waivers waivers={claim.round?.waivers ?? []} />
        <EvidenceList evidence={claim.evidence} opened={opened} keyed={active ? "yes" : "no"} />
        <AskedList claim={claim} />
        <Doubts claim={claim} />
      </div>
      <span ref={watch} data-row={row} data-end="end" aria-hidden className="absolute bottom-0 left-0 size-px" />
    </article>
  )
}

/** A must has a box that can't be ticked and says why: one that was not there would not be asked about. */
function Choice({ item, chosen, active, refusal, onChoose, onStand }: QueueRowProps) {
  const t = useTranslations("reviews")
  const called = useTranslations("approvals.claim")
  const box = useRef<HTMLInputElement>(null)
  const can = mayGoTogether(item.claim) && !refusal
  useLayoutEffect(() => {
    if (active && !box.current?.closest("article")?.contains(document.activeElement)) box.current?.focus()
  }, [active])
  return (
    <input
      ref={box}
      type="checkbox"
      checked={chosen}
      aria-disabled={!can}
      aria-label={t("together.choose", { claim: called(item.claim.job, { number: item.claim.number }) })}
      aria-describedby={can ? undefined : `${sentId(item)}-whynot`}
      onChange={() => can && onChoose()}
      onFocus={({ currentTarget }) => onStand(currentTarget.matches(":focus-visible") ? "keyboard" : "pointer")}
      className={classes("mt-0.5 size-4.5 accent-ink", !can && "opacity-50")}
    />
  )
}

function Header({ item, shown, refusal, onSingle }: QueueRowProps) {
  const t = useTranslations("reviews")
  const language = useLocale()
  const { claim, article } = item
  const { round, verdict } = claim
  return (
    <header className="flex flex-wrap items-center gap-x-2 gap-y-1 text-xs text-ink-3">
      <h2 id={`${sentId(item)}-name`} className="text-ui font-semibold text-ink">
        {t(`claim.${claim.job}`, { number: claim.number })}
      </h2>
      {verdict && (
        <Badge tone={verdict.rating.tone} shape={verdict.rating.shape}>
          {ratingLabel(verdict.rating, language)}
        </Badge>
      )}
      <span>{t(`priority.p${claim.priority}`)}</span>
      <span aria-hidden>·</span>
      <span className="min-w-0 break-words">{article.title}</span>
      <span aria-hidden>·</span>
      {round && <span>{t("sentBy", { name: round.sender.name, round: round.number })}</span>}
      {shown && <span className="text-true">✓ {t("together.shown")}</span>}
      <span className="flex-1" />
      <Button look="quiet" size="small" onClick={onSingle}>
        {t("together.single")}
      </Button>
      {!mayGoTogether(claim) && !refusal && (
        <p id={`${sentId(item)}-whynot`} className="w-full text-open">
          {t("together.must")}
        </p>
      )}
    </header>
  )
}

function Conclusion({ item }: { item: ReviewItem }) {
  const t = useTranslations("reviews")
  const { verdict, statement } = item.claim
  return (
    <div className="flex flex-col gap-1">
      {statement && (
        <p className="text-ui break-words text-ink-2">
          <span className="text-ink-3">{t("statement")}: </span>
          {statement}
        </p>
      )}
      {verdict?.conclusion && <p className="font-serif text-base leading-normal break-words">{verdict.conclusion}</p>}
    </div>
  )
}
