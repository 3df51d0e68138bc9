/** The report of an article, as it stands or as a version that it went out as. */
import { reportPage } from "@/lib/document"
import { readPublicReport } from "@/lib/desk/public-reports"
import type { AtAddress, PublicReport } from "@/lib/domain/report"
import { numberIn, publicAnswer } from "@/app/r/answer"

interface Context {
  params: Promise<{ workspace: string; articleId: string }>
}

export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { workspace, articleId } = await params
  const version = numberIn(request, "version")
  const at: AtAddress<PublicReport> =
    version === null ? { kind: "none" } : await readPublicReport(workspace, articleId, version)
  return publicAnswer(request, { at, language: ({ language }) => language, write: reportPage })
}
