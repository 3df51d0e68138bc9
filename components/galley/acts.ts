/** The acts of the galley, as its page hands them in: each answers the claim as it now is. */
import type { ArchiveActs } from "@/components/article/use-archive"
import type { OpinionActs } from "@/components/opinion/opinion-acts"
import { watched } from "@/components/ui/connection"
import type { Act } from "@/lib/domain/answer"
import type {
  AssignClaims,
  ClaimView,
  EditClaim,
  MarkClaim,
  RestoreClaim,
  ResumeClaim,
  TickClaim,
  WaitOn,
  WithdrawClaim,
} from "@/lib/domain/claim"
import type { ArchiveArticle, EditArticle, MarkCoverage } from "@/lib/domain/article"
import type { ArticleDetails } from "@/lib/domain/article-details"
import type { DismissEarlier, EarlierOfClaim, EarlierOnClaim } from "@/lib/domain/earlier-check"
import type { AddCalculation, EditCalculation, RemoveCalculation, TrySum, WorkedOut } from "@/lib/domain/calculation"
import type { ContactKept, EditContact, RecordContact } from "@/lib/domain/contact"
import type {
  ClaimThreads,
  CommentKept,
  EditComment,
  Nameable,
  PassageThreads,
  ReplyToThread,
  ResolveComment,
  StartThread,
  ThreadView,
} from "@/lib/domain/comment"
import type { EventView } from "@/lib/domain/event"
import type { ConfirmPlace, ReanchorClaim, RestoreRevision, RevisionResult } from "@/lib/domain/revision"
import type { Citation, Cite } from "@/lib/domain/citation"
import type { DropFix, ProposeFix } from "@/lib/domain/fix"
import type { DecideLegal } from "@/lib/domain/legal"
import type { LookAtEvidence } from "@/lib/domain/link"
import type { FollowArticle, FollowClaim } from "@/lib/domain/notification"
import type { DecideReview, RecallRound, SendToReview } from "@/lib/domain/round"
import type { AddEvidence, EditEvidence, FindSources, RemoveEvidence, SourceView } from "@/lib/domain/source"
import type { DecideTidy, ProposeTidy } from "@/lib/domain/tidy"
import type { DraftVerdict } from "@/lib/domain/verdict"

export interface GalleyActs extends ArchiveActs, OpinionActs {
  followArticle: Act<FollowArticle, { follows: boolean }>
  followClaim: Act<FollowClaim, { follows: boolean }>
  deleteArticle: Act<ArchiveArticle, { id: string }>
  editArticle: Act<EditArticle, ArticleDetails>
  markClaim: Act<MarkClaim, ClaimView>
  markCoverage: Act<MarkCoverage, { marked: number[] }>
  tickClaim: Act<TickClaim, ClaimView>
  assignClaims: Act<AssignClaims, ClaimView[]>
  waitOn: Act<WaitOn, ClaimView>
  resumeClaim: Act<ResumeClaim, ClaimView>
  editClaim: Act<EditClaim, ClaimView>
  withdrawClaim: Act<WithdrawClaim, { id: string }>
  restoreClaim: Act<RestoreClaim, ClaimView>
  addEvidence: Act<AddEvidence, ClaimView>
  editEvidence: Act<EditEvidence, ClaimView>
  removeEvidence: Act<RemoveEvidence, ClaimView>
  citePasted: Act<Cite, Citation>
  lookAtEvidence: Act<LookAtEvidence, ClaimView>
  recordContact: Act<RecordContact, ContactKept>
  editContact: Act<EditContact, ContactKept>
  addCalculation: Act<AddCalculation, ClaimView>
  editCalculation: Act<EditCalculation, ClaimView>
  removeCalculation: Act<RemoveCalculation, ClaimView>
  trySum: Act<TrySum, WorkedOut>
  draftVerdict: Act<DraftVerdict, ClaimView>
  proposeFix: Act<ProposeFix, ClaimView>
  dropFix: Act<DropFix, ClaimView>
  sendToReview: Act<SendToReview, ClaimView>
  confirmPlace: Act<ConfirmPlace, ClaimView>
  reanchorClaim: Act<ReanchorClaim, ClaimView>
  restoreRevision: Act<RestoreRevision, RevisionResult>
  recallRound: Act<RecallRound, ClaimView>
  decideReview: Act<DecideReview, ClaimView>
  proposeTidy: Act<ProposeTidy, ClaimView>
  decideTidy: Act<DecideTidy, ClaimView>
  findSources: Act<FindSources, { items: SourceView[]; next: string | null }>
  claimHistory: Act<{ claimId: string }, EventView[]>
  claimThreads: Act<ClaimThreads, { threads: ThreadView[]; nameable: Nameable }>
  passageThreads: Act<PassageThreads, { threads: ThreadView[]; nameable: Nameable }>
  nameable: Act<{ articleId: string }, Nameable>
  startThread: Act<StartThread, CommentKept>
  replyToThread: Act<ReplyToThread, CommentKept>
  editComment: Act<EditComment, CommentKept>
  resolveComment: Act<ResolveComment, CommentKept>
  decideLegal: Act<DecideLegal, ClaimView>
  earlierOfClaim: Act<EarlierOfClaim, EarlierOnClaim>
  dismissEarlier: Act<DismissEarlier, { dismissed: boolean }>
}

/** By these nothing is done. */
const ASKED: ReadonlySet<keyof GalleyActs> = new Set([
  "trySum",
  "findSources",
  "claimHistory",
  "claimThreads",
  "passageThreads",
  "nameable",
  "earlierOfClaim",
])

/** The same acts, of which it is noticed when they don't reach Stet. */
export function watchedActs(acts: GalleyActs): GalleyActs {
  const names = Object.keys(acts) as (keyof GalleyActs)[]
  const noticed = (name: keyof GalleyActs) =>
    watched(acts[name] as Act<unknown, unknown>, ASKED.has(name) ? "asks" : "does")
  return Object.fromEntries(names.map((name) => [name, noticed(name)])) as never
}
