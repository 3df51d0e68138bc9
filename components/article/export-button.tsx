"use client"
/** Opens the export of an article; what it shows is fetched when somebody comes near. */
import { useTranslations } from "next-intl"
import { useState } from "react"
import { useKeys } from "@/components/keys/use-keys"
import { Button } from "@/components/ui/button"
import { Late } from "@/components/ui/late"
import { lateCode } from "@/components/ui/late-code"
import type { ExportDialogProps } from "./export-dialog"

const dialog = lateCode(() => import("./export-dialog"))

export function ExportButton(props: Omit<ExportDialogProps, "onClose">) {
  const t = useTranslations("export")
  const [open, setOpen] = useState<"no" | "yes">("no")
  const show = () => setOpen("yes")
  const close = () => setOpen("no")
  const fetchSoon = () => void dialog.bring()
  useKeys({ "article.export": show })
  return (
    <>
      <Button onPointerEnter={fetchSoon} onFocus={fetchSoon} onClick={show}>
        {t("open")}
      </Button>
      {open === "yes" && <Late code={dialog} given={{ ...props, onClose: close }} onMissing={close} />}
    </>
  )
}
