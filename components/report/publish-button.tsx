"use client"
/** Whether readers can read an article's report, and letting them, and no longer. */
import { useFormatter, useTranslations } from "next-intl"
import { useState } from "react"
import { AskDialog } from "@/components/ui/ask-dialog"
import { useAnnounce } from "@/components/ui/announcer"
import { Button } from "@/components/ui/button"
import { errorOf, useScreenActs } from "@/components/ui/use-screen-acts"
import type { Act, Answer } from "@/lib/domain/answer"
import type { PublicationView, PublishArticle } from "@/lib/domain/publication"

export interface PublishActs {
  publishArticle: Act<PublishArticle, PublicationView>
  unpublishArticle: Act<PublishArticle, PublicationView>
}

export interface PublishButtonProps {
  articleId: string
  publication: PublicationView
  /** Where readers read it. */
  address: string
  /** Null for whoever may only see how it is. */
  acts: PublishActs | null
}

export function PublishButton({ articleId, publication, address, acts }: PublishButtonProps) {
  const t = useTranslations("publication")
  const format = useFormatter()
  const { publishedAt, isUnpublished } = publication
  const day = publishedAt && format.dateTime(new Date(publishedAt), { dateStyle: "long" })
  const standing = publishedAt === null ? "not" : isUnpublished ? "unpublished" : "public"
  return (
    <div className="flex flex-col items-start gap-3">
      <p className="max-w-prose text-ui text-pretty text-ink-2">
        {t(`standing.${standing}`, { day: day ?? "" })}{" "}
        {standing === "public" && (
          <a href={address} className="text-ink underline underline-offset-3">
            {t("open")}
          </a>
        )}
      </p>
      {acts && <Deciding {...{ articleId, acts, standing }} />}
    </div>
  )
}

interface DecidingProps {
  articleId: string
  acts: PublishActs
  standing: "not" | "unpublished" | "public"
}

function Deciding({ articleId, acts: given, standing }: DecidingProps) {
  const t = useTranslations("publication")
  const announce = useAnnounce()
  const acts = useScreenActs(given)
  const [asked, setAsked] = useState<DecidingProps["standing"] | null>(null)
  const [state, setState] = useState<{ busy?: true; error?: string }>({})
  const run = async (act: Promise<Answer<PublicationView>>, done: string) => {
    setState({ busy: true })
    const answer = await act
    const error = errorOf(answer)
    setState(error === null ? {} : { error })
    if (error === null) setAsked(null)
    if (answer.ok) announce(done)
  }
  const close = () => {
    setAsked(null)
    setState({})
  }
  const isPublic = standing === "public"
  const ask = useTranslations(`publication.${isPublic ? "ask" : "askPublish"}`)
  const confirm = t(isPublic ? "unpublish" : standing === "not" ? "publish" : "publishAgain")
  const decide = isPublic
    ? () => run(acts.unpublishArticle({ articleId }), t("unpublished"))
    : () => run(acts.publishArticle({ articleId }), t("published"))
  return (
    <>
      {/* It stands where the article was just signed off: a second press there must not show it to everybody. */}
      <Button look={isPublic ? "plain" : "primary"} onClick={() => setAsked(standing)}>
        {confirm}
      </Button>
      <AskDialog
        // What was asked no longer is once it is decided.
        open={asked === standing}
        title={ask("title")}
        text={ask("text")}
        confirm={confirm}
        look={isPublic ? "danger" : "primary"}
        {...state}
        onYes={() => void decide()}
        onClose={close}
      />
    </>
  )
}
