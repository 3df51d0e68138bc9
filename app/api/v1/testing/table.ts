/** Every route there is: whoever adds one adds it here, and with it come the tests that each has to pass. */
import { addSource } from "@/lib/desk/sources"
import { proposeFix } from "@/lib/desk/fixes"
import { listWebhooks, makeWebhook } from "@/lib/desk/webhooks"
import { CALL, calculated, called } from "@/lib/desk/testing/contact-acts"
import { newSource, type Desk } from "@/lib/desk/testing/desk"
import { sentFile } from "@/lib/desk/testing/files"
import type { Scope } from "@/lib/domain/workspace"
import type { Method } from "./http"

/** What the addresses of a desk's things are made of. */
export interface Things {
  articleId: string
  claimId: string
  annotationId: string
  sourceId: string
  evidenceId: string
  roundId: string
  fixId: string
  fileId: string
  contactId: string
  calculationId: string
  webhookId: string
}

interface Entry {
  /** Null for what anybody may read. */
  scope: Scope | null
  /** A body that would be taken where the thing is one's own. */
  body?: unknown
}

/** A form with one file. */
export function formWith(name: string, content: string | Uint8Array<ArrayBuffer>): FormData {
  const form = new FormData()
  form.set("file", new File([content], name))
  return form
}

const CONTENT = { format: "text", content: "A bridge opened in 1931, the council says.\n" }
const QUOTE = { selectors: [{ type: "TextQuoteSelector", exact: "taxes fell by nine percent" }] }

const ROUTES: Record<string, Entry> = {
  "GET /articles": { scope: "read" },
  "POST /articles": { scope: "write", body: CONTENT },
  "GET /articles/[articleId]": { scope: "read" },
  "PATCH /articles/[articleId]": { scope: "write", body: { section: "Local" } },
  "DELETE /articles/[articleId]": { scope: "admin" },
  "GET /articles/[articleId]/claims": { scope: "read" },
  "POST /articles/[articleId]/claims": { scope: "write", body: QUOTE },
  "PUT /articles/[articleId]/coverage": {
    scope: "write",
    body: { sentences: [{ start: 0, end: 4 }], mark: "nothing_to_check" },
  },
  "GET /articles/[articleId]/comments": { scope: "read" },
  "POST /articles/[articleId]/comments": { scope: "write", body: { kind: "note", body: "Ask the council." } },
  "GET /articles/[articleId]/export": { scope: "read" },
  "GET /articles/[articleId]/annotations": { scope: "read" },
  "GET /articles/[articleId]/annotations/[annotationId]": { scope: "read" },
  "GET /articles/[articleId]/revisions": { scope: "read" },
  "POST /articles/[articleId]/revisions": { scope: "write", body: CONTENT },
  "POST /articles/[articleId]/sign-off": { scope: "review" },
  "POST /claims/[claimId]/reopen": { scope: "review", body: { kind: "factual", reason: "It was ten percent." } },
  "GET /claims/[claimId]": { scope: "read" },
  "POST /claims/match": { scope: "read", body: { statement: "Taxes fell by nine percent." } },
  "POST /claims/[claimId]/anchor": { scope: "write", body: QUOTE },
  "PATCH /claims/[claimId]": { scope: "write", body: { statement: "Taxes fell." } },
  "DELETE /claims/[claimId]": { scope: "write", body: { reason: "Twice." } },
  "POST /claims/[claimId]/evidence": { scope: "write", body: { source: { title: "A register" }, stance: "supports" } },
  "GET /claims/[claimId]/comments": { scope: "read" },
  "POST /claims/[claimId]/comments": { scope: "write", body: { kind: "query", body: "Since when?" } },
  "GET /claims/[claimId]/contacts": { scope: "read" },
  "POST /claims/[claimId]/contacts": { scope: "write", body: CALL },
  "PATCH /contacts/[contactId]": { scope: "write", body: { outcome: "declined" } },
  "POST /claims/[claimId]/calculations": { scope: "write", body: { title: "Sum", formula: "1 + 1" } },
  "PATCH /calculations/[calculationId]": { scope: "write", body: { decimals: 1 } },
  "DELETE /calculations/[calculationId]": { scope: "write" },
  "POST /claims/[claimId]/fix": { scope: "write", body: { wording: "taxes fell by ten percent" } },
  "PUT /claims/[claimId]/verdict": { scope: "write", body: { rating: "true" } },
  "POST /claims/[claimId]/rounds": { scope: "write" },
  "POST /claims/[claimId]/second-opinion": { scope: "write" },
  "POST /claims/[claimId]/adjudication": { scope: "review", body: { rating: "true", reason: "It says so." } },
  "GET /events": { scope: "read" },
  "POST /fixes/[fixId]/accept": { scope: "review" },
  "POST /known-checks": { scope: "write", body: { checks: [{ externalId: "a", statement: "Taxes fell." }] } },
  "PATCH /evidence/[evidenceId]": { scope: "write", body: { stance: "context" } },
  "DELETE /evidence/[evidenceId]": { scope: "write" },
  "POST /rounds/[roundId]/recall": { scope: "write" },
  "POST /rounds/[roundId]/reviews": { scope: "review", body: { decision: "approve" } },
  "POST /files": { scope: "write", body: formWith("register.txt", "Loans by year.") },
  "GET /files/[fileId]": { scope: "read" },
  "GET /sources": { scope: "read" },
  "POST /sources": { scope: "write", body: { title: "A register" } },
  "GET /sources/[sourceId]": { scope: "read" },
  "PATCH /sources/[sourceId]": { scope: "write", body: { title: "The register" } },
  "GET /sources/[sourceId]/claims": { scope: "read" },
  "POST /sources/[sourceId]/merge": { scope: "write", body: { otherId: "00000000-0000-7000-8000-000000000000" } },
  "GET /webhooks": { scope: "admin" },
  "POST /webhooks": { scope: "admin", body: { url: "https://cms.example.org/stet" } },
  "DELETE /webhooks/[webhookId]": { scope: "admin" },
  "GET /webhooks/[webhookId]/deliveries": { scope: "admin" },
  "GET /openapi.json": { scope: null },
  "GET /docs": { scope: null },
  "GET /[[...rest]]": { scope: "read" },
  "POST /[[...rest]]": { scope: "read" },
  "PUT /[[...rest]]": { scope: "read" },
  "PATCH /[[...rest]]": { scope: "read" },
  "DELETE /[[...rest]]": { scope: "read" },
}

