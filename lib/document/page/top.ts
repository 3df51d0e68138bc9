/** What the body repeats of the article's top. */
import type { DocumentNode } from "../../domain/article"
import { wordsOf } from "../read-result"
import { plain } from "./measure"

/** The blocks without a heading at their beginning that is the title again. */
export function withoutTop(blocks: DocumentNode[], title: string | null): DocumentNode[] {
  const [first, ...rest] = blocks
  if (!first || title === null || first.type !== "heading") return blocks
  return plain(wordsOf(first.content ?? [])) === plain(title) ? rest : blocks
}
