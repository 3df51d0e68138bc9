/** Every public address of a desk, for search engines. */
import { sitemap } from "@/lib/document"
import { readSitemap } from "@/lib/desk/public-reports"
import { publicAnswer } from "@/app/r/answer"

/** A file of that name is written when the app is built, unless this says otherwise. */
export const dynamic = "force-dynamic"

interface Context {
  params: Promise<{ workspace: string }>
}

export async function GET(request: Request, { params }: Context): Promise<Response> {
  const at = await readSitemap((await params).workspace)
  return publicAnswer(request, { at, language: ({ desk }) => desk.language, write: sitemap, type: "application/xml" })
}
