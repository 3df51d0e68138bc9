"use client"
/** What a new text did to the claims: those that wait for a look, one below the other, with what to say to each. */
import { useRouter } from "next/navigation"
import { useTranslations } from "next-intl"
import { useRef } from "react"
import { ArticleHead } from "@/components/article/article-head"
import { useKeys } from "@/components/keys/use-keys"
import { LinkButton } from "@/components/ui/button"
import { EmptyState } from "@/components/ui/empty-state"
import { RowSection } from "@/components/ui/row-section"
import { useRows } from "@/components/ui/use-rows"
import { useScreenActs } from "@/components/ui/use-screen-acts"
import type { Act } from "@/lib/domain/answer"
import type { RestoreClaim, WithdrawClaim } from "@/lib/domain/claim"
import type { ConfirmPlace, PlacingList, PlacingReason } from "@/lib/domain/revision"
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
  const t = useTranslations("placing.section")
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
        {SECTIONS.map((reason) => {
          const there = items.filter((item) => item.reason === reason)
          return (
            <RowSection key={reason} title={t(`${reason}.title`)} text={t(`${reason}.text`)} count={there.length}>
              {there.map((item) => (
                <PlacingRow key={item.claimId} {...{ item, article, actor, galley, acts: seen }} />
              ))}
            </RowSection>
          )
        })}
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
    <ArticleHead article={article} screen={t("title")} galley={galley}>
      <p className="text-ui text-ink-2">{t("summary", { revision: revision.number, waiting, exact })}</p>
    </ArticleHead>
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
