/** The digest that names a revision or a file. Apart from canonical.ts because the browser has no node:crypto. */
import { createHash } from "node:crypto"

/** SHA-256 of bytes, or of a string in UTF-8, in lower-case hexadecimal. */
export function sha256(what: string | Uint8Array): string {
  return createHash("sha256").update(what).digest("hex")
}
