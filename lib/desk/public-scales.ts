/** What readers are told of the scales that public verdicts are of. Nobody is asked who they are. */
import { db } from "../db"
import type { PublicScale } from "../domain/report"
import { scaleName } from "../domain/scale"
import { knownScales } from "./scales"

/** More versions than are ever read at once. */
const MOST = 20

/** Every version of a scale that a verdict in a published article is of, the newest of each first. */
export async function publicScales(workspaceId: string): Promise<PublicScale[]> {
  const rows = await db().$queryRaw<{ id: string }[]>`
    SELECT s."id" FROM "Scale" s
    WHERE s."workspaceId" = ${workspaceId}::uuid AND EXISTS (
      SELECT 1 FROM "Round" r
      JOIN "Claim" c ON c."id" = r."claimId" AND c."signOffId" IS NOT NULL
      JOIN "Publication" p ON p."articleId" = c."articleId" AND p."unpublishedAt" IS NULL
      WHERE r."scaleId" = s."id" AND r."workspaceId" = s."workspaceId")
    ORDER BY s."job" DESC, s."code", s."version" DESC LIMIT ${MOST}`
  const ids = rows.map(({ id }) => id)
  const scaleOf = await knownScales(db(), ids)
  return ids.map((id) => {
    const { job, name, ratings, ...scale } = scaleOf(id)
    return { job, name, version: scaleName(scale), ratings }
  })
}
