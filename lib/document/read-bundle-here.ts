/** Reads a bundle of Stet's on the spot, however long it takes. Use `readBundle`, which bounds it. */
import type { FoundClaim } from "../domain/found-claim"
import { refuse, Refusal } from "../domain/refusal"
import { canonicalText } from "./canonical"
import { sha256 } from "./digest"
import { claimsIn, pageIn } from "./re-import/records"
import { groundOf } from "./re-import/places"
import { readMarkdown } from "./read-markdown"
import type { Given, Imported, Notice } from "./read-result"
import { unzip, type Archive } from "./word/unzip"

export interface BundleOrder {
  bytes: Uint8Array
  given: Given
}

export interface ImportedBundle extends Imported {
  claims: FoundClaim[]
}

const TEXT = "article.md"
const RECORDS = "article.jsonld"

/** Refuses `invalid`: `import.empty`, `import.tooLong`, `import.tooDeep` and those of `import.bundle`. */
export function readBundleHere({ bytes, given }: BundleOrder): ImportedBundle {
  const archive = opened(bytes)
  // What else lies in it is left there: nothing is unpacked to a disk, whatever it is called.
  if (!archive.has(TEXT) || !archive.has(RECORDS)) throw refuse("invalid", "import.bundle.notStets")
  const { fileName: _, ...known } = given
  const article = readMarkdown(fileIn(archive, TEXT), known)
  const page = pageIn(fileIn(archive, RECORDS))
  const { text } = canonicalText(article.document)
  const isSame = sha256(text) === page["stet:article"].revision.sha256
  const claims = claimsIn(page, groundOf(text, isSame))
  const isLost = claims.some(({ anchors }) => anchors.some(({ placement }) => placement === "lost"))
  const notices: Notice[] = [
    ...article.notices,
    ...(claims.length > 0 ? (["claimsCame"] as const) : []),
    ...(isSame ? [] : (["textEdited"] as const)),
    ...(isLost ? (["claimsWithoutPlace"] as const) : []),
  ]
  return { ...article, claims, notices }
}

function opened(bytes: Uint8Array): Archive {
  return unpacking(() => unzip(bytes))
}

function fileIn(archive: Archive, name: string): string {
  return unpacking(() => {
    try {
      return new TextDecoder("utf-8", { fatal: true }).decode(archive.read(name))
    } catch (error) {
      if (error instanceof Refusal) throw error
      throw refuse("invalid", "import.bundle.broken")
    }
  })
}

/** The same archives are no good as Word files are: each in words of its own. */
function unpacking<Value>(run: () => Value): Value {
  try {
    return run()
  } catch (error) {
    const way = error instanceof Refusal ? /^import\.word\.(bomb|unsafe|encrypted)$/.exec(error.key)?.[1] : undefined
    if (error instanceof Refusal && error.key.startsWith("import.word."))
      throw refuse("invalid", `import.bundle.${way ?? "broken"}`)
    throw error
  }
}
