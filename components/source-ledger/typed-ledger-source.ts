/** A source as the ledger's own form has it, and back to what the acts take. Pure. */
import { freshFrom, sourceFrom, type TypedSource } from "@/components/source/typed-source"
import type { SourceView } from "@/lib/domain/source"

export interface TypedLedgerSource extends TypedSource {
  independenceGroup: string
  neverRefetch: "yes" | "no"
  /** Memberships. */
  readers: string[]
}

/** What is typed over a source, and which version of it that was. */
export interface Retyped {
  typed: TypedLedgerSource
  version: number
}

/** One by one, as they stand in the form. */
export const ledgerFields = [
  ...(["title", "url", "kind", "publisher", "author", "publishedOn", "file", "primary", "confidential"] as const),
  ...(["readers", "independenceGroup", "neverRefetch"] as const),
] satisfies (keyof TypedLedgerSource)[]
export type LedgerField = (typeof ledgerFields)[number]

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
    file: source.file && { id: source.file.id, name: source.file.name },
    primary: yes(source.primary),
    confidential: yes(source.confidential),
    independenceGroup: independenceGroup ?? "",
    neverRefetch: yes(source.neverRefetch),
    readers: readers.toSorted(),
  }
}

/** As the act takes a new one. */
export function ledgerSourceFrom(typed: TypedLedgerSource) {
  const independenceGroup = typed.independenceGroup.trim() || null
  const fileId = typed.file?.id ?? null
  const common = { ...sourceFrom(typed), fileId, independenceGroup, neverRefetch: typed.neverRefetch === "yes" }
  return { ...common, readers: typed.confidential === "yes" ? typed.readers.toSorted() : [] }
}

/**
 * As the act takes an edit: only what was changed, so that nothing somebody else changed meanwhile is overwritten. Who
 * reads it goes along when it is closed or opened, as the form shows it.
 */
export function editFrom(typed: TypedLedgerSource, base: TypedLedgerSource) {
  const before = ledgerSourceFrom(base)
  const turned = typed.confidential !== base.confidential
  const changed = Object.entries(ledgerSourceFrom(typed)).filter(
    ([name, value]) => (turned && name === "readers") || !isSame(value, before[name as keyof typeof before]),
  )
  return Object.fromEntries(changed) as Partial<ReturnType<typeof ledgerSourceFrom>>
}

/** What somebody else changed meanwhile; `mine` where it was changed here too, to something else. */
export interface Difference {
  name: LedgerField
  there: TypedLedgerSource
  mine: TypedLedgerSource | null
}

/** Everything that is there now and was not when the typing began. */
export function differences(mine: TypedLedgerSource, base: TypedLedgerSource, there: TypedLedgerSource): Difference[] {
  return ledgerFields
    .filter((name) => !isSame(there[name], base[name]))
    .map((name) => {
      const collides = !isSame(mine[name], base[name]) && !isSame(mine[name], there[name])
      return { name, there, mine: collides ? mine : null }
    })
}

/** What was typed, put over what is there now: fields that were left alone follow. */
export function typedOver(there: TypedLedgerSource, mine: TypedLedgerSource, base: TypedLedgerSource) {
  const kept = ledgerFields.filter((name) => !isSame(mine[name], base[name])).map((name) => [name, mine[name]] as const)
  return { ...there, ...Object.fromEntries(kept) } as TypedLedgerSource
}

/** What a conflict says is there now; who reads it is told where the source was being edited. */
export interface SourceThere extends SourceView {
  readers?: string[]
}

/** Whether what a conflict says is there now is a source. */
export function isSource(value: unknown): value is SourceThere {
  return typeof value === "object" && value !== null && "title" in value && "version" in value
}

/** Whether two values of a field say the same; who reads it has no order. */
const isSame = (one: unknown, other: unknown) => inOneOrder(one) === inOneOrder(other)

const inOneOrder = (value: unknown) => JSON.stringify(Array.isArray(value) ? value.toSorted() : value)
