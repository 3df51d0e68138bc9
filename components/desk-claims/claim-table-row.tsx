"use client"
/** One claim in the list of the desk. The whole row leads to it in its article; its words are the link. */
import Link from "next/link"
import { useTranslations } from "next-intl"
import type { MouseEvent } from "react"
import { ClaimBadge } from "@/components/claim/claim-badge"
import { useClaimWords } from "@/components/claim/claim-words"
import { OverdueNote } from "@/components/contact/overdue-answer"
import { Cell } from "@/components/listing/cell"
import { Avatar } from "@/components/ui/avatar"
import { classes } from "@/components/ui/classes"
import { None } from "@/components/ui/none"
import type { ClaimItem } from "@/lib/domain/claim-list"
import { Chase, DueAt } from "./due-at"

export interface ClaimTableRowProps {
  item: ClaimItem
  /** Of its article. */
  address: string
  now: string
  /** Whether it is chosen; `not` where it can't be, `none` where nothing can. */
  choice: "yes" | "no" | "not" | "none"
  onChoose: (id: string, event: MouseEvent) => void
}

export function ClaimTableRow({ item, address, now, choice, onChoose }: ClaimTableRowProps) {
  const claim = useTranslations("claim")
  return (
    <tr
      role="row"
      className={classes(
        "relative align-top has-[a:focus-visible]:bg-panel max-panes:flex max-panes:flex-wrap max-panes:items-center max-panes:gap-x-3 max-panes:gap-y-2 max-panes:border-b max-panes:border-line max-panes:py-3 max-panes:pl-7",
        choice === "yes" ? "bg-accent-soft" : "hover:bg-panel",
      )}
    >
      {choice !== "none" && <Choose item={item} choice={choice} onChoose={onChoose} />}
      <Cell
        className={classes(
          "text-right text-xs font-semibold text-ink-3 tabular-nums",
          choice === "none" && "max-panes:-ml-7",
        )}
      >
        {item.number}
      </Cell>
      <Cell className="max-panes:w-[calc(100%-5.5rem)] max-panes:flex-1">
        <Words item={item} address={address} />
      </Cell>
      <Cell>
        <Standing item={item} />
      </Cell>
      <Checker item={item} />
      <Due item={item} now={now} />
      <Waiting item={item} now={now} />
      <Cell>
        <span className={classes("text-ui", priorityLooks[item.priority])}>{claim(`priority.${item.priority}`)}</span>
      </Cell>
    </tr>
  )
}

/** Who checks it: whoever it was given to, or else whoever marked it, as in the galley. */
function Checker({ item: { assignee, markedBy } }: Pick<ClaimTableRowProps, "item">) {
  const t = useTranslations("claim.assignee")
  const { id, name } = assignee ?? markedBy
  return (
    <Cell>
      <span className="flex min-w-0 items-center gap-1.5 text-ui">
        <span aria-hidden className="contents">
          <Avatar id={id} name={name} size="small" />
        </span>
        {assignee ? (
          <span className="truncate">{name}</span>
        ) : (
          <span className="min-w-0 text-ink-3">{t("marker", { name })}</span>
        )}
      </span>
    </Cell>
  )
}

/** When it is due, and its article where that is due earlier: it is late with that one. */
function Due({ item: { dueAt, article, passed }, now }: Pick<ClaimTableRowProps, "item" | "now">) {
  const t = useTranslations("claims")
  const done = passed ? "yes" : "no"
  const isEarlier = article.dueAt !== null && (dueAt === null || new Date(article.dueAt) < new Date(dueAt))
  return (
    <Cell className={dueAt || isEarlier ? "" : "max-panes:hidden"}>
      <span className="flex min-w-0 flex-col gap-0.5">
        {dueAt ? <DueAt at={dueAt} now={now} done={done} /> : !isEarlier && <None>{t("noDue")}</None>}
        {isEarlier && article.dueAt && (
          <>
            <span className="text-xs text-ink-3">{t("dueWithArticle")}</span>
            <DueAt at={article.dueAt} now={now} done={done} />
          </>
        )}
      </span>
    </Cell>
  )
}

/** Whom it waits for, and an answer that is overdue. */
function Waiting({ item: { waiting, overdue }, now }: Pick<ClaimTableRowProps, "item" | "now">) {
  const t = useTranslations("claims")
  return (
    <Cell className={waiting || overdue ? "" : "max-panes:hidden"}>
      <span className="flex min-w-0 flex-col gap-0.5">
        {waiting && <Chase waiting={waiting} now={now} />}
        {overdue && <OverdueNote answer={overdue} />}
        {!waiting && !overdue && <None>{t("notWaiting")}</None>}
      </span>
    </Cell>
  )
}

const priorityLooks = { 1: "font-semibold text-ink", 2: "text-ink-2", 3: "text-ink-3" }

type ChooseProps = Pick<ClaimTableRowProps, "item" | "choice" | "onChoose">

/** Above the row's link, and with room around it for a thumb. */
function Choose({ item, choice, onChoose }: ChooseProps) {
  const t = useTranslations("claims")
  return (
    <Cell className="max-panes:-ml-7">
      <label className="relative z-10 -m-2 inline-flex p-2" title={choice === "not" ? t("mayNot") : undefined}>
        <input
          type="checkbox"
          className="size-4 accent-ink"
          aria-label={t("choose", { number: item.number, article: item.article.title })}
          checked={choice === "yes"}
          disabled={choice === "not"}
          // A click says whether Shift is held, by key as well as by mouse.
          onClick={(event) => onChoose(item.id, event)}
          onChange={() => undefined}
        />
      </label>
    </Cell>
  )
}

function Words({ item, address }: { item: ClaimItem; address: string }) {
  const { article, words, number } = item
  return (
    <>
      <Link
        href={`${address}?claim=${number}`}
        // A page of fifty would have the server render fifty galleys that nobody has asked for.
        prefetch={false}
        title={words}
        className="font-serif text-[0.9375rem] leading-[1.38] outline-offset-4 after:absolute after:inset-0"
      >
        <span
          lang={article.language}
          dir="auto"
          className="line-clamp-2 print:line-clamp-none text-left wrap-anywhere hyphens-auto"
        >
          {words}
        </span>
      </Link>
      <p className="mt-0.5 flex text-xs text-ink-3">
        <Link
          href={address}
          prefetch={false}
          title={article.title}
          lang={article.language}
          className="relative z-10 min-w-0 truncate hover:text-ink hover:underline"
        >
          {article.title}
        </Link>
      </p>
    </>
  )
}

function Standing({ item }: { item: ClaimItem }) {
  const t = useTranslations("claims")
  const claim = useTranslations("claim")
  const { ratingOf } = useClaimWords()
  const rating = item.state === "approved" ? null : ratingOf(item)
  const rated =
    rating && (item.state === "checked" ? rating : t(item.state === "in_review" ? "sent" : "draft", { rating }))
  return (
    <span className="flex min-w-0 flex-col items-start gap-1">
      <ClaimBadge claim={item} />
      {item.wantsLook && <span className="text-xs font-semibold text-mixed">{claim("wantsLook")}</span>}
      {rated && <span className="max-w-full truncate text-xs text-ink-3">{rated}</span>}
    </span>
  )
}
