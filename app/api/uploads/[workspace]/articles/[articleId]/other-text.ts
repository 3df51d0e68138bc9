/** What stands in place of an article's text, as the browser sends it: one file, or pasted words. */
import { z } from "zod"
import type { OtherText } from "@/lib/desk/revising"
import { formatOfFile, ImportFormat } from "@/lib/domain/article"
import { Id } from "@/lib/domain/id"
import { parsed } from "@/lib/parsed"
import { formOf } from "@/lib/request"

const TextForm = z.object({
  file: z.instanceof(File).optional(),
  content: z.string().optional(),
  format: ImportFormat.default("text"),
  head: z.enum(["keep", "read"]).default("read"),
  baseId: Id.optional(),
})

/** The text of a request, and the revision that its sender saw. */
export async function otherText(
  request: Request,
): Promise<Omit<OtherText, "articleId"> & { baseId: string | undefined; origin: "file" | "paste" }> {
  const { file, content = "", format, head, baseId } = parsed(TextForm, Object.fromEntries(await formOf(request)))
  if (!file) return { bytes: new TextEncoder().encode(content), format, given: {}, head, baseId, origin: "paste" }
  const bytes = new Uint8Array(await file.arrayBuffer())
  return {
    bytes,
    format: formatOfFile(file.name),
    fileName: file.name,
    given: {},
    head: "read",
    baseId,
    origin: "file",
  }
}
