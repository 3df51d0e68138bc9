/** What of the settings nobody may be shown. */

/** The longest first: one may be part of another. */
export function secretsIn(settings: Record<string, string | undefined>): string[] {
  const found = Object.entries(settings).flatMap(([name, value = ""]) =>
    /(SECRET|PASSWORD)$/.test(name)
      ? [value]
      : /^(DATABASE_URL|NEXTAUTH_URL|STET_.*)$/.test(name)
        ? passwordsIn(value)
        : [],
  )
  const all = found.flatMap((secret) => [secret, decoded(secret)]).filter(Boolean)
  return [...new Set(all)].toSorted((one, other) => other.length - one.length)
}

/** Passwords of addresses, also of those that are written wrongly: one may hold what ought to be escaped. */
function passwordsIn(value: string): string[] {
  const before = /:\/\/[^:@/]*:(.*)@/.exec(value)?.[1] ?? ""
  const behind = [...value.matchAll(/[?&](?:ssl)?password=([^&]*)/gi)].map(([, password = ""]) => password)
  return [before, ...behind]
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
