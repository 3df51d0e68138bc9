/**
 * Marks that can't be sent yet, kept in the browser's storage until they are: whoever marks words without a connection
 * finds them marked after a reload too. What was sent and never answered is not among them, it may have been done.
 */
import { whenOpen } from "@/components/ui/connection"
import { draftAt, keepDraft, dropDraft } from "@/components/ui/drafts"
import type { Span } from "@/lib/anchor"
import type { AnnotatedArticle } from "@/lib/domain/annotated-article"
import type { Answer } from "@/lib/domain/answer"
import type { ClaimView } from "@/lib/domain/claim"
import type { Actor } from "@/lib/domain/workspace"
import type { Marked } from "./use-marking"

export interface HeldMark {
  span: Span
  as: Marked
}

/** Offsets of one revision mean nothing in another. */
const keyOf = (actor: Actor, article: AnnotatedArticle) => `${actor.id}:${article.revision.id}:marks`

export function heldMarks(actor: Actor, article: AnnotatedArticle): HeldMark[] {
  return draftAt<HeldMark[]>(keyOf(actor, article))?.value ?? []
}

export interface Holding {
  actor: Actor
  article: AnnotatedArticle
  mark: HeldMark
  send: () => Promise<Answer<ClaimView>>
}

/** Sends a mark when it can be sent, however long that takes; null where another tab was faster. */
export async function sendWhenOpen(holding: Holding): Promise<Answer<ClaimView> | null> {
  hold(holding)
  await whenOpen()
  if (!letGo(holding)) return null
  const answer = await holding.send()
  return !answer.ok && answer.refusal.code === "signed-out" ? sendWhenOpen(holding) : answer
}

function hold({ actor, article, mark }: Holding): void {
  const others = heldMarks(actor, article).filter((held) => !isSame(held, mark))
  keepDraft(keyOf(actor, article), { value: [...others, mark], base: [] })
}

/** Whether it was still held. */
function letGo({ actor, article, mark }: Holding): boolean {
  const held = heldMarks(actor, article)
  const others = held.filter((one) => !isSame(one, mark))
  if (others.length > 0) keepDraft(keyOf(actor, article), { value: others, base: [] })
  else dropDraft(keyOf(actor, article))
  return others.length < held.length
}

const isSame = (one: HeldMark, other: HeldMark) =>
  one.as === other.as && one.span.start === other.span.start && one.span.end === other.span.end
