/** A first verdict as it may come about, step by step, with words of its own in every field: what a blind person may not read a trace of. */
import * as fc from "fast-check"
import { v7 as newId } from "uuid"
import { Refusal } from "../../domain/refusal"
import type { Actor } from "../../domain/workspace"
import { addCalculation } from "../calculations"
import { waitOn } from "../arrangements"
import { replyToThread, startThread } from "../comments"
import { editContact } from "../contacts"
import { editEvidence } from "../evidence"
import { proposeFix } from "../fixes"
import { decideLegal } from "../legal"
import { decideReview } from "../reviews"
import { recallRound, sendToReview } from "../rounds"
import { letStand } from "../sign-offs"
import { proposeTidy } from "../tidies"
import { draftVerdict } from "../verdicts"
import { readClaim } from "../claims"
import { called } from "./contact-acts"
import type { Desk } from "./desk"

/** Who takes part in it: they have looked in. */
export interface Verdict {
  desk: Desk
  claimId: string
  articleId: string
  /** Every word that was typed so far. */
  planted: string[]
}

type Step = (at: Verdict) => Promise<unknown>

let words = 0

/** A word that is nowhere else; letters alone, so that it is one to every search. */
function word(at: Verdict): string {
  words += 1
  const letters = [...String(words)].map((digit) => "abcdefghij"[Number(digit)]).join("")
  const planted = `quibble${letters}quux`
  at.planted.push(planted)
  return planted
}

const draft =
  (rating: string): Step =>
  (at) =>
    draftVerdict(at.desk.checker, {
      claimId: at.claimId,
      verdict: { rating, conclusion: `So ${word(at)}.`, explanation: `It ${word(at)} so.`, workingNote: word(at) },
    })

const roundOf = async ({ desk, claimId }: Verdict) => (await readClaim(desk.editor, claimId)).round?.id ?? newId()

const review =
  (decision: "approve" | "request_changes" | "withdraw"): Step =>
  async (at) =>
    decideReview(at.desk.editor, { roundId: await roundOf(at), decision, note: `Because ${word(at)}.` })

const say =
  (kind: "note" | "query" | "legal", by: (desk: Desk) => Actor): Step =>
  async (at) => {
    const { articleId, claimId } = at
    const said = { articleId, kind, body: `Is it ${word(at)}?`, about: { claimId } }
    const { thread } = await startThread(by(at.desk), said)
    await replyToThread(at.desk.editor, { threadId: thread.id, body: `Yes, ${word(at)}.`, as: "reply" })
    if (kind === "query")
      await replyToThread(at.desk.author, { threadId: thread.id, body: `No, ${word(at)}.`, as: "reply" })
  }

const STEPS: Record<string, Step> = {
  draftTrue: draft("true"),
  draftFalse: draft("false"),
  draftMixed: draft("mixed"),
  draftOpen: draft("not_checkable"),
  send: (at) => sendToReview(at.desk.checker, { claimId: at.claimId, waivers: [] }),
  recall: async (at) => recallRound(at.desk.checker, { roundId: await roundOf(at) }),
  approve: review("approve"),
  request: review("request_changes"),
  withdraw: review("withdraw"),
  note: say("note", ({ checker }) => checker),
  query: say("query", ({ checker }) => checker),
  legal: say("legal", ({ editor }) => editor),
  hold: (at) => decideLegal(at.desk.editor, { claimId: at.claimId, decision: "hold", reason: word(at) }),
  call: async (at) => {
    const told = { whom: word(at), question: word(at), notes: word(at) }
    const { contactId } = await called(at.desk.checker, [at.claimId], told)
    await editContact(at.desk.checker, { contactId, contact: { outcome: "disputed", reply: word(at) } })
  },
  sum: (at) =>
    addCalculation(at.desk.checker, {
      claimId: at.claimId,
      calculation: {
        title: word(at),
        formula: "1 + 1",
        inputs: [],
        unit: null,
        decimals: null,
        claimed: word(at),
        note: word(at),
      },
    }),
  weigh: async (at) => {
    const [evidence] = (await readClaim(at.desk.checker, at.claimId)).evidence
    const stance = evidence?.stance === "refutes" ? "supports" : "refutes"
    await editEvidence(at.desk.checker, { evidenceId: evidence?.id ?? newId(), evidence: { stance, note: word(at) } })
  },
  fix: (at) => proposeFix(at.desk.checker, { claimId: at.claimId, wording: word(at), reason: word(at) }),
  tidy: async (at) => {
    const { verdict } = await readClaim(at.desk.checker, at.claimId)
    const conclusion = verdict?.conclusion?.replace("So", "Soo") ?? ""
    await proposeTidy(at.desk.checker, { claimId: at.claimId, words: { conclusion } })
  },
  wait: (at) =>
    waitOn(at.desk.checker, { claimId: at.claimId, waiting: { on: "source", whom: word(at), chaseAt: null } }),
  stand: (at) => letStand(at.desk.editor, { claimId: at.claimId, reason: word(at) }),
}

/** Histories of a verdict: each begins with a draft that is sent, most go on. */
export const histories = fc
  .array(fc.constantFrom(...Object.keys(STEPS)), { minLength: 6, maxLength: 14 })
  .map((steps) => ["draftFalse", "weigh", "send", "note", "approve", ...steps])

/** Takes a step; what cannot be done at this moment is not. */
export async function take(at: Verdict, step: string): Promise<void> {
  const before = at.planted.length
  await STEPS[step]?.(at).catch((error: unknown) => {
    if (!(error instanceof Refusal)) throw error
    at.planted.length = before
  })
}
