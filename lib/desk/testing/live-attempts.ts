/** What is tried from another desk on its log, and on who is where. */
import { LOG_START, readEvents, readLog } from "../event-log"
import { bePresent } from "../presence"
import type { Attempt } from "./furnished"
import { WEBHOOK_ATTEMPTS, WEBHOOK_PARTS } from "./webhook-acts"

const tab = "00000000-0000-4000-8000-000000000000"

export const LIVE_ATTEMPTS: Record<string, Attempt> = {
  ...WEBHOOK_ATTEMPTS,
  "event-log.readEvents": [(who) => readEvents(who, { limit: 200 }), null],
  "event-log.readLog": [(who) => readLog(who, LOG_START, 200), null],
  "presence.bePresent": [
    (who, { articleId, claimId }) => bePresent(who, { articleId, claimId, tab, state: "here" }),
    "not-found",
  ],
}

export const LIVE_APART: Record<string, string> = {
  ...WEBHOOK_PARTS,
  "event-log.endOfLog": "a place in the log of the desk that it is asked of, which only the server can read",
  "event-log.openLogPlace": "pure",
  "event-log.sawTold": "part of telling, about what was just told",
  "event-log.sealLogPlace": "pure",
  "following-log.endFollowing": "ends what goes on in this process",
  "following-log.followLog": "tells what event-log.readLog reads, of the follower's desk",
  "following-log.lookInTurn": "runs what it is given",
  "presence.forgetPresence": "a chore's: it looks at every workspace, and answers a number",
  "sessions.whoSits": "whom a session acts as",
  "telling-pages.placeNow": "a place in the log of the reader's desk, sealed for it",
  "telling-pages.tellPages": "tells what event-log.readLog reads, of the listener's desk",
  "tokens.whoActsBy": "whom a token acts as",
}
