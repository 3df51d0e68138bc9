-- Which languages a desk writes in is asked before each search, and read from the index alone.
-- DropIndex
DROP INDEX "SearchEntry_workspaceId_kind_idx";

-- CreateIndex
CREATE INDEX "SearchEntry_workspaceId_config_idx" ON "SearchEntry"("workspaceId", "config");

-- The languages in use, one step of the index each.
CREATE FUNCTION search_configs(workspace uuid) RETURNS SETOF regconfig LANGUAGE sql STABLE AS $$
  WITH RECURSIVE used AS (
    (SELECT "config" FROM "SearchEntry" WHERE "workspaceId" = workspace ORDER BY "config" LIMIT 1)
    UNION ALL
    SELECT (SELECT s."config" FROM "SearchEntry" s WHERE s."workspaceId" = workspace AND s."config"::oid > u."config"::oid
      ORDER BY s."config" LIMIT 1)
    FROM used u WHERE u."config" IS NOT NULL
  )
  SELECT "config" FROM used WHERE "config" IS NOT NULL
$$;

-- What is typed, in one language: words, "quoted phrases" and -minus as search engines read them. The word that is being
-- typed, where there is one, is looked for by its beginning too.
CREATE FUNCTION search_query(config regconfig, words text, typed text) RETURNS tsquery LANGUAGE sql STABLE AS $$
  SELECT CASE WHEN typed = '' THEN websearch_to_tsquery(config, search_words(words, 400))
    ELSE websearch_to_tsquery(config, search_words(words, 400))
      && (websearch_to_tsquery(config, search_words(typed, 400)) || to_tsquery(config, quote_literal(typed) || ':*')) END
$$;

-- What looks like markup is words here: Postgres would skip it, scripts with all that is in them.
CREATE OR REPLACE FUNCTION search_words(words text, most integer) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT regexp_replace(translate(left(words, most), '<>', '  '),
    '([\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af])', ' \1 ', 'g')
$$;
