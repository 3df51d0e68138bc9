-- A typo in public words of a verdict that stands is mended without a new round, by two people.
CREATE TABLE "Tidy" (
    "id" UUID NOT NULL,
    "workspaceId" UUID NOT NULL,
    "roundId" UUID NOT NULL,
    "changes" JSONB NOT NULL,
    "proposedById" UUID NOT NULL,
    "proposedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "confirmed" BOOLEAN,
    "decidedById" UUID,
    "decidedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Tidy_pkey" PRIMARY KEY ("id")
);

CREATE UNIQUE INDEX "Tidy_workspaceId_id_key" ON "Tidy"("workspaceId", "id");
CREATE INDEX "Tidy_roundId_idx" ON "Tidy"("roundId");

ALTER TABLE "Tidy" ADD CONSTRAINT "Tidy_workspaceId_roundId_fkey" FOREIGN KEY ("workspaceId", "roundId") REFERENCES "Round"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "Tidy" ADD CONSTRAINT "Tidy_workspaceId_proposedById_fkey" FOREIGN KEY ("workspaceId", "proposedById") REFERENCES "Membership"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "Tidy" ADD CONSTRAINT "Tidy_workspaceId_decidedById_fkey" FOREIGN KEY ("workspaceId", "decidedById") REFERENCES "Membership"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- ── What the database itself insists on ───────────────────────────────────────────────────────────────────────────

ALTER TABLE "Tidy" ADD CONSTRAINT "Tidy_decided"
  CHECK (("confirmed" IS NULL) = ("decidedById" IS NULL) AND ("confirmed" IS NULL) = ("decidedAt" IS NULL));
-- One at a time waits for a round.
CREATE UNIQUE INDEX "Tidy_waiting" ON "Tidy"("roundId") WHERE "confirmed" IS NULL;

-- Four eyes: whoever confirms that the meaning is unchanged neither proposed it, nor is an author of the round or of the
-- article. What was proposed and decided stays as it was; a no may be the proposer's own, who takes it back.
CREATE FUNCTION stet_tidy_by_two() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD."confirmed" IS NOT NULL
    OR (OLD."id", OLD."workspaceId", OLD."roundId", OLD."changes", OLD."proposedById", OLD."proposedAt")
    IS DISTINCT FROM (NEW."id", NEW."workspaceId", NEW."roundId", NEW."changes", NEW."proposedById", NEW."proposedAt")
  THEN
    RAISE EXCEPTION 'a tidying is decided once, and stays as it was proposed' USING ERRCODE = 'restrict_violation';
  END IF;
  IF NEW."confirmed" AND (NEW."decidedById" = NEW."proposedById"
    OR EXISTS (SELECT 1 FROM "RoundAuthor" WHERE "roundId" = NEW."roundId" AND "membershipId" = NEW."decidedById")
    OR EXISTS (
      SELECT 1 FROM "Round" r JOIN "Claim" c ON c."id" = r."claimId" JOIN "ArticleAuthor" a ON a."articleId" = c."articleId"
      WHERE r."id" = NEW."roundId" AND a."membershipId" = NEW."decidedById"))
  THEN
    RAISE EXCEPTION 'Tidy_by_two: a second person confirms a tidying' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END
$$;

CREATE TRIGGER "Tidy_by_two" BEFORE UPDATE ON "Tidy" FOR EACH ROW EXECUTE FUNCTION stet_tidy_by_two();

CREATE FUNCTION stet_tidy_begins() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW."confirmed" IS NOT NULL THEN
    RAISE EXCEPTION 'Tidy_by_two: a tidying waits for a second person' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END
$$;

CREATE TRIGGER "Tidy_begins" BEFORE INSERT ON "Tidy" FOR EACH ROW EXECUTE FUNCTION stet_tidy_begins();
CREATE TRIGGER "Tidy_kept" BEFORE DELETE ON "Tidy" FOR EACH ROW EXECUTE FUNCTION stet_unchangeable();
CREATE TRIGGER "Tidy_never_truncated" BEFORE TRUNCATE ON "Tidy" FOR EACH STATEMENT EXECUTE FUNCTION stet_never_truncated();
