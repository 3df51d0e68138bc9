-- What the schema can't say and the code must not be trusted with alone: values that may not be, rows that may not
-- change, and four eyes.

-- ── Values ────────────────────────────────────────────────────────────────────────────────────────────────────────

ALTER TABLE "User" ADD CONSTRAINT "User_email_lower" CHECK ("email" = lower(btrim("email")) AND "email" <> '');
ALTER TABLE "SetupCode" ADD CONSTRAINT "SetupCode_single" CHECK ("id" = 1);
ALTER TABLE "ApiToken" ADD CONSTRAINT "ApiToken_scopes"
  CHECK ("scopes" <@ ARRAY['read', 'write', 'review', 'admin'] AND cardinality("scopes") > 0);
ALTER TABLE "Article" ADD CONSTRAINT "Article_title" CHECK (btrim("title") <> '');
ALTER TABLE "File" ADD CONSTRAINT "File_digest"
  CHECK ("sha256" = encode(sha256("bytes"), 'hex') AND "size" = octet_length("bytes"));
ALTER TABLE "Revision" ADD CONSTRAINT "Revision_digest"
  CHECK ("sha256" = encode(sha256(convert_to("text", 'UTF8')), 'hex') AND "number" > 0 AND "bodyStart" >= 0);
ALTER TABLE "Claim" ADD CONSTRAINT "Claim_values"
  CHECK ("number" > 0 AND "priority" BETWEEN 1 AND 3
    AND ("state" = 'open') = ("roundId" IS NULL)
    AND ("withdrawnAt" IS NULL) = ("withdrawnReason" IS NULL));
ALTER TABLE "Anchor" ADD CONSTRAINT "Anchor_span"
  CHECK ("ordinal" >= 0 AND ("start" IS NULL) = ("end" IS NULL) AND ("start" IS NULL) = ("placement" = 'lost')
    AND ("start" IS NULL OR ("start" >= 0 AND "start" < "end")));
ALTER TABLE "Source" ADD CONSTRAINT "Source_title" CHECK (btrim("title") <> '');
ALTER TABLE "Review" ADD CONSTRAINT "Review_note" CHECK ("decision" = 'approve' OR btrim(coalesce("note", '')) <> '');
ALTER TABLE "Event" ADD CONSTRAINT "Event_digest"
  CHECK ("seq" > 0 AND ("payload" IS NULL OR "payloadSha256" = encode(sha256(convert_to("payload", 'UTF8')), 'hex')));

-- One page, one row: but a confidential source must not be found out by the refusal of a second one.
CREATE UNIQUE INDEX "Source_workspaceId_url_open_key" ON "Source" ("workspaceId", "url")
  WHERE "url" IS NOT NULL AND NOT "confidential";

-- ── Rows that may not change ──────────────────────────────────────────────────────────────────────────────────────

-- Erasure is the one way past: inside erase_demo(), and only for rows of a workspace that was made as a demo.
CREATE FUNCTION stet_erasing(workspace uuid) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT coalesce(current_setting('stet.erasing', true), '') = workspace::text
     AND EXISTS (SELECT 1 FROM "Workspace" WHERE "id" = workspace AND "demo")
$$;

CREATE FUNCTION stet_unchangeable() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' AND stet_erasing(OLD."workspaceId") THEN
    RETURN OLD;
  END IF;
  RAISE EXCEPTION '% of % is refused: its rows are only ever added', lower(TG_OP), TG_TABLE_NAME
    USING ERRCODE = 'restrict_violation';
END
$$;

CREATE FUNCTION stet_never_truncated() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'truncate of % is refused', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END
$$;

