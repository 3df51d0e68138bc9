/**
 * An article's board: what is still open in it before its deadline, and what keeps it from being ready. It sorts what it
 * is given and decides nothing that coverage and standing have not decided. Offsets are UTF-16 code units.
 */
import type { Span } from "../anchor"
import type { ArticleKind, Standing } from "./article"
import type { ClaimState, Priority, WaitingView } from "./claim"
import type { Pending } from "./comment"
import type { OverdueAnswer } from "./contact"
import {
  countStates,
  sentenceStates,
  type CoverageCounts,
  type PlaceToLookAt,
  type SentenceState,
  type SentenceView,
} from "./coverage"
import { looseItems, looseOutside, type LooseItem } from "./loose"
import type { ArticleSubject } from "./policy"
import type { Job, Rating } from "./scale"
import type { Person } from "./workspace"

/** The places of the board. */
export const BOARD_PLACES = ["waiting", "changes_requested", "in_work", "in_review", "look"] as const

/** Where a claim stands on the board. `look`: passed, but its rating settles nothing, a second opinion is waited for, or its words are others now. */
export type BoardPlace = (typeof BOARD_PLACES)[number]

/** A claim as the board tells of it. Times are ISO 8601 in UTC. */
export interface BoardClaim {
  id: string
  number: number
  job: Job
  /** Its words in the text; its statement where it has lost them. */
  words: string
  state: ClaimState
  /** Whether it has all that its desk asks for. */
  passed: boolean
  verdict: { rating: Pick<Rating, "code" | "label" | "tone" | "shape"> } | null
  priority: Priority
  markedBy: Person
  assignee: Person | null
  dueAt: string | null
  waiting: WaitingView | null
  /** An answer that the desk asked for and should have by now. */
  answer: OverdueAnswer | null
  /** The round that is in review: by whom it was sent, and when. */
  sent: { by: Person; at: string; round: number } | null
  /** What of its place somebody has to look at again. */
  place: PlaceToLookAt | null
  /** Whether its rating settles it, and whether a second opinion is not in or not decided on. */
  settled: boolean
  waitsForOpinion: boolean
  /** Other words proposed for it that nobody has decided on, and whether the article's author has said anything. */
  fix: "answered" | "unanswered" | null
  version: number
}

/** A claim with its spans in the current revision. */
export type PlacedClaim = BoardClaim & { spans: readonly Span[] }

/** A sentence with what is loose in it; `loose` counts from the beginning of `words`. */
export interface BoardSentence {
  ordinal: number
  words: string
  loose: LooseItem[]
}

/** So much of something, and the first of it: a board is to be seen at a glance. */
export interface Some<Item> {
  count: number
  first: Item[]
}

/** What has to be done before an article is ready, and how often. */
export interface Left {
  what: "claims" | "unapproved" | "unsettled" | "opinions" | "places" | "sentences"
  count: number
}

/** How much of an article lies with one person. */
export interface Share {
  person: Person
  open: number
  waiting: number
  overdue: number
}

export interface Board {
  claims: Record<BoardPlace, Some<BoardClaim>>
  untouched: Some<BoardSentence>
  /** Sentences that are done with and hold loose items all the same; `items` counts these. */
  loose: Some<BoardSentence> & { items: number }
  /** What keeps the article from being ready; nothing when it is. */
  left: Left[]
  people: Share[]
  /** Numbers of the claims that should be done by now, and of those whose answer is to be asked for again. */
  overdue: number[]
  chase: number[]
  coverage: CoverageCounts
  /** Fixes that nobody has decided on: all of them, and those that the article's author has not answered. */
  fixes: { waiting: number; unanswered: number }
  /** How many have all that their desk asks for, and how many of these nobody has reviewed. */
  passed: number
  checked: number
  inReview: number
  total: number
}

/** An article with its board. Times are ISO 8601 in UTC. */
export interface ArticleBoard extends Board, Pending {
  article: ArticleSubject & {
    id: string
    title: string
    language: string
    kind: ArticleKind
    standing: Standing
    lead: Person | null
    dueAt: string | null
    archivedAt: string | null
  }
}

