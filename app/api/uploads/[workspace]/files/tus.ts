/**
 * The part of the tus protocol (1.0.0, with creation and termination) that a file needs to come in parts and to be gone
 * on with after a reload or a lost connection. What is refused is answered as everywhere: an `Answer` as JSON.
 */
import type { UploadView } from "@/lib/domain/file"
import { MOST_FILE_BYTES } from "@/lib/domain/file-limits"
import { refuse } from "@/lib/domain/refusal"
import type { Actor } from "@/lib/domain/workspace"
import { actorIn, answered, ownOrigin, statusOf } from "@/lib/entry"
import { HttpProblem, idsIn } from "@/lib/request"

export interface Context<Params extends { workspace: string }> {
  params: Promise<Params>
}

/** A handler of one step; `act` answers how far the file has come, if it is still to come. */
export function step<Params extends { workspace: string }>(
  status: 200 | 201 | 204,
  act: (actor: Actor, request: Request, params: Params) => Promise<UploadView | null>,
): (request: Request, context: Context<Params>) => Promise<Response> {
  return async (request, { params }) => {
    const answer = await answered(async () => {
      const named = idsIn((await params) as Params & Record<string, string>)
      // What only asks changes nothing, and browsers name no origin with it.
      if (request.method !== "HEAD") ownOrigin(request)
      return { workspace: named.workspace, upload: await act(await actorIn(named.workspace), request, named) }
    })
    const headers = new Headers({ "tus-resumable": "1.0.0", "cache-control": "no-store" })
    if (!answer.ok) return Response.json(answer, { status: statusOf(answer.refusal), headers })
    const { workspace, upload } = answer.value
    if (upload) {
      headers.set("upload-offset", String(upload.received))
      headers.set("upload-length", String(upload.size))
      headers.set("tus-max-size", String(MOST_FILE_BYTES))
      if (status === 201) headers.set("location", `/api/uploads/${workspace}/files/${upload.id}`)
    }
    return new Response(null, { status, headers })
  }
}

/** The number that a header must name. */
export function numberIn(request: Request, header: string): number {
  const value = request.headers.get(header) ?? ""
  if (!/^\d{1,15}$/.test(value)) throw refuse("invalid", "http.malformedUpload")
  return Number(value)
}

/** The name that a file is sent under: pairs of a key and its value in Base64. */
export function fileNameIn(request: Request): string {
  const pairs = (request.headers.get("upload-metadata") ?? "").split(",").map((pair) => pair.trim().split(" "))
  const [, encoded = ""] = pairs.find(([key]) => key === "filename") ?? []
  return Buffer.from(encoded, "base64").toString("utf8")
}

/** A part goes by a media type of its own, so that no form can send one. */
export function assertPart(request: Request): void {
  if (request.headers.get("content-type") !== "application/offset+octet-stream") {
    throw new HttpProblem(415, "unsupported", "http.malformedUpload")
  }
}
