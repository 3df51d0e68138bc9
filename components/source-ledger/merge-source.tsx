"use client"
/** Merges another source into this one: which it is, and what then rests on this one. */
import { useRouter } from "next/navigation"
import { useTranslations } from "next-intl"
import { useState } from "react"
import { FoundSource } from "@/components/source/source-search"
import { useFoundSources, type FindingSources } from "@/components/source/use-found-sources"
import { Button } from "@/components/ui/button"
import { Combobox } from "@/components/ui/combobox"
import { watched } from "@/components/ui/connection"
import { Dialog } from "@/components/ui/dialog"
import { Refused } from "@/components/ui/refused"
import { toast } from "@/components/ui/toast"
import type { Act } from "@/lib/domain/answer"
import type { MergeSources, SourceView } from "@/lib/domain/source"

export interface MergeSourceProps {
  /** The one that is kept. */
  source: SourceView
  /** The other one, where it is known already. */
  other: SourceView | null
  find: FindingSources
  merge: Act<MergeSources, SourceView>
}

export function MergeSource({ source, other, find, merge }: MergeSourceProps) {
  const t = useTranslations("sources.merge")
  const [open, setOpen] = useState<"yes" | "no">("no")
  const merging = useMerging({ source, merge, onDone: () => setOpen("no") })
  const [chosen, choose] = useState(other)
  const close = () => {
    setOpen("no")
    merging.forget()
    choose(other)
  }
  return (
    <>
      <Button {...(other && { look: "quiet", size: "small" })} onClick={() => setOpen("yes")}>
        {other ? t("this") : t("open")} {other && <span className="sr-only">{other.title}</span>}
      </Button>
      <Dialog
        open={open === "yes"}
        onOpenChange={close}
        busy={merging.busy}
        title={t("title")}
        description={t("text")}
        actions={<Actions busy={merging.busy} yes={chosen && (() => merging.run(chosen))} onClose={close} />}
      >
        {chosen ? (
          <Chosen kept={source} other={chosen} {...(!other && { onChange: () => choose(null) })} />
        ) : (
          <Search source={source} find={find} onChoose={choose} />
        )}
        <Refused className="mt-3">{merging.message}</Refused>
      </Dialog>
    </>
  )
}

function Actions({ busy, yes, onClose }: { busy: boolean; yes: (() => void) | null; onClose: () => void }) {
  const t = useTranslations()
  return (
    <>
      {yes && (
        <Button look="primary" busy={busy} onClick={yes}>
          {t("sources.merge.yes")}
        </Button>
      )}
      <Button disabled={busy} onClick={onClose}>
        {t("ui.cancel")}
      </Button>
    </>
  )
}

interface SearchProps {
  source: SourceView
  find: FindingSources
  onChoose: (other: SourceView) => void
}

function Search({ source, find, onChoose }: SearchProps) {
  const t = useTranslations("sources.merge")
  const [query, setQuery] = useState("")
  const { items, failed } = useFoundSources(find, query)
  const others = (items ?? []).filter(({ id }) => id !== source.id)
  const note = failed ? t("failed") : items && others.length === 0 ? t("none") : ""
  return (
    // What is found hangs below the field: without room for it the dialog would cut it off.
    <div className="min-h-72">
      <Combobox<SourceView>
        label={t("search")}
        query={query}
        onQuery={setQuery}
        items={others}
        keyOf={({ id }) => id}
        onChoose={onChoose}
        note={note}
        autoFocus
      >
        {(one) => <FoundSource source={one} />}
      </Combobox>
    </div>
  )
}

/** Which goes, which stays, and what the one that stays does not take. */
function Chosen({ kept, other, onChange }: { kept: SourceView; other: SourceView; onChange?: () => void }) {
  const t = useTranslations("sources.merge")
  const source = useTranslations("source")
  return (
    <dl className="flex flex-col gap-3">
      <div>
        <dt className="text-xs font-semibold text-ink-2">{t("goes")}</dt>
        <dd className="flex items-start gap-2">
          <span className="min-w-0 flex-1">
            <FoundSource source={other} />
          </span>
          {onChange && (
            <Button look="quiet" size="small" onClick={onChange}>
              {source("change")}
            </Button>
          )}
        </dd>
      </div>
      <div>
        <dt className="text-xs font-semibold text-ink-2">{t("stays")}</dt>
        <dd>
          <FoundSource source={kept} />
        </dd>
      </div>
    </dl>
  )
}

function useMerging({ source, merge, onDone }: Pick<MergeSourceProps, "source" | "merge"> & { onDone: () => void }) {
  const t = useTranslations("sources.merge")
  const ui = useTranslations("ui")
  const router = useRouter()
  const [state, setState] = useState<"idle" | "busy" | { message: string }>("idle")
  const run = async (other: SourceView) => {
    setState("busy")
    const lost = { ok: false, refusal: { message: ui("failed") } } as const
    const input = { sourceId: source.id, version: source.version, otherId: other.id }
    const answer = await watched(merge)(input).catch(() => lost)
    if (!answer.ok) return setState({ message: answer.refusal.message })
    setState("idle")
    onDone()
    toast(t("done", { title: other.title }))
    router.refresh()
  }
  return {
    busy: state === "busy",
    message: typeof state === "object" ? state.message : null,
    run: (other: SourceView) => void run(other),
    forget: () => setState("idle"),
  }
}
