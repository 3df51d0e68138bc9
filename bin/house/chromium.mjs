// @ts-check
/** Finds a Chromium for the browser tests, and gets one where there is none. */
import { existsSync } from "node:fs"
import { delimiter, join } from "node:path"
import { Problem } from "./problem.mjs"
import { must, run } from "./run.mjs"

/** The headless shell first: without the parts that draw a window tests take a quarter less time. */
const SHELL = "chromium-headless-shell"
const NAMES = [SHELL, "chromium", "chromium-browser", "google-chrome", "google-chrome-stable"]

/**
 * The path of a browser: CHROMIUM_PATH, the system's, one from apt (as root on Debian and its kin), or Playwright's own.
 * @param {string} root
 * @returns {Promise<string>}
 */
export async function findChromium(root) {
  const given = process.env.CHROMIUM_PATH
  if (given && !existsSync(given)) throw new Problem(`There is no browser at CHROMIUM_PATH (${given}).`)
  return given || onPath() || (await playwrightsOwn()) || (await fromApt()) || (await fromPlaywright(root))
}

/** @returns {string | undefined} */
function onPath() {
  const folders = (process.env.PATH ?? "").split(delimiter)
  return NAMES.flatMap((name) => folders.map((folder) => join(folder, name))).find((path) => existsSync(path))
}

/** What Playwright has downloaded before. */
async function playwrightsOwn() {
  const { chromium } = await import("@playwright/test")
  const path = chromium.executablePath()
  return existsSync(path) ? path : undefined
}

async function fromApt() {
  if (process.getuid?.() !== 0 || !existsSync("/usr/bin/apt-get")) return undefined
  console.log("Installing Chromium (apt-get) …")
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" }
  await run("apt-get", ["update"], { env })
  for (const name of [SHELL, "chromium"]) {
    const { code, output } = await run("apt-get", ["install", "-y", "--no-install-recommends", name], { env })
    const path = code === 0 ? onPath() : undefined
    if (path) return path
    console.log(`apt-get could not install ${name}:\n${output.slice(-2000)}`)
  }
  return undefined
}

/** @param {string} root */
async function fromPlaywright(root) {
  console.log("Downloading Chromium (Playwright) …")
  const script = join(root, "node_modules/@playwright/test/cli.js")
  await must("Downloading Chromium; set CHROMIUM_PATH to use your own. It", process.execPath, [
    script,
    "install",
    "chromium",
  ])
  const path = await playwrightsOwn()
  if (!path) throw new Problem("No Chromium was found. Install one, or set CHROMIUM_PATH.")
  return path
}
