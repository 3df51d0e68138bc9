/** Whether what is typed looks like something that a source can be filled in from. Pure, and free of parsers: the desk judges. */
import type { TypedSource } from "./typed-source"
import type { Citation } from "@/lib/domain/citation"

export type ReferenceKind = "doi" | "isbn" | "address"

/** A DOI's, an ISBN's or a page's looks; a DOI may be in the address of its resolver. */
export function referenceKind(text: string): ReferenceKind | null {
  const typed = text.trim()
  if (/^(?:(?:https?:\/\/)?(?:dx\.)?doi\.org\/|doi:\s*)?10\.\d{4,9}\/\S+$/i.test(typed)) return "doi"
  if (/^https?:\/\/[^\s/]+\.?\S*$/i.test(typed)) return "address"
  const digits = typed.replace(/^isbn(?:-1[03])?:?\s*/i, "").replace(/[\s\u2010-\u2015-]/g, "")
  return /^(?:97[89]\d{10}|\d{9}[\dX])$/i.test(digits) ? "isbn" : null
}

/** What of a typed source can be looked up: its address, or what stands where its title will. */
export function referenceOf({ url, title }: TypedSource): { kind: ReferenceKind; pasted: string } | null {
  for (const pasted of [url, title]) {
    const kind = referenceKind(pasted)
    if (kind) return { kind, pasted: pasted.trim() }
  }
  return null
}

/** The fields that were empty, or held the reference itself, as its record has them: nothing that was typed is lost. */
export function filledIn<Typed extends TypedSource>(typed: Typed, pasted: string, citation: Citation): Typed {
  const fill = (typedValue: string, known: string | null) => {
    const isOpen = typedValue.trim() === "" || typedValue.trim() === pasted
    return isOpen && known !== null ? known : typedValue
  }
  return {
    ...typed,
    title: fill(typed.title, citation.title),
    url: referenceKind(typed.url) === "isbn" ? "" : fill(typed.url, citation.url),
    publisher: fill(typed.publisher, citation.publisher),
    author: fill(typed.author, citation.author),
    publishedOn: fill(typed.publishedOn, citation.publishedOn),
    kind: typed.kind === "other" ? (citation.kind ?? typed.kind) : typed.kind,
  }
}
