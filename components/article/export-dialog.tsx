"use client"
/** The article as Markdown: for readers or for the desk, seen before it is copied or downloaded. */
import { Download } from "lucide-react"
import { useTranslations } from "next-intl"
import { useEffect, useId, useState } from "react"
import { Button, buttonClasses } from "@/components/ui/button"
import { classes } from "@/components/ui/classes"
import { Dialog } from "@/components/ui/dialog"
import type { Closing } from "@/components/ui/late"
import { toast } from "@/components/ui/toast"

export type ExportProfile = "public" | "internal"

export interface Export {
  /** The export route of the article, without parameters. */
  address: string
  /** Those its reader may have. */
  profiles: readonly ExportProfile[]
  first: ExportProfile
}

export default function ExportDialog({ address, profiles, first, onClose }: Export & Closing) {
  const t = useTranslations("export")
  const [profile, setProfile] = useState(first)
  const from = `${address}?profile=${profile}`
  return (
    <Dialog
      open
      onOpenChange={onClose}
      size="large"
      title={t("title")}
      description={t("text")}
      actions={
        <>
          <a href={`${from}&download=1`} download className={buttonClasses("primary")}>
            <Download aria-hidden className="size-3.5" />
            {t("download")}
          </a>
          <Copy from={from} />
        </>
      }
    >
      <Profiles profiles={profiles} value={profile} onChoose={setProfile} />
      <Preview key={from} from={from} />
    </Dialog>
  )
}

interface ProfilesProps {
  profiles: readonly ExportProfile[]
  value: ExportProfile
  onChoose: (profile: ExportProfile) => void
}

function Profiles({ profiles, value, onChoose }: ProfilesProps) {
  const t = useTranslations("export")
  const name = useId()
  return (
    <fieldset className="mb-3 flex flex-col gap-2">
      <legend className="sr-only">{t("profile")}</legend>
      {profiles.map((profile) => (
        <label
          key={profile}
          className={classes(
            "grid cursor-pointer grid-cols-[1rem_minmax(0,1fr)] gap-x-2.5 rounded-lg border px-3 py-2",
            profile === value ? "border-ink bg-panel" : "border-line-strong",
          )}
        >
          <input
            type="radio"
            name={name}
            checked={profile === value}
            onChange={() => onChoose(profile)}
            className="mt-0.5 size-4 accent-ink"
          />
          <span className="text-ui font-semibold">{t(`${profile}.name`)}</span>
          <span className="col-start-2 text-xs text-ink-2">{t(`${profile}.text`)}</span>
        </label>
      ))}
    </fieldset>
  )
}

type Shown = { kind: "loading" } | { kind: "failed" } | { kind: "text"; text: string }

function Preview({ from }: { from: string }) {
  const t = useTranslations("export")
  const [shown, setShown] = useState<Shown>({ kind: "loading" })
  useEffect(() => {
    const leaving = new AbortController()
    markdownAt(from, leaving.signal).then(
      (text) => setShown({ kind: "text", text }),
      () => !leaving.signal.aborted && setShown({ kind: "failed" }),
    )
    return () => leaving.abort()
  }, [from])
  return (
    <div aria-busy={shown.kind === "loading"}>
      <pre
        role="region"
        aria-label={t("preview")}
        tabIndex={0}
        className="h-[46dvh] overflow-auto rounded-lg border border-line bg-paper p-3 font-mono text-xs leading-relaxed break-words whitespace-pre-wrap"
      >
        {shown.kind === "text" ? shown.text : t(shown.kind)}
      </pre>
    </div>
  )
}

function Copy({ from }: { from: string }) {
  const t = useTranslations("export")
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(await markdownAt(from))
      toast(t("copied"))
    } catch {
      toast.error(t("notCopied"))
    }
  }
  return <Button onClick={() => void copy()}>{t("copy")}</Button>
}

async function markdownAt(from: string, signal?: AbortSignal): Promise<string> {
  const response = await fetch(from, signal ? { signal } : {})
  if (!response.ok) throw new Error(`the export answered ${response.status}`)
  return response.text()
}
