/** Two of us must never work in one folder, and one that died must not lock anybody out. */
import { spawn } from "node:child_process"
import { once } from "node:events"
import { rmSync, statSync } from "node:fs"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { afterEach, beforeEach, expect, test } from "vitest"
import { openThrowawayFolder, readPrivate, sessionSecret, takeDataFolder, writePrivate } from "./data-folder.mjs"

const MODULE = fileURLToPath(new URL("./data-folder.mjs", import.meta.url))

let folder = ""

beforeEach(() => {
  folder = openThrowawayFolder()
})

afterEach(() => rmSync(folder, { recursive: true, force: true }))

/** Another process that takes the folder and stays. */
async function anotherOwner() {
  const script = `import { takeDataFolder } from ${JSON.stringify(MODULE)}
    await takeDataFolder(${JSON.stringify(folder)}, "Stet on http://localhost:3000")
    console.log("taken"); setInterval(() => {}, 1000)`
  const child = spawn(process.execPath, ["--input-type=module", "--eval", script])
  await once(child.stdout, "data")
  return child
}

test("a folder in use is refused, naming who has it", async () => {
  const other = await anotherOwner()
  const refusal = `in use by Stet on http://localhost:3000 (process ${other.pid})`
  await expect(takeDataFolder(folder, "us")).rejects.toThrow(refusal)
  other.kill()
})

test("a folder whose owner was killed is free", async () => {
  const other = await anotherOwner()
  other.kill("SIGKILL")
  await once(other, "exit")
  const giveBack = await takeDataFolder(folder, "us")
  await giveBack()
})

test("a folder given back can be taken again", async () => {
  await (
    await takeDataFolder(folder, "us")
  )()
  await (
    await takeDataFolder(folder, "us")
  )()
})

test("what is private is readable by its owner alone", () => {
  writePrivate(folder, "demo.json", { url: "http://localhost:3000" })
  expect(statSync(join(folder, "demo.json")).mode & 0o777).toBe(0o600)
  expect(readPrivate(folder, "demo.json")).toEqual({ url: "http://localhost:3000" })
  expect(readPrivate(folder, "nothing.json")).toBeUndefined()
})

test("the session secret is made once", () => {
  const secret = sessionSecret(folder)
  expect(secret.length).toBeGreaterThanOrEqual(32)
  expect(sessionSecret(folder)).toBe(secret)
})
