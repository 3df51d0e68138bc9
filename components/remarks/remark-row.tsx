"use client"
/** One remark in its passage, and what can be made of it: one key each. */
import Link from "next/link"
import { useTranslations } from "next-intl"
import { KeyCap, useShortcut } from "@/components/keys/key-cap"
import type { ActId } from "@/components/keys/key-table"
import { Badge } from "@/components/ui/badge"
import { Button } from "@/components/ui/button"
import { Refused } from "@/components/ui/refused"
import type { RemarkOutcome, RemarkView } from "@/lib/domain/remark"
import type { RemarkActs } from "./remarks-screen"
import { useDeciding } from "./use-deciding"

export interface RemarkRowProps {
  remark: RemarkView
  language: string
  galley: string
  acts: RemarkActs
  mode: "decide" | "read"
  /** Says what it became. */
  onDecided: (remarkId: string, outcome: RemarkOutcome) => void
}

const signs = { comment: "✎", footnote: "†", link: "↗" } as const

export function RemarkRow({ remark, language, galley, acts, mode, onDecided }: RemarkRowProps) {
  const t = useTranslations("remarks")
  const { text, href, outcome } = remark
  const deciding = useDeciding(remark, acts, onDecided)
  return (
    <li data-row={remark.id} className="border-b border-line py-3.5">
      <About remark={remark} galley={galley} />
      <Passage remark={remark} language={language} galley={galley} />
      {text && <p className="mt-1.5 text-ui whitespace-pre-wrap wrap-anywhere">{text}</p>}
      {href && (
        <a
          href={href}
          target="_blank"
          rel="noopener noreferrer nofollow"
          className="text-ui break-all text-accent underline"
        >
          {href}
        </a>
      )}
      <Refused className="mt-2">{deciding.error}</Refused>
      {mode === "decide" && outcome === null && <Choices remark={remark} deciding={deciding} />}
      {mode === "decide" && outcome !== null && outcome !== "fact" && (
        <Button
          look="quiet"
          size="small"
          className="mt-1 -ml-2"
          busy={deciding.busy === "reopen"}
          onClick={() => void deciding.reopen()}
        >
          {t("reopen")}
        </Button>
      )}
    </li>
  )
}

/** What it is, who wrote it, and what became of it. */
function About({ remark, galley }: Pick<RemarkRowProps, "remark" | "galley">) {
  const t = useTranslations("remarks")
  const { kind, author, claim, outcome, decidedBy, resolved } = remark
  return (
    <p className="flex flex-wrap items-center gap-x-2.5 gap-y-1 text-xs text-ink-3">
      <Badge tone="open" shape={signs[kind]}>
        {t(`kind.${kind}`)}
      </Badge>
      {author && <span>{author}</span>}
      {claim && (
        <Link href={`${galley}?claim=${claim.number}`} prefetch={false} className="text-accent underline">
          {t("claim", { number: claim.number })}
        </Link>
      )}
      {outcome && decidedBy && <span>{t(`outcome.${outcome}`, { name: decidedBy.name })}</span>}
      {!outcome && resolved && <span>{t("resolved")}</span>}
    </p>
  )
}

/** The words it stands beside lead to them in the text; where they are gone, they are quoted. */
function Passage({
  remark: { passage, quote, claim },
  language,
  galley,
}: Pick<RemarkRowProps, "remark" | "language" | "galley">) {
  const t = useTranslations("remarks")
  const words = passage?.words ?? quote
  return (
    <p
      lang={language}
      dir="auto"
      className="mt-1.5 font-serif text-[0.96875rem] leading-normal wrap-anywhere text-ink-2"
    >
      {passage && <span>…{passage.before}</span>}
      <Link
        href={inTheText(galley, claim, passage?.sentence ?? null)}
        prefetch={false}
        className="rounded-sm bg-panel text-ink underline decoration-line-strong underline-offset-3 outline-offset-2"
      >
        {words || t("nowhere")}
      </Link>
      {passage && <span>{passage.after}…</span>}
      {!passage && words && <span className="font-sans text-xs text-ink-3"> {t("gone")}</span>}
    </p>
  )
}

/** Where words lead: to their claim, or else to their sentence. */
export function inTheText(galley: string, claim: RemarkView["claim"], sentence: number | null): string {
  if (claim) return `${galley}?claim=${claim.number}`
  return sentence === null ? galley : `${galley}?sentence=${sentence}`
}

const CHOICES: readonly [RemarkOutcome, ActId][] = [
  ["fact", "remark.fact"],
  ["query", "remark.query"],
  ["note", "remark.note"],
  ["discarded", "remark.discard"],
]

interface ChoicesProps {
  remark: RemarkView
  deciding: ReturnType<typeof useDeciding>
}

function Choices({ remark, deciding }: ChoicesProps) {
  const makesFact = remark.passage !== null || remark.claim !== null
  return (
    <div className="mt-2.5 flex flex-wrap gap-2">
      {CHOICES.map(
        ([outcome, act]) =>
          (outcome !== "fact" || makesFact) && <Choice key={outcome} outcome={outcome} act={act} deciding={deciding} />,
      )}
    </div>
  )
}

function Choice({ outcome, act, deciding }: { outcome: RemarkOutcome; act: ActId } & Pick<ChoicesProps, "deciding">) {
  const t = useTranslations("remarks.make")
  return (
    <Button
      data-act={outcome}
      size="small"
      look={outcome === "discarded" ? "quiet" : "plain"}
      busy={deciding.busy === outcome}
      aria-keyshortcuts={useShortcut(act)}
      onClick={() => void deciding.decide(outcome)}
    >
      {t(outcome)} <KeyCap act={act} />
    </Button>
  )
}
