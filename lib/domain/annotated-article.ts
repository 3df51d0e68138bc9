/** The one read model: the galley shows it and every exporter writes it, so that no export can disagree with the screen. */
import type { ArticleSummary, RevisionView } from "./article"
import type { ClaimView } from "./claim"
import type { SentenceView } from "./coverage"
import type { Person } from "./workspace"

/** An article with its claims, already projected for its viewer. */
export interface AnnotatedArticle extends ArticleSummary {
  importedBy: Person | null
  revision: RevisionView
  claims: ClaimView[]
  /** Every sentence of the revision, in the order of the text. */
  sentences: SentenceView[]
  signedOffAt: string | null
}
