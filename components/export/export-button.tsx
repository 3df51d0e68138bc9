"use client"
/** Opens the export of an article. */
import { useTranslations } from "next-intl"
import { useKeys } from "@/components/keys/use-keys"
import { Button } from "@/components/ui/button"
import { useLateDialog } from "@/components/ui/late"
import { lateCode } from "@/components/ui/late-code"
import type { Export } from "./export-dialog"

const exportDialog = lateCode(() => import("./export-dialog"))

export function ExportButton(props: Export) {
  const t = useTranslations("export")
  const dialog = useLateDialog<Export>(exportDialog)
  const { address, forAuthor } = props
  useKeys({
    "article.export": dialog.show,
    "article.exportForAuthor": forAuthor === "may" ? () => keep(`${address}?for=author&download=1`) : null,
  })
  return (
    <>
      <Button {...dialog.button}>{t("open")}</Button>
      {dialog.draw(props)}
    </>
  )
}

/** As pressing a link to a file does: the page stays. */
function keep(href: string): void {
  Object.assign(document.createElement("a"), { href, download: "" }).click()
}
