/** An install takes a minute: it runs when something is missing, and only then. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterEach, beforeEach, expect, test } from "vitest"
import { checkNode, isInstalled } from "./install.mjs"

let root = ""

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "stet-install-"))
  mkdirSync(join(root, "node_modules"))
})

afterEach(() => rmSync(root, { recursive: true, force: true }))

function lockFile(name: string, packages: Record<string, object>) {
  writeFileSync(join(root, name), JSON.stringify({ packages }))
}

const wanted = {
  "": { version: "0.1.0" },
  "node_modules/next": { version: "16.4.6" },
  "node_modules/@next/swc-darwin-arm64": { version: "16.4.6", optional: true },
}

test("nothing installed is not enough", () => {
  lockFile("package-lock.json", wanted)
  expect(isInstalled(root)).toBe(false)
})

test("all but other platforms' packages is enough", () => {
  lockFile("package-lock.json", wanted)
  lockFile("node_modules/.package-lock.json", { "node_modules/next": { version: "16.4.6" } })
  expect(isInstalled(root)).toBe(true)
})

test("another version is not enough", () => {
  lockFile("package-lock.json", wanted)
  lockFile("node_modules/.package-lock.json", { "node_modules/next": { version: "16.4.5" } })
  expect(isInstalled(root)).toBe(false)
})

test.for(["20.19.0", "20.20.2", "22.0.0", "24.1.0"])("Node %s is new enough", (version) => {
  expect(() => checkNode(version)).not.toThrow()
})

test.for(["18.20.0", "20.18.3"])("Node %s is refused", (version) => {
  expect(() => checkNode(version)).toThrow(`Stet needs Node 20.19 or newer; this is ${version}`)
})
