/** Reads a bundle of Stet's on the spot, however long it takes. Use `readBundle`, which bounds it. */
import type { FoundWork } from "../domain/found-claim"
import { refuse, Refusal } from "../domain/refusal"
import { canonicalText } from "./canonical"
import { sha256 } from "./digest"
import { namesFiles, pageIn, workIn } from "./re-import/records"
import { groundOf } from "./re-import/places"
import { readMarkdown } from "./read-markdown"
import type { Given, Imported, Notice } from "./read-result"
import { unzip, type Archive } from "./word/unzip"

export interface BundleOrder {
  bytes: Uint8Array
  given: Given
}

export type ImportedBundle = Imported & FoundWork

const TEXT = "article.md"
const RECORDS = "article.jsonld"

/** Refuses `invalid`: `import.empty`, `import.tooLong`, `import.tooDeep` and those of `import.bundle`. */
export function readBundleHere({ bytes, given }: BundleOrder): ImportedBundle {
  const archive = opened(bytes)
  const folder = folderIn(archive)
  const { fileName: _, ...known } = given
  const article = readMarkdown(fileIn(archive, `${folder}${TEXT}`), known)
  const page = pageIn(fileIn(archive, `${folder}${RECORDS}`))
  const { text } = canonicalText(article.document)
  const isSame = sha256(text) === page["stet:article"].revision.sha256
  const work = workIn(page, groundOf(text, isSame))
  const { claims } = work
  const isLost = claims.some(({ anchors }) => anchors.some(({ placement }) => placement === "lost"))
  const notices: Notice[] = [
    ...article.notices,
    ...(claims.length > 0 ? (["claimsCame"] as const) : []),
    ...(isSame ? [] : (["textEdited"] as const)),
    ...(isLost ? (["claimsWithoutPlace"] as const) : []),
    ...(namesFiles(page) ? (["filesStayed"] as const) : []),
  ]
  return { ...article, ...work, notices }
}

/**
 * Where the two files are: at the top, or in the one folder that somebody packed again after they had edited them. What
 * else lies in it is left there: nothing is unpacked to a disk, whatever it is called.
 */
function folderIn({ names, has }: Archive): string {
  const folders = names.flatMap((name) => (name.toLowerCase().endsWith(RECORDS) ? name.slice(0, -RECORDS.length) : []))
  const [folder, ...others] = folders.filter((one) => /^(?:(?!__MACOSX\/)[^/]+\/)?$/.test(one) && has(`${one}${TEXT}`))
  if (folder === undefined || others.length > 0) throw refuse("invalid", "import.bundle.notStets")
  return folder
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
