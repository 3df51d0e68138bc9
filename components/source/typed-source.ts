/** Evidence and sources as they are typed, and back to what the acts take. Pure. */
import type { EvidenceFields, EvidenceView, SourceInput, SourceKind, SourceView, Stance } from "@/lib/domain/source"

export interface TypedEvidence {
  stance: Stance
  locator: string
  excerpt: string
  note: string
}

export interface TypedFile {
  id: string
  name: string
}

export interface TypedSource {
  kind: SourceKind
  title: string
  url: string
  publisher: string
  author: string
  publishedOn: string
  /** The file that was attached, or is the source's: by its upload's id or its own. */
  file: TypedFile | null
  primary: "yes" | "no"
  confidential: "yes" | "no"
}

/** What is being added: a source not chosen yet, one of the ledger, or a new one. */
export interface Adding {
  query: string
  known: SourceView | null
  fresh: TypedSource | null
  evidence: TypedEvidence
}

export const emptyEvidence: TypedEvidence = { stance: "supports", locator: "", excerpt: "", note: "" }
export const emptyAdding: Adding = { query: "", known: null, fresh: null, evidence: emptyEvidence }

/** A new source from what was searched for: an address if it is one, else a title. */
export function freshFrom(query: string): TypedSource {
  const address = /^https?:\/\/\S+$/i.test(query.trim())
  return {
    kind: "other",
    title: address ? "" : query.trim(),
    url: address ? query.trim() : "",
    publisher: "",
    author: "",
    publishedOn: "",
    file: null,
    primary: "no",
    confidential: "no",
  }
}

/** With a file, whose name is its title where none was typed. */
export function withFile(typed: TypedSource, file: TypedFile | null): TypedSource {
  const title = typed.title.trim() === "" && file ? titleOf(file.name) : typed.title
  return { ...typed, title, file }
}

/** A file's name as people would say it. */
function titleOf(name: string): string {
  return name
    .replace(/\.[\p{L}\d]{1,8}$/u, "")
    .replace(/[-_\s]+/gu, " ")
    .trim()
}

const words = (typed: string) => typed.trim() || null

/** A source as the act takes it; empty fields are left out. */
export function sourceFrom(typed: TypedSource): Partial<SourceInput> & { title: string } {
  return {
    kind: typed.kind,
    title: typed.title.trim(),
    url: words(typed.url),
    publisher: words(typed.publisher),
    author: words(typed.author),
    publishedOn: typed.publishedOn || null,
    // What was typed before there were any has none.
    ...(typed.file && { fileId: typed.file.id }),
    primary: typed.primary === "yes",
    confidential: typed.confidential === "yes",
  }
}

export function evidenceFrom(typed: TypedEvidence): EvidenceFields {
  return { stance: typed.stance, locator: words(typed.locator), excerpt: words(typed.excerpt), note: words(typed.note) }
}

export function typedEvidence(evidence: EvidenceView): TypedEvidence {
  const { stance, locator, excerpt, note } = evidence
  return { stance, locator: locator ?? "", excerpt: excerpt ?? "", note: note ?? "" }
}

/** Whether two say the same. */
export function sameEvidence(one: TypedEvidence, other: TypedEvidence): boolean {
  return (["stance", "locator", "excerpt", "note"] as const).every((name) => one[name] === other[name])
}

/** The host of an address, without `www.`; what people recognise a source by. */
export function hostOf(url: string | null): string | null {
  return url && URL.canParse(url) ? new URL(url).hostname.replace(/^www\./, "") : null
}
