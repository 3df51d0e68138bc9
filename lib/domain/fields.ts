/** Partial inputs: which fields are given, which hold words, and which of them differ from what is there. */

/** An input in which every field may be left out, or be undefined, which means the same. */
type Loose<T> = { [K in keyof T]?: T[K] | undefined }

/** The fields that are given, without the undefined ones. */
export function given<T extends object>(fields: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>
  }
}

/** The fields with empty words as none: what is cleared in a form comes as an empty string. */
export function blankAsNull<T extends object>(fields: T): T {
  return Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, value === "" ? null : value])) as T
}

/** The names of the given fields that differ from what is there. */
export function changedFields<T extends object>(before: T, fields: Loose<T>): (keyof T & string)[] {
  return (Object.keys(fields) as (keyof T & string)[]).filter(
    (name) => fields[name] !== undefined && fields[name] !== before[name],
  )
}
