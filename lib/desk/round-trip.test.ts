/**
 * The law of the bundle, on the desk: what is exported, imported by another desk and exported there is the same, byte for
 * byte, but for ids, for what stands, for how the work is arranged, and for the marks of history.
 */
import * as fc from "fast-check"
import { strFromU8, unzipSync } from "fflate"
import { expect } from "vitest"
import { describe as describeSpan } from "../anchor"
import { webAnnotation } from "../document/annotation/page"
import { packed } from "../document/bundle"
import { readerMarkdown } from "../document/reader-markdown"
import { annotatedArticle, furnished, withFixes } from "../document/testing/annotated-arbitraries"
import type { AnnotatedArticle } from "../domain/annotated-article"
import { headOf } from "../domain/article"
import type { ClaimView } from "../domain/claim"
import type { CommentKind, ThreadView } from "../domain/comment"
import { oneLine } from "../domain/one-line"
import { canonicalAddress } from "../domain/source"
import type { Actor } from "../domain/workspace"
import { exportArticle } from "./exports"
import { importArticle } from "./imports"
import { test } from "./testing/desk"

/** An id like those of a desk, by what it is of. */
const idOf = (...of: (string | number)[]) => {
  const hex = [...new TextEncoder().encode(JSON.stringify(of))].reduce(
    (sum, byte) => (sum * 31n + BigInt(byte)) % (1n << 64n),
    7n,
  )
  const digits = hex.toString(16).padStart(16, "0")
  return `0190a000-0000-7000-${(0x8000 + (parseInt(digits.slice(0, 3), 16) % 0x4000)).toString(16)}-${digits.slice(4)}`
}

/** Words as a field keeps them. */
const typed = (text: string, most = 280) =>
  text
    .replace(/(?!\n)\p{Cc}/gu, "")
    .toWellFormed()
    .slice(0, most)
    .toWellFormed()
    .trim()

const typedOr = (text: string | null, most?: number) => (text === null ? null : typed(text, most) || null)

/** The article as a desk could have made it: fields no longer than they are, sources one to an address, sums on evidence. */
function keepable(article: AnnotatedArticle): AnnotatedArticle {
  const claims = article.claims.map((claim) => keptClaim(claim, article.revision.text))
  const { title, dek } = headOf(article.revision.document)
  // A dek without words is none to any reader.
  return { ...article, title, dek: dek?.trim() ? dek : null, claims }
}

function keptClaim(claim: ClaimView, text: string): ClaimView {
  const { number, verdict, fix } = claim
  const evidence = claim.evidence.map((one, at) => {
    const url = one.source.url && canonicalAddress(`${one.source.url}?of=${number}-${at}`)
    const [note, locator] = [typedOr(one.note), typedOr(one.locator)]
    const source = { ...one.source, id: idOf("source", number, at), title: typed(one.source.title) || "Untitled", url }
    const flag = at === 0 ? { flag: "page_gone" as const, flaggedAt: "2024-11-15T09:00:00.000Z" } : {}
    return { ...one, id: idOf("evidence", number, at), note, locator, excerpt: note, source, ...flag }
  })
  return {
    ...claim,
    job: verdict?.scale.startsWith("ours") ? "ours" : "theirs",
    ...{ statement: typedOr(claim.statement), claimant: typedOr(claim.claimant), evidence },
    ...{ whySelected: typedOr(claim.whySelected), fix: fix && { ...fix, ...keptFix(fix) } },
    anchors: claim.anchors.map((anchor, at) => {
      const { start, end, placement } = anchor
      const around = start === null || end === null || placement === "stale" ? {} : describeSpan(text, { start, end })
      return { ...anchor, ...around, contextChanged: placement === "exact" && at === 1 }
    }),
    verdict: verdict && {
      ...verdict,
      ...{ conclusion: typedOr(verdict.conclusion), explanation: typedOr(verdict.explanation) },
      ...{ workingNote: typedOr(verdict.workingNote), asOf: "2024-11-14", recheckOn: "2025-11-14" },
    },
    contacts: claim.contacts.map((contact) => ({
      ...{ ...contact, id: idOf("contact"), whom: typed(contact.whom) || "N. N.", address: typedOr(contact.address) },
      ...{ question: typed(contact.question) || "Is it so?", reply: typedOr(contact.reply) },
      notes: typedOr(contact.notes),
    })),
    calculations: claim.calculations.map((sum) => ({
      ...{ ...sum, title: typed(sum.title) || "A sum", note: typedOr(sum.note) },
      inputs: sum.inputs.map((input) => ({ ...input, evidenceId: evidence[0]?.id ?? null })),
    })),
  }
}

const keptFix = ({ wording, reason }: NonNullable<ClaimView["fix"]>) => ({
  wording: oneLine(wording.toWellFormed()),
  reason: typedOr(reason),
})

