/** The source of every screen, for tests that read it. */
import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"

const root = join(import.meta.dirname, "../../..")

export interface SourceFile {
  file: string
  source: string
}

/** Every file that may put something on a screen, tests and their support left out. */
export function screens(): SourceFile[] {
  return ["app", "components"].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
      .filter((file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$|testing\//.test(file))
      .map((file) => ({ file: join(folder, file), source: readFileSync(join(root, folder, file), "utf8") })),
  )
}
