-- An article that is deleted leaves a tombstone; once it is erased, its content is gone for good and the log still verifies.
-- AlterTable
ALTER TABLE "Article" ADD COLUMN     "deletedAt" TIMESTAMPTZ(3),
ADD COLUMN     "erasedAt" TIMESTAMPTZ(3);

-- ── What the database itself insists on ───────────────────────────────────────────────────────────────────────────

ALTER TABLE "Article" ADD CONSTRAINT "Article_deleted"
  CHECK (("deletedAt" IS NULL OR "archivedAt" IS NOT NULL) AND ("erasedAt" IS NULL OR "deletedAt" IS NOT NULL));

-- Which article is being deleted or erased in this transaction.
CREATE FUNCTION stet_leaving() RETURNS uuid LANGUAGE sql STABLE AS $$
  SELECT nullif(current_setting('stet.leaving', true), '')::uuid
$$;

-- Deleting and erasing go through the two functions below, and are never taken back.
CREATE FUNCTION stet_leaves_by_its_door() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD."id" IS NOT DISTINCT FROM stet_leaving() AND coalesce(OLD."deletedAt", NEW."deletedAt") = NEW."deletedAt"
    AND (OLD."erasedAt" IS NULL OR OLD."erasedAt" = NEW."erasedAt")
  THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'an article is deleted by delete_article and erased by erase_article' USING ERRCODE = 'restrict_violation';
END
$$;
CREATE TRIGGER "Article_leaves" BEFORE UPDATE ON "Article" FOR EACH ROW
  WHEN ((OLD."deletedAt", OLD."erasedAt") IS DISTINCT FROM (NEW."deletedAt", NEW."erasedAt"))
  EXECUTE FUNCTION stet_leaves_by_its_door();

-- The rows of a table that hang on an article, as a condition with its id as `$1`; null where none does. It is found
-- by the foreign keys, so that a new table needs no word here.
CREATE FUNCTION stet_on_article(place oid, via oid[] DEFAULT '{}') RETURNS text LANGUAGE plpgsql STABLE AS $$
DECLARE
  found record;
  above text;
  ways text[] := '{}';
BEGIN
  IF place = '"Article"'::regclass THEN RETURN '"id" = $1'; END IF;
  IF EXISTS (SELECT 1 FROM pg_constraint c JOIN pg_attribute a ON a.attrelid = place AND a.attname = 'articleId'
    WHERE c.contype = 'f' AND c.conrelid = place AND c.confrelid = '"Article"'::regclass AND a.attnum = ANY (c.conkey))
  THEN RETURN '"articleId" = $1'; END IF;
  FOR found IN
    SELECT c.confrelid,
      (SELECT string_agg(quote_ident(a.attname), ', ' ORDER BY k.at) FROM unnest(c.conkey) WITH ORDINALITY k (col, at)
       JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = k.col) AS here,
      (SELECT string_agg(quote_ident(a.attname), ', ' ORDER BY k.at) FROM unnest(c.confkey) WITH ORDINALITY k (col, at)
       JOIN pg_attribute a ON a.attrelid = c.confrelid AND a.attnum = k.col) AS there
    FROM pg_constraint c
    WHERE c.contype = 'f' AND c.conrelid = place AND c.confrelid <> place AND c.confrelid <> ALL (via)
  LOOP
    above := stet_on_article(found.confrelid, via || place);
    IF above IS NOT NULL THEN
      ways := ways || format('(%s) IN (SELECT %s FROM %s WHERE %s)', found.here, found.there, found.confrelid::regclass, above);
    END IF;
  END LOOP;
  RETURN CASE WHEN cardinality(ways) > 0 THEN '(' || array_to_string(ways, ' OR ') || ')' END;
END
$$;

-- The one way past for rows that are only ever added: a demo that goes whole, and an article that is erased. Of a
-- deleted one its revisions forget which import they were, so that the same file can come in anew; of an erased one its
-- events forget what they tell, which the chain allows for.
CREATE OR REPLACE FUNCTION stet_unchangeable() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  leaving uuid := stet_leaving();
  known text;
  may boolean := false;
