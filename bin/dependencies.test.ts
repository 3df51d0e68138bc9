/** Each package is there for a reason that somebody has written down. */
import { readFileSync } from "node:fs"
import { expect, test } from "vitest"

const read = (name: string) => readFileSync(new URL(`../${name}`, import.meta.url), "utf8")

/** The packages named in the first column of the tables; `@types/*` stands for all of them. */
function explained(): string[] {
  const rows = read("docs/dependencies.md").split("\n")
  const cells = rows.filter((row) => row.startsWith("| `")).map((row) => row.split("|")[1] ?? "")
  return cells.flatMap((cell) => [...cell.matchAll(/`([^`]+)`/g)].map(([, name]) => name ?? ""))
}

test("docs/dependencies.md explains the packages of package.json, and no others", () => {
  const { dependencies, devDependencies } = JSON.parse(read("package.json")) as Record<string, Record<string, string>>
  const names = Object.keys({ ...dependencies, ...devDependencies })
  const kinds = new Set(names.map((name) => (name.startsWith("@types/") ? "@types/*" : name)))
  expect([...kinds].sort()).toEqual(explained().sort())
})
