/** An article's going out: what is left before, signing it off, and afterwards reopening, corrections and complaints. `?claim=3` is for reopening claim 3. */
import type { Metadata } from "next"
import { notFound } from "next/navigation"
import { getTranslations } from "next-intl/server"
import { cache } from "react"
import { PublishButton } from "@/components/report/publish-button"
import { Words } from "@/components/shell/words"
import { SignOffScreen } from "@/components/sign-off/sign-off-screen"
import { readPublication } from "@/lib/desk/publishing"
import { readSignOffs } from "@/lib/desk/sign-off-views"
import { can } from "@/lib/domain/policy"
import { Refusal } from "@/lib/domain/refusal"
import { numberIn } from "@/lib/domain/words"
import { signedInTo } from "@/lib/entry"
import { idsIn } from "@/lib/request"
import {
  decideComplaint,
  letStand,
  publishArticle,
  recordComplaint,
  reopen,
  signOffArticle,
  unpublishArticle,
} from "./actions"

interface SignOffPageProps {
  params: Promise<{ workspace: string; articleId: string }>
  searchParams: Promise<{ claim?: string | string[] }>
}

/** What the address is about, once for the page and its title; what the reader may not see is not found. */
const signOffsIn = cache(async (slug: string, articleId: string) => {
  const { actor } = await signedInTo(slug)
  try {
    idsIn({ articleId })
    return { actor, state: await readSignOffs(actor, articleId) }
  } catch (error) {
    if (error instanceof Refusal && error.code === "not-found") notFound()
    throw error
  }
})

export async function generateMetadata({ params }: SignOffPageProps): Promise<Metadata> {
  const { workspace, articleId } = await params
  const [{ state }, t] = await Promise.all([signOffsIn(workspace, articleId), getTranslations("signOff")])
  return { title: t("of", { article: state.article.title }) }
}

export default async function SignOffPage({ params, searchParams }: SignOffPageProps) {
  const [{ workspace, articleId }, { claim }] = await Promise.all([params, searchParams])
  const { actor, state } = await signOffsIn(workspace, articleId)
  const galley = `/w/${workspace}/articles/${articleId}`
  const publication = await readPublication(actor, articleId)
  const publishActs = can(actor, "article.publish", state.article) ? { publishArticle, unpublishArticle } : null
  const number = typeof claim === "string" ? numberIn(claim) : null
  return (
    <Words of={["signOff", "claim", "keys", "publication"]}>
      <SignOffScreen
        {...{ actor, state, galley }}
        asked={state.claims.find((one) => one.number === number)?.id ?? null}
        acts={{ decideComplaint, letStand, recordComplaint, reopen, signOffArticle }}
        report={
          publication.publishes &&
          state.article.goneOut !== null && (
            <PublishButton
              {...{ articleId, publication, acts: publishActs }}
              address={`/r/${workspace}/${articleId}`}
            />
          )
        }
      />
    </Words>
  )
}
