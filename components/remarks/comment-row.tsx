"use client"
/** A query or a note, until it is closed. */
import Link from "next/link"
import { useFormatter, useTranslations } from "next-intl"
import { useState } from "react"
import { Badge } from "@/components/ui/badge"
import { Button } from "@/components/ui/button"
import type { CommentView } from "@/lib/domain/remark"
import type { RemarkRowProps } from "./remark-row"

export interface CommentRowProps extends Omit<RemarkRowProps, "remark"> {
  comment: CommentView
}

export function CommentRow({ comment, language, galley, acts, mode }: CommentRowProps) {
  const t = useTranslations("remarks")
  const ui = useTranslations("ui")
  const format = useFormatter()
  const [state, setState] = useState<{ busy?: true; error?: string }>({})
  const { id: commentId, kind, body, quote, saidBy, writtenBy, resolvedAt, resolvedBy } = comment
  const when = format.dateTime(new Date(comment.createdAt), { dateStyle: "medium" })
  const resolve = async () => {
    setState({ busy: true })
    const answer = await acts.resolveComment({ commentId, resolved: resolvedAt === null }).catch(() => null)
    setState(answer?.ok ? {} : { error: answer?.refusal.message ?? ui("failed") })
  }
  return (
    <li data-row={commentId} className="border-b border-line py-3.5">
      <p className="flex flex-wrap items-center gap-x-2.5 gap-y-1 text-xs text-ink-3">
        <Badge tone={resolvedAt ? "open" : "review"} shape={resolvedAt ? "✓" : "?"}>
          {t(`comment.${kind}`)}
        </Badge>
        <span>{t("comment.by", { name: saidBy ?? writtenBy.name, when })}</span>
        {resolvedBy && <span>{t("comment.closedBy", { name: resolvedBy.name })}</span>}
      </p>
      <p className="mt-1.5 text-ui whitespace-pre-wrap wrap-anywhere">{body}</p>
      {quote && <Quoted comment={comment} language={language} galley={galley} />}
      {state.error && (
        <p role="alert" className="mt-2 text-xs font-medium text-false">
          {state.error}
        </p>
      )}
      {mode === "decide" && (
        <Button
          size="small"
          look="quiet"
          className="mt-1 -ml-2"
          busy={state.busy ?? false}
          onClick={() => void resolve()}
        >
          {t(resolvedAt ? "comment.reopen" : "comment.close")}
        </Button>
      )}
    </li>
  )
}

/** The words it is about lead to them in the text. */
function Quoted({
  comment: { quote, claim },
  language,
  galley,
}: Pick<CommentRowProps, "comment" | "language" | "galley">) {
  return (
    <p lang={language} dir="auto" className="mt-1 font-serif text-ui text-ink-2">
      <Link
        href={claim ? `${galley}?claim=${claim.number}` : galley}
        prefetch={false}
        className="underline decoration-line-strong underline-offset-3"
      >
        {quote}
      </Link>
    </p>
  )
}
