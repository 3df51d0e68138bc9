// @ts-check
/**
 * `npm run lock`, after a package has been added: completes package-lock.json with the native packages of platforms that
 * npm has left out, because the registry at hand does not offer them or only this platform's are installed. Without
 * them `npm ci` fails elsewhere, or installs a program without its native half.
 */
import { readFileSync, writeFileSync } from "node:fs"
import { fileURLToPath } from "node:url"
import { completeLock } from "./house/platforms.mjs"

const file = fileURLToPath(new URL("../package-lock.json", import.meta.url))
const { lock, added } = completeLock(JSON.parse(readFileSync(file, "utf8")))
if (added.length > 0) writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`)
console.log(added.length > 0 ? `Added to package-lock.json:\n${added.join("\n")}` : "package-lock.json is complete.")
