import { dropUpload, readUpload, receivePart } from "@/lib/desk/uploads"
import { bodyOf } from "@/lib/request"
import { assertPart, numberIn, step } from "../tus"

interface Params {
  workspace: string
  uploadId: string
}

/** How far it has come. */
export const HEAD = step<Params>(200, (actor, _, { uploadId }) => readUpload(actor, uploadId))

/** Takes in its next part. */
export const PATCH = step<Params>(204, async (actor, request, { uploadId }) => {
  assertPart(request)
  return receivePart(actor, { uploadId, start: numberIn(request, "upload-offset"), bytes: await bodyOf(request) })
})

/** Stops it. */
export const DELETE = step<Params>(204, async (actor, _, { uploadId }) => {
  await dropUpload(actor, uploadId)
  return null
})
