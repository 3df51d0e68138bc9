/** Claims as the API takes them: one or many, placed by selectors in the article's current text. */
import type { z } from "zod"
import { markClaims, readClaim } from "../desk/claims"
import { reanchorClaim } from "../desk/placements"
import { currentRevision } from "../desk/revisions"
import type { ClaimView } from "../domain/claim"
import type { Actor } from "../domain/workspace"
import { parsed } from "../parsed"
import { NewClaim, NewClaims, type AnchorBody } from "./bodies"
import { spansOf } from "./selectors"
import { textsOf } from "./texts"

/** The claims of a body, each with the path of its selectors: whoever sends `claims` means many. */
export function claimsIn(body: Record<string, unknown>): { asked: Asked[]; number: "one" | "many" } {
  if (!("claims" in body)) return { asked: [{ path: "selectors", ...parsed(NewClaim, body) }], number: "one" }
  const { claims } = parsed(NewClaims, body)
  return { asked: claims.map((claim, index) => ({ path: `claims.${index}.selectors`, ...claim })), number: "many" }
}

type Asked = z.infer<typeof NewClaim> & { path: string }

/** Marks claims where their selectors point to; all or none. `version` is the article's. */
export async function markSelected(
  actor: Actor,
  { articleId, version, asked }: { articleId: string; version: number | undefined; asked: Asked[] },
): Promise<ClaimView[]> {
  const { revisionId, spans } = await selected(actor, articleId, asked)
  const claims = asked.map(({ path: _, selectors: __, ...fields }, index) => {
    const span = spans[index]
    return { spans: span ? [span] : [], fields }
  })
  return markClaims(actor, { articleId, version, revisionId, claims })
}

/** Puts a claim on the words that a selector points to. `version` is the claim's. */
export async function reanchorSelected(
  actor: Actor,
  { claimId, version, selectors }: { claimId: string; version: number | undefined } & AnchorBody,
): Promise<ClaimView> {
  const { articleId } = await readClaim(actor, claimId)
  const { revisionId, spans } = await selected(actor, articleId, [{ path: "selectors", selectors }])
  return reanchorClaim(actor, { claimId, version, revisionId, spans })
}

async function selected(actor: Actor, articleId: string, asked: Pick<Asked, "path" | "selectors">[]) {
  const revisionId = await currentRevision(actor, articleId)
  const indexed = (await textsOf(actor, [revisionId])).get(revisionId)
  if (!indexed) throw new Error(`no text of revision ${revisionId}`)
  return { revisionId, spans: spansOf(indexed, asked) }
}
