/** What is looked for in another desk. */
import { TextFilters } from "../../domain/full-text"
import { articleLanguages, searchTexts } from "../full-text"
import { readFound } from "../full-text-rows"
import { CANARY, type Attempt } from "./furnished"

export const SEARCH_ATTEMPTS: Record<string, Attempt> = {
  "full-text.searchTexts": [(who) => searchTexts(who, TextFilters.parse({ q: CANARY })), null],
  "full-text.articleLanguages": [(who) => articleLanguages(who), null],
  "full-text-rows.readFound": [
    async (who, { articleId, claimId, sourceId, evidenceId, remarkId }) => {
      const places = { article: articleId, claim: claimId, source: sourceId, evidence: evidenceId, comment: remarkId }
      const asked = Object.entries(places).map(([kind, id]) => ({ kind, id, part: 0, config: "stet_simple", sourceId }))
      return [...(await readFound(who, asked as never))]
    },
    null,
  ],
}
