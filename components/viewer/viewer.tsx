"use client"
/** A source's text, opened where a passage stands: the document itself where a browser can draw it, else its words. */
import { Download, ExternalLink } from "lucide-react"
import Link from "next/link"
import { useFormatter, useTranslations } from "next-intl"
import { useRef } from "react"
import { LookedUp } from "@/components/source/looked-up"
import { buttonClasses } from "@/components/ui/button"
import { Late } from "@/components/ui/late"
import { lateCode } from "@/components/ui/late-code"
import type { SourceReading } from "@/lib/domain/viewing"
import { AudioView } from "./audio-view"
import { PassageBar, type PassageBarProps } from "./passage-bar"
import { SheetView } from "./sheet-view"
import { TextView } from "./text-view"
import { WindowPager } from "./window-pager"

export interface ViewerProps {
  reading: SourceReading
  /** Why its text could not be read, in the reader's words. */
  failure: string | null
  /** The address of this desk's sources, and of this desk's files. */
  sources: string
  files: string
  save: PassageBarProps["save"]
}

const pdfView = lateCode(() => import("./pdf-view"))

export function Viewer({ reading, failure, sources, files, save }: ViewerProps) {
  const t = useTranslations("viewer")
  const text = useRef<HTMLDivElement>(null)
  const { source, evidence } = reading
  return (
    <div className="mx-auto w-full max-w-[64rem] px-4 py-6 sm:px-6 sm:py-7">
      <Link href={`${sources}/${source.id}`} className="text-ui text-ink-3 hover:underline">
        {t("back")}
      </Link>
      <h1 dir="auto" className="heading-page mt-1 mb-2 wrap-anywhere">
        {source.title}
      </h1>
      <About reading={reading} files={files} />
      {evidence && (evidence.excerpt || evidence.locator) && (
        <section aria-label={t("cited")} className="mt-4 rounded-[10px] border border-line bg-panel px-3.5 py-3">
          <p className="mb-0.5 text-xs font-semibold text-ink-3">{t("citedFor", evidence.claim)}</p>
          <p className="font-serif text-[0.9375rem] leading-[1.45] wrap-anywhere whitespace-pre-line">
            {evidence.locator && (
              <span className="font-sans text-xs text-ink-3">
                {evidence.locator}
                {evidence.excerpt && ": "}
              </span>
            )}
            {evidence.excerpt}
          </p>
          {evidence.lookedUp && <LookedUp excerpt={evidence.excerpt ?? ""} lookedUp={evidence.lookedUp} />}
        </section>
      )}
      <Notice reading={reading} failure={failure} />
      <div ref={text} className="mt-5">
        <Body reading={reading} files={files} />
      </div>
      <PassageBar text={text} cited={evidence} save={save} />
    </div>
  )
}

function About({ reading: { file, takenAt, citedAt, source }, files }: Pick<ViewerProps, "reading" | "files">) {
  const t = useTranslations("viewer")
  const format = useFormatter()
  const size = t("size", {
    megabytes: file.size / 1024 / 1024,
    kilobytes: Math.ceil(file.size / 1024),
    large: file.size >= 1024 * 1024 ? "yes" : "no",
  })
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2 text-ui text-ink-2">
      <p className="wrap-anywhere">
        {takenAt
          ? t("snapshot", { at: format.dateTime(new Date(takenAt), { dateStyle: "medium", timeStyle: "short" }) })
          : file.name}
        <span className="text-ink-3"> · {size}</span>
        {citedAt && (
          <span className="block text-ink">
            {t("earlier", { at: format.dateTime(new Date(citedAt), { dateStyle: "medium" }) })}
          </span>
        )}
      </p>
      <a href={`${files}/${file.id}`} download className={buttonClasses("plain", "small")}>
        <Download aria-hidden className="size-3.5" /> {t("download")}
      </a>
      {source.url && (
        <a href={source.url} target="_blank" rel="noopener noreferrer" className={buttonClasses("quiet", "small")}>
          {t("page")} <ExternalLink aria-hidden className="size-3" />
        </a>
      )}
    </div>
  )
}

function Notice({ reading: { state, file }, failure }: Pick<ViewerProps, "reading" | "failure">) {
  const t = useTranslations("viewer")
  const isSilent = file.kind === "image" || file.kind === "audio" || state === "read"
  if (isSilent) return null
  return (
    <p role="status" className="mt-4 rounded-lg bg-mixed-soft px-3 py-2 text-ui">
      {state === "failed" ? failure : t(`state.${state}`)}
    </p>
  )
}

function Body({ reading, files }: Pick<ViewerProps, "reading" | "files">) {
  const { file, page, passage, window, mark, seconds, cell } = reading
  const address = `${files}/${file.id}`
  if (file.kind === "pdf") {
    const given = { address, page: page ?? 1, passage }
    return <Late code={pdfView} given={given} onMissing={() => undefined} />
  }
  if (file.kind === "image") return <Picture address={address} name={file.name} />
  if (file.kind === "audio") return <AudioView address={address} seconds={seconds} />
  if (!window) return null
  return (
    <>
      <WindowPager window={window} />
      {file.kind === "sheet" ? (
        <SheetView window={window} cell={cell} mark={mark} />
      ) : (
        <TextView window={window} mark={mark} />
      )}
      <WindowPager window={window} />
    </>
  )
}

function Picture({ address, name }: { address: string; name: string }) {
  // In its own size, with its reader's rights: the optimiser would fetch it with its own.
  // eslint-disable-next-line @next/next/no-img-element
  return <img src={address} alt={name} className="max-w-full rounded-lg border border-line" />
}
