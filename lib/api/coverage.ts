/** Coverage as the API takes it: sentences by code points of the article's current text, marks by what they hold. */
import { readArticle } from "../desk/articles"
import { markCoverage, readCoverage } from "../desk/coverage"
import type { AnnotatedArticle } from "../domain/annotated-article"
import { refuse, type FieldError } from "../domain/refusal"
import type { Actor } from "../domain/workspace"
import type { CoverageBody } from "./bodies"
import { textsOf } from "./texts"

/**
 * Marks the sentences that the given stretches touch, all or none, and answers the article.
 * @throws invalid, with the path of every stretch that touches no sentence; conflict, where the article has another version
 */
export async function markSentences(
  actor: Actor,
  { articleId, version }: { articleId: string; version: number | undefined },
  body: CoverageBody,
): Promise<AnnotatedArticle> {
  // A mark overwrites nothing of the article, so that it may change between this look and the act.
  const article = await readArticle(actor, articleId)
  if (version !== undefined && version !== article.version)
    throw refuse("conflict", "article.changed", { outdated: true, current: article })
  const { revisionId, sentences: known } = await readCoverage(actor, articleId)
  const points = (await textsOf(actor, [revisionId])).get(revisionId)?.points
  const fields: FieldError[] = []
  const touched = body.sentences.flatMap(({ start, end }, index) => {
    const [from, to] = [points?.toUnit(start) ?? null, points?.toUnit(end) ?? null]
    const found = from === null || to === null ? [] : known.filter((one) => one.start < to && one.end > from)
    if (found.length === 0) fields.push({ path: `sentences.${index}`, key: "coverage.noSuchSentence" })
    return found.map((one) => one.ordinal)
  })
  if (fields.length > 0) throw refuse("invalid", "coverage.noSuchSentence", { fields })
  await markCoverage(actor, { articleId, revisionId, sentences: touched, mark: body.mark })
  return readArticle(actor, articleId)
}
