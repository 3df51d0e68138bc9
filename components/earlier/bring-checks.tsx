"use client"
/** Brings in a file of known checks, all or none, and says what came of it, row by row where something is wrong. */
import { useRouter } from "next/navigation"
import { useTranslations } from "next-intl"
import { useRef, useState } from "react"
import { send, type Sent } from "@/components/import/send-import"
import { Button } from "@/components/ui/button"
import type { KnownChecksImported } from "@/lib/domain/earlier-check"
import { wrongRows, type WrongRow } from "./wrong-rows"

type Outcome =
  | { kind: "idle" }
  | { kind: "sending"; name: string }
  | { kind: "done"; name: string; imported: KnownChecksImported }
  | { kind: "refused"; message: string; rows: WrongRow[] }

export function BringChecks({ uploads }: { uploads: string }) {
  const t = useTranslations("earlier.bring")
  const { outcome, bring } = useBringing(uploads)
  const field = useRef<HTMLInputElement>(null)
  const busy = outcome.kind === "sending"
  return (
    <section aria-label={t("title")} className="flex flex-col gap-2 rounded-xl border border-line bg-raised px-4 py-3">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <p className="min-w-0 flex-1 basis-60 text-ui text-pretty text-ink-2">{t("text")}</p>
        <input
          ref={field}
          type="file"
          accept=".csv,.tsv,.json,.jsonld,text/csv,application/json,application/ld+json"
          className="sr-only"
          tabIndex={-1}
          aria-label={t("file")}
          onChange={(event) => {
            const file = event.target.files?.[0]
            // The same file can be chosen again once it is mended.
            event.target.value = ""
            if (file) void bring(file)
          }}
        />
        <Button look="primary" busy={busy} onClick={() => field.current?.click()}>
          {t("choose")}
        </Button>
      </div>
      <p role="status" className="text-ui empty:hidden">
        {outcome.kind === "sending" && t("sending", { name: outcome.name })}
        {outcome.kind === "done" && t("done", { name: outcome.name, ...outcome.imported })}
      </p>
      {outcome.kind === "refused" && <Refused {...outcome} />}
    </section>
  )
}

function Refused({ message, rows }: { message: string; rows: WrongRow[] }) {
  const t = useTranslations("earlier.bring")
  return (
    <div role="alert" className="text-ui">
      <p className="font-medium text-false">{rows.length > 0 ? t("wrong") : message}</p>
      {rows.length > 0 && (
        <ul className="mt-1 max-h-60 overflow-y-auto text-ink-2">
          {rows.map(({ row, field, message: why }) => (
            <li key={`${row} ${field}`} className="wrap-anywhere">
              {t("row", { row, field, why })}
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

function useBringing(uploads: string) {
  const t = useTranslations("import.refusal")
  const router = useRouter()
  const [outcome, setOutcome] = useState<Outcome>({ kind: "idle" })
  const bring = async (file: File) => {
    setOutcome({ kind: "sending", name: file.name })
    const body = new FormData()
    body.set("file", file)
    const sent: Sent<KnownChecksImported> = await send<KnownChecksImported>(uploads, body)
    if (typeof sent === "string") {
      setOutcome({ kind: "refused", message: sent === "stopped" ? t("unreachable") : t(sent), rows: [] })
    } else if (sent.ok) {
      setOutcome({ kind: "done", name: file.name, imported: sent.value })
      router.refresh()
    } else {
      setOutcome({ kind: "refused", message: sent.refusal.message, rows: wrongRows(sent.refusal.fields) })
    }
  }
  return { outcome, bring }
}
