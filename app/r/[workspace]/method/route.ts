/** How a desk checks. */
import { methodPage } from "@/lib/document"
import { readPublicMethod } from "@/lib/desk/public-reports"
import { publicAnswer } from "@/app/r/answer"

interface Context {
  params: Promise<{ workspace: string }>
}

export async function GET(request: Request, { params }: Context): Promise<Response> {
  const at = await readPublicMethod((await params).workspace)
  return publicAnswer(request, { at, language: ({ desk }) => desk.language, write: methodPage })
}
