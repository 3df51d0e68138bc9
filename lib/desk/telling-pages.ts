/**
 * What the pages that somebody has open are told: that something happened which they may know of, and never what. So it
 * shows nobody a verdict, and whoever has a page open has not seen one by that.
 */
import type { LiveMessage } from "../domain/live"
import { can } from "../domain/policy"
import type { Actor } from "../domain/workspace"
import type { Message } from "../event-stream"
import { endOfLog, openLogPlace, sealLogPlace, type LoggedEvent } from "./event-log"
import { followLog, type Told } from "./following-log"
import { unreadNotifications } from "./notifications"

export interface Listening {
  /** Who listens, asked anew each time. */
  who: () => Promise<Actor | null>
  /** Where from, as it was told before; null for from now on. */
  after: string | null
  signal: AbortSignal
}

/** A place in the log as it is now, for a page that is being drawn. */
export async function placeNow(actor: Actor): Promise<string> {
  return sealLogPlace(actor, await endOfLog())
}

export async function* tellPages(actor: Actor, { after, who, signal }: Listening): AsyncGenerator<Message, void> {
  const { workspaceId } = actor
  let place = after ? openLogPlace(actor, after) : await endOfLog()
  for await (const told of followLog({ workspaceId, place, who, wants: "presence", signal })) {
    place = told.place
    const id = sealLogPlace(actor, place)
    const hasNews = told.items.length > 0 || told.presence.length > 0
    yield hasNews ? { id, data: await messageOf(told) } : { id, event: "quiet", data: {} }
  }
  yield { id: sealLogPlace(actor, place), event: "end", data: {} }
}

async function messageOf({ actor, items, presence }: Told): Promise<LiveMessage> {
  return {
    news: items.map(newsOf),
    // Where their own articles are read by others is none of an author's business.
    presence: can(actor, "presence.read", NOBODYS) ? presence : [],
    unread: await unreadNotifications(actor),
  }
}

const NOBODYS = { authorIds: [], leadId: null }

function newsOf({ event, articleId }: LoggedEvent): LiveMessage["news"][number] {
  return { act: event.act, articleId, claimId: event.subjects.claim ?? null, by: event.actor?.id ?? null }
}
