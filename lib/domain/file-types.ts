/** Which files are kept as evidence. Without zod, for the browser asks too. */
import type { FileKind } from "./file"

/** Every type that is kept, with the endings that its files have. What is no upload's (`page`) comes as a snapshot. */
export const FILE_TYPES = {
  "application/pdf": { kind: "pdf", endings: ["pdf"] },
  "image/png": { kind: "image", endings: ["png"] },
  "image/jpeg": { kind: "image", endings: ["jpg", "jpeg"] },
  "image/webp": { kind: "image", endings: ["webp"] },
  "image/gif": { kind: "image", endings: ["gif"] },
  "audio/mpeg": { kind: "audio", endings: ["mp3"] },
  "audio/mp4": { kind: "audio", endings: ["m4a"] },
  "audio/wav": { kind: "audio", endings: ["wav"] },
  "audio/ogg": { kind: "audio", endings: ["ogg", "oga", "opus"] },
  "audio/flac": { kind: "audio", endings: ["flac"] },
  "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": { kind: "sheet", endings: ["xlsx"] },
  "application/vnd.oasis.opendocument.spreadsheet": { kind: "sheet", endings: ["ods"] },
  "text/csv": { kind: "sheet", endings: ["csv"] },
  "text/tab-separated-values": { kind: "sheet", endings: ["tsv"] },
  "message/rfc822": { kind: "mail", endings: ["eml"] },
  "text/plain": { kind: "text", endings: ["txt"] },
  "text/markdown": { kind: "text", endings: ["md", "markdown"] },
  "text/html": { kind: "page", endings: [] },
} as const satisfies Record<string, { kind: FileKind; endings: readonly string[] }>
export type FileType = keyof typeof FILE_TYPES
