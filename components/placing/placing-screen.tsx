"use client"
/** What a new text did to the claims: those that wait for a look, one below the other, with what to say to each. */
import Link from "next/link"
import { useRouter } from "next/navigation"
import { useTranslations } from "next-intl"
import { useRef } from "react"
import { KeyCap } from "@/components/keys/key-cap"
import { useKeys } from "@/components/keys/use-keys"
import { LinkButton } from "@/components/ui/button"
import { EmptyState } from "@/components/ui/empty-state"
import { useRows } from "@/components/ui/use-rows"
import { useScreenActs } from "@/components/ui/use-screen-acts"
import type { Act } from "@/lib/domain/answer"
import type { RestoreClaim, WithdrawClaim } from "@/lib/domain/claim"
import type { ConfirmPlace, PlacingItem, PlacingList, PlacingReason } from "@/lib/domain/revision"
import type { Actor } from "@/lib/domain/workspace"
import { PlacingRow } from "./placing-row"

export interface PlacingActs {
  confirmPlace: Act<ConfirmPlace, { id: string }>
  withdrawClaim: Act<WithdrawClaim, { id: string }>
  restoreClaim: Act<RestoreClaim, { id: string }>
}

export interface PlacingScreenProps {
  placing: PlacingList
  actor: Actor
  acts: PlacingActs
  /** The address of the galley. */
  galley: string
}

/** What has to be decided comes before what is only told. */
const SECTIONS: readonly PlacingReason[] = ["lost", "stale", "context", "moved"]

export function PlacingScreen({ placing, actor, acts, galley }: PlacingScreenProps) {
  const screen = useRef<HTMLDivElement>(null)
  const router = useRouter()
  const seen = useScreenActs(acts)
  const { step, press } = useRows(screen)
  useKeys({
    "claim.next": () => step(1),
    "claim.previous": () => step(-1),
    "place.confirm": () => press("confirm"),
    "place.other": () => press("other"),
    "text.back": () => router.push(galley),
  })
  const { items, article } = placing
  return (
    <div ref={screen} className="mx-auto w-full max-w-[56rem] px-4 py-6 sm:px-6 sm:py-7">
      <Head placing={placing} galley={galley} />
      {items.length === 0 && <Nothing exact={placing.exact} galley={galley} />}
      <div className="mt-7 flex flex-col gap-9">
        {SECTIONS.map((reason) => (
          <Section key={reason} reason={reason} items={items.filter((item) => item.reason === reason)}>
            {(item) => <PlacingRow key={item.claimId} {...{ item, article, actor, galley, acts: seen }} />}
          </Section>
        ))}
      </div>
    </div>
  )
}

function Head({
  placing: { article, revision, exact, items },
  galley,
}: Pick<PlacingScreenProps, "placing" | "galley">) {
  const t = useTranslations("placing")
  const waiting = items.filter(({ reason }) => reason !== "moved").length
  return (
    <header className="flex flex-col gap-2">
      <p className="text-xs font-semibold text-ink-2">
        <Link href={galley} className="inline-flex items-center gap-1.5 underline hover:text-ink">
          {t("back")}
          <KeyCap act="text.back" />
        </Link>
      </p>
      <h1 className="heading-page text-pretty wrap-anywhere hyphens-auto">
        <span className="sr-only">{t("title")}: </span>
        <span lang={article.language} dir="auto">
          {article.title}
        </span>
      </h1>
      <p className="text-ui text-ink-2">{t("summary", { revision: revision.number, waiting, exact })}</p>
      {article.archivedAt && <p className="rounded-lg bg-panel px-3 py-2 text-ui">{t("archived")}</p>}
    </header>
  )
}

interface SectionProps {
  reason: PlacingReason
  items: PlacingItem[]
  children: (item: PlacingItem) => React.ReactNode
}

function Section({ reason, items, children }: SectionProps) {
  const t = useTranslations("placing.section")
  if (items.length === 0) return null
  return (
    <section aria-labelledby={`placing-${reason}`}>
      <h2 id={`placing-${reason}`} className="flex items-baseline gap-2 text-sm font-semibold">
        {t(`${reason}.title`)}
        <span className="font-normal text-ink-3 tabular-nums">{items.length}</span>
      </h2>
      <p className="mt-0.5 text-xs text-pretty text-ink-3">{t(`${reason}.text`)}</p>
      <ul className="mt-2 border-t border-line">{items.map(children)}</ul>
    </section>
  )
}

function Nothing({ exact, galley }: { exact: number; galley: string }) {
  const t = useTranslations("placing.nothing")
  return (
    <EmptyState title={t("title")} action={<LinkButton href={galley}>{t("action")}</LinkButton>}>
      {t("text", { exact })}
    </EmptyState>
  )
}
