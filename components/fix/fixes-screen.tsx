"use client"
/** The fixes of an article: its author answers them, an editor chooses which go into the text together. */
import { useRouter } from "next/navigation"
import { useTranslations } from "next-intl"
import { useRef } from "react"
import { ArticleHead } from "@/components/article/article-head"
import { useKeys } from "@/components/keys/use-keys"
import { LinkButton } from "@/components/ui/button"
import { EmptyState } from "@/components/ui/empty-state"
import { useRows } from "@/components/ui/use-rows"
import { useScreenActs } from "@/components/ui/use-screen-acts"
import type { Act } from "@/lib/domain/answer"
import type { AcceptFixes, AnswerFix, DeclineFix, FixesAccepted, FixList } from "@/lib/domain/fix"
import { can, isAuthorOf } from "@/lib/domain/policy"
import type { Actor } from "@/lib/domain/workspace"
import { AcceptBar } from "./accept-bar"
import { AcceptedFixes, MadeRevision } from "./accepted-fixes"
import { FixRow } from "./fix-row"
import { useChoosing } from "./use-choosing"

export interface FixActs {
  answerFix: Act<AnswerFix, { fixId: string }>
  declineFix: Act<DeclineFix, { fixId: string }>
  acceptFixes: Act<AcceptFixes, FixesAccepted>
}

export interface FixesScreenProps {
  fixes: FixList
  actor: Actor
  acts: FixActs
  /** The address of the galley. */
  galley: string
}

/** What somebody does here: the article's author answers, an editor decides, all others read. */
export type Part = "answers" | "decides" | "reads"

function partOf(actor: Actor, article: FixList["article"]): Part {
  if (article.archivedAt) return "reads"
  if (isAuthorOf(actor, article)) return "answers"
  return can(actor, "fix.decide", { article, priority: 1, authorIds: [] }) ? "decides" : "reads"
}

export function FixesScreen({ fixes, actor, acts, galley }: FixesScreenProps) {
  const t = useTranslations("fix")
  const screen = useRef<HTMLDivElement>(null)
  const router = useRouter()
  const screenActs = useScreenActs(acts)
  const part = partOf(actor, fixes.article)
  const choosing = useChoosing(fixes, screenActs)
  const { step, press } = useRows(screen)
  useKeys({
    "claim.next": () => step(1),
    "claim.previous": () => step(-1),
    "text.back": () => router.push(galley),
    ...(part !== "reads" && {
      "fix.yes": () => press("yes"),
      "fix.other": () => press("other"),
      "fix.no": () => press("no"),
    }),
    "fix.accept": part === "decides" && choosing.chosen.length > 0 ? () => void choosing.accept() : null,
  })
  const { items } = fixes
  return (
    <div ref={screen} className="mx-auto flex w-full max-w-[56rem] flex-col px-4 py-6 sm:px-6 sm:py-7">
      <Head fixes={fixes} part={part} galley={galley} />
      {choosing.made && <MadeRevision made={choosing.made} galley={galley} />}
      {items.length === 0 && <Nothing part={part} galley={galley} />}
      {items.length > 0 && (
        <ul aria-label={t("list")} className="mt-6 border-t border-line">
          {items.map((item) => (
            <FixRow key={item.fix.id} {...{ item, fixes, actor, part, choosing, galley }} acts={screenActs} />
          ))}
        </ul>
      )}
      {part === "decides" && items.length > 0 && <AcceptBar choosing={choosing} />}
      <AcceptedFixes accepted={fixes.accepted} galley={galley} />
    </div>
  )
}

function Head({
  fixes: { article, revision, items },
  part,
  galley,
}: Pick<FixesScreenProps, "fixes" | "galley"> & { part: Part }) {
  const t = useTranslations("fix")
  const unanswered = items.filter(({ fix }) => fix.answer === null).length
  return (
    <ArticleHead article={article} screen={t("fixes")} galley={galley}>
      <p className="text-ui text-ink-2">
        {t("summary", { revision: revision.number, count: items.length, unanswered })}
      </p>
      {items.length > 0 && <p className="text-ui text-pretty text-ink-3">{t(`part.${part}`)}</p>}
    </ArticleHead>
  )
}

function Nothing({ part, galley }: { part: Part; galley: string }) {
  const t = useTranslations("fix.nothing")
  return (
    <EmptyState title={t("title")} action={<LinkButton href={galley}>{t("action")}</LinkButton>}>
      {t(part === "answers" ? "author" : "desk")}
    </EmptyState>
  )
}