/** Something said in each lane, on claims, on words and on the article, with a reply, a former wording and an end. */
function threadsOn({ claims, revision }: AnnotatedArticle): ThreadView[] {
  const place = { start: 0, end: `${revision.text}\n`.indexOf("\n") }
  const on = (claim: ClaimView) => ({ ...claim, words: "", isWithdrawn: false })
  const kinds: CommentKind[] = ["query", "note", "legal"]
  return [...claims.slice(0, 4).map(on), null, "words" as const].map((about, at) => {
    const isOnWords = about === "words"
    const said = (by: string, body: string, minute: number) => ({
      ...{ id: idOf(body), body, blocks: [], writtenBy: { id: by, name: by }, saidBy: null, answer: false, version: 1 },
      ...{ createdAt: `2024-11-14T12:0${at}:0${minute}.000Z`, editedAt: null, before: [] },
    })
    const edited = {
      editedAt: "2024-11-15T12:00:00.000Z",
      before: [{ body: "Once.", writtenAt: "2024-11-14T12:00:00.000Z" }],
    }
    return {
      ...{ id: idOf("thread", at), articleId: "article", kind: kinds[at % 3] ?? "note", waitingSince: null },
      claim: isOnWords ? null : about,
      ...(isOnWords ? { quote: revision.text.slice(place.start, place.end), place } : { quote: "", place: null }),
      ...{ sentence: isOnWords ? 1 : null, resolvedAt: at === 1 ? "2024-11-16T12:00:00.000Z" : null, resolvedBy: null },
      comments: [
        { ...said("Checker", `    Code ${at}, @Ann *said*.`, 0), ...edited },
        { ...said("Editor", `Reply ${at}`, 1), answer: kinds[at % 3] === "query" },
      ],
    }
  })
}

const articles = furnished(withFixes(annotatedArticle()))
  .map(keepable)
  .filter(({ title, claims }) => title !== "" && claims.length > 0)

function bundleOf(article: AnnotatedArticle): Uint8Array {
  const how = { profile: "internal", publishNames: true, threads: threadsOn(article), legal: "told" } as const
  return packed([
    ["article.md", readerMarkdown(article, how)],
    ["article.jsonld", webAnnotation(article, how)],
  ])
}

async function through(actor: Actor, bytes: Uint8Array): Promise<Uint8Array> {
  const { articleId } = await importArticle(actor, { bytes, format: "bundle", origin: "file", given: {} })
  const { body } = await exportArticle(actor, articleId, { format: "bundle", profile: "internal", legal: "told" })
  return body as Uint8Array
}

const fileIn = (bundle: Uint8Array, name: string) => strFromU8(unzipSync(bundle)[name] ?? new Uint8Array())

/** What says who, when, how far and for how long, and what was decided: of the other desk, and not of the article. */
const PASSING = new Set([
  ...["standing", "signedOffAt", "lead", "dueAt", "nothingToCheck", "checkers", "reviewers", "checkedOn", "markedBy"],
  ...[
    "underReviewSince",
    "markedAt",
    "assignee",
    "waiting",
    "legal",
    "round",
    "reviews",
    "opinion",
    "tidy",
    "letStand",
  ],
  ...["waitingSince", "resolvedBy", "recordedBy", "proposedBy", "proposedAt", "created", "creator", "motivation"],
  "sourceDate",
])

/** A claim's state is no text's, and the author's word on a fix no comment that answers. */
const passes = (key: string, value: unknown) =>
  PASSING.has(key) || (key === "state" && typeof value === "string") || (key === "answer" && typeof value === "object")

const isHistory = (value: unknown) => typeof value === "string" && value.startsWith("Imported with the article")

const lasts = (one: unknown) => {
  const { value, comments, "stet:thread": thread } = Object(one) as Record<string, { comments?: { body: string }[] }>
  return ![value, Object(comments)[0]?.body, thread?.comments?.[0]?.body].some(isHistory)
}

function sameObject(key: string, value: object): unknown {
  if (key === "revision") return "sha256" in value && value.sha256
  // The database keeps words by language in an order of its own.
  if (key === "label" || key === "definition") return Object.entries(value).sort()
  return "saidBy" in value && "by" in value ? { ...value, by: value.saidBy ?? value.by, saidBy: null } : value
}

/** What is to be the same: ids by their order, who said something by name, without what passes. */
function lasting(jsonld: string): string {
  const names = new Map<string, string>()
  const ids = new Set(["id", "key", "evidenceId"])
  const named = (id: string) => names.set(id, names.get(id) ?? `#${names.size}`).get(id)
  const same = (key: string, value: unknown) => {
    if (passes(key, value)) return undefined
    if (typeof value === "string") return ids.has(key) && !value.startsWith("urn:sha256:") ? named(value) : value
    if (Array.isArray(value)) return value.filter(lasts)
    return typeof value === "object" && value !== null ? sameObject(key, value) : value
  }
  return JSON.stringify(JSON.parse(jsonld), same, 1)
}

/** The article and its notes, but for where they stand, who checked them and what was let stand. */
const lastingMarkdown = (markdown: string) =>
  markdown
    .replace(/^---\n[\s\S]*?\n---\n/, "")
    .replace(/^(\[\^[^\]]+\]: \*\*.*?\*\*) \((?:draft|in review|changes requested|checked, not reviewed)\)/gm, "$1")
    .replace(/\n\n {4}(?:Checked by|Let stand:) (?:[^\n]|\n {4}|\n\n {4})*/g, "")

test("what one desk exports and another imports and exports again is the same but for ids, standing and history", async ({
  desk,
}) => {
  await fc.assert(
    fc.asyncProperty(articles, async (article) => {
      const first = bundleOf(article)
      const other = await desk.otherWorkspace()
      const second = await through(other.editor, first)
      expect(lasting(fileIn(second, "article.jsonld"))).toBe(lasting(fileIn(first, "article.jsonld")))
      expect(lastingMarkdown(fileIn(second, "article.md"))).toBe(lastingMarkdown(fileIn(first, "article.md")))
    }),
    // To shrink a failure takes Postgres minutes; its lines say what differs.
    { numRuns: 8, endOnFailure: true },
  )
})
