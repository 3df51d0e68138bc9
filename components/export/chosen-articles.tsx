"use client"
/** What can be done with the chosen articles: they are exported as one archive. */
import { X } from "lucide-react"
import { useTranslations } from "next-intl"
import { useState } from "react"
import { KeyCap, useShortcut } from "@/components/keys/key-cap"
import { useKeys } from "@/components/keys/use-keys"
import { Button } from "@/components/ui/button"
import { Dialog } from "@/components/ui/dialog"
import type { Profile } from "@/lib/domain/profile"
import { ExportChoice, type Choice } from "./export-choice"

export interface Exporting {
  articleIds: readonly string[]
  profiles: readonly Profile[]
  legal: "may" | "not"
  /** Asks for them; what went wrong in words, null where it is on its way. */
  ask: (articleIds: readonly string[], choice: Choice) => Promise<string | null>
  drop: () => void
}

export default function ChosenArticles(props: Exporting) {
  const { articleIds, drop } = props
  const t = useTranslations("export.many")
  const [open, setOpen] = useState<"open" | "closed">("closed")
  const show = () => setOpen("open")
  useKeys({ "chosen.export": show })
  return (
    <section
      aria-label={t("bar")}
      className="sticky bottom-3 z-20 mx-auto mt-4 flex w-fit max-w-full flex-wrap items-center gap-2 rounded-xl border border-line-strong bg-raised px-3 py-2.5 shadow-float"
    >
      <p className="mr-2 text-ui font-[550] tabular-nums">{t("chosen", { count: articleIds.length })}</p>
      <Button look="primary" aria-haspopup="dialog" aria-keyshortcuts={useShortcut("chosen.export")} onClick={show}>
        {t("export")} <KeyCap act="chosen.export" on="ink" />
      </Button>
      <Button look="quiet" onClick={drop}>
        <X aria-hidden className="size-3.5" />
        {t("drop")}
      </Button>
      {open === "open" && <Ask {...props} onClose={() => setOpen("closed")} />}
    </section>
  )
}

function Ask({ articleIds, profiles, legal, ask, drop, onClose }: Exporting & { onClose: () => void }) {
  const t = useTranslations("export.many")
  const [choice, setChoice] = useState<Choice>({ format: "markdown", profile: "public" })
  const [state, setState] = useState<{ busy: boolean; wrong: string | null }>({ busy: false, wrong: null })
  const go = async () => {
    setState({ busy: true, wrong: null })
    const wrong = await ask(articleIds, choice)
    if (wrong === null) drop()
    else setState({ busy: false, wrong })
  }
  return (
    <Dialog
      open
      busy={state.busy}
      onOpenChange={onClose}
      size="large"
      title={t("title", { count: articleIds.length })}
      description={t("text")}
      actions={
        <Button look="primary" busy={state.busy} onClick={() => void go()}>
          {t("ask")}
        </Button>
      }
    >
      <ExportChoice {...{ profiles, legal }} value={choice} onChoose={setChoice} />
      {choice.profile === "internal" && <p className="text-xs text-ink-3">{t("leftOut")}</p>}
      {state.wrong && (
        <p role="alert" className="text-ui text-false">
          {state.wrong}
        </p>
      )}
    </Dialog>
  )
}
