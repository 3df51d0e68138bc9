/** Claims as the API takes them: one or many, placed by selectors in the article's current text. */
import type { z } from "zod"
import { markClaims } from "../desk/claims"
import { currentRevision } from "../desk/revisions"
import type { ClaimView } from "../domain/claim"
import type { Actor } from "../domain/workspace"
import { parsed } from "../parsed"
import { NewClaim, NewClaims } from "./bodies"
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
  const revisionId = await currentRevision(actor, articleId)
  const indexed = (await textsOf(actor, [revisionId])).get(revisionId)
  if (!indexed) throw new Error(`no text of revision ${revisionId}`)
  const spans = spansOf(indexed, asked)
  const claims = asked.map(({ path: _, selectors: __, ...fields }, index) => {
    const span = spans[index]
    return { spans: span ? [span] : [], fields }
  })
  return markClaims(actor, { articleId, version, revisionId, claims })
}
