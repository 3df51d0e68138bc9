/**
 * How many requests a token has left in this minute, over all servers. A server takes some of them at once from the row
 * that all share and then gives them out by itself, so that not each request writes, and none waits on another server's.
 */
import { db } from "../db"

export interface CountedToken {
  id: string
  workspaceId: string
}

/** A server takes so many parts of a minute's requests at once: what it does not need is lost to the others until the next. */
const SHARES = 60

/** What this server may give out of a minute. Times are milliseconds of this server's clock. */
interface Share {
  left: number
  endsAt: number
}

interface Shares {
  held: Map<string, Share>
  /** One asks for all who wait. */
  asked: Map<string, Promise<Share>>
}

const kept = globalThis as typeof globalThis & { stetShares?: Shares }

/** More tokens than are used at once: then those whose minute is over are let go. */
const MOST_HELD = 1_000

/** Takes one request of the `most` that a token has each minute: 0, or the seconds after which there is one again. */
export async function takeRequest(token: CountedToken, most: number): Promise<number> {
  const shares = (kept.stetShares ??= { held: new Map(), asked: new Map() })
  for (;;) {
    const share = shares.held.get(token.id)
    const left = share ? share.endsAt - Date.now() : 0
    if (!share || left <= 0) await nextShare(shares, token, most)
    else if (share.left > 0) {
      share.left -= 1
      return 0
    } else if (share.left < 0) return Math.ceil(left / 1_000)
    else await nextShare(shares, token, most)
  }
}

function nextShare({ held, asked }: Shares, token: CountedToken, most: number): Promise<Share> {
  const underWay = asked.get(token.id)
  if (underWay) return underWay
  const taking = takeShare(token, most)
    .then((share) => {
      if (held.size >= MOST_HELD) letGo(held)
      held.set(token.id, share)
      return share
    })
    .finally(() => asked.delete(token.id))
  asked.set(token.id, taking)
  return taking
}

function letGo(held: Map<string, Share>): void {
  for (const [id, { endsAt }] of held) if (endsAt <= Date.now()) held.delete(id)
}

/** Takes a share from the row. `left` is -1 where the minute has none any more. */
async function takeShare({ id, workspaceId }: CountedToken, most: number): Promise<Share> {
  const wanted = Math.max(1, Math.floor(most / SHARES))
  // By the database's clock, which is the same for all servers.
  const [row] = await db().$queryRaw<{ taken: number; lasts: number }[]>`
    INSERT INTO "TokenUse" ("workspaceId", "tokenId", "minute", "taken")
    VALUES (${workspaceId}::uuid, ${id}::uuid, date_trunc('minute', now()), ${wanted})
    ON CONFLICT ("workspaceId", "tokenId") DO UPDATE SET
      "minute" = greatest("TokenUse"."minute", EXCLUDED."minute"),
      "taken" = CASE WHEN "TokenUse"."minute" < EXCLUDED."minute" THEN ${wanted} ELSE "TokenUse"."taken" + ${wanted} END
    RETURNING "taken", (extract(epoch FROM "minute" + interval '1 minute' - clock_timestamp()) * 1000)::float8 AS "lasts"`
  const { taken, lasts } = row ?? { taken: most, lasts: 0 }
  const granted = wanted - Math.max(0, taken - most)
  return { left: granted > 0 ? granted : -1, endsAt: Date.now() + Math.max(1, lasts) }
}
