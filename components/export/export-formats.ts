/** The formats of an export as its dialog offers them. */
import type { ExportFormat } from "@/lib/domain/export-format"

// Written out by type, so that none can be missing and no parser of the domain comes along.
export const FORMATS = Object.keys({
  markdown: true,
  critic: true,
  html: true,
  docx: true,
  annotations: true,
  claimreview: true,
  csv: true,
  bundle: true,
} satisfies Record<ExportFormat, true>) as ExportFormat[]

/** Whether a file of that format is a text, to be read and copied. */
export const isText = (format: ExportFormat): boolean => format !== "docx" && format !== "bundle"

/** What is said about legal risk goes along with these, where that is asked for. */
export const tellsLegal = (format: ExportFormat): boolean => ["docx", "annotations", "bundle"].includes(format)
