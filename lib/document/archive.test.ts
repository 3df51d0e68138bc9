import * as fc from "fast-check"
import { Unzip, UnzipInflate, unzipSync } from "fflate"
import { expect, test } from "vitest"
import { archive, packedFile } from "./archive"

type Files = Record<string, Uint8Array>

async function zipped(files: Files): Promise<Uint8Array> {
  const parts: Uint8Array[] = []
  const entries = Object.entries(files).map(([name, content]) => ({ name, ...packedFile(content) }))
  for await (const part of archive(entries)) parts.push(part)
  return new Uint8Array(Buffer.concat(parts))
}

/** As whoever reads it from its beginning sees it, without its directory. */
function readThrough(bytes: Uint8Array): Files {
  const files: Files = {}
  const reader = new Unzip((file) => {
    const parts: Uint8Array[] = []
    file.ondata = (error, part, isLast) => {
      if (error) throw error
      parts.push(part)
      if (isLast) files[file.name] = new Uint8Array(Buffer.concat(parts))
    }
    file.start()
  })
  reader.register(UnzipInflate)
  reader.push(bytes, true)
  return files
}

const names = fc.stringMatching(/^[\wäöü🙂 .-]{1,30}$/u).filter((name) => name !== "__proto__")
const files = fc.dictionary(names, fc.uint8Array({ maxLength: 3000 }), { maxKeys: 8, noNullPrototype: true })

test("an archive is read with its files as they were, from its beginning and by its directory", async () => {
  await fc.assert(
    fc.asyncProperty(files, async (given) => {
      const bytes = await zipped(given)
      expect(unzipSync(bytes)).toEqual(given)
      expect(readThrough(bytes)).toEqual(given)
    }),
    { numRuns: 60 },
  )
})
