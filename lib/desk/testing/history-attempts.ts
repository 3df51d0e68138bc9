/** What is tried from another desk on the log, on deleting and erasing, and on taking claims. */
import { FigureFilters } from "../../domain/figures"
import { deleteArticle, eraseArticle, erasePerson } from "../erasing"
import { auditLog } from "../events"
import { articleHistory, claimHistory, deskHistory } from "../history"
import { workload } from "../workload"
import { takeNext } from "../taking"
import type { Attempt } from "./furnished"

const EVERY = { filters: {}, clock: { now: new Date(), zone: "UTC" } }

export const HISTORY_ATTEMPTS: Record<string, Attempt> = {
  "erasing.deleteArticle": [(who, { articleId }) => deleteArticle(who, { articleId }), "not-found"],
  "erasing.eraseArticle": [(who, { articleId }) => eraseArticle(who, { articleId }), "not-found"],
  "workload.workload": [(who) => workload(who, FigureFilters.parse({ period: "all" }), EVERY.clock), null],
  "erasing.erasePerson": [
    (who, { desk }) => erasePerson(who, { email: `viewer@${desk.slug}.example.org` }),
    "not-found",
  ],
  "taking.takeNext": [(who) => takeNext(who), null],
  "events.auditLog": [(who) => auditLog(who), null],
  "history.claimHistory": [(who, { claimId }) => claimHistory(who, { claimId }), "not-found"],
  "history.articleHistory": [(who, { articleId }) => articleHistory(who, articleId, EVERY), "not-found"],
  "history.deskHistory": [(who) => deskHistory(who, EVERY), null],
}

/** Of these modules, what is neither act nor read of somebody's. */
export const HISTORY_PARTS: Record<string, string> = {
  "claim-reminders.remindOfClaims": "nobody's act, on whatever is due at any desk",
  "settling.settleRounds": "nobody's act, on whatever has enough approvals at any desk",
  "erasing.listDeleted": "an owner's, of their own workspace: it is in erasing.test.ts",
  "events.auditDesks": "the command line's: whoever runs Stet reads every workspace",
  "events.verifyEvents": "the command line's: whoever runs Stet reads every workspace",
  "people.memberOf": "the command line's, which belongs to whoever has the machine",
  "people.ownerOf": "the command line's, which belongs to whoever has the machine",
  "seen-events.isSeenEvent": "pure",
}
