"use client"
/** What waits for a person because of second opinions: theirs to give, anybody's to take, and verdicts that differ. */
import Link from "next/link"
import { useRouter } from "next/navigation"
import { useFormatter, useTranslations } from "next-intl"
import { Badge } from "@/components/ui/badge"
import { Button, LinkButton } from "@/components/ui/button"
import { EmptyState } from "@/components/ui/empty-state"
import { Refused } from "@/components/ui/refused"
import { RowSection } from "@/components/ui/row-section"
import { useScreenActs } from "@/components/ui/use-screen-acts"
import { useRunning } from "@/components/ui/use-running"
import type { OpinionItem } from "@/lib/domain/opinion"
import type { OpinionActs } from "./opinion-acts"

export interface OpinionListProps {
  items: OpinionItem[]
  /** The address of the workspace. */
  home: string
  takeOpinion: OpinionActs["takeOpinion"]
}

/** What is theirs first; what anybody can take last. */
const SECTIONS = ["give", "settle", "decide", "take"] as const

export function OpinionList({ items, home, takeOpinion }: OpinionListProps) {
  const t = useTranslations("opinion.list")
  if (items.length === 0)
    return (
      <EmptyState title={t("empty.title")} action={<LinkButton href={`${home}/reviews`}>{t("back")}</LinkButton>}>
        {t("empty.text")}
      </EmptyState>
    )
  return (
    <div className="flex flex-col gap-8">
      {SECTIONS.map((waits) => {
        const rows = items.filter((item) => item.waits === waits)
        return (
          <RowSection key={waits} title={t(`${waits}.title`)} text={t(`${waits}.text`)} count={rows.length}>
            {rows.map((item) => (
              <Row key={item.claim.id} item={item} home={home} takeOpinion={takeOpinion} />
            ))}
          </RowSection>
        )
      })}
    </div>
  )
}

function Row({ item, home, takeOpinion }: { item: OpinionItem } & Pick<OpinionListProps, "home" | "takeOpinion">) {
  const t = useTranslations("opinion.list")
  const { waits, claim, article } = item
  const galley = `${home}/articles/${article.id}?claim=${claim.number}`
  return (
    <li className="flex flex-wrap items-start gap-x-4 gap-y-2 border-b border-line py-3.5">
      <div className="min-w-0 flex-[1_1_18rem]">
        <p
          lang={article.language}
          dir="auto"
          className="line-clamp-3 font-serif text-[1.0625rem] leading-snug wrap-anywhere text-ink"
        >
          {claim.words}
        </p>
        <About item={item} />
      </div>
      {waits === "take" ? (
        <Take claimId={claim.id} galley={galley} takeOpinion={takeOpinion} />
      ) : (
        <LinkButton href={galley} prefetch={false} look={waits === "give" ? "primary" : "plain"}>
          {t(`${waits}.go`)}
        </LinkButton>
      )}
    </li>
  )
}

function About({ item: { claim, article, askedAt } }: { item: OpinionItem }) {
  const t = useTranslations("opinion.list")
  const format = useFormatter()
  const moment = (at: string) => format.dateTime(new Date(at), { dateStyle: "medium", timeStyle: "short" })
  return (
    <p className="mt-1.5 flex flex-wrap items-center gap-x-2 gap-y-1 text-xs text-ink-3">
      <span>{t("claim", { job: claim.job, number: claim.number })}</span>
      <span aria-hidden>·</span>
      <span lang={article.language} className="min-w-0 wrap-anywhere">
        {article.title}
      </span>
      <span aria-hidden>·</span>
      <span>{t("since", { date: moment(askedAt) })}</span>
      {claim.priority === 1 && (
        <Badge tone="open" shape="!">
          {t("must")}
        </Badge>
      )}
      {claim.dueAt && <span>{t("due", { date: moment(claim.dueAt) })}</span>}
    </p>
  )
}

/** Taken, it is given where the text is. */
function Take({
  claimId,
  galley,
  takeOpinion,
}: { claimId: string; galley: string } & Pick<OpinionListProps, "takeOpinion">) {
  const t = useTranslations("opinion")
  const router = useRouter()
  const acts = useScreenActs({ takeOpinion })
  const { busy, error, run } = useRunning()
  const take = async () => {
    if (await run(() => acts.takeOpinion({ claimId }), t("wanted.taken"))) router.push(galley)
  }
  return (
    <div className="flex flex-col items-start">
      <div className="flex flex-wrap gap-2">
        <Button busy={busy} onClick={() => void take()}>
          {t("list.take.go")}
        </Button>
        <Link
          href={galley}
          prefetch={false}
          className="self-center rounded-sm text-xs text-ink-2 underline hover:text-ink"
        >
          {t("list.look")}
        </Link>
      </div>
      <Refused className="mt-2">{error?.message}</Refused>
    </div>
  )
}
