/** A file as the API takes it: a form, whose file goes in by the same parts as a browser's. */
import { beginUpload, dropUpload, receivePart } from "../desk/uploads"
import { MOST_FILE_BYTES, MOST_PART_BYTES } from "../domain/file-limits"
import { refuseField } from "../domain/refusal"
import type { Actor } from "../domain/workspace"
import { formOf } from "../request"

/** A form has its own lines around the file. */
export const MOST_FORM_BYTES = MOST_FILE_BYTES + 64 * 1024

/** Keeps the `file` of a form, and answers its id. */
export async function fileIn(actor: Actor, request: Request): Promise<string> {
  const file = (await formOf(request, MOST_FORM_BYTES)).get("file")
  if (!(file instanceof File)) throw refuseField("file", "input.wrong")
  const { id } = await beginUpload(actor, { fileName: file.name, size: file.size })
  try {
    return await sendParts(actor, id, file)
  } catch (error) {
    await dropUpload(actor, id).catch(() => undefined)
    throw error
  }
}

async function sendParts(actor: Actor, uploadId: string, file: File): Promise<string> {
  for (let start = 0; ; start += MOST_PART_BYTES) {
    const bytes = new Uint8Array(await file.slice(start, start + MOST_PART_BYTES).arrayBuffer())
    const { fileId } = await receivePart(actor, { uploadId, start, bytes })
    if (fileId) return fileId
  }
}
