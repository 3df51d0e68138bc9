-- What was checked before is remembered by its words, and everything that is written at a desk can be searched for.
-- Both are derived from what is kept elsewhere, by the triggers below: in the same transaction, whichever act it was.
-- They refer to it by its id without a foreign key: the triggers take them away with it.
CREATE EXTENSION IF NOT EXISTS unaccent;

-- CreateTable
CREATE TABLE "KnownCheck" (
    "id" UUID NOT NULL,
    "workspaceId" UUID NOT NULL,
    "externalId" TEXT NOT NULL,
    "statement" TEXT NOT NULL,
    "rating" TEXT,
    "url" TEXT,
    "publisher" TEXT,
    "checkedOn" DATE,
    "language" TEXT,
    "importedById" UUID NOT NULL,
    "importedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "KnownCheck_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "MemoryEntry" (
    "id" UUID NOT NULL,
    "workspaceId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "wording" TEXT NOT NULL,

    CONSTRAINT "MemoryEntry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "MemoryWord" (
    "workspaceId" UUID NOT NULL,
    "word" TEXT NOT NULL,
    "entryId" UUID NOT NULL,

    CONSTRAINT "MemoryWord_pkey" PRIMARY KEY ("workspaceId","word","entryId")
);

-- CreateTable
CREATE TABLE "MemoryCount" (
    "id" BIGSERIAL NOT NULL,
    "workspaceId" UUID NOT NULL,
    "word" TEXT NOT NULL,
    "entries" INTEGER NOT NULL,

    CONSTRAINT "MemoryCount_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "EarlierInText" (
    "workspaceId" UUID NOT NULL,
    "revisionId" UUID NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "earlierId" UUID NOT NULL,
    "score" DOUBLE PRECISION NOT NULL,

    CONSTRAINT "EarlierInText_pkey" PRIMARY KEY ("revisionId","ordinal","earlierId")
);

-- CreateTable
CREATE TABLE "EarlierDismissal" (
    "workspaceId" UUID NOT NULL,
    "claimId" UUID NOT NULL,
    "earlierId" UUID NOT NULL,
    "dismissedById" UUID NOT NULL,
    "dismissedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "EarlierDismissal_pkey" PRIMARY KEY ("claimId","earlierId")
);

-- CreateTable
CREATE TABLE "SearchEntry" (
    "workspaceId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "id" UUID NOT NULL,
    "part" INTEGER NOT NULL DEFAULT 0,
    "articleId" UUID,
    "sourceId" UUID,
    "config" regconfig NOT NULL,
    "vector" tsvector NOT NULL,

    CONSTRAINT "SearchEntry_pkey" PRIMARY KEY ("id","kind","part")
);

-- CreateIndex
CREATE UNIQUE INDEX "KnownCheck_workspaceId_externalId_key" ON "KnownCheck"("workspaceId", "externalId");

-- CreateIndex
CREATE UNIQUE INDEX "KnownCheck_workspaceId_id_key" ON "KnownCheck"("workspaceId", "id");

-- CreateIndex
CREATE INDEX "KnownCheck_search_idx" ON "KnownCheck" USING GIN ("statement" gin_trgm_ops);

-- CreateIndex
CREATE INDEX "MemoryEntry_workspaceId_wording_idx" ON "MemoryEntry"("workspaceId", "wording");

-- CreateIndex
CREATE INDEX "MemoryWord_entryId_idx" ON "MemoryWord"("entryId");

-- CreateIndex
CREATE INDEX "EarlierInText_workspaceId_earlierId_idx" ON "EarlierInText"("workspaceId", "earlierId");

-- CreateIndex
CREATE INDEX "SearchEntry_workspaceId_kind_idx" ON "SearchEntry"("workspaceId", "kind");

-- CreateIndex
CREATE INDEX "SearchEntry_vector_idx" ON "SearchEntry" USING GIN ("vector");

-- CreateIndex
CREATE INDEX "MemoryCount_workspaceId_word_entries_idx" ON "MemoryCount"("workspaceId", "word", "entries");

-- AddForeignKey
ALTER TABLE "KnownCheck" ADD CONSTRAINT "KnownCheck_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MemoryCount" ADD CONSTRAINT "MemoryCount_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EarlierInText" ADD CONSTRAINT "EarlierInText_workspaceId_revisionId_fkey" FOREIGN KEY ("workspaceId", "revisionId") REFERENCES "Revision"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EarlierDismissal" ADD CONSTRAINT "EarlierDismissal_workspaceId_claimId_fkey" FOREIGN KEY ("workspaceId", "claimId") REFERENCES "Claim"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EarlierDismissal" ADD CONSTRAINT "EarlierDismissal_workspaceId_dismissedById_fkey" FOREIGN KEY ("workspaceId", "dismissedById") REFERENCES "Membership"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- ── Values ────────────────────────────────────────────────────────────────────────────────────────────────────────

ALTER TABLE "KnownCheck" ADD CONSTRAINT "KnownCheck_values"
  CHECK (btrim("externalId") <> '' AND btrim("statement") <> '' AND ("url" IS NULL OR "url" ~ '^https?://'));
ALTER TABLE "MemoryEntry" ADD CONSTRAINT "MemoryEntry_kind" CHECK ("kind" IN ('claim', 'check'));
ALTER TABLE "SearchEntry" ADD CONSTRAINT "SearchEntry_kind"
  CHECK ("kind" IN ('article', 'claim', 'source', 'evidence', 'note', 'file', 'comment'));

-- ── Words by language ─────────────────────────────────────────────────────────────────────────────────────────────

-- One configuration per language that Postgres knows, which takes accents off before it stems.
DO $$
DECLARE
  known text;
BEGIN
  FOR known IN SELECT cfgname FROM pg_ts_config
    WHERE cfgnamespace = 'pg_catalog'::regnamespace AND cfgname IN ('simple', 'arabic', 'armenian', 'basque', 'catalan',
      'danish', 'dutch', 'english', 'finnish', 'french', 'german', 'greek', 'hindi', 'hungarian', 'indonesian', 'irish',
      'italian', 'lithuanian', 'nepali', 'norwegian', 'portuguese', 'romanian', 'russian', 'serbian', 'spanish',
      'swedish', 'tamil', 'turkish', 'yiddish')
  LOOP
    EXECUTE format('CREATE TEXT SEARCH CONFIGURATION %I (COPY = pg_catalog.%I)', 'stet_' || known, known);
    EXECUTE format('ALTER TEXT SEARCH CONFIGURATION %I ALTER MAPPING FOR word, hword, hword_part WITH unaccent, %I',
      'stet_' || known, CASE known WHEN 'simple' THEN 'simple' ELSE known || '_stem' END);
  END LOOP;
END
$$;

-- How a language (BCP 47) is cut into words: `simple` for those that Postgres does not know.
CREATE FUNCTION search_config(language text) RETURNS regconfig LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT CASE lower(split_part(language, '-', 1))
    WHEN 'ar' THEN 'stet_arabic'::regconfig WHEN 'ca' THEN 'stet_catalan' WHEN 'da' THEN 'stet_danish'
    WHEN 'de' THEN 'stet_german' WHEN 'el' THEN 'stet_greek' WHEN 'en' THEN 'stet_english'
    WHEN 'es' THEN 'stet_spanish' WHEN 'eu' THEN 'stet_basque' WHEN 'fi' THEN 'stet_finnish'
    WHEN 'fr' THEN 'stet_french' WHEN 'ga' THEN 'stet_irish' WHEN 'hi' THEN 'stet_hindi'
    WHEN 'hu' THEN 'stet_hungarian' WHEN 'hy' THEN 'stet_armenian' WHEN 'id' THEN 'stet_indonesian'
    WHEN 'it' THEN 'stet_italian' WHEN 'lt' THEN 'stet_lithuanian' WHEN 'nb' THEN 'stet_norwegian'
    WHEN 'ne' THEN 'stet_nepali' WHEN 'nl' THEN 'stet_dutch' WHEN 'nn' THEN 'stet_norwegian'
    WHEN 'no' THEN 'stet_norwegian' WHEN 'pt' THEN 'stet_portuguese' WHEN 'ro' THEN 'stet_romanian'
    WHEN 'ru' THEN 'stet_russian' WHEN 'sr' THEN 'stet_serbian' WHEN 'sv' THEN 'stet_swedish'
    WHEN 'ta' THEN 'stet_tamil' WHEN 'tr' THEN 'stet_turkish' WHEN 'yi' THEN 'stet_yiddish'
    ELSE 'stet_simple' END
$$;

-- The language of a text whose language nobody said, by the little words that are only in one of them; null for none.
CREATE FUNCTION guess_language(words text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT l.language FROM (VALUES
    ('en', '\m(the|of|and|is|was|that|for|with|has|have|are|were|by|from|not)\M'),
    ('de', '\m(der|das|und|ist|nicht|ein|eine|von|mit|auf|dem|den|wird|hat|im|zu)\M'),
    ('fr', '\m(le|les|des|est|et|une|dans|pour|pas|du|que|qui|ont|au)\M'),
    ('es', '\m(el|los|las|una|es|por|que|del|en|con|no|su|ha)\M'),
    ('it', '\m(il|gli|di|che|non|una|per|della|sono|con|è|ha)\M'),
    ('nl', '\m(het|een|van|niet|en|dat|op|zijn|voor|met)\M'),
    ('pt', '\m(o|os|uma|não|da|do|em|para|com|que|foi)\M'),
    ('sv', '\m(och|att|det|som|är|inte|av|en|på|för|har)\M'),
    ('da', '\m(og|det|ikke|af|er|på|til|som|har|blev)\M'),
    ('ru', '\m(и|в|не|на|что|с|по|это|как|из)\M')
  ) AS l (language, little), regexp_count(lower(left(words, 2000)), l.little) AS found
  WHERE found > 0 ORDER BY found DESC, l.language LIMIT 1
$$;

-- What of a text is looked at: no more than a word list can hold, signs of writing without spaces each as a word.
CREATE FUNCTION search_words(words text, most integer) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT regexp_replace(left(words, most), '([\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af])', ' \1 ', 'g')
$$;

-- A text as words to be found by. No text is refused for being long or odd: what is too much is cut off.
CREATE FUNCTION search_vector(config regconfig, words text) RETURNS tsvector LANGUAGE plpgsql IMMUTABLE AS $$
BEGIN
  RETURN to_tsvector(config, search_words(coalesce(words, ''), 400000));
EXCEPTION WHEN program_limit_exceeded THEN
  RETURN to_tsvector(config, search_words(words, 60000));
END
$$;

-- ── Memory ────────────────────────────────────────────────────────────────────────────────────────────────────────

-- The words that a statement is remembered by, each once. Nobody says more than this in one statement.
CREATE FUNCTION memory_words(language text, statement text) RETURNS SETOF text LANGUAGE sql IMMUTABLE AS $$
  SELECT DISTINCT left(word, 100)
  FROM unnest(tsvector_to_array(search_vector(search_config(coalesce(language, guess_language(statement))), left(statement, 2000)))) word
$$;

-- The same statement, however it is set: without case, accents, punctuation and spaces. Hashed: it is only compared.
CREATE FUNCTION memory_wording(statement text) RETURNS text LANGUAGE sql STABLE AS $$
  SELECT md5(btrim(regexp_replace(lower(unaccent(statement)), '[^[:alnum:]%€$£]+', ' ', 'g')))
$$;

-- Remembers statements. How many entries hold a word is kept as differences, only ever added to: no two acts wait for
-- each other on a word. The empty word counts all entries.
CREATE FUNCTION remember(kind text, ids uuid[], workspaces uuid[], languages text[], statements text[])
RETURNS void LANGUAGE sql AS $$
  INSERT INTO "MemoryEntry" ("id", "workspaceId", "kind", "wording")
    SELECT g.id, g.workspace, kind, memory_wording(g.statement)
    FROM unnest(ids, workspaces, statements) AS g (id, workspace, statement);
  WITH kept AS (
    INSERT INTO "MemoryWord" ("workspaceId", "word", "entryId")
      SELECT g.workspace, w.word, g.id
      FROM unnest(ids, workspaces, languages, statements) AS g (id, workspace, language, statement),
        LATERAL (SELECT memory_words(g.language, g.statement) AS word) w
      ORDER BY w.word, g.id
      RETURNING "workspaceId", "word"
  ), more AS (
    SELECT "workspaceId", "word" FROM kept UNION ALL SELECT workspace, '' FROM unnest(workspaces) AS workspace
  )
  INSERT INTO "MemoryCount" ("workspaceId", "word", "entries")
    SELECT "workspaceId", "word", count(*) FROM more GROUP BY 1, 2
$$;

CREATE FUNCTION forget(ids uuid[]) RETURNS void LANGUAGE sql AS $$
  WITH gone AS (
    DELETE FROM "MemoryWord" WHERE "entryId" = ANY (ids) RETURNING "workspaceId", "word"
  ), entries AS (
    DELETE FROM "MemoryEntry" WHERE "id" = ANY (ids) RETURNING "workspaceId"
  ), less AS (
    SELECT "workspaceId", "word" FROM gone UNION ALL SELECT "workspaceId", '' FROM entries
  )
  INSERT INTO "MemoryCount" ("workspaceId", "word", "entries")
    SELECT l."workspaceId", l."word", -count(*) FROM less l
    -- A desk that goes whole leaves no counts.
    WHERE EXISTS (SELECT 1 FROM "Workspace" w WHERE w."id" = l."workspaceId") GROUP BY 1, 2
$$;

-- One row per word again, a part of them at a time. Whoever reads sees the differences or their sum, never both.
CREATE FUNCTION settle_memory_counts() RETURNS void LANGUAGE sql AS $$
  WITH many AS (
    SELECT "workspaceId", "word" FROM "MemoryCount" GROUP BY 1, 2 HAVING count(*) > 1 LIMIT 20000
  ), gone AS (
    DELETE FROM "MemoryCount" c USING many m WHERE c."workspaceId" = m."workspaceId" AND c."word" = m."word"
    RETURNING c."workspaceId", c."word", c."entries"
  )
  INSERT INTO "MemoryCount" ("workspaceId", "word", "entries")
    SELECT "workspaceId", "word", sum("entries") FROM gone GROUP BY 1, 2 HAVING sum("entries") <> 0
$$;

-- The words of a claim in one revision, in their order.
CREATE FUNCTION claim_quote(claim uuid, revision uuid) RETURNS text LANGUAGE sql STABLE AS $$
  SELECT string_agg("quote", ' … ' ORDER BY "ordinal") FROM "Anchor" WHERE "claimId" = claim AND "revisionId" = revision
$$;

-- Own claims: what stands alone of them, else their words in the text as it is. Without a verdict there is nothing to
-- remember, and of what is withdrawn neither.
CREATE FUNCTION remember_claims(changed uuid[]) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  g record;
BEGIN
  PERFORM forget(array(SELECT "id" FROM "MemoryEntry" WHERE "id" = ANY (changed)));
  SELECT array_agg(c."id") AS ids, array_agg(c."workspaceId") AS workspaces, array_agg(a."language") AS languages,
    array_agg(s.statement) AS statements INTO g
  FROM "Claim" c
    JOIN "VerdictDraft" d ON d."claimId" = c."id"
    JOIN "Article" a ON a."id" = c."articleId",
    LATERAL (SELECT coalesce(nullif(btrim(c."statement"), ''), claim_quote(c."id", a."revisionId")) AS statement) s
  WHERE c."id" = ANY (changed) AND c."withdrawnAt" IS NULL AND s.statement <> '';
  IF g.ids IS NOT NULL THEN
    PERFORM remember('claim', g.ids, g.workspaces, g.languages, g.statements);
  END IF;
END
$$;

CREATE FUNCTION known_checks_added() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  g record;
BEGIN
  SELECT array_agg("id") AS ids, array_agg("workspaceId") AS workspaces, array_agg("language") AS languages,
    array_agg("statement") AS statements INTO g FROM added;
  IF g.ids IS NOT NULL THEN
    PERFORM remember('check', g.ids, g.workspaces, g.languages, g.statements);
  END IF;
  RETURN NULL;
END
$$;

CREATE FUNCTION known_checks_changed() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  g record;
BEGIN
  SELECT array_agg(n."id") AS ids, array_agg(n."workspaceId") AS workspaces, array_agg(n."language") AS languages,
    array_agg(n."statement") AS statements INTO g
  FROM changed n JOIN former f ON f."id" = n."id"
  WHERE (n."statement", n."language") IS DISTINCT FROM (f."statement", f."language");
  IF g.ids IS NOT NULL THEN
    PERFORM forget(g.ids);
    PERFORM remember('check', g.ids, g.workspaces, g.languages, g.statements);
  END IF;
  RETURN NULL;
END
$$;

CREATE FUNCTION known_checks_removed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM forget(array(SELECT "id" FROM gone));
  RETURN NULL;
END
$$;

CREATE TRIGGER remember_added AFTER INSERT ON "KnownCheck" REFERENCING NEW TABLE AS added
  FOR EACH STATEMENT EXECUTE FUNCTION known_checks_added();
CREATE TRIGGER remember_changed AFTER UPDATE ON "KnownCheck" REFERENCING OLD TABLE AS former NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION known_checks_changed();
CREATE TRIGGER remember_removed AFTER DELETE ON "KnownCheck" REFERENCING OLD TABLE AS gone
  FOR EACH STATEMENT EXECUTE FUNCTION known_checks_removed();

-- ── Search ────────────────────────────────────────────────────────────────────────────────────────────────────────

-- Weights: A what a thing is called, B what it is said to be, C what explains it, D its text.
CREATE FUNCTION weighted(config regconfig, a text, b text, c text, d text) RETURNS tsvector LANGUAGE sql IMMUTABLE AS $$
  SELECT setweight(search_vector(config, a), 'A') || setweight(search_vector(config, b), 'B')
    || setweight(search_vector(config, c), 'C') || search_vector(config, d)
$$;

CREATE FUNCTION index_articles(changed uuid[]) RETURNS void LANGUAGE sql AS $$
  INSERT INTO "SearchEntry" ("workspaceId", "kind", "id", "articleId", "config", "vector")
    SELECT a."workspaceId", 'article', a."id", a."id", g.config,
      weighted(g.config, a."title", concat_ws(' ', a."dek", a."byline", a."publisher", a."section"), '', r."text")
    FROM "Article" a LEFT JOIN "Revision" r ON r."id" = a."revisionId",
      LATERAL (SELECT search_config(a."language") AS config) g
    WHERE a."id" = ANY (changed)
  ON CONFLICT ("id", "kind", "part") DO UPDATE SET "config" = excluded."config", "vector" = excluded."vector"
$$;

CREATE FUNCTION index_claims(changed uuid[]) RETURNS void LANGUAGE sql AS $$
  DELETE FROM "SearchEntry" s USING "Claim" c
    WHERE s."id" = c."id" AND s."kind" = 'claim' AND c."id" = ANY (changed) AND c."withdrawnAt" IS NOT NULL;
  INSERT INTO "SearchEntry" ("workspaceId", "kind", "id", "articleId", "config", "vector")
    SELECT c."workspaceId", 'claim', c."id", c."articleId", g.config,
      weighted(g.config, c."statement", concat_ws(' ', claim_quote(c."id", a."revisionId"), c."claimant", d."conclusion"),
        d."explanation", '')
    FROM "Claim" c JOIN "Article" a ON a."id" = c."articleId" LEFT JOIN "VerdictDraft" d ON d."claimId" = c."id",
      LATERAL (SELECT search_config(a."language") AS config) g
    WHERE c."id" = ANY (changed) AND c."withdrawnAt" IS NULL
  ON CONFLICT ("id", "kind", "part") DO UPDATE SET "config" = excluded."config", "vector" = excluded."vector"
$$;

CREATE FUNCTION index_sources(changed uuid[]) RETURNS void LANGUAGE sql AS $$
  DELETE FROM "SearchEntry" s USING "Source" o
    WHERE s."id" = o."id" AND s."kind" = 'source' AND o."id" = ANY (changed) AND o."mergedIntoId" IS NOT NULL;
  INSERT INTO "SearchEntry" ("workspaceId", "kind", "id", "sourceId", "config", "vector")
    SELECT o."workspaceId", 'source', o."id", o."id", g.config,
      weighted(g.config, o."title", concat_ws(' ', o."author", o."publisher", o."fileName"), o."url", '')
    FROM "Source" o, LATERAL (SELECT search_config(guess_language(o."title")) AS config) g
    WHERE o."id" = ANY (changed) AND o."mergedIntoId" IS NULL
  ON CONFLICT ("id", "kind", "part") DO UPDATE SET "config" = excluded."config", "vector" = excluded."vector"
$$;

-- What is noted on evidence is for other eyes than what it quotes: an entry of its own.
CREATE FUNCTION index_evidence(changed uuid[]) RETURNS void LANGUAGE sql AS $$
  DELETE FROM "SearchEntry" WHERE "id" = ANY (changed) AND "kind" IN ('evidence', 'note');
  INSERT INTO "SearchEntry" ("workspaceId", "kind", "id", "articleId", "sourceId", "config", "vector")
    SELECT e."workspaceId", k.kind, e."id", c."articleId", e."sourceId", g.config, weighted(g.config, '', k.words, '', '')
    FROM "Evidence" e JOIN "Claim" c ON c."id" = e."claimId" JOIN "Article" a ON a."id" = c."articleId",
      LATERAL (VALUES ('evidence', concat_ws(' ', e."excerpt", e."locator")), ('note', e."note")) AS k (kind, words),
      LATERAL (SELECT search_config(coalesce(guess_language(k.words), a."language")) AS config) g
    WHERE e."id" = ANY (changed) AND k.words <> ''
$$;

CREATE FUNCTION index_comments(changed uuid[]) RETURNS void LANGUAGE sql AS $$
  INSERT INTO "SearchEntry" ("workspaceId", "kind", "id", "articleId", "config", "vector")
    SELECT m."workspaceId", 'comment', m."id", m."articleId", g.config, weighted(g.config, m."body", '', m."quote", '')
    FROM "Comment" m JOIN "Article" a ON a."id" = m."articleId",
      LATERAL (SELECT search_config(a."language") AS config) g
    WHERE m."id" = ANY (changed)
  ON CONFLICT ("id", "kind", "part") DO UPDATE SET "config" = excluded."config", "vector" = excluded."vector"
$$;

-- A file of hundreds of pages is found by parts of so many signs; what comes after the hundredth is not looked for.
CREATE FUNCTION index_file_texts(changed uuid[]) RETURNS void LANGUAGE sql AS $$
  DELETE FROM "SearchEntry" WHERE "id" = ANY (changed) AND "kind" = 'file';
  INSERT INTO "SearchEntry" ("workspaceId", "kind", "id", "part", "config", "vector")
    SELECT f."workspaceId", 'file', f."fileId", p.part, g.config,
      search_vector(g.config, substr(f."text", p.part * 100000 + 1, 100000))
    FROM "FileText" f, LATERAL (SELECT search_config(guess_language(f."text")) AS config) g,
      LATERAL generate_series(0, least((length(f."text") - 1) / 100000, 99)) AS p (part)
    WHERE f."fileId" = ANY (changed) AND f."text" <> ''
$$;

-- ── What keeps both up ────────────────────────────────────────────────────────────────────────────────────────────

CREATE FUNCTION articles_written() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM index_articles(array(SELECT "id" FROM written));
  RETURN NULL;
END
$$;

CREATE FUNCTION articles_changed() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  claims uuid[];
BEGIN
  PERFORM index_articles(array(
    SELECT n."id" FROM written n JOIN former f ON f."id" = n."id"
    WHERE (n."title", n."dek", n."byline", n."publisher", n."section", n."language", n."revisionId")
      IS DISTINCT FROM (f."title", f."dek", f."byline", f."publisher", f."section", f."language", f."revisionId")));
  claims := array(
    SELECT c."id" FROM written n JOIN former f ON f."id" = n."id" JOIN "Claim" c ON c."articleId" = n."id"
    WHERE (n."language", n."revisionId") IS DISTINCT FROM (f."language", f."revisionId"));
  PERFORM index_claims(claims), remember_claims(claims);
  RETURN NULL;
END
$$;

CREATE FUNCTION claims_written() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM index_claims(array(SELECT "id" FROM written));
  RETURN NULL;
END
$$;

CREATE FUNCTION claims_changed() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  claims uuid[];
BEGIN
  claims := array(
    SELECT n."id" FROM written n JOIN former f ON f."id" = n."id"
    WHERE (n."statement", n."claimant", n."withdrawnAt") IS DISTINCT FROM (f."statement", f."claimant", f."withdrawnAt"));
  PERFORM index_claims(claims), remember_claims(claims);
  RETURN NULL;
END
$$;

-- Of the claims that a verdict was written for, or whose words in the current text were.
CREATE FUNCTION claims_of_verdicts() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  claims uuid[];
BEGIN
  claims := array(SELECT "claimId" FROM written);
  PERFORM index_claims(claims), remember_claims(claims);
  RETURN NULL;
END
$$;

CREATE FUNCTION verdicts_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM index_claims(array(
    SELECT n."claimId" FROM written n JOIN former f ON f."claimId" = n."claimId"
    WHERE (n."conclusion", n."explanation") IS DISTINCT FROM (f."conclusion", f."explanation")));
  RETURN NULL;
END
$$;

CREATE FUNCTION claims_of_anchors() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  claims uuid[];
BEGIN
  claims := array(
    SELECT DISTINCT n."claimId" FROM written n JOIN "Article" a ON a."revisionId" = n."revisionId");
  PERFORM index_claims(claims), remember_claims(claims);
  RETURN NULL;
END
$$;

CREATE FUNCTION sources_written() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM index_sources(array(SELECT "id" FROM written));
  RETURN NULL;
END
$$;

-- Most that is written of a source is how its page was found.
CREATE FUNCTION sources_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM index_sources(array(
    SELECT n."id" FROM written n JOIN former f ON f."id" = n."id"
    WHERE (n."title", n."author", n."publisher", n."url", n."fileName", n."fileId", n."mergedIntoId")
      IS DISTINCT FROM (f."title", f."author", f."publisher", f."url", f."fileName", f."fileId", f."mergedIntoId")));
  RETURN NULL;
END
$$;

CREATE FUNCTION evidence_written() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM index_evidence(array(SELECT "id" FROM written));
  RETURN NULL;
END
$$;

-- Flags and places of excerpts are no words.
CREATE FUNCTION evidence_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM index_evidence(array(
    SELECT n."id" FROM written n JOIN former f ON f."id" = n."id"
    WHERE (n."excerpt", n."note", n."locator", n."sourceId")
      IS DISTINCT FROM (f."excerpt", f."note", f."locator", f."sourceId")));
  RETURN NULL;
END
$$;

CREATE FUNCTION comments_written() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM index_comments(array(SELECT "id" FROM written));
  RETURN NULL;
END
$$;

CREATE FUNCTION file_texts_written() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM index_file_texts(array(SELECT "fileId" FROM written));
  RETURN NULL;
END
$$;

CREATE FUNCTION rows_removed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM "SearchEntry" s USING gone g WHERE s."id" = g."id";
  RETURN NULL;
END
$$;

CREATE FUNCTION claims_removed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM "SearchEntry" s USING gone g WHERE s."id" = g."id";
  PERFORM forget(array(SELECT "id" FROM gone));
  RETURN NULL;
END
$$;

CREATE FUNCTION file_texts_removed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM "SearchEntry" s USING gone g WHERE s."id" = g."fileId";
  RETURN NULL;
END
$$;

CREATE TRIGGER index_added AFTER INSERT ON "Article" REFERENCING NEW TABLE AS written
  FOR EACH STATEMENT EXECUTE FUNCTION articles_written();
CREATE TRIGGER index_changed AFTER UPDATE ON "Article" REFERENCING OLD TABLE AS former NEW TABLE AS written
  FOR EACH STATEMENT EXECUTE FUNCTION articles_changed();
CREATE TRIGGER index_removed AFTER DELETE ON "Article" REFERENCING OLD TABLE AS gone
  FOR EACH STATEMENT EXECUTE FUNCTION rows_removed();

CREATE TRIGGER index_added AFTER INSERT ON "Claim" REFERENCING NEW TABLE AS written
  FOR EACH STATEMENT EXECUTE FUNCTION claims_written();
CREATE TRIGGER index_changed AFTER UPDATE ON "Claim" REFERENCING OLD TABLE AS former NEW TABLE AS written
  FOR EACH STATEMENT EXECUTE FUNCTION claims_changed();
CREATE TRIGGER index_removed AFTER DELETE ON "Claim" REFERENCING OLD TABLE AS gone
  FOR EACH STATEMENT EXECUTE FUNCTION claims_removed();

CREATE TRIGGER index_added AFTER INSERT ON "VerdictDraft" REFERENCING NEW TABLE AS written
  FOR EACH STATEMENT EXECUTE FUNCTION claims_of_verdicts();
CREATE TRIGGER index_changed AFTER UPDATE ON "VerdictDraft" REFERENCING OLD TABLE AS former NEW TABLE AS written
  FOR EACH STATEMENT EXECUTE FUNCTION verdicts_changed();
CREATE TRIGGER index_removed AFTER DELETE ON "VerdictDraft" REFERENCING OLD TABLE AS written
  FOR EACH STATEMENT EXECUTE FUNCTION claims_of_verdicts();

CREATE TRIGGER index_added AFTER INSERT ON "Anchor" REFERENCING NEW TABLE AS written
  FOR EACH STATEMENT EXECUTE FUNCTION claims_of_anchors();
CREATE TRIGGER index_changed AFTER UPDATE ON "Anchor" REFERENCING NEW TABLE AS written
  FOR EACH STATEMENT EXECUTE FUNCTION claims_of_anchors();
CREATE TRIGGER index_removed AFTER DELETE ON "Anchor" REFERENCING OLD TABLE AS written
  FOR EACH STATEMENT EXECUTE FUNCTION claims_of_anchors();

CREATE TRIGGER index_added AFTER INSERT ON "Source" REFERENCING NEW TABLE AS written
  FOR EACH STATEMENT EXECUTE FUNCTION sources_written();
CREATE TRIGGER index_changed AFTER UPDATE ON "Source" REFERENCING OLD TABLE AS former NEW TABLE AS written
  FOR EACH STATEMENT EXECUTE FUNCTION sources_changed();
CREATE TRIGGER index_removed AFTER DELETE ON "Source" REFERENCING OLD TABLE AS gone
  FOR EACH STATEMENT EXECUTE FUNCTION rows_removed();

CREATE TRIGGER index_added AFTER INSERT ON "Evidence" REFERENCING NEW TABLE AS written
  FOR EACH STATEMENT EXECUTE FUNCTION evidence_written();
CREATE TRIGGER index_changed AFTER UPDATE ON "Evidence" REFERENCING OLD TABLE AS former NEW TABLE AS written
  FOR EACH STATEMENT EXECUTE FUNCTION evidence_changed();
CREATE TRIGGER index_removed AFTER DELETE ON "Evidence" REFERENCING OLD TABLE AS gone
  FOR EACH STATEMENT EXECUTE FUNCTION rows_removed();

CREATE TRIGGER index_added AFTER INSERT ON "Comment" REFERENCING NEW TABLE AS written
  FOR EACH STATEMENT EXECUTE FUNCTION comments_written();
CREATE TRIGGER index_changed AFTER UPDATE ON "Comment" REFERENCING NEW TABLE AS written
  FOR EACH STATEMENT EXECUTE FUNCTION comments_written();
CREATE TRIGGER index_removed AFTER DELETE ON "Comment" REFERENCING OLD TABLE AS gone
  FOR EACH STATEMENT EXECUTE FUNCTION rows_removed();

CREATE TRIGGER index_added AFTER INSERT ON "FileText" REFERENCING NEW TABLE AS written
  FOR EACH STATEMENT EXECUTE FUNCTION file_texts_written();
CREATE TRIGGER index_changed AFTER UPDATE ON "FileText" REFERENCING NEW TABLE AS written
  FOR EACH STATEMENT EXECUTE FUNCTION file_texts_written();
CREATE TRIGGER index_removed AFTER DELETE ON "FileText" REFERENCING OLD TABLE AS gone
  FOR EACH STATEMENT EXECUTE FUNCTION file_texts_removed();

-- What was written before.
SELECT index_articles(array(SELECT "id" FROM "Article"));
SELECT index_claims(array(SELECT "id" FROM "Claim"));
SELECT remember_claims(array(SELECT "id" FROM "Claim"));
SELECT index_sources(array(SELECT "id" FROM "Source"));
SELECT index_evidence(array(SELECT "id" FROM "Evidence"));
SELECT index_comments(array(SELECT "id" FROM "Comment"));
SELECT index_file_texts(array(SELECT "fileId" FROM "FileText"));
