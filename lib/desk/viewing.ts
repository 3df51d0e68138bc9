/** The text of a source for the screen that shows it, opened at a passage. */
import type { Prisma } from "../../prisma/client/client"
import type { Span } from "../anchor"
import { db } from "../db"
import { kindOf, TextParts, type EvidenceText, type FileKind, type PartName } from "../domain/file"
import { locatorIn, partAt, spanAt, type Locator } from "../domain/locator"
import { can } from "../domain/policy"
import { refuse } from "../domain/refusal"
import { windowAround, windowFrom } from "../domain/text-window"
import type { CitedHere, SourceReading, ViewAsked } from "../domain/viewing"
import { isSent } from "../domain/standing"
import type { Actor } from "../domain/workspace"
import { asSeen, hiding } from "./blind"
import { lastCited } from "./cited-files"
import { readFile } from "./files"
import { readableBy } from "./relations"
import { evidenceView, seenBy, sourceParts } from "./seen-by"

/** What a source says, as far as its reader may see it. Refuses with `not-found` where it has no text or file. */
export async function readView(actor: Actor, asked: ViewAsked): Promise<SourceReading> {
  const where = { AND: [{ id: asked.sourceId }, readableBy(actor)] }
  const source = await db().source.findFirst({ where, select: { id: true, title: true, url: true, fileId: true } })
  if (!source) throw refuse("not-found", "source.notFound")
  const cited = await citedBy(actor, asked)
  const { fileId, takenAt, citedAt } = await chosen(actor, source, asked, cited)
  const file = await readFile(actor, fileId)
  const kind = kindOf(file.type) ?? "text"
  const found = cited && markOf(cited, fileId)
  const { text, state, failure } = await (WINDOWED.has(kind) || found ? textIn(fileId) : stateOf(fileId))
  return {
    source: { id: source.id, title: source.title, url: source.url },
    file: { ...file, kind },
    ...{ takenAt, citedAt, state, failure },
    ...opened(actor, { asked, cited, fileId, kind, found, text }),
  }
}

interface Opening {
  asked: ViewAsked
  cited: Cited | null
  fileId: string
  kind: FileKind
  /** Where the text has what is cited. */
  found: Span | null
  text: EvidenceText
}

/** Where it opens: at what was found, which says more than what was written by hand. */
function opened(actor: Actor, { asked, cited, fileId, kind, found, text }: Opening) {
  const evidence = cited && evidenceOf(actor, cited, fileId)
  const locator = locatorIn(asked.at ?? cited?.locator ?? "")
  const named = spanAt(text, locator)
  const mark = found ?? askedFor(asked, named)
  const part = found && partAt(text.parts, found.start)
  const passage = kind === "pdf" ? passageOf(evidence, found && text.text.slice(found.start, found.end)) : null
  const window = windowOf(kind, text, { from: asked.from, at: (mark ?? named ?? START).start })
  return { evidence, mark, passage, window, ...placeOf(locator, part) }
}

/** What is written there, where that is not the excerpt; of what was never looked up here, what was sent. */
function passageOf(evidence: CitedHere | null, sent: string | null): string | null {
  const lookedUp = evidence?.lookedUp
  if (!lookedUp) return sent ?? evidence?.excerpt ?? null
  return lookedUp.state === "found" ? evidence.excerpt : lookedUp.passage
}

const START = { start: 0 }

/** A place that is asked for is marked; one that is only written beside an excerpt is turned to. */
const askedFor = ({ at }: ViewAsked, named: Span | null) => (at === undefined ? null : named)

/** What was found in another text says nothing of this one. */
function evidenceOf(actor: Actor, cited: Cited, fileId: string): CitedHere {
  const { id, version, excerpt, locator, lookedUp } = evidenceView(actor, cited)
  const { number, article } = cited.claim
  return {
    ...{ id, version, excerpt, locator, claim: { number, article: article.title } },
    lookedUp: cited.excerptFileId === fileId ? lookedUp : null,
    mode: modeOf(actor, cited),
  }
}

/** While a claim is worked on; what was sent or approved is gone back to from the claim, where it is said what falls. */
function modeOf(actor: Actor, { claim: { state, priority, authors, article, opinions } }: Cited): CitedHere["mode"] {
  const isOpen = (state === "open" || state === "changes_requested") && opinions.length === 0
  const isWorkedOn = isOpen && article.archivedAt === null
  const subject = {
    article: { authorIds: article.authors.flatMap(({ membershipId }) => membershipId ?? []), leadId: article.leadId },
    priority,
    authorIds: authors.map(({ membershipId }) => membershipId),
  }
  return isWorkedOn && can(actor, "evidence.edit", subject) ? "write" : "read"
}

type Text = { text: EvidenceText } & Pick<SourceReading, "state" | "failure">

const UNREAD: Text = { text: { text: "", parts: [] }, state: "waiting", failure: null }

/** The text of a file, empty until it is read. */
async function textIn(fileId: string): Promise<Text> {
  const row = await db().fileText.findUnique({ where: { fileId } })
  if (!row) return UNREAD
  const { text, parts, state, failure } = row
  return { text: { text, parts: TextParts.parse(parts) }, state, failure }
}

/** How far it has been read, where its words are not shown: they may be many. */
async function stateOf(fileId: string): Promise<Text> {
  const row = await db().fileText.findUnique({ where: { fileId }, select: { state: true, failure: true } })
  return { ...UNREAD, ...row }
}

/** What is shown as its text; the others are shown as they are. */
const WINDOWED = new Set<FileKind>(["sheet", "mail", "text", "page"])

