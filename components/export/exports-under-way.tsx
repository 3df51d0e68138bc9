"use client"
/** The archives that somebody has asked for: how far each is, and where it is fetched. */
import { Download } from "lucide-react"
import { useFormatter, useTranslations } from "next-intl"
import { Badge, type Tone } from "@/components/ui/badge"
import { Button, buttonClasses } from "@/components/ui/button"
import type { Ref } from "react"
import type { ExportView } from "@/lib/domain/many-exports"

export interface ExportsUnderWayProps {
  ref: Ref<HTMLElement>
  exports: ExportView[]
  route: string
  stop: (exportId: string) => Promise<void>
}

export function ExportsUnderWay({ ref, exports, route, stop }: ExportsUnderWayProps) {
  const t = useTranslations("export.many")
  if (exports.length === 0) return null
  return (
    <section
      ref={ref}
      tabIndex={-1}
      aria-label={t("label")}
      className="mt-3 scroll-mt-20 mb-5 rounded-xl border border-line outline-none"
    >
      <header className="flex min-h-11 flex-wrap items-center gap-x-3 px-4 py-1.5">
        <h2 className="text-ui font-semibold">{t("label")}</h2>
        <p className="text-xs text-ink-3">{t("kept")}</p>
      </header>
      <ul className="max-h-64 overflow-y-auto" tabIndex={0} aria-label={t("label")}>
        {exports.map((one) => (
          <Row key={one.id} one={one} route={route} stop={stop} />
        ))}
      </ul>
    </section>
  )
}

const looks: Record<ExportView["state"], { tone: Tone; shape: string }> = {
  writing: { tone: "review", shape: "◑" },
  done: { tone: "true", shape: "✓" },
  failed: { tone: "mixed", shape: "!" },
}

function Row({ one, route, stop }: { one: ExportView } & Pick<ExportsUnderWayProps, "route" | "stop">) {
  const t = useTranslations("export")
  const format = useFormatter()
  const { id, state, articles, written, left, size, createdAt } = one
  const what = t("many.what", { count: articles, format: t(`formats.${one.format}.name`) })
  const named = { what, at: format.dateTime(new Date(createdAt), { timeStyle: "short" }) }
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-1.5 border-t border-line px-4 py-2.5">
      <span className="w-28 shrink-0">
        <Badge {...looks[state]}>{t(`many.state.${state}`)}</Badge>
      </span>
      <div className="min-w-48 flex-1 text-ui">
        <p>
          {what}{" "}
          <span className="text-ink-3">
            · {t(`${one.profile}.name`)} · <time dateTime={createdAt}>{named.at}</time>
          </span>
        </p>
        {state === "writing" && (
          <p className="flex flex-wrap items-center gap-x-3 text-xs text-ink-2">
            <progress value={written} max={articles} aria-hidden className="h-1.5 w-32" />
            {t("many.progress", { written, articles })}
          </p>
        )}
        {state === "failed" && <p className="text-xs text-mixed">{t("many.failed")}</p>}
        {left > 0 && <p className="text-xs text-mixed">{t("many.left", { count: left })}</p>}
      </div>
      {state === "done" && size > 0 && (
        <a
          href={`${route}/${id}`}
          download
          className={buttonClasses("plain", "small")}
          aria-label={t("many.fetchIt", named)}
        >
          <Download aria-hidden className="size-3.5" />
          {t("many.fetch", { size: Math.max(0.1, size / 1_000_000) })}
        </a>
      )}
      <Button
        look="quiet"
        size="small"
        aria-label={t(state === "writing" ? "many.stopIt" : "many.removeIt", named)}
        onClick={() => void stop(id)}
      >
        {t(state === "writing" ? "many.stop" : "many.remove")}
      </Button>
    </li>
  )
}