export interface BoardInput {
  kind: ArticleKind
  text: string
  language: string
  sentences: readonly SentenceView[]
  claims: readonly PlacedClaim[]
  dueAt: ArticleBoard["article"]["dueAt"]
  now: Date
  /** Of whom the claims are asked for; of everybody without. */
  person?: string | undefined
  /** The place of which all claims are asked for, not only the first. */
  all?: BoardPlace | undefined
}

/** So many rows of each kind: more is no board but a list, which is there for one place at a time. */
const MOST = 50
const LISTED = 1_000

/** The board of an article as it stands at `now`. */
export function boardOf(input: BoardInput): Board {
  const { kind, sentences, claims, now, person, all } = input
  const states = sentenceStates(
    sentences,
    claims.map(({ spans, ...claim }) => ({ spans, done: placeOf(claim) === null })),
  )
  const coverage = countStates(states)
  const shown = claims.filter((claim) => !person || checkerOf(claim).id === person)
  return {
    claims: sorted(shown, all),
    ...sentencesShown(input, states),
    left: leftToDo(kind, claims, coverage),
    people: shares(input),
    overdue: shown.filter((claim) => isOverdue(claim, input)).map(({ number }) => number),
    chase: shown.filter((claim) => isToChase(claim, now)).map(({ number }) => number),
    ...{ coverage, total: claims.length },
    fixes: {
      waiting: claims.filter(({ fix }) => fix !== null).length,
      unanswered: claims.filter(({ fix }) => fix === "unanswered").length,
    },
    passed: claims.filter(({ passed }) => passed).length,
    checked: claims.filter(({ passed, state }) => passed && state === "checked").length,
    inReview: claims.filter(waitsForReview).length,
  }
}

type Placeable = Pick<BoardClaim, "state" | "passed" | "waiting" | "settled" | "waitsForOpinion" | "place">

/** What was checked when nobody was asked to approve waits for review once somebody is. */
const waitsForReview = ({ state, passed }: Pick<BoardClaim, "state" | "passed">) =>
  state === "in_review" || (state === "checked" && !passed)

/** Where a claim stands on the board; null once it is done. What waits is being worked on, whatever its state says. */
export function placeOf(claim: Placeable): BoardPlace | null {
  const { state, passed, waiting, settled, waitsForOpinion, place } = claim
  if (passed) return settled && !waitsForOpinion && place === null ? null : "look"
  if (waitsForReview(claim)) return "in_review"
  if (waiting) return "waiting"
  return state === "changes_requested" ? "changes_requested" : "in_work"
}

/** Whose claim it is: who checks it, else who marked it. */
export const checkerOf = ({ assignee, markedBy }: Pick<BoardClaim, "assignee" | "markedBy">): Person =>
  assignee ?? markedBy

/** Whether a claim should be done by now, for itself or for its article; what has passed is in time. */
export function isOverdue(claim: Pick<BoardClaim, "passed" | "dueAt">, at: Pick<BoardInput, "now" | "dueAt">): boolean {
  return !claim.passed && Math.min(timeOf(claim.dueAt), timeOf(at.dueAt)) <= at.now.getTime()
}

/** Whether it is time to ask again for the answer that a claim waits for. */
export function isToChase(claim: Placeable, now: Date): boolean {
  const chaseAt = claim.waiting?.chaseAt
  return placeOf(claim) === "waiting" && typeof chaseAt === "string" && new Date(chaseAt) <= now
}

/** What has to be done before an article is ready: nothing exactly when `standingOf` calls it so. */
export function leftToDo(
  kind: ArticleKind,
  claims: readonly Pick<BoardClaim, "passed" | "settled" | "waitsForOpinion" | "place">[],
  coverage: CoverageCounts,
): Left[] {
  const passed = claims.filter((claim) => claim.passed)
  const all: Left[] = [
    { what: "claims", count: claims.length === 0 ? 1 : 0 },
    { what: "unapproved", count: claims.length - passed.length },
    { what: "unsettled", count: passed.filter(({ settled }) => !settled).length },
    { what: "opinions", count: passed.filter(({ waitsForOpinion }) => waitsForOpinion).length },
    { what: "places", count: claims.filter(({ place }) => place !== null).length },
    { what: "sentences", count: kind === "copy" ? coverage.untouched : 0 },
  ]
  return all.filter(({ count }) => count > 0)
}

