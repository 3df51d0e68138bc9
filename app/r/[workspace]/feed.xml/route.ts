/** The newest of what is public at a desk, as an Atom feed. */
import { feed } from "@/lib/document"
import { listPublic } from "@/lib/desk/public-reports"
import { publicAnswer } from "@/app/r/answer"

interface Context {
  params: Promise<{ workspace: string }>
}

export async function GET(request: Request, { params }: Context): Promise<Response> {
  const at = await listPublic((await params).workspace, 1)
  return publicAnswer(request, {
    at,
    language: ({ desk }) => desk.language,
    write: feed,
    type: "application/atom+xml",
  })
}
