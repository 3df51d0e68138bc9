/** What pdf.js fetches when a document needs it: tables of characters, standard fonts, decoders of pictures. */
import { readFile } from "node:fs/promises"
import { join } from "node:path"

const FOLDERS = new Set(["cmaps", "standard_fonts", "wasm", "iccs"])
const TYPES: Record<string, string> = { wasm: "application/wasm", js: "text/javascript" }

interface Context {
  params: Promise<{ folder: string; name: string }>
}

export async function GET(_: Request, { params }: Context): Promise<Response> {
  const { folder, name } = await params
  if (!FOLDERS.has(folder) || !/^[\w-]+\.\w+$/.test(name)) return new Response(null, { status: 404 })
  const bytes = await readFile(join(process.cwd(), "node_modules/pdfjs-dist", folder, name)).catch(() => null)
  if (!bytes) return new Response(null, { status: 404 })
  const type = TYPES[name.slice(name.lastIndexOf(".") + 1)] ?? "application/octet-stream"
  const headers = {
    "content-type": type,
    "cache-control": "public, max-age=86400",
    "x-content-type-options": "nosniff",
  }
  return new Response(new Uint8Array(bytes), { headers })
}
