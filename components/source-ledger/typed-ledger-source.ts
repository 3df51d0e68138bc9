/** A source as the ledger's own form has it, and back to what the acts take. Pure. */
import { freshFrom, sourceFrom, type TypedSource } from "@/components/source/typed-source"
import type { SourceView } from "@/lib/domain/source"

export interface TypedLedgerSource extends TypedSource {
  independenceGroup: string
  neverRefetch: "yes" | "no"
  /** Memberships. */
  readers: string[]
}

export const freshSource: TypedLedgerSource = {
  ...freshFrom(""),
  independenceGroup: "",
  neverRefetch: "no",
  readers: [],
}

/** A source of the ledger, to be typed over. */
export function typedFrom(source: SourceView, readers: readonly string[]): TypedLedgerSource {
  const { kind, title, url, publisher, author, publishedOn, independenceGroup } = source
  const yes = (on: boolean) => (on ? "yes" : "no")
  return {
    ...{ kind, title, url: url ?? "", publisher: publisher ?? "", author: author ?? "" },
    publishedOn: publishedOn ?? "",
    primary: yes(source.primary),
    confidential: yes(source.confidential),
    independenceGroup: independenceGroup ?? "",
    neverRefetch: yes(source.neverRefetch),
    readers: [...readers],
  }
}

/** As the act takes a new one. */
export function ledgerSourceFrom(typed: TypedLedgerSource) {
  const independenceGroup = typed.independenceGroup.trim() || null
  const common = { ...sourceFrom(typed), independenceGroup, neverRefetch: typed.neverRefetch === "yes" }
  return { ...common, readers: typed.confidential === "yes" ? typed.readers : [] }
}

/** As the act takes an edit: who reads it goes along only where that was changed, else it would be told as a change. */
export function editFrom(typed: TypedLedgerSource, before: TypedLedgerSource) {
  const { readers, ...source } = ledgerSourceFrom(typed)
  const same = readers.toSorted().join() === before.readers.toSorted().join()
  return same ? source : { ...source, readers }
}

/** Whether what a conflict says is there now is a source. */
export function isSource(value: unknown): value is SourceView {
  return typeof value === "object" && value !== null && "title" in value && "version" in value
}
