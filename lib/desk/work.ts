/** What this server does beside answering: each kind of job, and the act of the desk that does it. */
import { randomUUID } from "node:crypto"
import { forgetLinks } from "./account"
import { findEarlier } from "./earlier-in-texts"
import { giveUpExport, writeExport } from "./export-jobs"
import { endFollowing } from "./following-log"
import { forgetHosts, lookInTurn } from "./host-turns"
import { giveUpImport, readImport } from "./import-jobs"
import { settleCounts } from "./known-checks"
import { remindOfContacts } from "./contact-reminders"
import { remindOfClaims } from "./claim-reminders"
import { remindOfComplaints } from "./complaint-reminders"
import { startJobs, stopJobs } from "../jobs"
import { log } from "../log"
import { dropOldExports } from "./many-exports"
import { dropOldAnswers } from "./once"
import { giveUpMail, sendMailAbout } from "./mailing"
import { queueDigests } from "./notice-mails"
import { forgetNotifications } from "./notifications"
import { forgetPresence } from "./presence"
import { giveUpArchive, keepInArchive } from "./public-archive"
import { forgetSessions } from "./sign-in"
import { letGo } from "./retention"
import { settleRounds } from "./settling"
import { giveUpText, readFileText } from "./texts"
import { queueDueLinks } from "./watching"
import { deliver, forgetDeliveries, giveUpDelivery, takeUpForWebhooks, watchForWebhooks } from "./webhook-sending"
import { dropOldUploads } from "./uploads"

/** Begins to do what is queued, and leaves it in order when the server is told to end. */
export async function startWork(): Promise<void> {
  await startJobs({
    chores: {
      work: doChores,
      // The next minute brings them again.
      giveUp: async () => undefined,
    },
    earlier: {
      work: findEarlier,
      // Then its passages are without; whoever marks a claim is told all the same.
      giveUp: async (job) => log().error(job, "earlier checks on a text were given up"),
    },
    import: {
      work: readImport,
      giveUp: async (job) => {
        const failureId = randomUUID().slice(0, 8)
        log().error({ id: failureId, ...job }, "an import was given up")
        await giveUpImport({ ...job, failureId })
      },
    },
    export: {
      work: (job) => writeExport(job),
      giveUp: async (job) => {
        log().error(job, "an archive of articles was given up")
        await giveUpExport(job)
      },
    },
    link: {
      work: lookInTurn,
      // The watch brings it again.
      giveUp: async (job) => log().error({ sourceId: job.sourceId }, "a look at a page was given up"),
    },
    retention: {
      work: async () => letGo(),
      // The next night brings it again.
      giveUp: async () => log().error("retention was given up"),
    },
    mail: { work: sendMailAbout, giveUp: giveUpMail },
    webhook: { work: deliver, giveUp: giveUpDelivery },
    archive: { work: keepInArchive, giveUp: giveUpArchive },
    text: {
      work: readFileText,
      giveUp: async (job) => {
        log().error(job, "the text of a file was given up")
        await giveUpText(job)
      },
    },
  })
  endInOrder(watchForWebhooks())
}

function endInOrder(stopWatching: () => void): void {
  for (const signal of ["SIGTERM", "SIGINT"] as const)
    process.once(signal, () => {
      stopWatching()
      endFollowing()
      void stopJobs()
    })
}

/** What is looked at each minute, one after the other: each finds what is due by itself, and may find nothing. */
const CHORES: Record<string, () => Promise<unknown>> = {
  links: queueDueLinks,
  memory: settleCounts,
  "rounds approved": settleRounds,
  "contacts due": remindOfContacts,
  "claims due": remindOfClaims,
  "complaints due": remindOfComplaints,
  "day's mails": queueDigests,
  "old notifications": forgetNotifications,
  uploads: dropOldUploads,
  exports: dropOldExports,
  presence: forgetPresence,
  // Where the word of it was lost.
  webhooks: () => takeUpForWebhooks(),
  "old deliveries": forgetDeliveries,
  hosts: forgetHosts,
  sessions: forgetSessions,
  "mailed links": forgetLinks,
  "kept answers": dropOldAnswers,
}

/** One that fails keeps none of the others from being done. */
async function doChores(): Promise<void> {
  for (const [chore, run] of Object.entries(CHORES)) {
    await run().catch((error: unknown) => log().error({ err: error, chore }, "a chore was not done"))
  }
}
