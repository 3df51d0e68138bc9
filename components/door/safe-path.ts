/**
 * Where somebody may be sent after signing in. What stands in the address was written by whoever made the link,
 * so only a path of this very site is followed.
 */

const HERE = "https://stet.invalid"

/** The path, query and fragment of `wanted` when it is a path of this site, else the start page. */
export function safePath(wanted: string | undefined): string {
  if (!wanted?.startsWith("/")) return "/"
  let address: URL
  try {
    address = new URL(wanted, HERE)
  } catch {
    return "/"
  }
  // "/.//example.org" has the right origin, but its path alone would be read as another host.
  const leadsAway = address.origin !== HERE || address.pathname.startsWith("//")
  const leadsBack = /^\/(sign-in|setup)(\/|$)/.test(address.pathname)
  return leadsAway || leadsBack ? "/" : address.pathname + address.search + address.hash
}
