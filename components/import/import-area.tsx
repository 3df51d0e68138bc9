"use client"
/** How articles come in: dropped anywhere on the page, chosen as files, or pasted. */
import { useTranslations } from "next-intl"
import { useRef, type ReactNode } from "react"
import { useKeys } from "@/components/keys/use-keys"
import { Button } from "@/components/ui/button"
import { lateCode } from "@/components/ui/late-code"
import { useLate } from "@/components/ui/use-late"
import { DropZone } from "./drop-zone"
import { ImportResults } from "./import-results"
import { useImports } from "./use-imports"

const pasteDialog = lateCode(() => import("./paste-dialog"))

export interface ImportAreaProps {
  heading: ReactNode
  /** Whose paste and files are kept, by their membership. */
  me: string
  /** Where articles are sent. */
  route: string
  /** The address of the articles; each is below it. */
  articles: string
}

export function ImportArea({ heading, me, route, articles }: ImportAreaProps) {
  const t = useTranslations("import")
  const imports = useImports(me, route)
  const paste = useLate(pasteDialog, "dialog")
  const picker = useRef<HTMLInputElement>(null)
  useKeys({ "article.import": () => picker.current?.click(), "article.paste": () => paste.opening.onOpenChange(true) })
  return (
    <>
      <div className="mb-4 flex flex-wrap items-center gap-3">
        <div className="flex-1">{heading}</div>
        <Button {...paste.button}>{t("paste")}</Button>
        <Button look="primary" onClick={() => picker.current?.click()}>
          {t("files")}
        </Button>
        <input
          ref={picker}
          type="file"
          multiple
          hidden
          accept=".txt,.text,.md,.markdown,text/plain,text/markdown"
          aria-label={t("chooseFiles")}
          onChange={(event) => {
            imports.add(event.target.files ?? [])
            // The same file again must count as a change.
            event.target.value = ""
          }}
        />
      </div>
      <DropZone onFiles={imports.add} />
      <ImportResults imports={imports} articles={articles} />
      {paste.Panel && <paste.Panel {...paste.opening} me={me} route={route} articles={articles} />}
    </>
  )
}
