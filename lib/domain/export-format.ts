/** The formats that an article is exported in, by the names that addresses and the command line call them by. */
import { z } from "zod"

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
