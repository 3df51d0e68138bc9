"use client"
/** The article as a file: in which format and for whom, seen before it is copied or downloaded. */
import { Download } from "lucide-react"
import { useTranslations } from "next-intl"
import { useId, useState } from "react"
import { Button, buttonClasses } from "@/components/ui/button"
import { classes } from "@/components/ui/classes"
import { Dialog } from "@/components/ui/dialog"
import type { Closing } from "@/components/ui/late"
import { toast } from "@/components/ui/toast"
import type { Profile } from "@/lib/domain/profile"
import { ExportChoice, type Choice } from "./export-choice"
import { isText } from "./export-formats"
import { ExportPreview, textAt } from "./export-preview"

export interface Export {
  /** The export route of the article, without parameters. */
  address: string
  /** Those its reader may have. */
  profiles: readonly Profile[]
  first: Profile
  /** Whether its reader may have what is said about legal risk along. */
  legal: "may" | "not"
  /** Whether its reader may make the file that goes back to the author. */
  forAuthor: "may" | "not"
}

export default function ExportDialog({ address, profiles, first, legal, forAuthor, onClose }: Export & Closing) {
  const t = useTranslations("export")
  const [choice, setChoice] = useState<Choice>({ format: "markdown", profile: first })
  const { format } = choice
  const from = `${address}?${new URLSearchParams(Object.entries(choice)).toString()}`
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
      <ExportChoice {...{ profiles, legal }} value={choice} onChoose={setChoice} />
      <ExportPreview key={from} from={from} format={format} />
    </Dialog>
  )
}

/** One press: what it is, nobody has to choose. */
function ForAuthor({ address }: Pick<Export, "address">) {
  const t = useTranslations("export.forAuthor")
  const says = useId()
  return (
    <div className="mr-auto max-w-sm">
      <a
        href={`${address}?for=author&download=1`}
        download
        aria-describedby={says}
        className={classes(buttonClasses("quiet"), "-ml-3")}
      >
        <Download aria-hidden className="size-3.5" />
        {t("name")}
      </a>
      <p id={says} className="text-xs text-pretty text-ink-3 max-sm:sr-only">
        {t("text")}
      </p>
    </div>
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
