/**
 * What the pages that somebody has open are told: that something happened which they may know of, and never what. So it
 * shows nobody a verdict, and whoever has a page open has not seen one by that.
 */
import { db } from "../db"
import type { LiveMessage } from "../domain/live"
import { can } from "../domain/policy"
import { refuse, Refusal } from "../domain/refusal"
import type { Actor } from "../domain/workspace"
import type { Message } from "../event-stream"
import { endOfLog, openLogPlace, sealLogPlace, type LoggedEvent, type LogPlace } from "./event-log"
import { followLog, lookInTurn, type Told } from "./following-log"
import { unreadNotifications } from "./notifications"

export interface Listening {
  /** Who listens, asked anew each time. */
  who: () => Promise<Actor | null>
  /** Whose page it is: the id of their membership. */
  as: string | null
  /** Where from, as it was told before; null for from now on. */
  after: string | null
  signal: AbortSignal
}

/** A place in the log as it is now, for a page that is being drawn. */
export async function placeNow(actor: Actor): Promise<string> {
  return sealLogPlace(actor, await endOfLog(actor))
}

/**
 * Tells until whoever listens leaves or may listen no more: then a last message `end` says so. Refuses where somebody else
 * has signed in since the page was drawn: what they see is not for it.
 */
export async function tellPages(
  actor: Actor,
  { after, as, who, signal }: Listening,
): Promise<AsyncGenerator<Message, void>> {
  if (as !== actor.id) throw refuse("signed-out", "door.signedOut")
  const known = after ? placeIn(actor, after) : undefined
  const place = known ?? (await endOfLog(actor))
  return messages(actor, { workspaceId: actor.workspaceId, place, who, signal }, known === null ? "missed" : "whole")
}

/** Null where it can't be read any more: whatever happened since then has to be looked for. */
function placeIn(actor: Actor, after: string): LogPlace | null {
  try {
    return openLogPlace(actor, after)
  } catch (error) {
    if (error instanceof Refusal) return null
    throw error
  }
}

async function* messages(
  actor: Actor,
  follower: Omit<Parameters<typeof followLog>[0], "presenceFor">,
  before: "missed" | "whole",
): AsyncGenerator<Message, void> {
  let place = follower.place
  if (before === "missed") {
    const message = { news: [], presence: [], unread: null, missed: true } satisfies LiveMessage
    yield { id: sealLogPlace(actor, place), data: message }
  }
  for await (const told of followLog({ ...follower, presenceFor })) {
    place = told.place
    const id = sealLogPlace(actor, place)
    const hasNews = told.items.length > 0 || told.presence.length > 0
    yield hasNews ? { id, data: await lookInTurn(() => messageOf(told)) } : { id, event: "quiet", data: {} }
  }
  yield { id: sealLogPlace(actor, place), event: "end", data: {} }
}

async function messageOf({ actor, items, presence }: Told): Promise<LiveMessage> {
  return {
    news: items.map(newsOf),
    presence,
    // Nobody is told of anything but by an act.
    unread: items.length > 0 ? await unreadNotifications(actor) : null,
  }
}

/** Where their own articles are read by others is none of an author's business, whatever their role. */
async function presenceFor(actor: Actor, articleIds: string[]): Promise<string[]> {
  if (!can(actor, "presence.read", NOBODYS)) return []
  const where = { membershipId: actor.id, articleId: { in: articleIds } }
  const own = await db().articleAuthor.findMany({ where, select: { articleId: true } })
  return articleIds.filter((id) => !own.some(({ articleId }) => articleId === id))
}

const NOBODYS = { authorIds: [], leadId: null }

function newsOf({ event, articleId }: LoggedEvent): LiveMessage["news"][number] {
  return { act: event.act, articleId, claimId: event.subjects.claim ?? null, by: event.actor?.id ?? null }
}