BEGIN
  IF TG_OP = 'DELETE' AND stet_erasing(OLD."workspaceId") THEN
    RETURN OLD;
  END IF;
  IF leaving IS NOT NULL AND TG_OP = 'DELETE' AND EXISTS (SELECT 1 FROM "Article" WHERE "id" = leaving AND "erasedAt" IS NOT NULL) THEN
    known := coalesce(nullif(current_setting('stet.on_' || TG_RELID, true), ''), stet_on_article(TG_RELID));
    IF known IS NOT NULL THEN
      PERFORM set_config('stet.on_' || TG_RELID, known, true);
      EXECUTE format('SELECT %s FROM (SELECT ($2).*) line', known) INTO may USING leaving, OLD;
    END IF;
    IF may THEN RETURN OLD; END IF;
  END IF;
  IF leaving IS NOT NULL AND TG_OP = 'UPDATE' THEN
    may := CASE TG_TABLE_NAME
      WHEN 'Revision' THEN to_jsonb(OLD)->>'articleId' = leaving::text AND to_jsonb(NEW) = to_jsonb(OLD) || '{"importKey": null}'
      WHEN 'Event' THEN to_jsonb(OLD)->>'streamId' = leaving::text AND to_jsonb(NEW) = to_jsonb(OLD) || '{"payload": null}'
        AND EXISTS (SELECT 1 FROM "Article" WHERE "id" = leaving AND "erasedAt" IS NOT NULL)
      ELSE false END;
    IF may THEN RETURN NEW; END IF;
  END IF;
  RAISE EXCEPTION '% of % is refused: its rows are only ever added', lower(TG_OP), TG_TABLE_NAME
    USING ERRCODE = 'restrict_violation';
END
$$;

-- ── Deleting an article, and erasing it ───────────────────────────────────────────────────────────────────────────

-- Leaves a tombstone: nobody sees the article any more, nothing finds it, and all of it is still there.
CREATE FUNCTION delete_article(workspace uuid, article uuid, at timestamptz) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  PERFORM set_config('stet.leaving', article::text, true);
  UPDATE "Article" SET "deletedAt" = at, "archivedAt" = coalesce("archivedAt", at), "version" = "version" + 1
    WHERE "id" = article AND "workspaceId" = workspace AND "deletedAt" IS NULL;
  UPDATE "Revision" SET "importKey" = NULL WHERE "articleId" = article AND "workspaceId" = workspace AND "importKey" IS NOT NULL;
  PERFORM forget(array(SELECT "id" FROM "Claim" WHERE "articleId" = article AND "workspaceId" = workspace));
  DELETE FROM "SearchEntry" WHERE "articleId" = article AND "workspaceId" = workspace;
  DELETE FROM "EarlierInText" e USING "Claim" c
    WHERE c."articleId" = article AND c."workspaceId" = workspace AND e."workspaceId" = workspace AND e."earlierId" = c."id";
  PERFORM set_config('stet.leaving', '', true);
END
$$;

-- Removes all of a deleted article but its tombstone and its log, which forgets what it told. Contacts that served no
-- other claim go too, and files that nothing else holds.
CREATE FUNCTION erase_article(workspace uuid, article uuid, at timestamptz) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  let_go text[] := ARRAY['Claim_workspaceId_id_roundId_fkey', 'Article_workspaceId_id_revisionId_fkey',
                         'Article_workspaceId_id_signOffId_fkey'];
  contacts uuid[];
  files uuid[];
  more uuid[];
  remaining oid[];
  unreferred oid[];
  one record;
  each oid;
