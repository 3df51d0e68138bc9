/** How the address of a request is told from proxy.ts to what runs behind it. Knows no request itself. */

/** The header for path and query; whatever a client sends in it is overwritten by the proxy. */
export const ADDRESS_HEADER = "x-stet-address"

/** The slug of the workspace that an address is in; null where it is in none. */
export function workspaceIn(address: string | null): string | null {
  return /^\/w\/([a-z0-9-]+)(?:[/?]|$)/.exec(address ?? "")?.[1] ?? null
}
