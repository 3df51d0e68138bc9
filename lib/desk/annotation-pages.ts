/**
 * An article's annotations for whoever goes through them page by page: worked out once and kept for a while, since a page
 * costs what all of them do. Nobody is shown what was: what is kept counts until something happens in the article or at
 * the desk, and for one person in one role.
 */
import { z } from "zod"
import { db } from "../db"
import type { Profile } from "../domain/profile"
import { refuse } from "../domain/refusal"
import type { Actor } from "../domain/workspace"
import { exportArticle } from "./exports"
import { seenBy } from "./seen-by"

/** The annotations of the export, each as JSON, in its order. */
export interface Annotations {
  context: unknown
  label: string
  ids: readonly string[]
  items: readonly string[]
}

interface Kept {
  /** Moves with whatever may change them. */
  mark: string
  annotations: Promise<Annotations>
  /** Characters; 0 until they are there. */
  size: number
  timer: NodeJS.Timeout
}

/** Milliseconds after the last page: whoever goes through them asks for the next one at once. */
const KEPT_FOR = 60_000
/** Characters that a process keeps in all: as many as two articles of ten thousand claims come to. */
const MOST = 40_000_000

const kept = new Map<string, Kept>()

/** The annotations of an article as the export of that profile has them. Refuses what the export does. */
export async function annotationsOf(
  actor: Actor,
  articleId: string,
  profile: Profile | undefined,
): Promise<Annotations> {
  const mark = await markOf(actor, articleId)
  const key = [actor.id, articleId, profile ?? ""].join(" ")
  const there = kept.get(key)
  if (there?.mark === mark) return lastOf(key, there)
  const annotations = annotationsNow(actor, articleId, profile)
  const one: Kept = { mark, annotations, size: 0, timer: letGoLater(key) }
  drop(key)
  kept.set(key, one)
  try {
    one.size = (await annotations).items.reduce((sum, item) => sum + item.length, 0)
    makeRoom()
  } catch (error) {
    if (kept.get(key) === one) drop(key)
    throw error
  }
  return annotations
}

/** How far the logs of an article and of its desk have come: each act on what an annotation shows stands in one of them. */
async function markOf({ workspaceId, role, settings, ...actor }: Actor, articleId: string): Promise<string> {
  const where = { id: articleId, ...seenBy({ workspaceId, role, settings, ...actor }).article }
  if ((await db().article.count({ where })) === 0) throw refuse("not-found", "article.notFound")
  const streams = await db().eventStream.findMany({
    where: { workspaceId, id: { in: [articleId, workspaceId] } },
    select: { seq: true },
    orderBy: { id: "asc" },
  })
  return JSON.stringify([streams.map(({ seq }) => seq), role, settings])
}

const Exported = z.object({
  "@context": z.unknown(),
  label: z.string(),
  items: z.array(z.looseObject({ id: z.string() })),
})

async function annotationsNow(actor: Actor, articleId: string, profile: Profile | undefined): Promise<Annotations> {
  const { body } = await exportArticle(actor, articleId, { format: "annotations", profile })
  const { "@context": context, label, items } = Exported.parse(JSON.parse(body as string))
  return { context, label, ids: items.map(({ id }) => id), items: items.map((item) => JSON.stringify(item)) }
}

/** What was asked for last is let go of last, but in its time: a name may have changed that no log here tells of. */
function lastOf(key: string, one: Kept): Promise<Annotations> {
  kept.delete(key)
  kept.set(key, one)
  return one.annotations
}

const letGoLater = (key: string) => setTimeout(() => kept.delete(key), KEPT_FOR).unref()

function drop(key: string): void {
  clearTimeout(kept.get(key)?.timer)
  kept.delete(key)
}

function makeRoom(): void {
  let size = 0
  for (const one of kept.values()) size += one.size
  for (const [key, one] of kept) {
    if (size <= MOST) return
    size -= one.size
    drop(key)
  }
}
