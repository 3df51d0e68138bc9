/** Publishing: what has gone out is shown to everybody, and no longer; and what readers are told of the desk. */
import { db } from "../db"
import type { EventAct } from "../domain/event"
import { authorize } from "../domain/policy"
import {
  assertPublishable,
  Imprint,
  publishingChanged,
  type PublicationView,
  type PublishArticle,
  type Publishing,
  type SetPublishing,
} from "../domain/publication"
import { refuse } from "../domain/refusal"
import { WorkspaceSettings, type Actor } from "../domain/workspace"
import { assertUnchanged } from "./articles"
import { change, unchanged } from "./change"
import { seenBy } from "./seen-by"
import { articleOrArchived, articleUnderCheck } from "./under-check"

/** Lets everybody read an article as it went out, and as it will go out from now on. */
export function publishArticle(actor: Actor, { articleId, version }: PublishArticle): Promise<PublicationView> {
  return change(actor, async (tx) => {
    const article = await articleUnderCheck(tx, actor, articleId)
    authorize(actor, "article.publish", article)
    await assertUnchanged(tx, actor, article, version)
    assertPublishable(article, actor.settings)
    const before = await tx.publication.findUnique({ where: { articleId } })
    if (before?.unpublishedAt === null) return unchanged(viewOf(actor, before))
    const { workspaceId } = actor
    const update = { unpublishedAt: null }
    const row = await tx.publication.upsert({ where: { articleId }, create: { articleId, workspaceId }, update })
    return { result: viewOf(actor, row), events: [told("article.published", articleId)] }
  })
}

/** Takes an article from its readers; its address says from now on that it is gone. Also of one that is put away. */
export function unpublishArticle(actor: Actor, { articleId, version }: PublishArticle): Promise<PublicationView> {
  return change(actor, async (tx) => {
    const article = await articleOrArchived(tx, actor, articleId)
    authorize(actor, "article.publish", article)
    await assertUnchanged(tx, actor, article, version)
    const before = await tx.publication.findUnique({ where: { articleId } })
    if (!before) throw refuse("conflict", "publication.notPublic")
    if (before.unpublishedAt !== null) return unchanged(viewOf(actor, before))
    const row = await tx.publication.update({ where: { articleId }, data: { unpublishedAt: new Date() } })
    return { result: viewOf(actor, row), events: [told("article.unpublished", articleId)] }
  })
}

/**
 * Whether the desk has public pages, and what they say of it.
 * @throws conflict `publication.changed` where it is not what the actor saw any more
 */
export function setPublishing(actor: Actor, { publishing, seen }: SetPublishing): Promise<Publishing> {
  return change(actor, async (tx) => {
    authorize(actor, "workspace.set")
    const { workspaceId } = actor
    await tx.$queryRaw`SELECT 1 FROM "Workspace" WHERE "id" = ${workspaceId}::uuid FOR NO KEY UPDATE`
    const before = await publishingOf(actor)
    if (publishingChanged(before, seen).length > 0) throw refuse("conflict", "publication.changed", { current: before })
    const changed = publishingChanged(before, publishing)
    if (changed.length === 0) return unchanged(before)
    const { publishes, ...imprint } = publishing
    // The one key alone: other settings may be set at the same time.
    await tx.$executeRaw`
      UPDATE "Workspace" SET "settings" = "settings" || jsonb_build_object('publishes', ${publishes}::boolean)
      WHERE "id" = ${workspaceId}::uuid`
    const row = { ...imprint, name: imprint.name || null, url: imprint.url || null }
    await tx.imprint.upsert({ where: { workspaceId }, create: { workspaceId, ...row }, update: row })
    const payload = { publishes: String(publishes), changed }
    const event = { stream: workspaceId, act: "workspace.publishing_set", subjects: {}, payload } as const
    return { result: publishing, events: [event] }
  })
}

/** What the desk's public pages say of it, for whoever sets it. */
export async function readPublishing(actor: Actor): Promise<Publishing> {
  authorize(actor, "workspace.set")
  return publishingOf(actor)
}

/** Whether an article is public, for whoever may see it. */
export async function readPublication(actor: Actor, articleId: string): Promise<PublicationView> {
  const row = await db().publication.findFirst({
    where: { articleId, workspaceId: actor.workspaceId, article: seenBy(actor).article },
  })
  return viewOf(actor, row)
}

async function publishingOf({ workspaceId }: Actor): Promise<Publishing> {
  const { settings, imprint } = await db().workspace.findUniqueOrThrow({
    where: { id: workspaceId },
    select: { settings: true, imprint: true },
  })
  const { name, url, language, method } = imprint ?? {}
  const shown = Imprint.parse({ name: name ?? "", url: url ?? "", language, method })
  return { ...shown, publishes: WorkspaceSettings.parse(settings).publishes }
}

function viewOf(
  { settings: { publishes } }: Actor,
  row: { publishedAt: Date; unpublishedAt: Date | null } | null,
): PublicationView {
  return {
    publishes,
    publishedAt: row?.publishedAt.toISOString() ?? null,
    isUnpublished: row !== null && row.unpublishedAt !== null,
  }
}

function told(act: EventAct, articleId: string) {
  return { stream: articleId, act, subjects: { article: articleId }, payload: {} }
}
