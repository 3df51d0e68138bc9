"use client"
/** Adds a source to the ledger. An address that is there already leads to the one that has it. */
import Link from "next/link"
import { useRouter } from "next/navigation"
import { useTranslations } from "next-intl"
import { useState } from "react"
import { byName } from "@/components/source/edit-evidence"
import { Button } from "@/components/ui/button"
import { Dialog } from "@/components/ui/dialog"
import { useDraft } from "@/components/ui/use-draft"
import type { Act, RefusalView } from "@/lib/domain/answer"
import type { SourceView } from "@/lib/domain/source"
import type { Person } from "@/lib/domain/workspace"
import { SourceForm } from "./source-form"
import { freshSource, isSource, ledgerSourceFrom, type TypedLedgerSource } from "./typed-ledger-source"

export interface AddSourceProps {
  me: string
  people: Person[]
  /** The address of the ledger; each source is below it. */
  sources: string
  add: Act<ReturnType<typeof ledgerSourceFrom>, SourceView>
}

export function AddSource({ me, people, sources, add }: AddSourceProps) {
  const t = useTranslations("sources")
  const ui = useTranslations("ui")
  const router = useRouter()
  const typed = useDraft<TypedLedgerSource>(`${me}:new-source`, freshSource)
  const [open, setOpen] = useState<"yes" | "no">("no")
  const [state, setState] = useState<"idle" | "busy" | RefusalView>("idle")
  const refused = typeof state === "object" ? state : null
  const submit = async () => {
    setState("busy")
    const lost = { ok: false, refusal: { code: "failed", message: ui("failed"), fields: {} } } as const
    const answer = await add(ledgerSourceFrom(typed.value)).catch(() => lost)
    if (!answer.ok) return setState(answer.refusal)
    typed.drop()
    router.push(`${sources}/${answer.value.id}`)
  }
  const form = "new-source"
  return (
    <>
      <Button look="primary" onClick={() => setOpen("yes")}>
        {t("add")}
      </Button>
      <Dialog
        open={open === "yes"}
        onOpenChange={(on) => setOpen(on ? "yes" : "no")}
        title={t("add")}
        actions={
          <>
            <Button type="submit" form={form} look="primary" busy={state === "busy"}>
              {t("addIt")}
            </Button>
            <Button onClick={() => setOpen("no")}>{ui("cancel")}</Button>
          </>
        }
      >
        <form
          id={form}
          // What is missing is said in Stet's own words, at the field.
          noValidate
          onSubmit={(event) => {
            event.preventDefault()
            void submit()
          }}
        >
          <SourceForm
            typed={typed.value}
            onType={typed.type}
            errors={byName(refused?.fields ?? {})}
            people={people}
            focus="take"
          />
          {refused && <Refusal refusal={refused} sources={sources} />}
        </form>
      </Dialog>
    </>
  )
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
