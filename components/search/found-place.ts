/** Where a thing that was found leads, and what it is called there. Pure. */
import type { FoundText } from "@/lib/domain/full-text"

/** Its path below the workspace's. */
export function pathTo(found: FoundText): string {
  switch (found.kind) {
    case "article":
      return `/articles/${found.article.id}`
    case "claim":
    case "evidence":
      return `/articles/${found.claim.article.id}?claim=${found.claim.number}`
    case "comment":
      return `/articles/${found.article.id}?comment=${found.id}`
    case "source":
      return `/sources/${found.source.id}`
    case "file":
      return `/sources/${found.source.id}/read?file=${found.id}`
  }
}

/** What it is called, or what it stands in. */
export function titleOf(found: FoundText): string {
  switch (found.kind) {
    case "article":
    case "comment":
      return found.article.title
    case "claim":
      return found.words
    case "source":
    case "evidence":
    case "file":
      return found.source.title
  }
}
