/** What is tried on the second opinions of another desk, and what of them is neither act nor read. */
import { adjudicate, agreeAdjudication, proposeAdjudication, settleDifference } from "../adjudications"
import { agreementFigures } from "../agreement"
import { listOpinions } from "../opinion-list"
import { askOpinion, giveOpinion, lookIn, returnOpinion, takeOpinion, withdrawOpinion } from "../opinions"
import { FigureFilters } from "../../domain/figures"
import type { Attempt } from "./furnished"

const decided = { rating: "true", reason: "So it is." }

export const OPINION_ATTEMPTS: Record<string, Attempt> = {
  "opinions.askOpinion": [(who, { claimId }) => askOpinion(who, { claimId }), "not-found"],
  "opinions.takeOpinion": [(who, { claimId }) => takeOpinion(who, { claimId }), "not-found"],
  "opinions.returnOpinion": [(who, { claimId }) => returnOpinion(who, { claimId }), "not-found"],
  "opinions.giveOpinion": [
    (who, { claimId }) => giveOpinion(who, { claimId, verdict: { rating: "true" } }),
    "not-found",
  ],
  "opinions.withdrawOpinion": [(who, { claimId }) => withdrawOpinion(who, { claimId, reason: "Late." }), "not-found"],
  "opinions.lookIn": [(who, { claimId }) => lookIn(who, { claimId }), "not-found"],
  "adjudications.adjudicate": [(who, { claimId }) => adjudicate(who, { claimId, ...decided }), "not-found"],
  "adjudications.proposeAdjudication": [
    (who, { claimId }) => proposeAdjudication(who, { claimId, ...decided }),
    "not-found",
  ],
  "adjudications.agreeAdjudication": [
    (who, { claimId }) => agreeAdjudication(who, { adjudicationId: claimId }),
    "not-found",
  ],
  "adjudications.settleDifference": [(who, { claimId }) => settleDifference(who, { claimId, ...decided }), "not-found"],
  "opinion-list.listOpinions": [(who) => listOpinions(who), null],
  "agreement.agreementFigures": [
    (who) => agreementFigures(who, FigureFilters.parse({}), { now: new Date(), zone: "UTC" }),
    null,
  ],
}

export const OPINIONS_APART: Record<string, string> = {
  "blind.asHidden": "pure",
  "blind.blinding": "pure",
  "blind.hiddenClaims": "pure",
  "blind.hiddenFrom": "pure",
  "blind.isBlinding": "pure",
  "blind.isHidden": "pure",
  "blind.isPassed": "pure",
  "blind.openTo": "pure",
  "blind.seenState": "pure",
  "blind.asSeen": "pure",
  "blind.hiding": "pure",
  "blind.opinionsOpen": "part of a read, of claims that it has",
  "relations.notHidden": "pure",
  "opinion-views.opinionsOn": "part of a read, of claims that it has",
  "opinion-views.shownTo": "part of a read, of claims that it has",
  "opinions.drawOpinions": "part of an act, tried through claims.markClaims",
  "opinions.releaseOpinions": "part of an act, tried through sign-offs.signOffArticle",
  "opinions.revealOpinion": "part of acts, tried through rounds.sendToReview and opinions.giveOpinion",
  "under-check.claimInHand": "part of an act, tried through arrangements.assignClaims",
  "under-check.claimOrHidden": "part of an act, tried through opinions.takeOpinion",
  "who-saw.begunAt": "part of an act, of a claim that it has",
  "who-saw.hasSeen": "part of an act, of a claim that it has",
  "who-saw.rememberWhoSaw": "part of an act, of a claim that it has",
  "who-saw.sawAsAuthors": "part of an act, tried through articles.editArticle",
  "who-saw.sawArticles": "part of a read, of articles that it has",
  "who-saw.sawVerdicts": "part of an act, of a claim that it has",
}
