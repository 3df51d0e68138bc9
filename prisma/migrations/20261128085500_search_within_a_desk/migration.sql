-- Words are looked for within a desk: a neighbour of a hundred thousand claims slows nobody.
CREATE EXTENSION IF NOT EXISTS btree_gin;

-- AlterTable
ALTER TABLE "SearchEntry" ADD COLUMN "byId" UUID;

-- DropIndex
DROP INDEX "SearchEntry_vector_idx";

-- DropIndex
DROP INDEX "KnownCheck_search_idx";

-- CreateIndex
CREATE INDEX "KnownCheck_search_idx" ON "KnownCheck" USING GIN ("workspaceId", "statement" gin_trgm_ops, "publisher" gin_trgm_ops);

-- Who marked, wrote or added it. Of a file nobody: it may have come in for another source, which not everybody sees.
CREATE OR REPLACE FUNCTION index_articles(changed uuid[]) RETURNS void LANGUAGE sql AS $$
  INSERT INTO "SearchEntry" ("workspaceId", "kind", "id", "articleId", "byId", "config", "vector")
    SELECT a."workspaceId", 'article', a."id", a."id", a."importedById", g.config,
      weighted(g.config, a."title", concat_ws(' ', a."dek", a."byline", a."publisher", a."section"), '', r."text")
    FROM "Article" a LEFT JOIN "Revision" r ON r."id" = a."revisionId",
      LATERAL (SELECT search_config(a."language") AS config) g
    WHERE a."id" = ANY (changed)
  ON CONFLICT ("id", "kind", "part") DO UPDATE SET "config" = excluded."config", "vector" = excluded."vector"
$$;

CREATE OR REPLACE FUNCTION index_claims(changed uuid[]) RETURNS void LANGUAGE sql AS $$
  DELETE FROM "SearchEntry" s USING "Claim" c
    WHERE s."id" = c."id" AND s."kind" = 'claim' AND c."id" = ANY (changed) AND c."withdrawnAt" IS NOT NULL;
  INSERT INTO "SearchEntry" ("workspaceId", "kind", "id", "articleId", "byId", "config", "vector")
    SELECT c."workspaceId", 'claim', c."id", c."articleId", c."markedById", g.config,
      weighted(g.config, c."statement", concat_ws(' ', claim_quote(c."id", a."revisionId"), c."claimant", d."conclusion"),
        d."explanation", '')
    FROM "Claim" c JOIN "Article" a ON a."id" = c."articleId" LEFT JOIN "VerdictDraft" d ON d."claimId" = c."id",
      LATERAL (SELECT search_config(a."language") AS config) g
    WHERE c."id" = ANY (changed) AND c."withdrawnAt" IS NULL
  ON CONFLICT ("id", "kind", "part") DO UPDATE SET "config" = excluded."config", "vector" = excluded."vector"
$$;

CREATE OR REPLACE FUNCTION index_sources(changed uuid[]) RETURNS void LANGUAGE sql AS $$
  DELETE FROM "SearchEntry" s USING "Source" o
    WHERE s."id" = o."id" AND s."kind" = 'source' AND o."id" = ANY (changed) AND o."mergedIntoId" IS NOT NULL;
  INSERT INTO "SearchEntry" ("workspaceId", "kind", "id", "sourceId", "byId", "config", "vector")
    SELECT o."workspaceId", 'source', o."id", o."id", o."createdById", g.config,
      weighted(g.config, o."title", concat_ws(' ', o."author", o."publisher", o."fileName"), o."url", '')
    FROM "Source" o, LATERAL (SELECT search_config(guess_language(o."title")) AS config) g
    WHERE o."id" = ANY (changed) AND o."mergedIntoId" IS NULL
  ON CONFLICT ("id", "kind", "part") DO UPDATE SET "config" = excluded."config", "vector" = excluded."vector"
$$;

CREATE OR REPLACE FUNCTION index_evidence(changed uuid[]) RETURNS void LANGUAGE sql AS $$
  DELETE FROM "SearchEntry" WHERE "id" = ANY (changed) AND "kind" IN ('evidence', 'note');
  INSERT INTO "SearchEntry" ("workspaceId", "kind", "id", "articleId", "sourceId", "byId", "config", "vector")
    SELECT e."workspaceId", k.kind, e."id", c."articleId", e."sourceId", e."accessedById", g.config, weighted(g.config, '', k.words, '', '')
    FROM "Evidence" e JOIN "Claim" c ON c."id" = e."claimId" JOIN "Article" a ON a."id" = c."articleId",
      LATERAL (VALUES ('evidence', concat_ws(' ', e."excerpt", e."locator")), ('note', e."note")) AS k (kind, words),
      LATERAL (SELECT search_config(coalesce(guess_language(k.words), a."language")) AS config) g
    WHERE e."id" = ANY (changed) AND k.words <> ''
$$;

CREATE OR REPLACE FUNCTION index_comments(changed uuid[]) RETURNS void LANGUAGE sql AS $$
  INSERT INTO "SearchEntry" ("workspaceId", "kind", "id", "articleId", "byId", "config", "vector")
    SELECT m."workspaceId", 'comment', m."id", m."articleId", m."writtenById", g.config, weighted(g.config, m."body", '', m."quote", '')
    FROM "Comment" m JOIN "Article" a ON a."id" = m."articleId",
      LATERAL (SELECT search_config(a."language") AS config) g
    WHERE m."id" = ANY (changed)
  ON CONFLICT ("id", "kind", "part") DO UPDATE SET "config" = excluded."config", "vector" = excluded."vector"
$$;

-- What was written before.
UPDATE "SearchEntry" s SET "byId" = a."importedById" FROM "Article" a WHERE a."id" = s."id" AND s."kind" = 'article';
UPDATE "SearchEntry" s SET "byId" = c."markedById" FROM "Claim" c WHERE c."id" = s."id" AND s."kind" = 'claim';
UPDATE "SearchEntry" s SET "byId" = o."createdById" FROM "Source" o WHERE o."id" = s."id" AND s."kind" = 'source';
UPDATE "SearchEntry" s SET "byId" = e."accessedById" FROM "Evidence" e
  WHERE e."id" = s."id" AND s."kind" IN ('evidence', 'note');
UPDATE "SearchEntry" s SET "byId" = m."writtenById" FROM "Comment" m WHERE m."id" = s."id" AND s."kind" = 'comment';

-- CreateIndex
CREATE INDEX "SearchEntry_words_idx" ON "SearchEntry" USING GIN ("workspaceId", "vector");
