"use client"
/** The article as a file: in which format and for whom, seen before it is copied or downloaded. */
import { Download } from "lucide-react"
import { useTranslations } from "next-intl"
import { useId, useState } from "react"
import { Button, buttonClasses } from "@/components/ui/button"
import { Checkbox } from "@/components/ui/checkbox"
import { classes } from "@/components/ui/classes"
import { Dialog } from "@/components/ui/dialog"
import type { Closing } from "@/components/ui/late"
import { Select } from "@/components/ui/select"
import { toast } from "@/components/ui/toast"
import type { ExportFormat } from "@/lib/domain/export-format"
import { FORMATS, isText, tellsLegal } from "./export-formats"
import { ExportPreview, textAt } from "./export-preview"

export type ExportProfile = "public" | "internal"

export interface Export {
  /** The export route of the article, without parameters. */
  address: string
  /** Those its reader may have. */
  profiles: readonly ExportProfile[]
  first: ExportProfile
  /** Whether its reader may have what is said about legal risk along. */
  legal: "may" | "not"
  /** Whether its reader may make the file that goes back to the author. */
  forAuthor: "may" | "not"
}

export default function ExportDialog({ address, profiles, first, legal, forAuthor, onClose }: Export & Closing) {
  const t = useTranslations("export")
  const [format, setFormat] = useState<ExportFormat>("markdown")
  const [profile, setProfile] = useState(first)
  const [told, setTold] = useState(false)
  const offersLegal = legal === "may" && profile === "internal" && tellsLegal(format)
  const from = `${address}?format=${format}&profile=${profile}${offersLegal && told ? "&legal=told" : ""}`
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
          {isText(format) && <Copy from={from} />}
          {forAuthor === "may" && <ForAuthor address={address} />}
        </>
      }
    >
      <div className="mb-3 grid gap-x-6 gap-y-3 sm:grid-cols-[minmax(0,1fr)_minmax(0,1.5fr)]">
        <div className="flex flex-col gap-1.5">
          <Select
            label={t("format")}
            hint={t(`formats.${format}.text`)}
            options={FORMATS.map((value) => ({ value, label: t(`formats.${value}.name`) }))}
            value={format}
            onChoose={setFormat}
          />
          {offersLegal && (
            <Checkbox label={t("legal")} checked={told} onChange={(event) => setTold(event.target.checked)} />
          )}
        </div>
        <Profiles profiles={profiles} value={profile} onChoose={setProfile} />
      </div>
      <ExportPreview key={from} from={from} kind={isText(format) ? "text" : "packed"} />
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
    <fieldset className="flex min-w-0 flex-col gap-2">
      <legend className="mb-1.5 text-xs font-semibold text-ink-2">{t("profile")}</legend>
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

/** One press: what it is, nobody has to choose. */
function ForAuthor({ address }: Pick<Export, "address">) {
  const t = useTranslations("export.forAuthor")
  return (
    <a
      href={`${address}?for=author&download=1`}
      download
      title={t("text")}
      className={classes(buttonClasses("quiet"), "mr-auto")}
    >
      {t("name")}
    </a>
  )
}

function Copy({ from }: { from: string }) {
  const t = useTranslations("export")
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(await textAt(from))
      toast(t("copied"))
    } catch {
      toast.error(t("notCopied"))
    }
  }
  return <Button onClick={() => void copy()}>{t("copy")}</Button>
}
