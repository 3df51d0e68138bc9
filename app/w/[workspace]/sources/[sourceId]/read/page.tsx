/** What a source says, opened where a passage stands: `?evidence=` marks its excerpt, `?at=` a place, `?snapshot=` an older page, `?file=` an earlier file. */
import type { Metadata } from "next"
import { notFound, redirect } from "next/navigation"
import { getTranslations } from "next-intl/server"
import { cache } from "react"
import { Words } from "@/components/shell/words"
import { Viewer } from "@/components/viewer/viewer"
import { mergedInto } from "@/lib/desk/merging"
import { readView } from "@/lib/desk/viewing"
import { Id } from "@/lib/domain/id"
import { Refusal } from "@/lib/domain/refusal"
import { signedInTo } from "@/lib/entry"
import { editEvidence } from "../../actions"

interface ReadPageProps {
  params: Promise<{ workspace: string; sourceId: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

/** The reading of the address, once for the page and its title; what the reader may not see is not found. */
const readingIn = cache(async (slug: string, sourceId: string, asked: string) => {
  const { actor } = await signedInTo(slug)
  const query = new URLSearchParams(asked)
  const id = (name: string) => Id.safeParse(query.get(name)).data
  if (!Id.safeParse(sourceId).success) notFound()
  const from = /^\d{1,9}$/.exec(query.get("from") ?? "")?.[0]
  try {
    return await readView(actor, {
      sourceId,
      evidenceId: id("evidence"),
      snapshotId: id("snapshot"),
      fileId: id("file"),
      at: query.get("at")?.slice(0, 300),
      from: from === undefined ? undefined : Number(from),
    })
  } catch (error) {
    if (!(error instanceof Refusal && error.code === "not-found")) throw error
  }
  // What was sent cites it as it was then.
  const kept = await mergedInto(actor, sourceId)
  return kept ? redirect(`/w/${slug}/sources/${kept}/read?${asked}`) : notFound()
})

function queryOf(given: Record<string, string | string[] | undefined>): string {
  const pairs = Object.entries(given).flatMap(([name, value]) => (typeof value === "string" ? [[name, value]] : []))
  return new URLSearchParams(pairs).toString()
}

export async function generateMetadata({ params, searchParams }: ReadPageProps): Promise<Metadata> {
  const [{ workspace, sourceId }, given] = await Promise.all([params, searchParams])
  return { title: (await readingIn(workspace, sourceId, queryOf(given))).source.title }
}

export default async function ReadPage({ params, searchParams }: ReadPageProps) {
  const [{ workspace: slug, sourceId }, given] = await Promise.all([params, searchParams])
  const reading = await readingIn(slug, sourceId, queryOf(given))
  const t = await getTranslations("refusal")
  return (
    <Words of={["viewer", "source", "keys"]}>
      <Viewer
        reading={reading}
        failure={reading.failure === null ? null : t(reading.failure as never)}
        sources={`/w/${slug}/sources`}
        files={`/api/files/${slug}`}
        save={editEvidence}
      />
    </Words>
  )
}
