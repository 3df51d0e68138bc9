/** What is tried from another desk on an article's going out. */
import { decideComplaint, recordComplaint, reopen } from "../reopenings"
import { readSignOffs } from "../sign-off-views"
import { letStand, signOffArticle } from "../sign-offs"
import type { Attempt } from "./furnished"
import { COMPLAINT } from "./sign-off-acts"

export const SIGN_OFF_ATTEMPTS: Record<string, Attempt> = {
  "sign-offs.signOffArticle": [(who, { articleId }) => signOffArticle(who, { articleId, notices: [] }), "not-found"],
  "sign-offs.letStand": [(who, { sentId }) => letStand(who, { claimId: sentId, reason: "So it is." }), "not-found"],
  "reopenings.reopen": [
    (who, { articleId, claimId }) => reopen(who, { articleId, claimId, kind: "factual", reason: "It was ten." }),
    "not-found",
  ],
  "reopenings.recordComplaint": [
    (who, { articleId, claimId }) => recordComplaint(who, { articleId, claimId, ...COMPLAINT }),
    "not-found",
  ],
  "reopenings.decideComplaint": [
    (who, { claimId }) => decideComplaint(who, { complaintId: claimId, outcome: "rejected", answer: "No." }),
    "not-found",
  ],
  "sign-off-views.readSignOffs": [(who, { articleId }) => readSignOffs(who, articleId), "not-found"],
}

/** Of these modules, what is neither act nor read. */
export const SIGN_OFF_PARTS: Record<string, string> = {
  "articles.annotated": "part of a read and of acts, tried through articles.readArticle",
  "concerned.concernedBy": "part of an act and of a chore, on an article that was loaded before",
  "concerned.whoDecides": "part of telling, about what an act has just changed",
  "sign-offs.signedArticle": "part of an act, on an article that was loaded for its actor",
  "sign-offs.signOffSubject": "pure",
  "sign-offs.draftsOf": "pure",
  "sign-offs.heldAmong": "pure",
  "sign-offs.openReopenings": "part of an act, on an article that was loaded for its actor",
  "under-check.claimOrArchived": "part of acts on a complaint",
  "under-check.claimOrSigned": "part of acts on a claim",
  "under-check.startAnew": "part of acts, on a claim that was loaded for its actor",
}
