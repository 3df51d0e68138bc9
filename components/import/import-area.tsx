"use client"
/** How articles come in: dropped anywhere on the page, chosen as files, or pasted. */
import { useTranslations } from "next-intl"
import { useRef, type ReactNode } from "react"
import { useKeys } from "@/components/keys/use-keys"
import { Button } from "@/components/ui/button"
import { lateCode } from "@/components/ui/late-code"
import { useLate } from "@/components/ui/use-late"
import { useScreenActs } from "@/components/ui/use-screen-acts"
import { ENDINGS } from "./batch"
import { DropZone } from "./drop-zone"
import { ImportResults } from "./import-results"
import { useLinkDraft, usePasteDraft } from "./import-drafts"
import { useImports, type IntakeActs } from "./use-imports"

const pasteDialog = lateCode(() => import("./paste-dialog"))
const linkDialog = lateCode(() => import("./link-dialog"))

export interface ImportAreaProps {
  heading: ReactNode
  /** Whose paste and files are kept, by their membership. */
  me: string
  /** Below which articles and files are sent. */
  route: string
  /** The address of the articles; each is below it. */
  articles: string
  acts: IntakeActs
}

export function ImportArea({ heading, me, route, articles, acts }: ImportAreaProps) {
  const t = useTranslations("import")
  const imports = useImports(me, `${route}/imports`, useScreenActs(acts))
  const paste = useLate(pasteDialog, "dialog")
  const link = useLate(linkDialog, "dialog")
  const picker = useRef<HTMLInputElement>(null)
  useKeys({
    "article.import": () => picker.current?.click(),
    "article.paste": () => paste.opening.onOpenChange(true),
    "article.link": () => link.opening.onOpenChange(true),
  })
  const place = { me, route: `${route}/articles`, articles }
  const go = useHandOver(place, paste.opening.onOpenChange, link.opening.onOpenChange)
  return (
    <>
      <div className="mb-4 flex flex-wrap items-center gap-3">
        <div className="flex-1">{heading}</div>
        <Button {...link.button}>{t("link")}</Button>
        <Button {...paste.button}>{t("paste")}</Button>
        <Button look="primary" onClick={() => picker.current?.click()}>
          {t("files")}
        </Button>
        <input
          ref={picker}
          type="file"
          multiple
          hidden
          accept={ENDINGS.join(",")}
          aria-label={t("chooseFiles")}
          onChange={(event) => {
            imports.add(event.target.files ?? [])
            // The same file again must count as a change.
            event.target.value = ""
          }}
        />
      </div>
      <DropZone onFiles={imports.add} />
      <ImportResults imports={imports} articles={articles} trackedChanges={acts.trackedChanges} />
      {paste.Panel && <paste.Panel {...paste.opening} {...place} onLink={go.link} />}
      {link.Panel && <link.Panel {...link.opening} {...place} onPaste={go.paste} />}
    </>
  )
}

/** From one dialog to the other, with the address that was typed. */
function useHandOver(
  { me, articles }: { me: string; articles: string },
  openPaste: (open: boolean) => void,
  openLink: (open: boolean) => void,
) {
  const pasted = usePasteDraft({ me, articles })
  const linked = useLinkDraft({ me, articles })
  return {
    link: (url: string) => {
      openPaste(false)
      linked.type({ ...linked.value, url })
      openLink(true)
    },
    paste: (url: string) => {
      openLink(false)
      linked.drop()
      pasted.type({ ...pasted.value, url })
      openPaste(true)
    },
  }
}
