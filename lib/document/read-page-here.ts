/** Reads a web page or a rich paste on the spot, however long it takes. Use `readPage`, which bounds it. */
import { readText } from "./read-text"
import type { Given, Imported } from "./read-result"

export type PageKind = "page" | "paste"

export interface PageOrder {
  html: string
  given: Given
  how: PageKind
}

export function readPageHere({ html, given }: PageOrder): Imported {
  return readText(html.replace(/<[^>]*>/gu, " "), given)
}
