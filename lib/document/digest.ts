/** The digest that names a revision. Apart from canonical.ts because the browser has no node:crypto. */
import { createHash } from "node:crypto"

/** SHA-256 of the canonical text in UTF-8, in lower-case hexadecimal. */
export function sha256(canonicalText: string): string {
  return createHash("sha256").update(canonicalText, "utf8").digest("hex")
}
