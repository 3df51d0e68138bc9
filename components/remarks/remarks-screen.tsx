"use client"
/** The remarks of a writer's file, one below the other, each until somebody has said what becomes of it. */
import Link from "next/link"
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
import { can } from "@/lib/domain/policy"
import type { DecideRemark, RemarkList, RemarkOutcome, RemarkView, ReopenRemark } from "@/lib/domain/remark"
import type { Actor } from "@/lib/domain/workspace"
import { RemarkRow } from "./remark-row"
import { useUndo } from "./use-undo"

export interface RemarkActs {
  decideRemark: Act<DecideRemark, { claimId: string | null }>
  reopenRemark: Act<ReopenRemark, { remarkId: string }>
}

export interface RemarksScreenProps {
  list: RemarkList
  actor: Actor
  acts: RemarkActs
  /** The address of the galley. */
  galley: string
}

export function RemarksScreen({ list, actor, acts, galley }: RemarksScreenProps) {
  const t = useTranslations("remarks")
  const screen = useRef<HTMLDivElement>(null)
  const seen = useScreenActs(acts)
  const { article, remarks } = list
  const open = remarks.filter(isOpen)
  const mode = article.archivedAt === null && can(actor, "remark.decide", article) ? "decide" : "read"
  useRemarkKeys(screen, galley, mode)
  const told = (section: "open" | "decided") => ({
    title: t(`section.${section}.title`),
    text: t(`section.${section}.text`),
  })
  const given = { galley, language: article.language, acts: seen, mode, onDecided: useUndo(seen) } as const
  return (
    <div ref={screen} className="mx-auto w-full max-w-[56rem] px-4 py-6 sm:px-6 sm:py-7">
      <ArticleHead article={article} screen={t("title")} galley={galley}>
        {remarks.length > 0 && (
          <p className="text-ui text-ink-2">
            {t("summary", { open: open.length, all: remarks.length })}{" "}
            <Link href={`${galley}/comments`} prefetch={false} className="underline hover:text-ink">
              {t("toComments")}
            </Link>
          </p>
        )}
      </ArticleHead>
      {remarks.length === 0 && (
        <EmptyState title={t("nothing.title")} action={<LinkButton href={galley}>{t("nothing.action")}</LinkButton>}>
          {t("nothing.text")}
        </EmptyState>
      )}
      <div className="mt-8 flex flex-col gap-8">
        <RowSection {...told("open")} count={open.length}>
          {open.map((remark) => (
            <RemarkRow key={remark.id} remark={remark} {...given} />
          ))}
        </RowSection>
        <RowSection {...told("decided")} count={remarks.length - open.length}>
          {remarks.map((remark) => !isOpen(remark) && <RemarkRow key={remark.id} remark={remark} {...given} />)}
        </RowSection>
      </div>
    </div>
  )
}

/** What its file says is settled waits for nobody. */
const isOpen = ({ outcome, resolved }: RemarkView) => outcome === null && !resolved

/** What each key makes of the remark that has the focus. */
const KEYS: Record<RemarkOutcome, "remark.fact" | "remark.query" | "remark.note" | "remark.discard"> = {
  fact: "remark.fact",
  query: "remark.query",
  note: "remark.note",
  discarded: "remark.discard",
}

function useRemarkKeys(screen: React.RefObject<HTMLElement | null>, galley: string, mode: "decide" | "read"): void {
  const router = useRouter()
  const { step, press } = useRows(screen)
  const decisions = Object.entries(KEYS).map(([outcome, act]) => [act, mode === "decide" ? () => press(outcome) : null])
  useKeys({
    ...Object.fromEntries(decisions),
    "remark.next": () => step(1),
    "remark.previous": () => step(-1),
    "text.back": () => router.push(galley),
  })
}
