/** A history day by day, newest first: a sentence for each event, with the way to what it is about. */
import Link from "next/link"
import { getFormatter, getNow, getTimeZone, getTranslations } from "next-intl/server"
import { Avatar } from "@/components/ui/avatar"
import { dayAt } from "@/lib/domain/days"
import type { HistoryItem } from "@/lib/domain/history"
import { eventSaid } from "./event-said"

export interface HistoryListProps {
  items: HistoryItem[]
  /** The address of the workspace. */
  home: string
  /** Whether its articles are named: in the history of one they are not. */
  of: "desk" | "article"
}

export async function HistoryList({ items, ...given }: HistoryListProps) {
  const [format, zone, now] = await Promise.all([getFormatter(), getTimeZone(), getNow()])
  const days = new Map<string, HistoryItem[]>()
  for (const item of items) {
    const day = dayAt(new Date(item.at), zone)
    days.set(day, [...(days.get(day) ?? []), item])
  }
  const thisYear = dayAt(now, zone).slice(0, 4)
  return [...days].map(([day, told]) => (
    <section key={day} aria-labelledby={`day-${day}`} className="mb-6">
      <h2 id={`day-${day}`} className="heading-group border-b border-line pb-1.5">
        {format.dateTime(new Date(told[0]?.at ?? day), {
          ...{ weekday: "long", day: "numeric", month: "long" },
          ...(day.slice(0, 4) !== thisYear && { year: "numeric" }),
        })}
      </h2>
      <ol>
        {told.map((item) => (
          <Told key={item.id} item={item} {...given} />
        ))}
      </ol>
    </section>
  ))
}

interface AboutProps extends Omit<HistoryListProps, "items"> {
  item: HistoryItem
}

async function Told({ item, ...given }: AboutProps) {
  const [t, words, format] = await Promise.all([getTranslations("history"), getTranslations("event"), getFormatter()])
  const { actor, at } = item
  const name = actor?.name ?? t("who.stet")
  const time = new Date(at)
  return (
    <li className="grid grid-cols-[22px_minmax(0,1fr)_auto] gap-x-2.5 border-b border-line py-2 text-ui text-ink-2">
      <span aria-hidden className="pt-px">
        <Avatar id={actor?.id ?? name} name={name} size="small" />
      </span>
      <span className="min-w-0 wrap-anywhere">
        <b className="font-semibold text-ink">{name}</b> {eventSaid(words, item)}
        <About item={item} {...given} />
      </span>
      <time
        dateTime={at}
        title={format.dateTime(time, { dateStyle: "full", timeStyle: "long" })}
        className="text-xs whitespace-nowrap text-ink-3 tabular-nums"
      >
        {format.dateTime(time, { hour: "2-digit", minute: "2-digit", hourCycle: "h23" })}
      </time>
    </li>
  )
}

const look = "underline decoration-line-strong underline-offset-3 hover:text-ink"

/** What it is about, each with its way there. */
function About({ item: { article, claim, source, member }, home, of }: AboutProps) {
  const named = of === "desk" ? article : null
  if (!claim && !source && !member && !named) return null
  return (
    <span className="mt-0.5 flex flex-wrap gap-x-3 text-xs text-ink-3">
      {claim && article && <Claim claim={claim} galley={`${home}/articles/${article.id}`} />}
      {named && (
        <Link href={`${home}/articles/${named.id}`} prefetch={false} lang={named.language} dir="auto" className={look}>
          {named.title}
        </Link>
      )}
      {member && <span>{member.name}</span>}
      {source && (
        <Link href={`${home}/sources/${source.id}`} prefetch={false} className={look}>
          {source.title}
        </Link>
      )}
    </span>
  )
}

/** One that was withdrawn has no place to lead to. */
async function Claim({ claim, galley }: { claim: NonNullable<HistoryItem["claim"]>; galley: string }) {
  const t = await getTranslations("history")
  const { job, number, withdrawn } = claim
  if (withdrawn) return <span>{t("withdrawn", { job, number })}</span>
  return (
    <Link href={`${galley}?claim=${number}`} prefetch={false} className={look}>
      {t("claim", { job, number })}
    </Link>
  )
}
