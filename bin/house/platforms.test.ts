/** The lock file has to serve machines unlike the one on which it was made. */
import { readFileSync } from "node:fs"
import { expect, test } from "vitest"
import { completeLock } from "./platforms.mjs"

test("a native package that npm has left out is added, for its platform alone", () => {
  const lock = {
    packages: {
      "": { version: "0.1.0" },
      "node_modules/core": {
        version: "1.2.3",
        dev: true,
        optionalDependencies: { "@core/linux-x64-musl": "1.2.3", "@core/darwin-arm64": "1.2.3", "@core/any": "^1.0.0" },
      },
      "node_modules/core/node_modules/@core/darwin-arm64": { version: "1.2.3" },
    },
  }
  const { lock: complete, added } = completeLock(lock)
  expect(added).toEqual(["node_modules/@core/linux-x64-musl"])
  expect(complete.packages["node_modules/@core/linux-x64-musl"]).toEqual({
    version: "1.2.3",
    cpu: ["x64"],
    dev: true,
    libc: ["musl"],
    optional: true,
    os: ["linux"],
  })
})

test("our own lock file leaves none out (npm run lock)", () => {
  const file = new URL("../../package-lock.json", import.meta.url)
  expect(completeLock(JSON.parse(readFileSync(file, "utf8"))).added).toEqual([])
})