function windowOf(kind: FileKind, text: EvidenceText, { from, at }: { from: number | undefined; at: number }) {
  if (!WINDOWED.has(kind) || text.parts.length === 0) return null
  return from === undefined ? windowAround(text, at) : windowFrom(text, from)
}

async function citedBy(actor: Actor, { sourceId, evidenceId }: ViewAsked) {
  if (evidenceId === undefined) return null
  const { evidence, claim } = seenBy(actor)
  const row = await db().evidence.findFirst({
    where: { AND: [{ id: evidenceId, sourceId }, evidence, { claim }] },
    include: {
      source: { include: sourceParts },
      claim: {
        select: {
          ...citingClaim,
          opinions: hiding(actor),
          round: { select: { sentAt: true, files: { where: { evidenceId }, orderBy: SHOWN_FIRST } } },
        },
      },
    },
  })
  if (!row) return null
  const shown = asSeen(row.claim)
  // Whoever may not see its verdict changes nothing of what that rests on.
  const hidden = shown.opinions.length > 0 ? { version: 1 } : {}
  return { ...row, ...hidden, claim: shown, sent: isSent(shown) ? fileSent(shown.round) : null }
}

const SHOWN_FIRST = [
  { start: { sort: "asc", nulls: "last" } },
  { fileName: { sort: "asc", nulls: "first" } },
] as const satisfies Prisma.CitedFileOrderByWithRelationInput[]

/** What was sent is read as it was sent, whatever its source says by now. */
function fileSent<File>(round: { sentAt: Date; files: File[] } | null): (File & { sentAt: Date }) | null {
  const file = round?.files[0]
  return round && file ? { ...file, sentAt: round.sentAt } : null
}

const citingClaim = {
  ...{ number: true, state: true, priority: true },
  authors: { select: { membershipId: true } },
  article: { select: { title: true, archivedAt: true, leadId: true, authors: { select: { membershipId: true } } } },
} as const satisfies Prisma.ClaimSelect

type Cited = NonNullable<Awaited<ReturnType<typeof citedBy>>>

function markOf({ excerptStart, excerptEnd, excerptFileId, sent }: Cited, fileId: string): Span | null {
  const places = [
    { fileId: excerptFileId, start: excerptStart, end: excerptEnd },
    ...(sent ? [{ fileId: sent.fileId, start: sent.start, end: sent.end }] : []),
  ]
  const place = places.find((one) => one.fileId === fileId)
  return !place || place.start === null || place.end === null ? null : { start: place.start, end: place.end }
}

interface Chosen {
  fileId: string
  takenAt: string | null
  citedAt: string | null
}

/**
 * The snapshot or the earlier file that is asked for; what was sent with the evidence, or the text that its excerpt was
 * looked up in; the source's own file, or its newest snapshot.
 */
async function chosen(
  actor: Actor,
  { id: sourceId, fileId: own }: { id: string; fileId: string | null },
  { snapshotId, fileId }: ViewAsked,
  cited: Cited | null,
): Promise<Chosen> {
  if (snapshotId !== undefined) return pageAt({ sourceId, id: snapshotId })
  if (fileId !== undefined) return named(actor, { sourceId, fileId, own })
  return cited?.sent ? asSent(cited.sent, sourceId, own) : searched(sourceId, cited?.excerptFileId ?? own, own)
}

/** Its own file, a page of it, or a file that it had when it was cited. */
async function named(
  actor: Actor,
  { sourceId, fileId, own }: { sourceId: string; fileId: string; own: string | null },
): Promise<Chosen> {
  if (fileId === own) return { fileId, takenAt: null, citedAt: null }
  const isPage = (await db().snapshot.count({ where: { sourceId, fileId } })) > 0
  return isPage
    ? pageAt({ sourceId, fileId })
    : { fileId, takenAt: null, citedAt: await lastCited(actor, sourceId, fileId) }
}

/** Its own file, or the page that it was looked up in. */
function searched(sourceId: string, fileId: string | null, own: string | null): Chosen | Promise<Chosen> {
  if (fileId === null) return pageAt({ sourceId })
  if (fileId === own) return { fileId, takenAt: null, citedAt: null }
  // A page of another address stays with the source that has become this one.
  return pageAt({ fileId, source: { OR: [{ id: sourceId }, { mergedIntoId: sourceId }] } })
}

/** What was sent, which may be a file that its source has no more. */
function asSent(
  { fileId, fileName, sentAt }: NonNullable<Cited["sent"]>,
  sourceId: string,
  own: string | null,
): Chosen | Promise<Chosen> {
  const isEarlier = fileName !== null && fileId !== own
  return isEarlier ? { fileId, takenAt: null, citedAt: sentAt.toISOString() } : searched(sourceId, fileId, own)
}

/** The newest snapshot of those that are meant. */
async function pageAt(where: Prisma.SnapshotWhereInput): Promise<Chosen> {
  const snapshot = await db().snapshot.findFirst({
    where,
    select: { fileId: true, takenAt: true },
    orderBy: [{ takenAt: "desc" }, { id: "desc" }],
  })
  if (!snapshot) throw refuse("not-found", "source.noText")
  return { fileId: snapshot.fileId, takenAt: snapshot.takenAt.toISOString(), citedAt: null }
}

function placeOf(locator: Locator | null, part: PartName | null | undefined) {
  const named = locator?.kind === "page" ? locator.page : null
  return {
    page: part?.kind === "page" ? part.page : named,
    seconds: locator?.kind === "time" ? locator.at : null,
    cell: locator?.kind === "cell" ? { sheet: locator.sheet, column: locator.column, row: locator.row } : null,
  }
}
