"use client"
/** What became of each file, with the article to open or the reason it was refused. */
import Link from "next/link"
import { useTranslations } from "next-intl"
import { Badge, type Tone } from "@/components/ui/badge"
import { Button } from "@/components/ui/button"
import { Notices } from "./notices"
import type { ImportRow, Imports, Outcome } from "./use-imports"

export function ImportResults({ imports, articles }: { imports: Imports; articles: string }) {
  const t = useTranslations("import")
  const { rows, running, stop, clear } = imports
  if (rows.length === 0) return null
  return (
    <section aria-label={t("results")} className="mb-5 rounded-xl border border-line">
      <header className="flex min-h-11 items-center gap-3 px-4 py-1.5">
        <p role="status" className="min-w-0 flex-1 text-ui text-ink-2">
          {running === "yes" ? <Progress rows={rows} /> : <Summary rows={rows} />}
        </p>
        <Button look="quiet" size="small" onClick={running === "yes" ? stop : clear}>
          {running === "yes" ? t("stop") : t("clear")}
        </Button>
      </header>
      <ul className="max-h-96 overflow-y-auto" tabIndex={0} aria-label={t("results")}>
        {rows.map((row) => (
          <Row key={row.id} row={row} articles={articles} />
        ))}
      </ul>
    </section>
  )
}

function count(rows: ImportRow[], ...states: Outcome["state"][]): number {
  return rows.filter((row) => states.includes(row.outcome.state)).length
}

function Progress({ rows }: { rows: ImportRow[] }) {
  const t = useTranslations("import")
  const total = rows.length
  const done = total - count(rows, "waiting", "sending")
  return (
    <span className="flex items-center gap-3">
      <progress value={done} max={total} aria-hidden className="h-1.5 w-32 accent-ink" />
      {t("progress", { done, total })}
    </span>
  )
}

function Summary({ rows }: { rows: ImportRow[] }) {
  const t = useTranslations("import")
  return t("summary", {
    imported: count(rows, "imported"),
    duplicates: count(rows, "duplicate"),
    refused: count(rows, "refused"),
    stopped: count(rows, "stopped"),
  })
}

const looks: Record<Outcome["state"], { tone: Tone; shape: string }> = {
  waiting: { tone: "unproven", shape: "○" },
  sending: { tone: "review", shape: "◔" },
  imported: { tone: "true", shape: "✓" },
  duplicate: { tone: "unproven", shape: "=" },
  refused: { tone: "false", shape: "✕" },
  stopped: { tone: "unproven", shape: "■" },
}

function Row({ row, articles }: { row: ImportRow; articles: string }) {
  const t = useTranslations("import")
  const { outcome } = row
  return (
    <li className="flex flex-wrap items-start gap-x-3 gap-y-1 border-t border-line px-4 py-2.5">
      <Badge {...looks[outcome.state]}>{t(`file.${outcome.state}`)}</Badge>
      <div className="min-w-48 flex-1 text-ui">
        <span className="break-all text-ink-2">{row.name}</span>
        {"articleId" in outcome && (
          <>
            {": "}
            <Link
              href={`${articles}/${outcome.articleId}`}
              className="font-serif text-[0.9375rem] font-semibold underline underline-offset-3"
            >
              {outcome.title}
            </Link>
            <Notices notices={outcome.notices} />
          </>
        )}
        {outcome.state === "refused" && <p className="text-false">{outcome.reason}</p>}
      </div>
    </li>
  )
}