BEGIN
  PERFORM set_config('stet.leaving', article::text, true);
  UPDATE "Article" SET "erasedAt" = at, "version" = "version" + 1, "title" = '–', "dek" = NULL, "byline" = NULL,
      "publisher" = NULL, "section" = NULL, "sourceUrl" = NULL, "publishedOn" = NULL, "leadId" = NULL, "dueAt" = NULL,
      "words" = 0, "revisionId" = NULL, "goneOut" = NULL, "signOffId" = NULL
    WHERE "id" = article AND "workspaceId" = workspace AND "deletedAt" IS NOT NULL AND "erasedAt" IS NULL;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'only a deleted article can be erased' USING ERRCODE = 'restrict_violation';
  END IF;
  UPDATE "Claim" SET "state" = 'open', "roundId" = NULL, "signOffId" = NULL WHERE "articleId" = article;
  SELECT array_agg(DISTINCT k."contactId") INTO contacts FROM "ContactClaim" k JOIN "Claim" c ON c."id" = k."claimId"
    WHERE c."articleId" = article AND NOT EXISTS (
      SELECT 1 FROM "ContactClaim" o JOIN "Claim" d ON d."id" = o."claimId"
      WHERE o."contactId" = k."contactId" AND d."articleId" <> article);
  SELECT array_agg("fileId") INTO files FROM "Contact" WHERE "id" = ANY (contacts) AND "fileId" IS NOT NULL;
  SELECT array_agg(DISTINCT t.place) INTO remaining FROM (
    SELECT c.conrelid AS place FROM pg_constraint c
    WHERE c.contype = 'f' AND c.connamespace = 'public'::regnamespace) t
  WHERE t.place <> '"Article"'::regclass AND stet_on_article(t.place) IS NOT NULL;
  -- Which files its rows hold, and rows that point at others of their own table.
  FOR one IN
    SELECT c.conrelid AS place, a.attname AS name, c.confrelid = '"File"'::regclass AS holds
    FROM pg_constraint c JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = ANY (c.conkey) AND a.attname <> 'workspaceId'
    WHERE c.contype = 'f' AND c.conrelid = ANY (remaining)
      AND (c.confrelid = '"File"'::regclass OR (c.conrelid = c.confrelid AND NOT a.attnotnull))
  LOOP
    IF one.holds THEN
      EXECUTE format('SELECT array_agg(DISTINCT %I) FROM %s WHERE %I IS NOT NULL AND %s',
        one.name, one.place::regclass, one.name, stet_on_article(one.place)) INTO more USING article;
      files := files || more;
    ELSE
      EXECUTE format('UPDATE %s SET %I = NULL WHERE %I IS NOT NULL AND %s',
        one.place::regclass, one.name, one.name, stet_on_article(one.place)) USING article;
    END IF;
  END LOOP;
  WHILE cardinality(remaining) > 0 LOOP
    SELECT array_agg(t) INTO unreferred FROM unnest(remaining) t
    WHERE NOT EXISTS (
      SELECT 1 FROM pg_constraint c
      WHERE c.contype = 'f' AND c.confrelid = t AND c.conrelid <> t AND c.conrelid = ANY (remaining)
        AND c.conname <> ALL (let_go));
    IF unreferred IS NULL THEN
      RAISE EXCEPTION 'tables point at each other in a circle: %', (SELECT string_agg(t::regclass::text, ', ') FROM unnest(remaining) t);
    END IF;
    FOREACH each IN ARRAY unreferred LOOP
      EXECUTE format('DELETE FROM %s WHERE %s', each::regclass, stet_on_article(each)) USING article;
    END LOOP;
    SELECT coalesce(array_agg(t), '{}') INTO remaining FROM unnest(remaining) t WHERE t <> ALL (unreferred);
  END LOOP;
  DELETE FROM "Notification" WHERE "contactId" = ANY (contacts);
  DELETE FROM "Contact" WHERE "id" = ANY (contacts);
  PERFORM erase_files(workspace, files);
  DELETE FROM "SearchEntry" WHERE "articleId" = article OR "id" = article;
  UPDATE "Event" SET "payload" = NULL WHERE "streamId" = article AND "payload" IS NOT NULL;
  PERFORM set_config('stet.leaving', '', true);
END
$$;

-- Removes those of some files that no row holds any more.
CREATE FUNCTION erase_files(workspace uuid, files uuid[]) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  one record;
BEGIN
  FOR one IN
    SELECT c.conrelid AS place, a.attname AS name
    FROM pg_constraint c JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = ANY (c.conkey) AND a.attname <> 'workspaceId'
    WHERE c.contype = 'f' AND c.confrelid = '"File"'::regclass AND c.conrelid <> '"FileText"'::regclass
  LOOP
    EXECUTE format('SELECT array_agg(f) FROM unnest($1) f WHERE NOT EXISTS (SELECT 1 FROM %s WHERE "workspaceId" = $2 AND %I = f)',
      one.place::regclass, one.name) INTO files USING files, workspace;
  END LOOP;
  DELETE FROM "FileText" WHERE "workspaceId" = workspace AND "fileId" = ANY (files);
  DELETE FROM "File" WHERE "workspaceId" = workspace AND "id" = ANY (files);
END
$$;
