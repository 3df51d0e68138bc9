/** Many articles on their way out as one archive: what is asked for, and how far it is. Pure. */
import { z } from "zod"
import { ExportFormat } from "./export-format"
import { Id } from "./id"
import { Profile } from "./profile"

/** More than a desk needs at once, and as much as a server packs in some minutes. */
export const MOST_ARTICLES = 200

/** What is asked of each of them, and kept with the archive. */
export const AskedExport = z.object({ format: ExportFormat, profile: Profile, legal: z.literal("told").optional() })
export type AskedExport = z.infer<typeof AskedExport>

export const AskExport = AskedExport.extend({
  articleIds: z
    .array(Id)
    .min(1)
    .max(MOST_ARTICLES)
    .transform((ids) => [...new Set(ids)]),
})
export type AskExport = z.input<typeof AskExport>

export const StopExport = z.object({ exportId: Id })
export type StopExport = z.infer<typeof StopExport>

/** An archive as its asker sees it. Times are ISO 8601 in UTC. */
export interface ExportView extends AskedExport {
  id: string
  /** `failed`: it was too large, or could not be written however often it was tried. */
  state: "writing" | "done" | "failed"
  articles: number
  /** How many of them have been gone through. */
  written: number
  /** Of these, how many are not in it: they are gone, or not for its asker in that profile. */
  left: number
  /** Bytes so far. */
  size: number
  createdAt: string
}
