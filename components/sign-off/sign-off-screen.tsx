"use client"
/** An article's going out: what is left before, and after it what is reopened, corrected and complained of. */
import { useRouter } from "next/navigation"
import { useTranslations } from "next-intl"
import type { ReactNode } from "react"
import { ArticleHead } from "@/components/article/article-head"
import { useKeys } from "@/components/keys/use-keys"
import { useScreenActs } from "@/components/ui/use-screen-acts"
import type { Act } from "@/lib/domain/answer"
import { can } from "@/lib/domain/policy"
import type { DecideComplaint, GoneOut, LetStand, RecordComplaint, Reopen, SignOffArticle } from "@/lib/domain/sign-off"
import type { SignOffState } from "@/lib/domain/sign-off-state"
import type { Actor } from "@/lib/domain/workspace"
import { Complaints } from "./complaints"
import { heldAlone, OpenItems } from "./open-items"
import { ReopenForm } from "./reopen-form"
import { SignForm } from "./sign-form"
import { Corrections, UnderReview, WentOut } from "./went-out"

export interface SignOffActs {
  signOffArticle: Act<SignOffArticle, { articleId: string; number: number; goneOut: GoneOut }>
  letStand: Act<LetStand, { id: string }>
  reopen: Act<Reopen, { reopeningId: string }>
  recordComplaint: Act<RecordComplaint, { complaintId: string }>
  decideComplaint: Act<DecideComplaint, { complaintId: string; reopeningId: string | null }>
}

export interface SignOffScreenProps {
  actor: Actor
  state: SignOffState
  acts: SignOffActs
  /** The address of the galley. */
  galley: string
  /** The claim that the address asks to reopen. */
  asked: string | null
  /** Whether readers can read it; nothing where they never could. */
  report: ReactNode
}

/** What every part of the screen is given. */
export interface SignOffPart {
  actor: Actor
  state: SignOffState
  acts: SignOffActs
  galley: string
}

export function SignOffScreen({ acts, asked, report, ...given }: SignOffScreenProps) {
  const t = useTranslations("signOff")
  const router = useRouter()
  const { actor, state, galley } = given
  const part = { ...given, acts: useScreenActs(acts) }
  useKeys({ "text.back": () => router.push(galley) })
  const { article } = state
  const isOut = article.goneOut !== null
  const works = article.archivedAt === null
  const reopens = works && isOut && can(actor, "article.reopen", article)
  return (
    <div className="mx-auto flex w-full max-w-[56rem] flex-col gap-9 px-4 py-6 sm:px-6 sm:py-7">
      <ArticleHead article={article} screen={t("title")} galley={galley}>
        <p className="text-ui text-ink-2">{t(`standing.${article.goneOut ?? "none"}`, { open: openOf(state) })}</p>
      </ArticleHead>
      {article.goneOut !== "signed_off" && (
        <Section title={t("left.title")}>
          <OpenItems {...part} />
          {works && <SignForm {...part} />}
        </Section>
      )}
      <Section title={t("report")}>{report}</Section>
      {state.reopenings.length > 0 && (
        <Section title={t("review.title")}>
          <UnderReview {...part} />
        </Section>
      )}
      {reopens && (
        <Section title={t("reopen.title")}>
          <ReopenForm key={asked} {...part} asked={asked} />
        </Section>
      )}
      {state.corrections.length > 0 && (
        <Section title={t("corrections.title")}>
          <Corrections {...part} />
        </Section>
      )}
      {state.signOffs.length > 0 && (
        <Section title={t("out.title")}>
          <WentOut {...part} />
        </Section>
      )}
      {isOut && state.complaints && (
        <Section title={t("complaints.title")}>
          <Complaints {...part} complaints={state.complaints} />
        </Section>
      )}
    </div>
  )
}

/** Of what was released the open claims, as all other screens say; its sentences only once no claim is left. */
function openOf(state: SignOffState): number {
  const { article, open, tidies } = state
  if (article.goneOut === "released" && open.claims.length > 0) return open.claims.length
  // Before it goes out, that nothing is marked is an item too.
  const unmarked = article.goneOut === null && open.unclaimed ? 1 : 0
  return unmarked + open.claims.length + open.sentences + tidies.length + heldAlone(state).length
}

function Section({ title, children }: { title: string; children: ReactNode }) {
  if (!children) return null
  return (
    <section aria-label={title} className="flex min-w-0 flex-col gap-3">
      <h2 className="heading-group border-b border-line pb-1.5">{title}</h2>
      {children}
    </section>
  )
}
