"use client"
/** Adds evidence: a source found in the ledger or typed in, and what it says for this claim. */
import { useParams } from "next/navigation"
import { useTranslations } from "next-intl"
import { useEffect, useRef, useState } from "react"
import { useGalley } from "@/components/galley/galley-context"
import { Button } from "@/components/ui/button"
import { Refused } from "@/components/ui/refused"
import type { ClaimView } from "@/lib/domain/claim"
import type { SourceView } from "@/lib/domain/source"
import { viewAddress } from "@/lib/domain/viewing"
import { AwaitedFile } from "./awaited-file"
import { EvidenceFields } from "./evidence-fields"
import { SourceLine } from "./evidence-item"
import { FillIn } from "./fill-in"
import { SourceFields } from "./source-fields"
import { referenceKind } from "./reference"
import { SourceSearch } from "./source-search"
import { freshFrom, type Adding } from "./typed-source"
import { useAdding, type AddingOptions } from "./use-adding"

export interface AddEvidenceProps extends AddingOptions {
  claim: ClaimView
  /** `leave` where it opened by itself, for what was typed before a reload. */
  focus: "take" | "leave"
}

export default function AddEvidence({ claim, focus: given, ...options }: AddEvidenceProps) {
  const t = useTranslations("source")
  const ui = useTranslations("ui")
  const form = useAdding(options)
  const [focus, setFocus] = useState(given)
  const box = useRef<HTMLFormElement>(null)
  // The form is long: what is wrong may be out of sight.
  useEffect(() => box.current?.querySelector<HTMLElement>("[aria-invalid=true]")?.focus(), [form.errors])
  const put = (changed: Partial<Adding>) => {
    setFocus("take")
    form.put(changed)
  }
  return (
    <form
      ref={box}
      // What is missing is said in Stet's own words, at the field.
      noValidate
      aria-label={t("addTo", { number: claim.number })}
      onSubmit={form.add}
      className="flex flex-col gap-3 rounded-[10px] border border-line bg-panel p-3"
    >
      <Source form={form} focus={focus} put={put} />
      {form.chosen && (
        <EvidenceFields
          typed={form.value.evidence}
          errors={form.errors}
          focus={form.value.known ? focus : "leave"}
          onType={(evidence) => put({ evidence })}
        />
      )}
      <Refused>{form.message}</Refused>
      <AwaitedFile at={form.at} />
      <div className="flex flex-wrap gap-2">
        {form.chosen && (
          <Button type="submit" look="primary" size="small" busy={form.busy}>
            {form.busy && form.at !== "awaited" ? t("adding") : t("addIt")}
          </Button>
        )}
        <Unfetched form={form} />
        <Button look="quiet" size="small" onClick={options.onDone}>
          {ui("cancel")}
        </Button>
      </div>
    </form>
  )
}

/** For a page whose server is not to see that anybody has looked. */
function Unfetched({ form }: Pick<SourceProps, "form">) {
  const t = useTranslations("source")
  if (!form.value.fresh || referenceKind(form.value.fresh.url) !== "address") return null
  return (
    <Button size="small" disabled={form.busy} title={t("unfetchedHint")} onClick={form.addUnfetched}>
      {t("addUnfetched")}
    </Button>
  )
}

interface SourceProps {
  form: ReturnType<typeof useAdding>
  focus: "take" | "leave"
  put: (changed: Partial<Adding>) => void
}

/** Looked up first; then the one that was found, or the fields of a new one. */
function Source({ form: { value, errors, onFile }, focus, put }: SourceProps) {
  const { acts } = useGalley()
  if (value.known) return <Known source={value.known} onChange={() => put({ known: null })} />
  if (value.fresh)
    return (
      <>
        <SourceFields
          typed={value.fresh}
          errors={errors}
          onFile={onFile}
          focus={focus}
          onType={(fresh) => put({ fresh })}
        />
        <FillIn typed={value.fresh} onType={(fresh) => put({ fresh })} cite={acts.citePasted} />
      </>
    )
  return (
    <SourceSearch
      query={value.query}
      focus={focus}
      onQuery={(query) => put({ query })}
      onKnown={(known) => put({ known })}
      onFresh={() => put({ fresh: freshFrom(value.query) })}
    />
  )
}

function Known({ source, onChange }: { source: SourceView; onChange: () => void }) {
  const t = useTranslations("source")
  return (
    <div className="flex items-start gap-2">
      <div className="min-w-0 flex-1">
        <SourceLine source={source} />
        {source.file && <ReadFile source={source} />}
      </div>
      <Button look="quiet" size="small" onClick={onChange}>
        {t("change")}
      </Button>
    </div>
  )
}

/** What is copied from it carries its place along. */
function ReadFile({ source: { id, title } }: { source: SourceView }) {
  const t = useTranslations("source")
  const { workspace } = useParams<{ workspace: string }>()
  return (
    <a
      href={viewAddress(workspace, id)}
      target="_blank"
      rel="noopener"
      className="mt-1 inline-block text-xs font-medium text-ink-2 underline decoration-line-strong underline-offset-3 hover:text-ink hover:decoration-ink"
    >
      {t("openAt", { at: "", hasPlace: "no" })}
      <span className="sr-only">
        {" "}
        {title} {t("newTab")}
      </span>
    </a>
  )
}
