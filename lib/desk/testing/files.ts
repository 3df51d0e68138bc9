/** A file as a browser sends it: begun, and received in parts. */
import type { Actor } from "../../domain/workspace"
import { beginUpload, receivePart } from "../uploads"

/** So much goes in one part here, so that most files come in several. */
const PART = 1_000

/** Sends a file and answers its id. */
export async function sentFile(actor: Actor, fileName: string, content: string | Uint8Array): Promise<string> {
  const bytes = typeof content === "string" ? new TextEncoder().encode(content) : content
  const { id: uploadId } = await beginUpload(actor, { fileName, size: bytes.byteLength })
  for (let start = 0; ; start += PART) {
    const { fileId } = await receivePart(actor, { uploadId, start, bytes: bytes.slice(start, start + PART) })
    if (fileId) return fileId
  }
}
