import { bytesOf, readFile } from "@/lib/desk/files"
import { actorIn, answered, statusOf } from "@/lib/entry"
import { idsIn } from "@/lib/request"
import { serveFile } from "@/lib/serve-file"

interface Context {
  params: Promise<{ workspace: string; fileId: string }>
}

/** A file of evidence, for whoever may see what it belongs to. */
async function give(request: Request, { params }: Context): Promise<Response> {
  const answer = await answered(async () => {
    const { workspace, fileId } = idsIn(await params)
    return readFile(await actorIn(workspace), fileId)
  })
  if (!answer.ok) return new Response(answer.refusal.message, { status: statusOf(answer.refusal) })
  const file = answer.value
  return serveFile(request, file, (start, end) => bytesOf(file.id, start, end))
}

export { give as GET, give as HEAD }
