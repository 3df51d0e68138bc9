"use client"
/** What became of each file, with the article to open, or why it is not there and what can be done. */
import Link from "next/link"
import { useTranslations } from "next-intl"
import { memo } from "react"
import { Badge, type Tone } from "@/components/ui/badge"
import { Button } from "@/components/ui/button"
import { canBeSent, count, isLetIn, isWithStet, MOST_AT_ONCE, type ImportRow, type LetIn } from "./batch"
import { ImportQuestion } from "./import-question"
import { Notices } from "./notices"
import type { ImportActs, Imports, IntakeActs } from "./use-imports"

export interface ImportResultsProps {
  imports: Imports
  articles: string
  trackedChanges: IntakeActs["trackedChanges"]
}

export function ImportResults({ imports, articles, trackedChanges }: ImportResultsProps) {
  const t = useTranslations("import")
  const { rows } = imports
  if (rows.length === 0) return null
  const running = isRunning(imports) ? "yes" : "no"
  return (
    <section aria-label={t("results")} className="mb-5 rounded-xl border border-line">
      <header className="flex min-h-11 flex-wrap items-center gap-x-3 gap-y-1 px-4 py-1.5">
        <p role="status" className="min-w-40 flex-1 text-ui text-ink-2">
          {running === "yes" ? <Progress rows={rows} /> : <Summary rows={rows} />}
        </p>
        <Acts imports={imports} />
      </header>
      <ul className="max-h-96 overflow-y-auto" tabIndex={0} aria-label={t("results")}>
        {rows.filter(isLetIn).map((row) => (
          <Row key={row.id} row={row} articles={articles} trackedChanges={trackedChanges} acts={imports} />
        ))}
      </ul>
    </section>
  )
}

const isRunning = ({ rows, running }: Imports) => running === "yes" || rows.some(isWithStet)

/** What can be done with all of them. */
function Acts({ imports }: { imports: Imports }) {
  const t = useTranslations("import")
  const { rows, retry, release, stop, clear } = imports
  if (isRunning(imports))
    return (
      <Button look="quiet" size="small" onClick={stop}>
        {t("stop")}
      </Button>
    )
  const held = Math.min(count(rows, "held"), MOST_AT_ONCE)
  const unsent = rows.filter((row) => row.outcome.state !== "held" && canBeSent(row))
  return (
    <span className="flex flex-wrap items-center gap-1.5">
      {held > 0 && (
        <Button size="small" onClick={release}>
          {t("releaseHeld", { count: held })}
        </Button>
      )}
      {unsent.length > 1 && (
        <Button size="small" onClick={() => retry(unsent.map(({ id }) => id))}>
          {t("retryAll", { count: unsent.length })}
        </Button>
      )}
      <Button look="quiet" size="small" onClick={clear}>
        {t("clear")}
      </Button>
    </span>
  )
}

function Progress({ rows }: { rows: readonly ImportRow[] }) {
  const t = useTranslations("import")
  const total = rows.length - count(rows, "held")
  const done = total - count(rows, "waiting", "sending", "queued", "reading")
  return (
    <span className="flex flex-wrap items-center gap-x-3">
      <progress value={done} max={total} aria-hidden className="h-1.5 w-32" />
      <span>
        {t("progress", { done, total })} <Held rows={rows} />
      </span>
    </span>
  )
}

function Summary({ rows }: { rows: readonly ImportRow[] }) {
  const t = useTranslations("import")
  const told = t("summary", {
    imported: count(rows, "imported"),
    revised: count(rows, "revised"),
    asking: count(rows, "asking"),
    duplicates: count(rows, "duplicate"),
    refused: count(rows, "refused"),
    failed: count(rows, "failed"),
    stopped: count(rows, "stopped"),
  })
  return (
    <>
      {told} <Held rows={rows} />
    </>
  )
}

function Held({ rows }: { rows: readonly ImportRow[] }) {
  const t = useTranslations("import")
  const held = count(rows, "held")
  return held > 0 && t("held", { most: MOST_AT_ONCE, count: held })
}

const looks: Record<LetIn["outcome"]["state"], { tone: Tone; shape: string }> = {
  waiting: { tone: "unproven", shape: "○" },
  sending: { tone: "review", shape: "◔" },
  queued: { tone: "unproven", shape: "◌" },
  reading: { tone: "review", shape: "◑" },
  asking: { tone: "open", shape: "?" },
  imported: { tone: "true", shape: "✓" },
  revised: { tone: "true", shape: "↻" },
  duplicate: { tone: "unproven", shape: "=" },
  refused: { tone: "false", shape: "✕" },
  failed: { tone: "mixed", shape: "!" },
  stopped: { tone: "unproven", shape: "■" },
}

interface RowProps {
  row: LetIn
  articles: string
  trackedChanges: IntakeActs["trackedChanges"]
  acts: Pick<ImportActs, "retry" | "answer" | "leave">
}

const isSameRow = (one: RowProps, other: RowProps) => one.row === other.row && one.articles === other.articles

/** Drawn anew only when something became of its own file. */
const Row = memo(function Row({ row, articles, trackedChanges, acts }: RowProps) {
  const t = useTranslations("import")
  const { id, name, importId, outcome } = row
  return (
    <li
      data-import={id}
      tabIndex={-1}
      className="flex flex-wrap items-start gap-x-3 gap-y-1 border-t border-line px-4 py-2.5 -outline-offset-2"
    >
      <span className="w-32 shrink-0">
        <Badge {...looks[outcome.state]}>{t(`file.${outcome.state}`)}</Badge>
      </span>
      <div className="min-w-48 flex-1 text-ui">
        <span className="break-all text-ink-2">{name}</span>
        {"articleId" in outcome && (
          <>
            {": "}
            <Link
              href={`${articles}/${outcome.articleId}`}
              className="font-serif text-[0.9375rem] font-semibold wrap-anywhere underline underline-offset-3"
            >
              {outcome.title}
            </Link>
            <Notices notices={outcome.notices} />
            {outcome.remarks > 0 && (
              <Link
                href={`${articles}/${outcome.articleId}/remarks`}
                className="block w-fit text-mixed underline underline-offset-3"
              >
                {t("remarksCame", { count: outcome.remarks })}
              </Link>
            )}
          </>
        )}
        {"reason" in outcome && (
          <p className={outcome.state === "failed" ? "text-mixed" : "text-false"}>{outcome.reason}</p>
        )}
        {"question" in outcome && importId && (
          <ImportQuestion {...{ importId, name, articles, trackedChanges, acts }} question={outcome.question} />
        )}
      </div>
      {canBeSent(row) && (
        <Button size="small" aria-label={t("retryIt", { name })} onClick={() => acts.retry([id])}>
          {t("retry")}
        </Button>
      )}
    </li>
  )
}, isSameRow)
