"use client"
/** A source as it is typed: what every source has, and what only the ledger asks for. */
import { useTranslations } from "next-intl"
import { useId } from "react"
import { FillIn, type FillInProps } from "@/components/source/fill-in"
import { SourceFields, type SourceFieldsProps } from "@/components/source/source-fields"
import type { TypedSource } from "@/components/source/typed-source"
import { Checkbox } from "@/components/ui/checkbox"
import { TextField } from "@/components/ui/text-field"
import type { Person } from "@/lib/domain/workspace"
import type { TypedLedgerSource } from "./typed-ledger-source"

export interface SourceFormProps {
  typed: TypedLedgerSource
  onType: (typed: TypedLedgerSource) => void
  errors: Record<string, string>
  onFile: SourceFieldsProps["onFile"]
  /** Who may be let see a confidential one. */
  people: Person[]
  /** Names of independence groups that there are. */
  groups: string[]
  /** Fills it in from what is pasted, where that is on offer. */
  cite?: FillInProps<TypedLedgerSource>["cite"]
  /** `leave` where it opened by itself, for what was typed before a reload. */
  focus: "take" | "leave"
}

export function SourceForm({ typed, onType, errors, onFile, people, groups, cite, focus }: SourceFormProps) {
  const t = useTranslations("sources.field")
  const list = useId()
  return (
    <div className="flex flex-col gap-3">
      <SourceFields
        typed={typed}
        onType={(common) => onType(closedOver(typed, common))}
        errors={errors}
        onFile={onFile}
        focus={focus}
      />
      {cite && typed.neverRefetch === "no" && <FillIn typed={typed} onType={onType} cite={cite} />}
      {typed.confidential === "yes" && people.length > 0 && <Readers typed={typed} onType={onType} people={people} />}
      <TextField
        label={t("independenceGroup")}
        hint={t("independenceGroupHint")}
        maxLength={120}
        list={list}
        value={typed.independenceGroup}
        onChange={({ target }) => onType({ ...typed, independenceGroup: target.value })}
      />
      <datalist id={list}>
        {groups.map((group) => (
          <option key={group} value={group} />
        ))}
      </datalist>
      <Checkbox
        label={t("neverRefetch")}
        hint={t("neverRefetchHint")}
        checked={typed.neverRefetch === "yes"}
        onChange={({ target }) => onType({ ...typed, neverRefetch: target.checked ? "yes" : "no" })}
      />
    </div>
  )
}

function Readers({ typed, onType, people }: Pick<SourceFormProps, "typed" | "onType" | "people">) {
  const t = useTranslations("sources.field")
  return (
    <fieldset className="flex flex-col gap-1.5">
      <legend className="mb-1 text-xs font-semibold text-ink-2">{t("readers")}</legend>
      {people.map(({ id, name }) => (
        <Checkbox
          key={id}
          label={name}
          checked={typed.readers.includes(id)}
          onChange={({ target }) => {
            const others = typed.readers.filter((one) => one !== id)
            onType({ ...typed, readers: target.checked ? [...others, id] : others })
          }}
        />
      ))}
    </fieldset>
  )
}

/** What becomes confidential is not fetched either, unless that is said: its server would see that somebody has looked. */
function closedOver(typed: TypedLedgerSource, common: TypedSource): TypedLedgerSource {
  const closes = common.confidential === "yes" && typed.confidential === "no"
  return { ...typed, ...common, ...(closes && { neverRefetch: "yes" }) }
}