/** The table, line by line. */
export const entries = Object.entries(ROUTES).map(([name, entry]) => {
  const [method = "", path = ""] = name.split(" ")
  return { name, method: method as Method, path, ...entry }
})

/** A claim in review and what goes with it. */
export async function thingsOf(desk: Desk): Promise<Things> {
  const claim = await desk.sentClaim()
  const source = await addSource(desk.checker, newSource())
  const { id: claimId } = await desk.claim()
  const { fix } = await proposeFix(desk.checker, { claimId, wording: "taxes fell by ten percent", reason: null })
  const { contactId } = await called(desk.checker, [claimId])
  const { calculationId } = await calculated(desk.checker, claimId)
  const [webhook] = await listWebhooks(desk.owner)
  const url = "https://cms.example.org/stet"
  const { id: webhookId } = webhook ?? (await makeWebhook(desk.owner, { url, kinds: [] }))
  return {
    ...{ contactId, calculationId, webhookId },
    articleId: claim.articleId,
    claimId: claim.id,
    annotationId: claim.id,
    sourceId: source.id,
    evidenceId: claim.evidence[0]?.id ?? "",
    roundId: claim.round.id,
    fixId: fix?.id ?? "",
    fileId: await sentFile(desk.checker, "register.txt", "Loans by year."),
  }
}

/** The address of a route for these things. */
export function addressOf(path: string, things: Record<string, string>): string {
  return path.replace("[[...rest]]", "nowhere").replace(/\[(\w+)\]/g, (_, name: string) => things[name] ?? name)
}
