"use client"
/** What an export is going to be: its text, or what is packed in it. */
import { useFormatter, useTranslations } from "next-intl"
import { useEffect, useState } from "react"
import { Button } from "@/components/ui/button"
import { classes } from "@/components/ui/classes"
import type { ExportFormat, PackedContents } from "@/lib/domain/export-format"
import { isText } from "./export-formats"

export interface ExportPreviewProps {
  /** The address of the export, to look at. */
  from: string
  format: ExportFormat
}

type Shown =
  | { kind: "loading" | "nothing" }
  | { kind: "failed"; message: string }
  | { kind: "text"; text: string }
  | { kind: "page"; text: string }
  | { kind: "packed"; contents: PackedContents }

export function ExportPreview({ from, format }: ExportPreviewProps) {
  const t = useTranslations("export")
  const [shown, setShown] = useState<Shown>({ kind: "loading" })
  const [tries, setTries] = useState(1)
  const again = () => {
    setShown({ kind: "loading" })
    setTries(tries + 1)
  }
  useEffect(() => {
    const leaving = new AbortController()
    textAt(from, leaving.signal).then(
      (text) => setShown(shownAs(format, text)),
      (error: unknown) =>
        leaving.signal.aborted || setShown({ kind: "failed", message: error instanceof Refused ? error.message : "" }),
    )
    return () => leaving.abort()
  }, [from, format, tries])
  return (
    <div
      role="region"
      aria-label={t("preview")}
      aria-busy={shown.kind === "loading"}
      tabIndex={0}
      className={classes(
        "h-[40dvh] rounded-lg border border-line bg-paper",
        shown.kind === "page" ? "overflow-hidden" : "overflow-auto p-3",
      )}
    >
      {shown.kind === "page" ? (
        // What is written in it is its author's: it runs nothing, and is of no site.
        <iframe sandbox="" srcDoc={shown.text} title={t("preview")} className="size-full" />
      ) : shown.kind === "text" ? (
        <Text text={shown.text} />
      ) : shown.kind === "packed" ? (
        <Packed contents={shown.contents} />
      ) : (
        <Instead shown={shown} again={again} />
      )}
    </div>
  )
}

function shownAs(format: ExportFormat, text: string): Shown {
  if (!isText(format)) return { kind: "packed", contents: JSON.parse(text) as PackedContents }
  if (format === "claimreview" && text.trim() === "[]") return { kind: "nothing" }
  return format === "html" ? { kind: "page", text: inFrame(text) } : { kind: "text", text }
}

/** A page as it is looked at in a frame: its links lead nowhere, for they would lead out of it. */
function inFrame(text: string): string {
  const page = new DOMParser().parseFromString(text, "text/html")
  for (const link of page.querySelectorAll("a[href]")) link.removeAttribute("href")
  return `<!doctype html>${page.documentElement.outerHTML}`
}

/** Where there is nothing to see: that it is on its way, or why it is not. What was refused in words stays refused. */
function Instead({
  shown,
  again,
}: {
  shown: Extract<Shown, { kind: "loading" | "nothing" | "failed" }>
  again: () => void
}) {
  const t = useTranslations("export")
  const refused = shown.kind === "failed" && shown.message
  return (
    <>
      <p role="status" className="text-ui text-ink-2">
        {refused || t(shown.kind)}
      </p>
      {shown.kind === "failed" && !refused && (
        <Button size="small" className="mt-2" onClick={again}>
          {t("again")}
        </Button>
      )}
    </>
  )
}

/** Characters that a browser draws without stopping for it. */
const DRAWN = 200_000

function Text({ text }: { text: string }) {
  const t = useTranslations("export")
  return (
    <>
      <pre className="font-mono text-xs leading-relaxed break-words whitespace-pre-wrap">{text.slice(0, DRAWN)}</pre>
      {text.length > DRAWN && <p className="mt-2 text-ui text-ink-2">{t("more")}</p>}
    </>
  )
}

function Packed({ contents: { files, word } }: { contents: PackedContents }) {
  const t = useTranslations("export.contents")
  const format = useFormatter()
  if (word) {
    const says = ["text", "comments", "changes"] as const
    return (
      <>
        <p className="mb-1.5 text-ui font-semibold">{t("word")}</p>
        <ul className="list-disc pl-5 text-ui leading-relaxed">
          {says.map((one) => (
            <li key={one}>{t(one, word)}</li>
          ))}
        </ul>
      </>
    )
  }
  return (
    <>
      <p className="mb-1.5 text-ui font-semibold">{t("files", { count: files.length })}</p>
      <ul className="list-disc pl-5 text-ui leading-relaxed">
        {files.map(({ name, bytes }) => (
          <li key={name}>
            <code className="font-mono text-xs">{name}</code> ·{" "}
            {format.number(Math.max(1, Math.round(bytes / 1000)), { style: "unit", unit: "kilobyte" })}
          </li>
        ))}
      </ul>
      <p className="mt-2 text-ui text-ink-2">{t("again")}</p>
    </>
  )
}

/** What the server said in words to whoever asked. */
class Refused extends Error {}

export async function textAt(from: string, signal?: AbortSignal): Promise<string> {
  const response = await fetch(from, signal ? { signal } : {})
  const text = await response.text()
  if (!response.ok) throw new Refused(text)
  return text
}
