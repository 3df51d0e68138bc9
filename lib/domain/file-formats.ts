/** Which files can be read. Without zod, for the browser asks too. */
import type { ImportFormat } from "./article"

/** The endings of the files that can be read, and how each is written. */
export const FILE_FORMATS: Readonly<Record<string, ImportFormat>> = {
  txt: "text",
  text: "text",
  md: "markdown",
  markdown: "markdown",
  html: "html",
  htm: "html",
  xhtml: "html",
  docx: "word",
  zip: "bundle",
}