DO $$
DECLARE
  name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['Revision', 'Scale', 'Round', 'RoundAuthor', 'Review', 'SignOff', 'Event'] LOOP
    EXECUTE format('CREATE TRIGGER "%s_unchangeable" BEFORE UPDATE OR DELETE ON %I
                    FOR EACH ROW EXECUTE FUNCTION stet_unchangeable()', name, name);
  END LOOP;
  FOREACH name IN ARRAY ARRAY['Membership', 'EventStream'] LOOP
    EXECUTE format('CREATE TRIGGER "%s_kept" BEFORE DELETE ON %I
                    FOR EACH ROW EXECUTE FUNCTION stet_unchangeable()', name, name);
  END LOOP;
  FOREACH name IN ARRAY ARRAY['Revision', 'Scale', 'Round', 'RoundAuthor', 'Review', 'SignOff', 'Event', 'Membership', 'EventStream'] LOOP
    EXECUTE format('CREATE TRIGGER "%s_never_truncated" BEFORE TRUNCATE ON %I
                    FOR EACH STATEMENT EXECUTE FUNCTION stet_never_truncated()', name, name);
  END LOOP;
END
$$;

CREATE FUNCTION stet_demo_is_for_life() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'whether a workspace is a demo is decided when it is made' USING ERRCODE = 'restrict_violation';
END
$$;

CREATE TRIGGER "Workspace_demo" BEFORE UPDATE ON "Workspace" FOR EACH ROW
  WHEN (OLD."demo" IS DISTINCT FROM NEW."demo") EXECUTE FUNCTION stet_demo_is_for_life();

-- ── Four eyes ─────────────────────────────────────────────────────────────────────────────────────────────────────

-- At commit, because a round is inserted before its authors.
CREATE FUNCTION stet_round_has_its_sender() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM "RoundAuthor" WHERE "roundId" = NEW."id" AND "membershipId" = NEW."senderId") THEN
    RAISE EXCEPTION 'the sender of a round is one of its authors' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END
$$;

CREATE CONSTRAINT TRIGGER "Round_sender" AFTER INSERT ON "Round" DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION stet_round_has_its_sender();

CREATE FUNCTION stet_four_eyes() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM "RoundAuthor" WHERE "roundId" = NEW."roundId" AND "membershipId" = NEW."reviewerId") THEN
    RAISE EXCEPTION 'Review_four_eyes: no author of a round reviews it' USING ERRCODE = 'check_violation';
  END IF;
  IF EXISTS (
    SELECT 1 FROM "Round" r JOIN "Claim" c ON c."id" = r."claimId" JOIN "ArticleAuthor" a ON a."articleId" = c."articleId"
    WHERE r."id" = NEW."roundId" AND a."membershipId" = NEW."reviewerId"
  ) THEN
    RAISE EXCEPTION 'Review_four_eyes: no author of an article reviews its claims' USING ERRCODE = 'check_violation';
  END IF;
  IF NOT EXISTS (
    SELECT 1 FROM "Round" r JOIN "Claim" c ON c."id" = r."claimId" AND c."roundId" = r."id"
    WHERE r."id" = NEW."roundId" AND c."state" IN ('in_review', 'approved') AND c."withdrawnAt" IS NULL
  ) THEN
    RAISE EXCEPTION 'Review_current_round: a review needs the current round of its claim' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END
$$;

CREATE TRIGGER "Review_four_eyes" BEFORE INSERT ON "Review" FOR EACH ROW EXECUTE FUNCTION stet_four_eyes();

-- ── Removing the sample desk ──────────────────────────────────────────────────────────────────────────────────────

CREATE FUNCTION erase_demo(workspace uuid) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  people uuid[];
BEGIN
  PERFORM set_config('stet.erasing', workspace::text, true);
  IF NOT stet_erasing(workspace) THEN
    RAISE EXCEPTION 'only a demo workspace can be removed whole' USING ERRCODE = 'restrict_violation';
  END IF;
  SELECT array_agg("userId") INTO people FROM "Membership" WHERE "workspaceId" = workspace;
  UPDATE "Claim" SET "state" = 'open', "roundId" = NULL WHERE "workspaceId" = workspace;
  UPDATE "Article" SET "revisionId" = NULL WHERE "workspaceId" = workspace;
  DELETE FROM "ApiToken" WHERE "workspaceId" = workspace;
  DELETE FROM "SignOff" WHERE "workspaceId" = workspace;
  DELETE FROM "Review" WHERE "workspaceId" = workspace;
  DELETE FROM "RoundAuthor" WHERE "workspaceId" = workspace;
  DELETE FROM "Round" WHERE "workspaceId" = workspace;
  DELETE FROM "ClaimAuthor" WHERE "workspaceId" = workspace;
  DELETE FROM "VerdictDraft" WHERE "workspaceId" = workspace;
  DELETE FROM "Evidence" WHERE "workspaceId" = workspace;
  DELETE FROM "SourceReader" WHERE "workspaceId" = workspace;
  DELETE FROM "Source" WHERE "workspaceId" = workspace;
  DELETE FROM "Anchor" WHERE "workspaceId" = workspace;
  DELETE FROM "Claim" WHERE "workspaceId" = workspace;
  DELETE FROM "Revision" WHERE "workspaceId" = workspace;
  DELETE FROM "File" WHERE "workspaceId" = workspace;
  DELETE FROM "ArticleAuthor" WHERE "workspaceId" = workspace;
  DELETE FROM "Article" WHERE "workspaceId" = workspace;
  DELETE FROM "Scale" WHERE "workspaceId" = workspace;
  DELETE FROM "Event" WHERE "workspaceId" = workspace;
  DELETE FROM "EventStream" WHERE "workspaceId" = workspace;
  DELETE FROM "Membership" WHERE "workspaceId" = workspace;
  DELETE FROM "Workspace" WHERE "id" = workspace;
  DELETE FROM "User" u WHERE u."id" = ANY (people)
    AND NOT EXISTS (SELECT 1 FROM "Membership" m WHERE m."userId" = u."id");
  PERFORM set_config('stet.erasing', '', true);
END
$$;
