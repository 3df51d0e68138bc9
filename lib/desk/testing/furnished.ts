/** A desk with something of everything, for the test of the walls between desks; and what is tried on them. */
import type { Actor } from "../../domain/workspace"
import { addEvidence } from "../evidence"
import { proposeFix } from "../fixes"
import { receiveImport } from "../intake"
import { discussed } from "./comment-acts"
import { decideRemark } from "../remarks"
import { addSource } from "../sources"
import { calculated, called } from "./contact-acts"
import { beginUpload } from "../uploads"
import { makeWebhook, testWebhook } from "../webhooks"
import { newSource, openDesk } from "./desk"
import { sentFile } from "./files"
import { remarkOn } from "./remarks"

const bytes = new TextEncoder().encode("Title\n\nSome words of an article.\n")

/** A desk with something of everything, and the ids to ask for. */
export async function furnished() {
  const desk = await openDesk()
  const article = await desk.article({
    title: CANARY,
    byline: CANARY,
    section: CANARY,
    authors: [{ membershipId: desk.author.id }],
  })
  const source = await addSource(
    desk.editor,
    newSource({ title: CANARY, url: CANARY_ADDRESS, independenceGroup: CANARY }),
  )
  const other = await addSource(desk.editor, newSource({ title: CANARY }))
  const claim = await desk.claim({ article, fields: { statement: CANARY } })
  const evidence = { stance: "context", excerpt: CANARY } as const
  const { evidenceId } = await addEvidence(desk.checker, { claimId: claim.id, source: { id: source.id }, evidence })
  const { fix } = await proposeFix(desk.checker, { claimId: claim.id, wording: CANARY, reason: CANARY })
  const sent = await desk.sentClaim({ article, verdict: { conclusion: CANARY } })
  const asked = { given: { title: CANARY } }
  const { id: importId } = await receiveImport(desk.checker, { bytes, fileName: CANARY, format: "text", asked })
  const { contactId } = await called(desk.checker, [claim.id], { whom: CANARY, question: CANARY, notes: CANARY })
  const { calculationId } = await calculated(desk.checker, claim.id, { title: CANARY, note: CANARY })
  const fileId = await sentFile(desk.checker, `${CANARY}.txt`, CANARY)
  const { id: uploadId } = await beginUpload(desk.checker, { fileName: `${CANARY}.pdf`, size: 9 })
  await addSource(
    desk.editor,
    newSource({ title: CANARY, fileId: await sentFile(desk.editor, `${CANARY}.txt`, CANARY) }),
  )
  await discussed(desk, { articleId: article.id, claimId: claim.id }, CANARY)
  // A query keeps the id of the remark that it was.
  const remarkId = await remarkOn(article, CANARY)
  await decideRemark(desk.checker, { remarkId, outcome: "query" })
  const { id: webhookId } = await makeWebhook(desk.owner, { url: `${CANARY_ADDRESS}/hook`, kinds: [] })
  const { deliveryId } = await testWebhook(desk.owner, { webhookId })
  return {
    desk,
    importId,
    ...{ webhookId, deliveryId },
    ...{ fileId, uploadId },
    ...{ articleId: article.id, revisionId: article.revision.id },
    claimId: claim.id,
    evidenceId,
    sourceId: source.id,
    otherSourceId: other.id,
    sentId: sent.id,
    remarkId,
    roundId: sent.round.id,
    fixId: fix?.id ?? "",
    contactId,
    calculationId,
  }
}

export type Furnished = Awaited<ReturnType<typeof furnished>>

/** Words that stand at one desk and may be read at no other. */
export const CANARY = "a yellow bird sings"
export const CANARY_ADDRESS = "https://example.org/yellow-bird"

/** What the owner of another desk tries, and the refusals that it may meet; `null` where it must come back empty. */
export type Attempt = [attempt: (stranger: Actor, here: Furnished) => Promise<unknown>, refusal: string | null]
