/** Code that is fetched when it is wanted. What could not be fetched is asked for anew the next time; what has come stays. */
import type { ComponentType } from "react"

export interface LateCode<Props> {
  /** The component, once it has come. */
  here: () => ComponentType<Props> | null
  /** Fetches it; null where it can't be fetched. */
  bring: () => Promise<ComponentType<Props> | null>
}

export function lateCode<Props>(load: () => Promise<{ default: ComponentType<Props> }>): LateCode<Props> {
  let come: ComponentType<Props> | null = null
  return {
    here: () => come,
    bring: async () => {
      try {
        come ??= (await load()).default
      } catch {
        // Without a connection; or these files are gone with a new deployment.
      }
      return come
    },
  }
}
