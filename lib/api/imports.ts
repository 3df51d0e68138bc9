/** Imports as the API takes them: JSON, or a form with one file. Knows bodies, no rules of importing. */
import type { Content } from "../desk/reading"
import { formatOfFile, type ImportMetadata } from "../domain/article"
import { parsed } from "../parsed"
import { formOf, HttpProblem, jsonOf, mediaType } from "../request"
import { ImportBody, ImportForm } from "./bodies"

/** What a request brings: a text, or the address of a page that is to be fetched. */
export type Brought = { kind: "text"; content: Content } | { kind: "link"; url: string; given: ImportMetadata }

/** The article that a request brings. Refuses other media types with 415. */
export async function articleIn(request: Request): Promise<Brought> {
  const type = mediaType(request)
  if (type === "multipart/form-data") return fromForm(parsed(ImportForm, filledIn(await formOf(request))))
  if (type !== "" && !type.endsWith("json")) throw new HttpProblem(415, "unsupported", "http.wantsJsonOrForm")
  return fromJson(parsed(ImportBody, await jsonOf(request)))
}

function fromJson({ format = "text", content, ...told }: ImportBody): Brought {
  if (content !== undefined) {
    return {
      kind: "text",
      content: { bytes: new TextEncoder().encode(content), format, origin: "api", given: metadata(told) },
    }
  }
  const { url = "", ...rest } = told
  return { kind: "link", url: url ?? "", given: metadata(rest) }
}

async function fromForm({ file, format, changes, ...told }: ImportForm): Promise<Brought> {
  const content: Content = {
    bytes: new Uint8Array(await file.arrayBuffer()),
    format: format ?? formatOfFile(file.name),
    fileName: file.name,
    origin: "api",
    accepted: changes === "reject" ? "none" : "all",
    given: metadata(told),
  }
  return { kind: "text", content }
}

/** The fields of a form that hold something: a form sends the empty ones too. */
function filledIn(form: FormData): Record<string, FormDataEntryValue> {
  return Object.fromEntries([...form].filter(([, value]) => value !== ""))
}

function metadata(told: Omit<ImportBody, "format" | "content">): ImportMetadata {
  const { url, title, dek, kind, language, ...rest } = told
  return {
    ...rest,
    ...(url !== undefined && { sourceUrl: url }),
    ...(title && { title }),
    ...(dek && { dek }),
    ...(kind && { kind }),
    ...(language && { language }),
  }
}
