// @ts-check
/** What `npm start` tells whoever started it, once Stet is ready. */

/**
 * @param {object} ready
 * @param {string} ready.url
 * @param {string} [ready.setupCode]
 * @param {import("./sample-desk.mjs").Demo} [ready.demo]
 * @param {string} [ready.file] where the accounts are kept
 */
export function signInWords({ url, setupCode, demo, file }) {
  const parts = [`Stet is ready: ${url}`]
  if (setupCode) parts.push(`Nobody has set up yet. Open ${url}/setup and enter this code, once:\n\n  ${setupCode}`)
  if (demo) parts.push(`Sign in to the sample desk as one of (also in ${file}):\n\n${table(demo.accounts)}`)
  return `\n${parts.join("\n\n")}\n\nStop with Ctrl-C.\n`
}

/** @param {import("./sample-desk.mjs").Account[]} accounts */
function table(accounts) {
  const rows = accounts.map(({ role, name, email, password }) => [role, name, email, password])
  const widths = [0, 1, 2, 3].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)))
  const line = (/** @type {string[]} */ row) => row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join("  ")
  return rows.map((row) => `  ${line(row).trimEnd()}`).join("\n")
}
