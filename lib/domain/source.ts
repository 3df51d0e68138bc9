/** Sources, kept once per workspace, and evidence, a passage of one used for one claim. */
import { z } from "zod"
import { CalendarDate, WebAddress } from "./article"
import { PartName, TextState } from "./file"
import { Id } from "./id"

export const SourceKind = z.enum([
  "official_record",
  "dataset",
  "study",
  "news_report",
  "interview",
  "statement",
  "social_post",
  "media",
  "document",
  "own_reporting",
  "other",
])
export type SourceKind = z.infer<typeof SourceKind>

export const Stance = z.enum(["supports", "refutes", "context"])
export type Stance = z.infer<typeof Stance>

const line = (max: number) => z.string().trim().max(max)

/** What can be changed of a source. Without defaults: zod fills them in where a partial input leaves a field out. */
const SourceFields = z.object({
  kind: SourceKind,
  title: line(500).min(1),
  author: line(300).nullish(),
  publisher: line(300).nullish(),
  publishedOn: CalendarDate.nullish(),
  url: WebAddress.nullish(),
  /** A file that whoever gives it has uploaded, by the upload's id or the file's, becomes the source's own; null takes it off. */
  fileId: Id.nullish(),
  primary: z.boolean(),
  independenceGroup: line(120).nullish(),
  confidential: z.boolean(),
  /** Memberships that may see a confidential source besides editors and owners. */
  readers: z.array(Id).max(200),
  neverRefetch: z.boolean(),
})

/** A source as it is typed in. */
export const SourceInput = SourceFields.extend({
  kind: SourceKind.default("other"),
  primary: z.boolean().default(false),
  confidential: z.boolean().default(false),
  readers: SourceFields.shape.readers.default([]),
  neverRefetch: z.boolean().default(false),
})
export type SourceInput = z.infer<typeof SourceInput>

/** What can be changed of evidence. */
export const EvidenceFields = z.object({
  stance: Stance,
  locator: line(300).nullish(),
  excerpt: z.string().trim().max(10_000).nullish(),
  note: z.string().trim().max(10_000).nullish(),
})
export type EvidenceFields = z.infer<typeof EvidenceFields>

const version = z.number().int().positive().optional()

export const AddEvidence = z.object({
  claimId: Id,
  /** The claim's version that its editor saw; absent, the act takes what is there. */
  version,
  /** One of the ledger, or one typed in: a canonical address already in the ledger reuses that source unchanged. */
  source: z.union([z.object({ id: Id }), SourceInput]),
  evidence: EvidenceFields,
})
export type AddEvidence = z.input<typeof AddEvidence>

export const EditEvidence = z.object({ evidenceId: Id, version, evidence: EvidenceFields.partial() })
export type EditEvidence = z.infer<typeof EditEvidence>

export const RemoveEvidence = z.object({ evidenceId: Id, version })
export type RemoveEvidence = z.infer<typeof RemoveEvidence>

export const EditSource = z.object({ sourceId: Id, version, source: SourceFields.partial() })
export type EditSource = z.input<typeof EditSource>

export const MergeSources = z.object({
  /** The one that is kept, and its version that whoever merges saw. */
  sourceId: Id,
  version,
  otherId: Id,
})
export type MergeSources = z.infer<typeof MergeSources>

export const FindSources = z.object({
  query: z.string().trim().max(200).default(""),
  /** The id of the last one seen. */
  cursor: Id.optional(),
  limit: z.number().int().min(1).max(200).default(50),
})
export type FindSources = z.input<typeof FindSources>

/** The file of a source, under the name that it came with; `text` says whether it can be searched. */
export const SourceFile = z.object({
  id: Id,
  name: z.string(),
  type: z.string(),
  size: z.number(),
  text: TextState,
})
export type SourceFile = z.infer<typeof SourceFile>

