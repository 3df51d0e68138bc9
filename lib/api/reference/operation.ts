/** One call of the API as its reference tells it: what it takes and answers, with schemas that the routes use too. */
import type { z } from "zod"
import type { Scope } from "../../domain/workspace"

export interface Operation {
  group: Group
  /** One line. */
  summary: string
  /** What else there is to know, in Markdown without blocks. */
  description?: string
  /** What its token needs; null where it needs none. */
  scope: Scope | null
  query?: z.ZodType
  /** As JSON. */
  body?: z.ZodType
  /** The body is read by what the route calls, since it may be one of several. */
  readInside?: true
  /** The same as `multipart/form-data`. */
  form?: z.ZodType
  /** As JSON, or what media types it may be of. */
  answer: z.ZodType | readonly string[]
  /** 201 where something is made, 200 else. */
  status?: 201
  /** What is made has an address of its own, which `Location` tells. */
  located?: true
  /** Besides `status`: what is there already. */
  maybe?: 200
  /** `If-Match`: needed, or honoured where it is given. */
  match?: "required" | "honoured"
  /** Whether the answer has an entity tag. */
  tagged?: true
  /** Answers with the thing itself, so that it may answer 304. */
  cached?: true
  /** A body that works, where there is one; of several the first. Ids in it are those of `EXAMPLE_IDS`. */
  examples?: Record<string, unknown>
  /** A query that shows something. */
  search?: string
}

/** Calls by method and path: `POST /claims/{claimId}/evidence`. */
export type Operations = Record<string, Operation>

export const GROUPS = [
  "Articles",
  "Claims",
  "Verdicts and reviews",
  "Sources and evidence",
  "Comments",
  "Contacts and sums",
  "Earlier checks",
  "Events and webhooks",
  "About",
] as const
export type Group = (typeof GROUPS)[number]

const exampleId = (at: number) => `0193c0de-0000-7000-8000-${String(at).padStart(12, "0")}`

/** Ids that stand in addresses and bodies of the examples. */
export const EXAMPLE_IDS = {
  articleId: exampleId(1),
  claimId: exampleId(2),
  sourceId: exampleId(3),
  evidenceId: exampleId(4),
  roundId: exampleId(5),
  fixId: exampleId(6),
  fileId: exampleId(7),
  contactId: exampleId(8),
  calculationId: exampleId(9),
  annotationId: exampleId(2),
  webhookId: exampleId(12),
  /** Another source, and another person of the desk. */
  otherSourceId: exampleId(10),
  memberId: exampleId(11),
} as const
