import { bytesOf, readFile } from "@/lib/desk/files"
import { route } from "@/lib/entry"
import { serveFile } from "@/lib/serve-file"

interface Params extends Record<string, string> {
  fileId: string
}

export const GET = route<Params>({ scope: "read" }, async (actor, { request, params: { fileId } }) => {
  const file = await readFile(actor, fileId)
  return serveFile(request, file, (start, end) => bytesOf(file.id, start, end))
})
