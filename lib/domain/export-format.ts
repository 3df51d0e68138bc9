/** The formats that an article is exported in, by the names that addresses and the command line call them by. */
import { z } from "zod"
import { Profile } from "./profile"

export const ExportFormat = z.enum([
  "markdown",
  "critic",
  "html",
  "docx",
  "annotations",
  "claimreview",
  "csv",
  "bundle",
])
export type ExportFormat = z.infer<typeof ExportFormat>

/** What an export is asked for with. */
export const ExportQuery = z.object({
  format: ExportFormat.default("markdown"),
  profile: Profile.optional(),
  /** `told`: what is said and decided about legal risk too, to those who may see it; in the internal profile alone. */
  legal: z.literal("told").optional(),
})

/** What is in a file that can't be read as text. */
export interface PackedContents {
  /** The files in it with their sizes in bytes, in their order; none of a Word file, whose parts say nothing to a reader. */
  files: { name: string; bytes: number }[]
  /** Of a Word file: comments, replies among them, and tracked changes as Word counts them; null of any other. */
  word: { comments: number; changes: number } | null
}
