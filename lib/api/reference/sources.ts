/** What claims rest on: sources, evidence and files; and what was asked, said and worked out about them. */
import { MatchStatement, ImportKnownChecks } from "../../domain/earlier-check"
import { z } from "zod"
import {
  CommentBody,
  ContactChange,
  EvidenceChange,
  NewContact,
  NewEvidence,
  NewSource,
  NewSum,
  SourceChange,
  SourceMerge,
  SumChange,
} from "../bodies"
import { Page, SearchPage } from "../paging"
import { EXAMPLE_IDS, type Operation, type Operations } from "./operation"
import {
  CalculationOfClaim,
  Claim,
  Contact,
  EarlierChecks,
  EvidenceOfClaim,
  File,
  GoneFromClaim,
  KnownChecks,
  listOf,
  Source,
  Thread,
} from "./shapes"

const ledger = { group: "Sources and evidence" } as const
const source = { answer: Source, tagged: true } as const
const REGISTER = {
  title: "Register of bridges",
  kind: "official_record",
  url: "https://example.org/register",
  primary: true,
}

const SOURCES: Operations = {
  "GET /sources": {
    ...{ ...ledger, scope: "read", query: SearchPage, answer: listOf(Source) },
    summary: "The ledger of sources, the newest first",
    search: "?query=register",
  },
  "POST /sources": {
    ...{ ...ledger, scope: "write", body: NewSource, ...source, status: 201, located: true },
    summary: "Adds a source to the ledger",
    description: "An address that is in the ledger already is a conflict that shows the source there.",
    examples: { "an official record": REGISTER },
  },
  "GET /sources/{sourceId}": { ...ledger, scope: "read", ...source, summary: "One source" },
  "PATCH /sources/{sourceId}": {
    ...{ ...ledger, scope: "write", body: SourceChange, ...source, match: "required" },
    summary: "Changes a source",
    examples: { "its publisher": { publisher: "The town" } },
  },
  "GET /sources/{sourceId}/claims": {
    ...{ ...ledger, scope: "read", query: Page, answer: listOf(Claim) },
    summary: "The claims that rest on a source",
  },
  "POST /sources/{sourceId}/merge": {
    ...{ ...ledger, scope: "write", body: SourceMerge, ...source, match: "honoured" },
    summary: "Makes two sources one",
    description: "All that rests on the other one then rests on this one.",
    examples: { "with another": { otherId: EXAMPLE_IDS.otherSourceId } },
  },
  "POST /claims/{claimId}/evidence": {
    ...{ ...ledger, scope: "write", body: NewEvidence, answer: EvidenceOfClaim, status: 201 },
    ...{ match: "honoured", tagged: true },
    summary: "Uses a source for a claim",
    description:
      "A source of the ledger by `sourceId`, or one that is told along: its address, where it is known, leads to the source there.",
    examples: {
      "a source of the ledger": { sourceId: EXAMPLE_IDS.sourceId, stance: "supports", locator: "page 3" },
      "with its source": { source: REGISTER, stance: "refutes", excerpt: "Opened 1931." },
    },
  },
  "PATCH /evidence/{evidenceId}": {
    ...{ ...ledger, scope: "write", body: EvidenceChange, answer: EvidenceOfClaim, match: "required", tagged: true },
    summary: "Changes how a source is used",
    examples: { "its stance": { stance: "context", note: "Speaks of another year." } },
  },
  "DELETE /evidence/{evidenceId}": {
    ...{ ...ledger, scope: "write", answer: GoneFromClaim, match: "required" },
    summary: "Takes a piece of evidence off its claim",
  },
  "POST /files": {
    ...{
      ...ledger,
      scope: "write",
      form: z.strictObject({ file: z.instanceof(globalThis.File) }),
      answer: File,
      status: 201,
      located: true,
    },
    readInside: true,
    summary: "Uploads a file, to be made a source's or a contact's by its id",
  },
  "GET /files/{fileId}": {
    ...{ ...ledger, scope: "read", answer: ["application/octet-stream"], tagged: true, cached: true },
    summary: "A file, always as an attachment",
    description: "Honours `Range` and `If-None-Match`.",
  },
}

type Unnamed = Omit<Operation, "summary">
const comments: Unnamed = { group: "Comments", scope: "read", query: Page, answer: listOf(Thread) }
const comment: Unnamed = {
  ...{ group: "Comments", scope: "write", body: CommentBody, answer: Thread, status: 201 },
  description:
    "`kind` begins a thread in a lane: a query to the author, a note of the desk, or a legal one. `threadId` replies, " +
    '`as: "answer"` as the author\'s answer. `body` is Markdown.',
  examples: { "a query": { kind: "query", body: "Since *when*?" } },
}

