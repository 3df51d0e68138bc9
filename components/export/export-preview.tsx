"use client"
/** What an export is going to be: its text, or what is packed in it. */
import { useFormatter, useTranslations } from "next-intl"
import { useEffect, useState } from "react"
import type { PackedContents } from "@/lib/domain/export-format"

export interface ExportPreviewProps {
  /** The address of the export, to look at. */
  from: string
  kind: "text" | "packed"
}

type Shown =
  | { kind: "loading" }
  | { kind: "failed"; message: string }
  | { kind: "text"; text: string }
  | { kind: "packed"; contents: PackedContents }

export function ExportPreview({ from, kind }: ExportPreviewProps) {
  const t = useTranslations("export")
  const [shown, setShown] = useState<Shown>({ kind: "loading" })
  useEffect(() => {
    const leaving = new AbortController()
    textAt(from, leaving.signal).then(
      (text) => setShown(kind === "text" ? { kind, text } : { kind, contents: JSON.parse(text) as PackedContents }),
      (error: unknown) =>
        leaving.signal.aborted || setShown({ kind: "failed", message: error instanceof Refused ? error.message : "" }),
    )
    return () => leaving.abort()
  }, [from, kind])
  return (
    <div
      role="region"
      aria-label={t("preview")}
      aria-busy={shown.kind === "loading"}
      tabIndex={0}
      className="h-[40dvh] overflow-auto rounded-lg border border-line bg-paper p-3"
    >
      {shown.kind === "text" ? (
        <Text text={shown.text} />
      ) : shown.kind === "packed" ? (
        <Packed contents={shown.contents} />
      ) : (
        <p role="status" className="text-ui text-ink-2">
          {(shown.kind === "failed" && shown.message) || t(shown.kind)}
        </p>
      )}
    </div>
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