export interface SourceView {
  id: string
  kind: SourceKind
  title: string
  author: string | null
  publisher: string | null
  publishedOn: string | null
  url: string | null
  file: SourceFile | null
  primary: boolean
  independenceGroup: string | null
  confidential: boolean
  neverRefetch: boolean
  version: number
}

/** Where an excerpt stands in the text of its source, as it is kept beside it. */
export const ExcerptPlace = z.object({
  part: PartName.nullable(),
  /** What is written there, where that is not the excerpt. */
  passage: z.string().nullable(),
})
export type ExcerptPlace = z.infer<typeof ExcerptPlace>

/** Whether an excerpt was found in the text of its source; `part` and `passage` are null where it was not. */
export interface ExcerptView extends ExcerptPlace {
  /** `similar` in other words; `unlike` where a figure, a date or a negation is another. */
  state: "found" | "similar" | "unlike" | "missing"
}

export interface EvidenceView {
  id: string
  claimId: string
  source: SourceView
  stance: Stance
  locator: string | null
  excerpt: string | null
  /** What came of looking the excerpt up; null where there is no text to look in, or nothing to look up. */
  lookedUp: ExcerptView | null
  /** Whether a copy is kept of what its source says on the web, here or in a public archive, or it has no page there. */
  kept: boolean
  /** For the desk alone; null to authors and viewers. */
  note: string | null
  accessedAt: string
  /** Why somebody should look at it again, and since when; null where nothing asks for it. */
  flag: EvidenceFlag | null
  flaggedAt: string | null
  version: number
}

/** What a source is known by, as far as one may lack what another has. */
interface Known {
  author: string | null
  publisher: string | null
  publishedOn: Date | null
  url: string | null
  independenceGroup: string | null
  fileId: string | null
  fileName: string | null
  neverRefetch: boolean
}

/**
 * What a source takes over from another one that is merged into it: what it lacks itself, a file with its name. That one
 * of them is never to be fetched holds for both.
 */
export function takenOver(kept: Known, other: Known): Partial<Known> {
  const file = kept.fileId === null && other.fileId !== null ? { fileId: other.fileId, fileName: other.fileName } : {}
  const names = ["author", "publisher", "publishedOn", "url", "independenceGroup"] as const
  const taken = names.filter((name) => kept[name] === null && other[name] !== null).map((name) => [name, other[name]])
  const never = other.neverRefetch && !kept.neverRefetch ? { neverRefetch: true } : {}
  return { ...(Object.fromEntries(taken) as Partial<Known>), ...file, ...never }
}
export const EvidenceFlag = z.enum(["source_edited", "source_merged", "passage_changed", "page_moved", "page_gone"])
export type EvidenceFlag = z.infer<typeof EvidenceFlag>

/** Parameters that only track whoever follows a link; the page is the same without them. */
const TRACKING = /^(utm_\w+|fbclid|gclid|dclid|msclkid|mc_cid|mc_eid|igshid|ref_src|_ga|yclid|wt_mc|icid)$/i

/**
 * One address for one page: lower-case host, no default port, fragment, tracking parameters or trailing dot of the host.
 * The order of the remaining parameters is kept, some servers read it.
 */
export function canonicalAddress(address: string): string {
  const url = new URL(address)
  url.hash = ""
  url.username = ""
  url.password = ""
  url.hostname = url.hostname.replace(/\.$/, "")
  // By hand: searchParams would write the remaining parameters anew, and so in another way than where nothing is taken out.
  const kept = url.search
    .slice(1)
    .split("&")
    .filter((parameter) => parameter !== "" && !TRACKING.test(parameter.split("=", 1)[0] ?? ""))
    .join("&")
  // With its question mark: the setter would take one that the parameters begin with for it.
  url.search = kept && `?${kept}`
  return url.href
}

/** A file that a source had when a verdict was sent with it, and has no more. Times are ISO 8601 in UTC. */
export interface EarlierFile {
  id: string
  name: string
  type: string
  size: number
  receivedAt: string
  /** When it was last sent with a verdict. */
  citedAt: string
}
