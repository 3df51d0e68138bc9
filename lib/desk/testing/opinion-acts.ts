/** The acts on second opinions, for the test of all acts. */
import { adjudicate, agreeAdjudication, proposeAdjudication } from "../adjudications"
import { askOpinion, giveOpinion, lookIn, returnOpinion, takeOpinion, withdrawOpinion } from "../opinions"
import type { Actor } from "../../domain/workspace"
import type { ActCase } from "./act-case"
import type { Desk } from "./desk"

/** A claim on which anybody may give a second opinion, before anybody has begun. */
async function asked(desk: Desk): Promise<string> {
  const { id: claimId } = await desk.claim()
  await askOpinion(desk.editor, { claimId })
  return claimId
}

/** A claim whose second opinion the second checker has taken on. */
async function taken(desk: Desk): Promise<string> {
  const claimId = await asked(desk)
  await takeOpinion(desk.secondChecker, { claimId })
  return claimId
}

const judged = (rating: string) => ({ rating, conclusion: "Counted again." })

/** The checker's verdict, `false`, and the second checker's are in and differ. */
export async function differing(desk: Desk): Promise<string> {
  const { id: claimId } = await desk.sentClaim()
  await askOpinion(desk.checker, { claimId })
  await giveOpinion(desk.secondChecker, { claimId, verdict: judged("mixed") })
  return claimId
}

const on = (arrange: (desk: Desk) => Promise<string>, run: (who: Actor, claimId: string) => Promise<unknown>) => ({
  arrange: async (desk: Desk) => {
    const claimId = await arrange(desk)
    return (who: Actor) => run(who, claimId)
  },
})

export const OPINION_ACTS: Record<string, ActCase> = {
  "opinions.askOpinion": {
    ...on(
      async (desk) => (await desk.claim()).id,
      (who, claimId) => askOpinion(who, { claimId }),
    ),
    by: "checker",
    tells: ["opinion.asked"],
    refused: { names: ["viewer"], key: "policy.opinion_ask" },
  },
  "opinions.takeOpinion": {
    ...on(asked, (who, claimId) => takeOpinion(who, { claimId })),
    by: "secondChecker",
    tells: ["opinion.taken"],
    refused: { names: ["viewer"], key: "policy.opinion_give" },
  },
  "opinions.returnOpinion": {
    ...on(taken, (who, claimId) => returnOpinion(who, { claimId })),
    by: "secondChecker",
    tells: ["opinion.returned"],
    refused: { names: ["viewer"], key: "policy.opinion_give" },
  },
  "opinions.giveOpinion": {
    ...on(taken, (who, claimId) => giveOpinion(who, { claimId, verdict: judged("mixed") })),
    by: "secondChecker",
    tells: ["opinion.given"],
    refused: { names: ["viewer"], key: "policy.opinion_give" },
  },
  "opinions.withdrawOpinion": {
    ...on(taken, (who, claimId) => withdrawOpinion(who, { claimId, reason: "It goes to print." })),
    by: "editor",
    tells: ["opinion.withdrawn"],
    refused: { names: ["viewer", "checker"], key: "policy.opinion_withdraw" },
  },
  "opinions.lookIn": {
    ...on(asked, (who, claimId) => lookIn(who, { claimId })),
    by: "viewer",
    tells: ["verdict.looked_in"],
  },
  "adjudications.adjudicate": {
    ...on(differing, (who, claimId) =>
      adjudicate(who, { claimId, rating: "false", reason: "The office counts four." }),
    ),
    by: "editor",
    tells: ["adjudication.decided"],
    refused: { names: ["viewer", "checker", "secondChecker"], key: "policy.opinion_adjudicate" },
  },
  "adjudications.proposeAdjudication": {
    ...on(differing, (who, claimId) =>
      proposeAdjudication(who, { claimId, rating: "mixed", reason: "Both are right." }),
    ),
    by: "checker",
    tells: ["adjudication.proposed"],
    refused: { names: ["viewer", "editor"], key: "policy.opinion_settle" },
  },
  "adjudications.agreeAdjudication": {
    arrange: async (desk) => {
      const claimId = await differing(desk)
      const proposed = { claimId, rating: "mixed", reason: "Both are right." }
      const { opinion } = await proposeAdjudication(desk.checker, proposed)
      return (who) => agreeAdjudication(who, { adjudicationId: opinion?.proposal?.id ?? "" })
    },
    by: "secondChecker",
    tells: ["adjudication.decided"],
    refused: { names: ["viewer", "editor"], key: "policy.opinion_settle" },
  },
}
