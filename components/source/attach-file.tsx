"use client"
/** A file of a source, or of a contact: chosen or dropped, sent in parts with its progress, gone on with after a lost connection. */
import { Paperclip, X } from "lucide-react"
import { useParams } from "next/navigation"
import { useTranslations } from "next-intl"
import { useId, useRef, useState, type DragEvent } from "react"
import { Button, buttonClasses } from "@/components/ui/button"
import { classes } from "@/components/ui/classes"
import { MOST_FILE_MEGABYTES } from "@/lib/domain/file-limits"
import { FILE_TYPES } from "@/lib/domain/file-types"
import type { FileMove } from "./file-wait"
import type { TypedFile } from "./typed-source"
import { useUpload } from "./use-upload"

export interface AttachFileProps {
  label: string
  file: TypedFile | null
  error: string | undefined
  onAttach: (file: TypedFile | null) => void
  /** Told to the form, so that nothing is saved without what is on its way. */
  onMove: (move: FileMove) => void
}

/** What a browser lets choose; what a file is, its content says. */
const CHOSEN = Object.values(FILE_TYPES)
  .flatMap(({ endings }) => endings.map((ending) => `.${ending}`))
  .join(",")

export function AttachFile({ label, file, error, onAttach, onMove }: AttachFileProps) {
  const t = useTranslations("source.file")
  const { workspace } = useParams<{ workspace: string }>()
  const upload = useUpload({ route: `/api/uploads/${workspace}/files`, onAttach, onMove })
  const id = useId()
  const { over, ...drops } = useDrops(upload.send)
  const wrong = upload.wrong ?? error
  return (
    <div
      {...drops}
      className={classes(
        "flex flex-col gap-1 rounded-lg border border-dashed px-3 py-2.5",
        over === "over" ? "border-accent bg-accent-soft" : "border-line-strong",
      )}
    >
      <label htmlFor={id} className="text-xs font-semibold text-ink-2">
        {label}
      </label>
      {upload.sending ? (
        <Sending name={upload.sending.name} share={upload.sending.share} onCancel={upload.cancel} />
      ) : (
        <div className="flex flex-wrap items-center gap-2">
          {file && <Attached name={file.name} onTakeOff={() => onAttach(null)} />}
          <Choose id={id} file={file} wrong={wrong} onFiles={upload.send} />
        </div>
      )}
      <p id={`${id}-hint`} className="text-xs text-ink-3">
        {t("hint", { megabytes: MOST_FILE_MEGABYTES })}
      </p>
      {wrong && (
        <p id={`${id}-error`} role="alert" className="text-xs font-medium text-false">
          {wrong}
        </p>
      )}
    </div>
  )
}

/** A file that is let go over the field is for it. */
function useDrops(send: (files: readonly File[]) => void) {
  const [over, setOver] = useState<"over" | "away">("away")
  return {
    over,
    onDragOver: (event: DragEvent) => {
      if (!event.dataTransfer.types.includes("Files")) return
      event.preventDefault()
      setOver("over")
    },
    onDragLeave: () => setOver("away"),
    onDrop: (event: DragEvent) => {
      setOver("away")
      const dropped = [...event.dataTransfer.files]
      if (dropped.length === 0) return
      event.preventDefault()
      event.stopPropagation()
      send(dropped)
    },
  }
}

function Attached({ name, onTakeOff }: { name: string; onTakeOff: () => void }) {
  const t = useTranslations("source.file")
  return (
    <span className="flex min-w-0 items-center gap-1 text-ui">
      <Paperclip aria-hidden className="size-3.5 shrink-0 text-ink-3" />
      <span className="min-w-0 wrap-anywhere">{name}</span>
      <Button look="quiet" size="small" aria-label={t("takeOff", { name })} onClick={onTakeOff}>
        <X aria-hidden className="size-3.5" />
      </Button>
    </span>
  )
}

interface ChooseProps {
  id: string
  file: TypedFile | null
  wrong: string | undefined
  onFiles: (files: readonly File[]) => void
}

/** The browser's own field does the choosing, under a button of ours. */
function Choose({ id, file, wrong, onFiles }: ChooseProps) {
  const t = useTranslations("source.file")
  const input = useRef<HTMLInputElement>(null)
  return (
    <>
      <input
        ref={input}
        id={id}
        type="file"
        accept={CHOSEN}
        aria-describedby={`${id}-hint${wrong ? ` ${id}-error` : ""}`}
        aria-invalid={wrong ? true : undefined}
        className="peer sr-only"
        onChange={({ target }) => {
          onFiles([...(target.files ?? [])])
          target.value = ""
        }}
      />
      <span
        aria-hidden
        className={classes(
          buttonClasses("plain", "small"),
          "cursor-default peer-focus-visible:outline-2 peer-focus-visible:outline-accent",
        )}
        onClick={() => input.current?.click()}
      >
        {t(file ? "another" : "choose")}
      </span>
      {!file && <span className="text-xs text-ink-3 max-sm:hidden">{t("orDrop")}</span>}
    </>
  )
}

function Sending({ name, share, onCancel }: { name: string; share: number; onCancel: () => void }) {
  const t = useTranslations("source.file")
  return (
    <div className="flex flex-wrap items-center gap-2 text-ui">
      <span className="min-w-0 wrap-anywhere">{name}</span>
      <progress
        aria-label={t("sending", { name })}
        value={share}
        max={1}
        className="h-2 min-w-24 flex-1 appearance-none overflow-hidden rounded-[5px] border-0 bg-line-strong [&::-moz-progress-bar]:bg-ink [&::-webkit-progress-bar]:bg-line-strong [&::-webkit-progress-value]:bg-ink"
      />
      <span className="text-xs text-ink-3 tabular-nums">{t("share", { share })}</span>
      <Button look="quiet" size="small" onClick={onCancel}>
        {t("cancel")}
      </Button>
    </div>
  )
}
