"use client"
/** Why a source was not saved; where somebody else was faster, what is there now and what was typed beside it. */
import { useFormatter, useTranslations } from "next-intl"
import type { Person } from "@/lib/domain/workspace"
import type { LedgerField, TypedLedgerSource } from "./typed-ledger-source"
import type { Refused } from "./use-edit-source"

export function Faster({ refused, people }: { refused: Refused; people: Person[] }) {
  const t = useTranslations("sources.edit")
  const { labelOf, wordsOf } = useFieldWords(people)
  return (
    <div role="alert" className="mt-3 rounded-lg bg-mixed-soft px-3 py-2 text-ui">
      <p className="font-semibold text-mixed">{refused.message}</p>
      <dl className="mt-1.5 flex flex-col gap-1.5 text-xs empty:hidden">
        {refused.differences?.map(({ name, there, mine }) => (
          <div key={name}>
            <dt className="font-semibold text-ink-2">{labelOf(name)}</dt>
            <dd className="wrap-anywhere">{t("there", { value: wordsOf(name, there) })}</dd>
            {mine && <dd className="wrap-anywhere">{t("yours", { value: wordsOf(name, mine) })}</dd>}
          </div>
        ))}
      </dl>
    </div>
  )
}

/** What is told by its own words. */
function wordsIn(typed: TypedLedgerSource, name: Exclude<LedgerField, "readers">): string {
  return name === "file" ? (typed.file?.name ?? "") : typed[name]
}

/** The name of each field of the form, and its value in words. */
function useFieldWords(people: Person[]) {
  const source = useTranslations("source")
  const ledger = useTranslations("sources.field")
  const yesNo = useTranslations("sources.edit")
  const format = useFormatter()
  const labelOf = (name: LedgerField): string => {
    if (name === "readers" || name === "independenceGroup" || name === "neverRefetch") return ledger(name)
    if (name === "kind" || name === "primary" || name === "confidential") return source(`${name}Label`)
    return name === "file" ? source("file.label") : source(name)
  }
  const wordsOf = (name: LedgerField, typed: TypedLedgerSource): string => {
    if (name === "kind") return source(`kind.${typed.kind}`)
    if (name === "primary" || name === "confidential" || name === "neverRefetch") return yesNo(typed[name])
    if (name === "readers") {
      const names = people.filter(({ id }) => typed.readers.includes(id)).map((one) => one.name)
      return format.list(names, { type: "conjunction" }) || source("empty")
    }
    // A calendar date has no zone: read in UTC it stays the day it is.
    if (name === "publishedOn" && typed.publishedOn)
      return format.dateTime(new Date(typed.publishedOn), { dateStyle: "medium", timeZone: "UTC" })
    return wordsIn(typed, name) || source("empty")
  }
  return { labelOf, wordsOf }
}
