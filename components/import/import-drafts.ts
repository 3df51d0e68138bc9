"use client"
/** What somebody has typed for an import and not sent yet: kept by their membership and desk. */
import { useDraft, type DraftState } from "@/components/ui/use-draft"
import type { ArticleKind, ImportFormat } from "@/lib/domain/article"

/** Word files come as files. */
export type PasteFormat = Exclude<ImportFormat, "word">

/** What was pasted, and what it is said to be. */
export interface Pasting {
  text: string
  /** Null while it is guessed. */
  format: PasteFormat | null
  /** The formatted text as it was copied, of which `text` shows the words; null where there is none, or it was changed. */
  html: string | null
}

export interface TypedPaste extends Pasting {
  title: string
  kind: ArticleKind
  /** Where it stands, if it was to be fetched from there. */
  url: string
}

export interface TypedLink {
  url: string
  kind: ArticleKind
}

interface Whose {
  me: string
  articles: string
}

const PASTE: TypedPaste = { text: "", title: "", format: null, kind: "factcheck", html: null, url: "" }
const LINK: TypedLink = { url: "", kind: "factcheck" }

export function usePasteDraft({ me, articles }: Whose): DraftState<TypedPaste> {
  const draft = useDraft(`${me}:import:${articles}`, PASTE)
  // Drafts of before may lack what has been added since.
  return { ...draft, value: { ...PASTE, ...draft.value } }
}

export function useLinkDraft({ me, articles }: Whose): DraftState<TypedLink> {
  return useDraft(`${me}:link:${articles}`, LINK)
}
