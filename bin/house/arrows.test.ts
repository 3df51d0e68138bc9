/** The rules are only worth something if they bite, through aliases and for types too. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { dirname, join } from "node:path"
import { fileURLToPath } from "node:url"
import { afterEach, expect, test } from "vitest"
import { run } from "./run.mjs"

const ARROWS = fileURLToPath(new URL("../arrows.mjs", import.meta.url))
const TSCONFIG = JSON.stringify({ compilerOptions: { module: "ESNext", paths: { "@/*": ["./*"] } } })

let house = ""

afterEach(() => rmSync(house, { recursive: true, force: true }))

/** Lays out a house of the given files and says which of them break which rules. */
async function look(files: Record<string, string>, fewest = "1"): Promise<{ code: number; lines: string[] }> {
  house = mkdtempSync(join(tmpdir(), "stet-arrows-"))
  for (const [name, text] of Object.entries({ "tsconfig.json": TSCONFIG, ...files })) {
    mkdirSync(dirname(join(house, name)), { recursive: true })
    writeFileSync(join(house, name), text)
  }
  const { code, output } = await run(process.execPath, [ARROWS, fewest], { cwd: house })
  const lines = output
    .replaceAll(/ → .*\n {2}([a-z-]+): .*/g, ": $1")
    .trim()
    .split("\n")
  return { code, lines: lines.sort() }
}

test("the straight line is allowed", async () => {
  const files = {
    "lib/anchor/index.ts": "export const anchor = 1",
    "lib/domain/claim.ts": 'export { anchor } from "../anchor/index"',
    "lib/desk/claims.ts": 'export { anchor } from "../domain/claim"\nexport { db } from "../db"',
    "lib/db.ts": "export const db = 1",
    "components/claim.tsx": 'export { anchor } from "@/lib/domain/claim"',
    "app/page.tsx": 'export { anchor } from "@/lib/desk/claims"\nexport { anchor as a } from "@/components/claim"',
  }
  expect(await look(files)).toEqual({ code: 0, lines: [""] })
})

test("every crooked one is refused", async () => {
  const files = {
    "lib/db.ts": "export const it = 1",
    "lib/auth.ts": "export const it = 1",
    "lib/document/read.ts": "export const it = 1",
    "lib/desk/it.ts": "export const it = 1",
    "lib/desk/testing/it.ts": "export const it = 1",
    "prisma/client/client.ts": "export const it = 1",
    "lib/anchor/up.ts": 'export { it } from "../document/read"',
    "lib/domain/up.ts": 'export type { it } from "../desk/it"',
    "lib/document/up.ts": 'export { it } from "../desk/it"',
    "lib/domain/one.ts": 'import { two } from "./two"\nexport const one = () => two()',
    "lib/domain/two.ts": 'import { one } from "./one"\nexport const two = () => one()',
    "lib/domain/disk.ts": 'export { readFile } from "node:fs/promises"',
    "lib/desk/up.ts": 'export { it } from "@/components/it"',
    "lib/desk/door.ts": 'export { it } from "../auth"',
    "components/it.ts": "export const it = 1",
    "components/desk.ts": 'export type { it } from "@/lib/desk/it"',
    "components/reader.ts": 'export { it } from "@/lib/document/read"',
    "app/db.ts": 'export { it } from "@/lib/db"',
    "app/prisma.ts": 'export type { it } from "@/prisma/client/client"',
    "app/support.ts": 'export { it } from "@/lib/desk/testing/it"',
    "app/nowhere.ts": 'export { it } from "@/lib/nothing"',
  }
  expect(await look(files)).toEqual({
    code: 1,
    lines: [
      "app/db.ts: services-for-the-desk",
      "app/nowhere.ts: no-unresolved",
      "app/prisma.ts: prisma-in-the-desk",
      "app/support.ts: product-without-tests",
      "components/desk.ts: components-take-props",
      "components/reader.ts: components-take-props",
      "lib/anchor/up.ts: anchor-knows-strings-only",
      "lib/desk/door.ts: desk-below-the-doors",
      "lib/desk/door.ts: doors-for-the-app",
      "lib/desk/up.ts: desk-below-the-doors",
      "lib/document/up.ts: document-is-headless",
      "lib/domain/disk.ts: pure-without-io",
      "lib/domain/one.ts: no-cycles",
      "lib/domain/up.ts: domain-is-pure",
    ],
  })
})

test("a house in which too little was read is refused", async () => {
  const { code, lines } = await look({ "lib/anchor/index.ts": "export const anchor = 1" }, "2")
  expect({ code, lines }).toEqual({ code: 1, lines: ["Source files found: 1. Were folders moved?"] })
})

test("no parser reaches the browser, but for its types and by an act", async () => {
  const files = {
    "node_modules/zod/package.json": '{ "name": "zod", "main": "index.js" }',
    "node_modules/zod/index.js": "export const z = {}",
    "lib/domain/claim.ts": 'import { z } from "zod"\nexport type Claim = typeof z\nexport const Claim = z',
    "lib/domain/words.ts": 'import type { Claim } from "./claim"\nexport const words = (claim: Claim) => String(claim)',
    "app/actions.ts": '"use server"\nexport { Claim as mark } from "@/lib/domain/claim"',
    "components/typed.tsx": '"use client"\nimport "@/app/actions"\nexport { words } from "@/lib/domain/words"',
  }
  expect((await look(files)).lines.filter((line) => line.includes("parser"))).toEqual([])
  const parsing = { "components/parsing.tsx": '"use client"\nexport { Claim } from "@/lib/domain/claim"' }
  const { code, lines } = await look({ ...files, ...parsing })
  expect(code).toBe(1)
  expect(lines).toContainEqual(expect.stringMatching(/^components\/parsing.tsx: no-parser-in-browser/))
})
