/** What a record holds of a claim besides its own words: evidence, sums, contacts, threads, and what was decided elsewhere. */
import { WebAddress } from "../../domain/article"
import { asWritten } from "../../domain/contact"
import type {
  FoundCalculation,
  FoundClaim,
  FoundComment,
  FoundContact,
  FoundDeed,
  FoundEvidence,
  FoundThread,
} from "../../domain/found-claim"
import { oneLine } from "../../domain/one-line"
import { Refusal } from "../../domain/refusal"
import type { Rating } from "../../domain/scale"
import { SourceInput } from "../../domain/source"
import type { ArticleRecord, ClaimRecord, EvidenceRecord, ThreadRecord } from "../annotation/record"
import { cleanLine } from "../normalise"
import { day, dayIn, moment, nameIn, orNull, words } from "./said"

export type Scales = ArticleRecord["scales"]

/** A rating in words, where the file spells it out; else its code. */
export function labelOf(scales: Scales, { scale, rating }: { scale: string; rating: string }): string {
  const ratings = Object.hasOwn(scales, scale) ? scales[scale] : undefined
  return cleanLine(ratings?.find(({ code }) => code === rating)?.label.en ?? rating)
}

export function evidenceOf({ key, stance, locator, source, ...own }: EvidenceRecord): FoundEvidence[] {
  const title = words(source.title, 500) || source.url || ""
  const known = SourceInput.safeParse({
    kind: source.kind ?? "other",
    title: title.slice(0, 500),
    author: orNull(source.author, 300),
    publisher: orNull(source.publisher, 300),
    publishedOn: day(source.publishedOn),
    url: WebAddress.nullable().catch(null).parse(source.url),
    primary: source.primary,
    independenceGroup: orNull(source.independenceGroup, 120),
    confidential: source.confidential ?? false,
    neverRefetch: source.neverRefetch ?? false,
  })
  if (!known.success) return []
  const flaggedAt = moment(own.flaggedAt)
  return [
    {
      ...{ key: key ?? null, sourceKey: source.key ?? null, source: known.data, accessedAt: moment(own.accessedAt) },
      evidence: {
        stance: stance ?? "context",
        locator: orNull(locator, 300),
        excerpt: orNull(own.excerpt, 10_000),
        note: orNull(own.note, 10_000),
      },
      flag: own.flag && flaggedAt ? { why: own.flag, at: flaggedAt } : null,
    },
  ]
}

/** As many as a claim may have; none in which a name stands for two figures. */
export function calculationsOf({ calculations = [] }: ClaimRecord): FoundCalculation[] {
  const isClear = ({ inputs }: FoundCalculation) => new Set(inputs.map(({ name }) => name)).size === inputs.length
  return calculations.filter(isClear).slice(0, 20)
}

export function threadOf({ kind, resolvedAt, comments }: ThreadRecord): FoundThread[] {
  const said = comments.flatMap((one) => commentOf(kind, one))
  return said.length === 0 ? [] : [{ kind, resolvedAt: moment(resolvedAt), comments: said }]
}

function commentOf(kind: FoundThread["kind"], said: ThreadRecord["comments"][number]): FoundComment[] {
  const body = typed(said.body)
  if (body.trim() === "") return []
  const before = said.before.flatMap(({ body: former, writtenAt }) => {
    const at = moment(writtenAt)
    return at && typed(former).trim() !== "" ? [{ body: typed(former), writtenAt: at }] : []
  })
  return [
    {
      ...{ body, before, by: nameIn(said.saidBy ?? said.by), editedAt: moment(said.editedAt) },
      at: moment(said.at) ?? new Date(0).toISOString(),
      answer: said.answer && kind === "query",
    },
  ]
}

/** Markdown, in which white space says something. */
const typed = (body: string) => body.replace(/[\0-\x08\x0b\x0c\x0e-\x1f]/g, "").slice(0, 10_000)

type ContactRecord = NonNullable<ClaimRecord["contacts"]>[number]