const COMMENTS: Operations = {
  "GET /articles/{articleId}/comments": {
    ...comments,
    summary: "The threads of an article, in the lanes that you read, those begun last first",
  },
  "POST /articles/{articleId}/comments": { ...comment, summary: "Begins a thread about an article, or replies in one" },
  "GET /claims/{claimId}/comments": { ...comments, summary: "The threads about a claim, the oldest first" },
  "POST /claims/{claimId}/comments": { ...comment, summary: "Begins a thread about a claim, or replies in one" },
}

const asked = { group: "Contacts and sums" } as const
const CALL = {
  whom: "The ministry",
  channel: "phone",
  question: "How many were there?",
  askedAt: "2024-11-15T09:00:00Z",
}

const CONTACTS: Operations = {
  "GET /claims/{claimId}/contacts": {
    ...{ ...asked, scope: "read", answer: listOf(Contact) },
    summary: "Whom the desk asked about a claim",
  },
  "POST /claims/{claimId}/contacts": {
    ...{ ...asked, scope: "write", body: NewContact, answer: Contact, status: 201, match: "honoured", tagged: true },
    summary: "Writes down whom the desk asked",
    description: "`claimIds` are further claims that it was about. Address and notes are for few eyes.",
    examples: { "a call": { ...CALL, deadline: "2024-11-15T17:00:00Z", isClaimant: true } },
  },
  "PATCH /contacts/{contactId}": {
    ...{ ...asked, scope: "write", body: ContactChange, answer: Contact, match: "required", tagged: true },
    summary: "Writes down what was answered",
    examples: { "a reply": { outcome: "confirmed", reply: "Nine percent.", repliedAt: "2024-11-15T11:30:00Z" } },
  },
  "POST /claims/{claimId}/calculations": {
    ...{
      ...asked,
      scope: "write",
      body: NewSum,
      answer: CalculationOfClaim,
      status: 201,
      match: "honoured",
      tagged: true,
    },
    summary: "Works something out for a claim",
    examples: {
      "a share": {
        ...{ title: "Share", formula: "some / all * 100", unit: "%", claimed: "75 %" },
        inputs: [
          { name: "some", value: "3" },
          { name: "all", value: "4" },
        ],
      },
    },
  },
  "PATCH /calculations/{calculationId}": {
    ...{ ...asked, scope: "write", body: SumChange, answer: CalculationOfClaim, match: "required", tagged: true },
    summary: "Changes a calculation",
    examples: { "its decimals": { decimals: 1 } },
  },
  "DELETE /calculations/{calculationId}": {
    ...{ ...asked, scope: "write", answer: GoneFromClaim, match: "required" },
    summary: "Takes a calculation off its claim",
  },
}

const memory = { group: "Earlier checks" } as const

const MEMORY: Operations = {
  "POST /claims/match": {
    ...{ ...memory, scope: "read", body: MatchStatement, answer: EarlierChecks },
    summary: "Earlier checks on a statement, best first",
    description: "The desk's own verdicts and those that were imported. Changes nothing.",
    examples: { "a statement": { statement: "Taxes fell by nine percent.", limit: 5 } },
  },
  "POST /known-checks": {
    ...{ ...memory, scope: "write", body: z.union([ImportKnownChecks, z.looseObject({ "@type": z.string() })]) },
    ...{ readInside: true, answer: KnownChecks },
    summary: "Imports checks of others, all or none",
    description: "A list, or ClaimReview in JSON-LD; up to 20,000 at once. The same `externalId` is an update.",
    examples: { "a list": { checks: [{ externalId: "a-1", statement: "Taxes fell.", rating: "Half true" }] } },
  },
}

const ABOUT: Operations = {
  "GET /openapi.json": {
    ...{
      group: "About",
      scope: null,
      answer: z.looseObject({ openapi: z.literal("3.1.0") }),
      tagged: true,
      cached: true,
    },
    summary: "This reference as an OpenAPI 3.1 document",
  },
  "GET /docs": {
    ...{ group: "About", scope: null, answer: ["text/html"], tagged: true, cached: true },
    summary: "This reference as a page",
  },
}

export const OTHER_CALLS: Operations = { ...ABOUT, ...SOURCES, ...COMMENTS, ...CONTACTS, ...MEMORY }
