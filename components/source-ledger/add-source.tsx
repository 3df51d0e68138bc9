"use client"
/** Adds a source to the ledger. An address that is there already leads to the one that has it. */
import Link from "next/link"
import { useRouter } from "next/navigation"
import { useTranslations } from "next-intl"
import { useState } from "react"
import type { FillInProps } from "@/components/source/fill-in"
import { AwaitedFile } from "@/components/source/awaited-file"
import { useFileWait } from "@/components/source/use-file-wait"
import { Button } from "@/components/ui/button"
import { watched } from "@/components/ui/connection"
import { Dialog } from "@/components/ui/dialog"
import { useDraft } from "@/components/ui/use-draft"
import { byField, type Act, type RefusalView } from "@/lib/domain/answer"
import type { SourceView } from "@/lib/domain/source"
import type { Person } from "@/lib/domain/workspace"
import { SourceForm } from "./source-form"
import { freshSource, isSource, ledgerSourceFrom, type TypedLedgerSource } from "./typed-ledger-source"

export interface AddSourceProps {
  me: string
  people: Person[]
  groups: string[]
  /** The address of the ledger; each source is below it. */
  sources: string
  cite: FillInProps<TypedLedgerSource>["cite"]
  add: Act<ReturnType<typeof ledgerSourceFrom>, SourceView>
}

export function AddSource({ me, people, groups, sources, cite, add }: AddSourceProps) {
  const t = useTranslations("sources")
  const [open, setOpen] = useState<"yes" | "no">("no")
  const adding = useAdding({ me, sources, add })
  return (
    <>
      <Button look="primary" onClick={() => setOpen("yes")}>
        {t("add")}
      </Button>
      <Dialog
        open={open === "yes"}
        onOpenChange={(on) => setOpen(on ? "yes" : "no")}
        title={t("add")}
        actions={<Actions busy={adding.busy} onCancel={() => setOpen("no")} />}
      >
        <form
          id={FORM}
          // What is missing is said in Stet's own words, at the field.
          noValidate
          onSubmit={(event) => {
            event.preventDefault()
            adding.submit()
          }}
        >
          <SourceForm
            typed={adding.typed}
            onType={adding.type}
            errors={byField(adding.refused?.fields ?? {})}
            onFile={adding.onFile}
            people={people}
            cite={cite}
            groups={groups}
            focus="take"
          />
          <AwaitedFile at={adding.at} />
          {adding.refused && <Refusal refusal={adding.refused} sources={sources} />}
        </form>
      </Dialog>
    </>
  )
}

/** The form inside the dialog, for the button below it. */
const FORM = "new-source"

function Actions({ busy, onCancel }: { busy: boolean; onCancel: () => void }) {
  const t = useTranslations()
  return (
    <>
      <Button type="submit" form={FORM} look="primary" busy={busy}>
        {t("sources.addIt")}
      </Button>
      <Button onClick={onCancel}>{t("ui.cancel")}</Button>
    </>
  )
}

/** What is typed stays when the dialog closes, until it is in the ledger. */
function useAdding({ me, sources, add }: Omit<AddSourceProps, "people" | "groups" | "cite">) {
  const ui = useTranslations("ui")
  const router = useRouter()
  const draft = useDraft<TypedLedgerSource>(`${me}:new-source`, freshSource)
  const [state, setState] = useState<"idle" | "busy" | RefusalView>("idle")
  const submit = async () => {
    setState("busy")
    const lost = { ok: false, refusal: { code: "failed", message: ui("failed"), fields: {} } } as const
    const answer = await watched(add)(ledgerSourceFrom(draft.value)).catch(() => lost)
    if (!answer.ok) return setState(answer.refusal)
    draft.drop()
    router.push(`${sources}/${answer.value.id}`)
  }
  const { ask, onFile, at } = useFileWait(() => void submit())
  return {
    typed: draft.value,
    type: draft.type,
    onFile,
    at,
    busy: state === "busy" || at === "awaited",
    refused: typeof state === "object" ? state : null,
    submit: () => ask(null),
  }
}

function Refusal({ refusal, sources }: { refusal: RefusalView; sources: string }) {
  const t = useTranslations("sources")
  const there = isSource(refusal.current) ? refusal.current : null
  return (
    <div role="alert" className="mt-3 rounded-lg bg-mixed-soft px-3 py-2 text-ui">
      <p className="font-semibold text-mixed">{refusal.message}</p>
      {there && (
        <Link href={`${sources}/${there.id}`} className="mt-1 inline-block wrap-anywhere underline">
          {t("openThere", { title: there.title })}
        </Link>
      )}
    </div>
  )
}
