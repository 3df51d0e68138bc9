/** All that is public at a desk, the newest first. */
import { listPage } from "@/lib/document"
import { listPublic } from "@/lib/desk/public-reports"
import type { AtAddress, PublicList } from "@/lib/domain/report"
import { numberIn, publicAnswer } from "@/app/r/answer"

interface Context {
  params: Promise<{ workspace: string }>
}

export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { workspace } = await params
  const page = numberIn(request, "page")
  const at: AtAddress<PublicList> = page === null ? { kind: "none" } : await listPublic(workspace, page ?? 1)
  return publicAnswer(request, { at, language: ({ desk }) => desk.language, write: listPage })
}
