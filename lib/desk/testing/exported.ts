/** What the desk offers: found in its modules, so that a test can tell that it has left none out. */
import { readdirSync } from "node:fs"

const DESK = new URL("..", import.meta.url)

/** Every function that the desk's modules export, as `module.name`. */
export async function exportedFunctions(): Promise<string[]> {
  const modules = readdirSync(DESK).filter((file) => file.endsWith(".ts") && !file.endsWith(".test.ts"))
  const names = await Promise.all(
    modules.map(async (file) => {
      const noun = file.replace(/\.ts$/, "")
      const exported = (await import(`../${noun}.ts`)) as Record<string, unknown>
      return Object.keys(exported)
        .filter((name) => typeof exported[name] === "function")
        .map((name) => `${noun}.${name}`)
    }),
  )
  return names.flat().sort()
}
