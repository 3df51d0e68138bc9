/** What stands in place of an article's text, as the browser sends it: one file, pasted words, or the address of a page. */
import { z } from "zod"
import type { OtherText } from "@/lib/desk/in-place"
import { formatOfFile, ImportFormat, WebAddress } from "@/lib/domain/article"
import { AcceptedChanges } from "@/lib/domain/import"
import { Id } from "@/lib/domain/id"
import { parsed } from "@/lib/parsed"
import { formOf } from "@/lib/request"

/** A form has strings alone. */
const json = z.string().transform((text, context): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    context.addIssue("not JSON")
    return z.NEVER
  }
})

const TextForm = z.object({
  file: z.instanceof(File).optional(),
  content: z.string().optional(),
  /** The page at this address. */
  url: WebAddress.optional(),
  /** Which tracked changes of a Word file are taken over, once somebody was asked. */
  accepted: json.pipe(AcceptedChanges).optional(),
  format: ImportFormat.default("text"),
  head: z.enum(["keep", "read"]).default("read"),
  baseId: Id.optional(),
})

/** Where a text comes from, and the revision that its sender saw. */
export type Brought = { baseId: string | undefined } & ({ url: string } | { text: Omit<OtherText, "articleId"> })

/** What a request brings. Nobody's tracked changes are taken over unasked. */
export async function otherText(request: Request): Promise<Brought> {
  const form = parsed(TextForm, Object.fromEntries(await formOf(request)))
  const { file, content = "", url, format, head, accepted, baseId } = form
  if (url) return { url, baseId }
  if (!file) {
    const bytes = new TextEncoder().encode(content)
    return { text: { bytes, format, given: {}, head, origin: "paste" }, baseId }
  }
  const { name: fileName } = file
  const bytes = new Uint8Array(await file.arrayBuffer())
  const read = { bytes, fileName, format: formatOfFile(fileName), given: {}, head: "read", origin: "file" } as const
  return { text: { ...read, accepted, undecided: "refused" }, baseId }
}
