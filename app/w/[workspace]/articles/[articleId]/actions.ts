"use server"

import * as adjudications from "@/lib/desk/adjudications"
import * as articles from "@/lib/desk/articles"
import * as arrangements from "@/lib/desk/arrangements"
import * as coverage from "@/lib/desk/coverage"
import { claimHistory as claimHistoryOf } from "@/lib/desk/history"
import * as citing from "@/lib/desk/citing"
import * as calculations from "@/lib/desk/calculations"
import * as claims from "@/lib/desk/claims"
import * as contacts from "@/lib/desk/contacts"
import * as threads from "@/lib/desk/comment-list"
import * as comments from "@/lib/desk/comments"
import * as erasing from "@/lib/desk/erasing"
import * as evidence from "@/lib/desk/evidence"
import * as legal from "@/lib/desk/legal"
import * as memory from "@/lib/desk/memory"
import * as opinions from "@/lib/desk/opinions"
import * as placements from "@/lib/desk/placements"
import * as fixes from "@/lib/desk/fixes"
import * as following from "@/lib/desk/following"
import * as reviews from "@/lib/desk/reviews"
import * as revising from "@/lib/desk/revising"
import * as rounds from "@/lib/desk/rounds"
import * as tidies from "@/lib/desk/tidies"
import * as sources from "@/lib/desk/sources"
import * as ticks from "@/lib/desk/ticks"
import * as verdicts from "@/lib/desk/verdicts"
import {
  AssignClaims,
  ClaimHistory,
  EditClaim,
  MarkClaim,
  RestoreClaim,
  ResumeClaim,
  TickClaim,
  WaitOn,
  WithdrawClaim,
} from "@/lib/domain/claim"
import { AddCalculation, EditCalculation, RemoveCalculation, TrySum } from "@/lib/domain/calculation"
import {
  ArticleNameable,
  ClaimThreads,
  EditComment,
  PassageThreads,
  ReplyToThread,
  ResolveComment,
  StartThread,
} from "@/lib/domain/comment"
import { EditContact, RecordContact } from "@/lib/domain/contact"
import { ArchiveArticle, EditArticle, MarkCoverage } from "@/lib/domain/article"
import { DismissEarlier, EarlierOfClaim } from "@/lib/domain/earlier-check"
import { Cite } from "@/lib/domain/citation"
import { ConfirmPlace, ReanchorClaim, RestoreRevision } from "@/lib/domain/revision"
import { DropFix, ProposeFix } from "@/lib/domain/fix"
import { DecideLegal } from "@/lib/domain/legal"
import { LookAtEvidence } from "@/lib/domain/link"
import { FollowArticle, FollowClaim } from "@/lib/domain/notification"
import {
  Adjudicate,
  AgreeAdjudication,
  AskOpinion,
  GiveOpinion,
  OpinionOf,
  WithdrawOpinion,
} from "@/lib/domain/opinion"
import { DecideReview, RecallRound, SendToReview } from "@/lib/domain/round"
import { AddEvidence, EditEvidence, FindSources, RemoveEvidence } from "@/lib/domain/source"
import { DecideTidy, ProposeTidy } from "@/lib/domain/tidy"
import { DraftVerdict } from "@/lib/domain/verdict"
import { action } from "@/lib/entry"

export const followArticle = action(FollowArticle, following.followArticle)
export const followClaim = action(FollowClaim, following.followClaim)
export const deleteArticle = action(ArchiveArticle, erasing.deleteArticle)
export const editArticle = action(EditArticle, articles.editDetails)
export const markClaim = action(MarkClaim, claims.markClaim)
export const tickClaim = action(TickClaim, ticks.tickClaim)
export const assignClaims = action(AssignClaims, arrangements.assignClaims)
export const waitOn = action(WaitOn, arrangements.waitOn)
export const resumeClaim = action(ResumeClaim, arrangements.resumeClaim)
export const markCoverage = action(MarkCoverage, coverage.markCoverage)
export const editClaim = action(EditClaim, claims.editClaim)
export const withdrawClaim = action(WithdrawClaim, claims.withdrawClaim)
export const restoreClaim = action(RestoreClaim, claims.restoreClaim)
export const addEvidence = action(AddEvidence, async (actor, input) => (await evidence.addEvidence(actor, input)).claim)
export const editEvidence = action(EditEvidence, evidence.editEvidence)
export const removeEvidence = action(RemoveEvidence, evidence.removeEvidence)
export const citePasted = action(Cite, citing.citePasted)
export const lookAtEvidence = action(LookAtEvidence, evidence.lookAtEvidence)
export const recordContact = action(RecordContact, contacts.recordContact)
export const editContact = action(EditContact, contacts.editContact)
export const addCalculation = action(
  AddCalculation,
  async (actor, input) => (await calculations.addCalculation(actor, input)).claim,
)
export const editCalculation = action(EditCalculation, calculations.editCalculation)
export const removeCalculation = action(RemoveCalculation, calculations.removeCalculation)
export const trySum = action(TrySum, calculations.trySum)
export const draftVerdict = action(DraftVerdict, verdicts.draftVerdict)
export const confirmPlace = action(ConfirmPlace, placements.confirmPlace)
export const reanchorClaim = action(ReanchorClaim, placements.reanchorClaim)
export const proposeFix = action(ProposeFix, fixes.proposeFix)
export const dropFix = action(DropFix, fixes.dropFix)
export const claimThreads = action(ClaimThreads, threads.claimThreads)
export const passageThreads = action(PassageThreads, threads.passageThreads)
export const nameable = action(ArticleNameable, threads.readNameable)
export const startThread = action(StartThread, comments.startThread)
export const replyToThread = action(ReplyToThread, comments.replyToThread)
export const editComment = action(EditComment, comments.editComment)
export const resolveComment = action(ResolveComment, comments.resolveComment)
export const decideLegal = action(DecideLegal, legal.decideLegal)
export const sendToReview = action(SendToReview, rounds.sendToReview)
export const recallRound = action(RecallRound, rounds.recallRound)
export const decideReview = action(DecideReview, reviews.decideReview)
export const proposeTidy = action(ProposeTidy, tidies.proposeTidy)
export const decideTidy = action(DecideTidy, tidies.decideTidy)
export const askOpinion = action(AskOpinion, opinions.askOpinion)
export const takeOpinion = action(OpinionOf, opinions.takeOpinion)
export const returnOpinion = action(OpinionOf, opinions.returnOpinion)
export const giveOpinion = action(GiveOpinion, opinions.giveOpinion)
export const withdrawOpinion = action(WithdrawOpinion, opinions.withdrawOpinion)
export const lookIn = action(OpinionOf, opinions.lookIn)
export const adjudicate = action(Adjudicate, adjudications.adjudicate)
export const proposeAdjudication = action(Adjudicate, adjudications.proposeAdjudication)
export const agreeAdjudication = action(AgreeAdjudication, adjudications.agreeAdjudication)
export const findSources = action(FindSources, sources.findSources)
export const earlierOfClaim = action(EarlierOfClaim, memory.earlierOfClaim)
export const dismissEarlier = action(DismissEarlier, memory.dismissEarlier)
export const claimHistory = action(ClaimHistory, claimHistoryOf)
export const restoreRevision = action(RestoreRevision, revising.restoreRevision)
