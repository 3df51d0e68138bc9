"use client"
/** The details of an article, saved as they are typed: one act after the other, each with the version last seen. */
import { useRouter } from "next/navigation"
import { useTranslations } from "next-intl"
import { useEffect, useRef, useState } from "react"
import type { Saving } from "@/components/ui/autosaver"
import { useAutosave } from "@/components/ui/use-autosave"
import { byField, type Act, type Answer } from "@/lib/domain/answer"
import type { EditArticle } from "@/lib/domain/article"
import { detailsOf, type ArticleDetails } from "@/lib/domain/article-details"
import { fieldsFrom, typedDetails, type DetailName } from "./detail-values"

export type EditDetails = Act<EditArticle, ArticleDetails>

export interface DetailsGiven {
  article: ArticleDetails & { id: string }
  actor: { id: string }
  edit: EditDetails
}

/** Drafts belong to a person: nobody else who signs in on this machine is shown them. */
export const detailsKey = ({ article, actor }: Pick<DetailsGiven, "article" | "actor">) =>
  `${actor.id}:${article.id}:details`

/** The form, and whoever leads the article by what is known now. */
export function useDetailsForm({ article, actor, edit }: DetailsGiven) {
  const failed = useTranslations("ui")("failed")
  const [details, setDetails] = useState(() => detailsOf(article))
  const version = useRef(article.version)
  const sent = useRef<Promise<void> | null>(null)
  const send = async (changes: Partial<Record<DetailName, string>>): Promise<Saving<DetailName>> => {
    const asked = { articleId: article.id, version: version.current, fields: fieldsFrom(changes) }
    const answer = await edit(asked).catch(() => null)
    const now = answer?.ok ? answer.value : (answer?.refusal.current as ArticleDetails | undefined)
    if (now) {
      version.current = now.version
      setDetails(detailsOf(now))
    }
    return savingOf(answer, failed)
  }
  const form = useAutosave<DetailName>({
    key: detailsKey({ article, actor }),
    saved: typedDetails(details),
    save: (changes, settle) => {
      sent.current = (sent.current ?? Promise.resolve()).then(async () => settle(await send(changes)))
    },
  })
  useRedrawn(sent)
  return { form, lead: details.lead }
}

/** What was saved shows on the page once the form goes. */
function useRedrawn(sent: React.RefObject<Promise<void> | null>): void {
  const router = useRouter()
  useEffect(
    // What the fields send while they go is sent a moment later.
    () => () => void setTimeout(() => void sent.current?.then(() => router.refresh())),
    [router, sent],
  )
}

/** An answer as the form takes it: errors by the field's own name. */
function savingOf(answer: Answer<ArticleDetails> | null, failed: string): Saving<DetailName> {
  if (!answer) return { ok: false, message: failed, fields: {}, then: "stop" }
  if (answer.ok) return { ok: true, saved: typedDetails(answer.value) }
  const { code, message, fields, current } = answer.refusal
  const then = code === "conflict" && current !== undefined ? "again" : "stop"
  return { ok: false, message, fields: byField(fields), then }
}
