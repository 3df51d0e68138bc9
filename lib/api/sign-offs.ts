/** Going out and coming back as the API takes them. */
import { readArticle } from "../desk/articles"
import { readClaim } from "../desk/claims"
import { reopen } from "../desk/reopenings"
import { signOffArticle } from "../desk/sign-offs"
import type { Reopen } from "../domain/sign-off"
import type { Actor } from "../domain/workspace"
import type { NewSignOff } from "./bodies"
import { underOurNames } from "./names"
import { articleReply, claimReply } from "./replies"

/** Signs an article off, or releases it with open items; answers it, with the number of its sign-off. */
export async function signOffGiven(
  actor: Actor,
  { articleId, version, body }: { articleId: string; version: number | undefined; body: NewSignOff },
) {
  const { openItems, notices = [] } = body ?? {}
  const accepted = openItems && { reason: openItems.reason, secondId: openItems.second, claimIds: openItems.claimIds }
  try {
    const { number } = await signOffArticle(actor, { articleId, version, openItems: accepted, notices })
    const { value, version: now } = await articleReply(actor, await readArticle(actor, articleId))
    return { value: { ...value, signOff: { number } }, version: now }
  } catch (error) {
    throw underOurNames(error, { "openItems.secondId": "openItems.second" })
  }
}

/** Opens a claim of an article that has gone out; answers it. `version` is the claim's. */
export async function reopenClaim(
  actor: Actor,
  { claimId, ...asked }: { claimId: string; version: number | undefined } & Pick<Reopen, "kind" | "reason">,
) {
  const { articleId } = await readClaim(actor, claimId)
  await reopen(actor, { articleId, claimId, ...asked })
  return claimReply(actor, await readClaim(actor, claimId))
}