function sorted(claims: readonly PlacedClaim[], all: BoardPlace | undefined): Board["claims"] {
  const at = (place: BoardPlace) => {
    const there = claims.filter((claim) => placeOf(claim) === place)
    const first = [...there].sort(place === "waiting" ? byChase : byDue).slice(0, place === all ? LISTED : MOST)
    return { count: there.length, first: first.map(({ spans: _, ...claim }) => claim) }
  }
  return {
    waiting: at("waiting"),
    changes_requested: at("changes_requested"),
    in_work: at("in_work"),
    look: at("look"),
    in_review: at("in_review"),
  }
}

/** The sooner the earlier; what has no time comes last, the more important first. */
const byDue = (one: BoardClaim, other: BoardClaim) =>
  timeOf(one.dueAt) - timeOf(other.dueAt) || one.priority - other.priority || one.number - other.number

/** Whom to ask again first; who is to be left alone comes last, those who were asked longest ago first. */
const byChase = (one: BoardClaim, other: BoardClaim) =>
  timeOf(one.waiting?.chaseAt) - timeOf(other.waiting?.chaseAt) ||
  timeOf(one.waiting?.since) - timeOf(other.waiting?.since) ||
  one.number - other.number

/** Later than every time that can be typed. */
const NEVER = 8.64e15
const timeOf = (moment: string | null | undefined) => (moment ? Date.parse(moment) : NEVER)

/** Sentences are nobody's: of one person's claims they are left out. */
function sentencesShown(input: BoardInput, states: readonly SentenceState[]): Pick<Board, "untouched" | "loose"> {
  const { sentences, person } = input
  const nothing = { count: 0, first: [] }
  if (person) return { untouched: nothing, loose: { ...nothing, items: 0 } }
  const inState = (...wanted: SentenceState[]) =>
    sentences.filter((_, at) => wanted.includes(states[at] ?? "untouched"))
  const untouched = inState("untouched")
  const spans = input.claims.flatMap((claim) => claim.spans)
  const loose = inState("checked", "nothing_to_check")
    .map((sentence) => sentenceShown(input, sentence, spans))
    .filter((sentence) => sentence.loose.length > 0)
  return {
    untouched: {
      count: untouched.length,
      first: untouched.slice(0, MOST).map((sentence) => sentenceShown(input, sentence, [])),
    },
    loose: {
      count: loose.length,
      first: loose.slice(0, MOST),
      items: loose.reduce((sum, sentence) => sum + sentence.loose.length, 0),
    },
  }
}

function sentenceShown(
  { text, language }: Pick<BoardInput, "text" | "language">,
  { ordinal, start, end }: SentenceView,
  claimed: readonly Span[],
): BoardSentence {
  const loose = looseOutside(text, looseItems(text, { start, end }, language), claimed)
  return {
    ordinal,
    words: text.slice(start, end),
    loose: loose.map((item) => ({ ...item, start: item.start - start, end: item.end - start })),
  }
}

/** Whoever has something to do, those with most of it first. */
function shares({ claims, ...at }: BoardInput): Share[] {
  const byId = new Map<string, Share>()
  for (const claim of claims) {
    const place = placeOf(claim)
    if (place === null || place === "in_review") continue
    const person = checkerOf(claim)
    const share = byId.get(person.id) ?? { person, open: 0, waiting: 0, overdue: 0 }
    byId.set(person.id, {
      person,
      open: share.open + 1,
      waiting: share.waiting + (place === "waiting" ? 1 : 0),
      overdue: share.overdue + (isOverdue(claim, at) ? 1 : 0),
    })
  }
  return [...byId.values()].sort((one, other) => other.open - one.open || (one.person.id < other.person.id ? -1 : 1))
}
