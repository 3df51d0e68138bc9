/** A build is made anew when what it is made from differs, and only then. */
import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { dirname, join } from "node:path"
import { afterEach, beforeEach, expect, test } from "vitest"
import { sourceDigest } from "./build.mjs"

let root = ""

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "stet-build-"))
  write("app/page.tsx", "one")
})

afterEach(() => rmSync(root, { recursive: true, force: true }))

function write(name: string, text: string) {
  mkdirSync(dirname(join(root, name)), { recursive: true })
  writeFileSync(join(root, name), text)
}

test("a changed byte, a new file and a moved one count", () => {
  const digests = new Set([sourceDigest(root)])
  write("app/page.tsx", "two")
  digests.add(sourceDigest(root))
  write("lib/desk/claims.ts", "")
  digests.add(sourceDigest(root))
  rmSync(join(root, "lib"), { recursive: true })
  write("lib/desk/rounds.ts", "")
  digests.add(sourceDigest(root))
  expect(digests.size).toBe(4)
})

test("times, tests and what is not built do not count", () => {
  const before = sourceDigest(root)
  utimesSync(join(root, "app/page.tsx"), 1, 1)
  write("app/page.test.tsx", "a test")
  write("lib/desk/testing/desk.ts", "support")
  write("docs/tour.md", "a tour")
  expect(sourceDigest(root)).toBe(before)
})
