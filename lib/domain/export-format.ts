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