/** Contacts by their keys, each once, with the numbers of the claims that name it. In the order in which they were written down. */
export function contactsOf(records: readonly { number: number; record: ClaimRecord }[]): FoundContact[] {
  const found = new Map<string, FoundContact | null>()
  for (const { number, record } of records) {
    for (const one of record.contacts ?? []) {
      const known = found.get(one.key)
      if (known === undefined) found.set(one.key, contactOf(one, number))
      else if (known && !known.claims.includes(number)) known.claims.push(number)
    }
  }
  return [...found].sort(([one], [other]) => (one < other ? -1 : 1)).flatMap(([, contact]) => contact ?? [])
}

/** As it may be written down here; null for one that could not have been. */
function contactOf(record: ContactRecord, number: number): FoundContact | null {
  const { key: _, recordedBy: _by, file: _file, details: _details, ...typed } = record
  try {
    const { fileId: _id, ...contact } = asWritten({ ...typed, fileId: null }, new Date(typed.askedAt))
    return { contact, claims: [number] }
  } catch (error) {
    if (error instanceof Refusal) return null
    throw error
  }
}

/** What was done and decided elsewhere, in the order of its kinds. */
export function historyOf(record: ClaimRecord, scales: Scales): FoundDeed[] {
  return [...verdictDeeds(record), ...opinionDeeds(record, scales), ...askedDeeds(record), ...fixDeeds(record)]
}

const deed = (what: FoundDeed["what"], by: string | null, at: string | null, note: string | null): FoundDeed => ({
  ...{ what, by: nameIn(by ?? "") || "–", on: dayIn(at), note: orNull(note, 2_000) },
})

function verdictDeeds({ round, reviews = [], checkers, checkedOn, letStand }: ClaimRecord): FoundDeed[] {
  const sent = round
    ? [deed("sent", round.sender, round.sentAt, null)]
    : checkers.map((one) => deed("checked", one, checkedOn, null))
  const decided = reviews.map(({ decision, reviewer, at, note }) => deed(decision, reviewer, at, note))
  return [...sent, ...decided, ...(letStand ? [deed("letStand", letStand.by, letStand.at, letStand.reason)] : [])]
}

function opinionDeeds({ opinion }: ClaimRecord, scales: Scales): FoundDeed[] {
  if (!opinion) return []
  const { verdict, takenBy, givenAt, adjudication } = opinion
  const found = verdict && [labelOf(scales, verdict), verdict.conclusion, verdict.explanation, verdict.workingNote]
  const inWords = ({ label, code }: Rating, reason: string) => `${cleanLine(label.en ?? code)}: ${reason}`
  return [
    ...(found ? [deed("opinion", takenBy, givenAt, found.filter(Boolean).join(": "))] : []),
    ...(adjudication
      ? [
          deed(
            "adjudicated",
            adjudication.proposedBy,
            adjudication.decidedAt ?? adjudication.proposedAt,
            inWords(adjudication.rating, adjudication.reason),
          ),
        ]
      : []),
  ]
}

function askedDeeds({ contacts = [] }: ClaimRecord): FoundDeed[] {
  return contacts.map(({ whom, recordedBy, askedAt }) => deed("asked", recordedBy, askedAt, whom))
}

const ANSWERS = { accepted: "fixAccepted", reworded: "fixReworded", refused: "fixRefused" } as const

function fixDeeds({ fix }: ClaimRecord): FoundDeed[] {
  if (!fix?.answer) return []
  const { kind, wording, reason, by, at } = fix.answer
  return [deed(ANSWERS[kind], by, at, [wording, reason].filter(Boolean).join(": "))]
}

/** What was decided last about its legal risk, where the file tells it. */
export function legalOf({ legal }: ClaimRecord): FoundClaim["legal"] {
  return legal ? { decision: legal.decision, on: dayIn(legal.at) } : null
}

/** One line, for a fix stays within its block; white space at its edges is part of it. */
export function fixOf({ fix }: ClaimRecord): FoundClaim["fix"] {
  return fix ? { wording: oneLine(fix.wording).slice(0, 20_000), reason: orNull(fix.reason, 2_000) } : null
}
