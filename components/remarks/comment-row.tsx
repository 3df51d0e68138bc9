"use client"
/** A query or a note, until it is closed. */
import Link from "next/link"
import { useFormatter, useTranslations } from "next-intl"
import { useState } from "react"
import { Badge } from "@/components/ui/badge"
import { Button } from "@/components/ui/button"
import { errorOf } from "@/components/ui/use-screen-acts"
import type { CommentView } from "@/lib/domain/remark"
import { inTheText, type RemarkRowProps } from "./remark-row"

export interface CommentRowProps extends Omit<RemarkRowProps, "remark" | "onDecided"> {
  comment: CommentView
}

export function CommentRow({ comment, language, galley, acts, mode }: CommentRowProps) {
  const t = useTranslations("remarks")
  const format = useFormatter()
  const [state, setState] = useState<{ busy?: true; error?: string }>({})
  const { id: commentId, kind, body, saidBy, writtenBy, resolvedAt, resolvedBy } = comment
  const when = format.dateTime(new Date(comment.createdAt), { dateStyle: "medium" })
  const resolve = async () => {
    setState({ busy: true })
    const error = errorOf(await acts.resolveComment({ commentId, resolved: resolvedAt === null }))
    setState(error === null ? {} : { error })
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
      <Quoted comment={comment} language={language} galley={galley} />
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
  comment: { quote, claim, sentence },
  language,
  galley,
}: Pick<CommentRowProps, "comment" | "language" | "galley">) {
  const t = useTranslations("remarks")
  return (
    <p lang={language} dir="auto" className="mt-1 font-serif text-ui text-ink-2">
      <Link
        href={inTheText(galley, claim, sentence)}
        prefetch={false}
        className="underline decoration-line-strong underline-offset-3"
      >
        {quote || t("nowhere")}
      </Link>
    </p>
  )
}
