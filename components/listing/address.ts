/** What a list is asked for, as its address says it. Pure. */

/** Names and values of an address; what is empty asks for nothing. */
export type Asked = Readonly<Record<string, string>>

/** What an address asks for, of the names that its list knows. Who repeats a name has none of it. */
export function askedIn(
  params: Record<string, string | string[] | undefined>,
  names: readonly string[],
): Record<string, string> {
  return Object.fromEntries(
    names.flatMap((name) => {
      const value = params[name]
      return typeof value === "string" && value !== "" ? [[name, value]] : []
    }),
  )
}

/** The address of a list that asks for this. */
export function addressOf(path: string, asked: Asked): string {
  const query = new URLSearchParams(Object.entries(asked).filter(([, value]) => value !== "")).toString()
  return query ? `${path}?${query}` : path
}

/** The same question with something changed. It begins at the first page: another question has other pages. */
export function askedWith({ after: _, ...asked }: Asked, changes: Asked): Asked {
  return { ...asked, ...changes }
}
