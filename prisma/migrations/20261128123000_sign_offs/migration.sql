-- An article goes out, whole or with open items; what went out stands until it is reopened, and corrections are listed.
-- CreateEnum
CREATE TYPE "GoneOut" AS ENUM ('signed_off', 'released', 'under_review');

-- CreateEnum
CREATE TYPE "CorrectionKind" AS ENUM ('verdict_changing', 'factual', 'update', 'void');

-- CreateEnum
CREATE TYPE "ComplaintOutcome" AS ENUM ('upheld', 'rejected');

-- AlterTable
ALTER TABLE "Article" ADD COLUMN     "goneOut" "GoneOut",
ADD COLUMN     "signOffId" UUID;

-- AlterTable
ALTER TABLE "Claim" ADD COLUMN     "letStandAt" TIMESTAMPTZ(3),
ADD COLUMN     "letStandById" UUID,
ADD COLUMN     "letStandReason" TEXT,
ADD COLUMN     "signOffId" UUID,
ADD COLUMN     "underReviewSince" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "SignOff" ADD COLUMN     "number" INTEGER NOT NULL,
ADD COLUMN     "reason" TEXT,
ADD COLUMN     "secondId" UUID;

-- CreateTable
CREATE TABLE "Reopening" (
    "id" UUID NOT NULL,
    "workspaceId" UUID NOT NULL,
    "articleId" UUID NOT NULL,
    "claimId" UUID,
    "kind" "CorrectionKind" NOT NULL,
    "reason" TEXT NOT NULL,
    "signOffId" UUID NOT NULL,
    "openedById" UUID NOT NULL,
    "openedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "closedById" UUID,

    CONSTRAINT "Reopening_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Correction" (
    "id" UUID NOT NULL,
    "workspaceId" UUID NOT NULL,
    "articleId" UUID NOT NULL,
    "claimId" UUID,
    "reopeningId" UUID NOT NULL,
    "signOffId" UUID NOT NULL,
    "kind" "CorrectionKind" NOT NULL,
    "notice" TEXT NOT NULL,
    "listedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Correction_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Complaint" (
    "id" UUID NOT NULL,
    "workspaceId" UUID NOT NULL,
    "articleId" UUID NOT NULL,
    "claimId" UUID,
    "who" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "receivedAt" TIMESTAMPTZ(3) NOT NULL,
    "dueAt" TIMESTAMPTZ(3),
    "recordedById" UUID NOT NULL,
    "outcome" "ComplaintOutcome",
    "answer" TEXT,
    "decidedById" UUID,
    "decidedAt" TIMESTAMPTZ(3),
    "reopeningId" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Complaint_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Reopening_articleId_openedAt_idx" ON "Reopening"("articleId", "openedAt");

-- CreateIndex
CREATE INDEX "Reopening_claimId_idx" ON "Reopening"("claimId");

-- CreateIndex
CREATE UNIQUE INDEX "Reopening_workspaceId_id_key" ON "Reopening"("workspaceId", "id");

-- CreateIndex
CREATE INDEX "Correction_articleId_listedAt_idx" ON "Correction"("articleId", "listedAt");

-- CreateIndex
CREATE UNIQUE INDEX "Correction_workspaceId_reopeningId_key" ON "Correction"("workspaceId", "reopeningId");

-- CreateIndex
CREATE INDEX "Complaint_articleId_receivedAt_idx" ON "Complaint"("articleId", "receivedAt");

-- CreateIndex
CREATE UNIQUE INDEX "Complaint_workspaceId_id_key" ON "Complaint"("workspaceId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "SignOff_articleId_number_key" ON "SignOff"("articleId", "number");

-- CreateIndex
CREATE UNIQUE INDEX "SignOff_workspaceId_articleId_id_key" ON "SignOff"("workspaceId", "articleId", "id");

-- AddForeignKey
ALTER TABLE "Article" ADD CONSTRAINT "Article_workspaceId_id_signOffId_fkey" FOREIGN KEY ("workspaceId", "id", "signOffId") REFERENCES "SignOff"("workspaceId", "articleId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Claim" ADD CONSTRAINT "Claim_workspaceId_articleId_signOffId_fkey" FOREIGN KEY ("workspaceId", "articleId", "signOffId") REFERENCES "SignOff"("workspaceId", "articleId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Claim" ADD CONSTRAINT "Claim_workspaceId_letStandById_fkey" FOREIGN KEY ("workspaceId", "letStandById") REFERENCES "Membership"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SignOff" ADD CONSTRAINT "SignOff_workspaceId_secondId_fkey" FOREIGN KEY ("workspaceId", "secondId") REFERENCES "Membership"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Reopening" ADD CONSTRAINT "Reopening_workspaceId_articleId_fkey" FOREIGN KEY ("workspaceId", "articleId") REFERENCES "Article"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Reopening" ADD CONSTRAINT "Reopening_workspaceId_claimId_fkey" FOREIGN KEY ("workspaceId", "claimId") REFERENCES "Claim"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Reopening" ADD CONSTRAINT "Reopening_workspaceId_articleId_signOffId_fkey" FOREIGN KEY ("workspaceId", "articleId", "signOffId") REFERENCES "SignOff"("workspaceId", "articleId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Reopening" ADD CONSTRAINT "Reopening_workspaceId_articleId_closedById_fkey" FOREIGN KEY ("workspaceId", "articleId", "closedById") REFERENCES "SignOff"("workspaceId", "articleId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Reopening" ADD CONSTRAINT "Reopening_workspaceId_openedById_fkey" FOREIGN KEY ("workspaceId", "openedById") REFERENCES "Membership"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Correction" ADD CONSTRAINT "Correction_workspaceId_articleId_fkey" FOREIGN KEY ("workspaceId", "articleId") REFERENCES "Article"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Correction" ADD CONSTRAINT "Correction_workspaceId_claimId_fkey" FOREIGN KEY ("workspaceId", "claimId") REFERENCES "Claim"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Correction" ADD CONSTRAINT "Correction_workspaceId_reopeningId_fkey" FOREIGN KEY ("workspaceId", "reopeningId") REFERENCES "Reopening"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Correction" ADD CONSTRAINT "Correction_workspaceId_articleId_signOffId_fkey" FOREIGN KEY ("workspaceId", "articleId", "signOffId") REFERENCES "SignOff"("workspaceId", "articleId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Complaint" ADD CONSTRAINT "Complaint_workspaceId_articleId_fkey" FOREIGN KEY ("workspaceId", "articleId") REFERENCES "Article"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Complaint" ADD CONSTRAINT "Complaint_workspaceId_claimId_fkey" FOREIGN KEY ("workspaceId", "claimId") REFERENCES "Claim"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Complaint" ADD CONSTRAINT "Complaint_workspaceId_recordedById_fkey" FOREIGN KEY ("workspaceId", "recordedById") REFERENCES "Membership"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Complaint" ADD CONSTRAINT "Complaint_workspaceId_decidedById_fkey" FOREIGN KEY ("workspaceId", "decidedById") REFERENCES "Membership"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Complaint" ADD CONSTRAINT "Complaint_workspaceId_reopeningId_fkey" FOREIGN KEY ("workspaceId", "reopeningId") REFERENCES "Reopening"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- ── What the database itself insists on ───────────────────────────────────────────────────────────────────────────

ALTER TABLE "Article" ADD CONSTRAINT "Article_gone_out" CHECK (("goneOut" IS NULL) = ("signOffId" IS NULL));
ALTER TABLE "Claim" ADD CONSTRAINT "Claim_signed_off"
  CHECK ("signOffId" IS NULL OR "state" NOT IN ('open', 'in_review', 'changes_requested'));
ALTER TABLE "Claim" ADD CONSTRAINT "Claim_let_stand"
  CHECK (("letStandReason" IS NULL) = ("letStandById" IS NULL) AND ("letStandReason" IS NULL) = ("letStandAt" IS NULL));
ALTER TABLE "Complaint" ADD CONSTRAINT "Complaint_decided"
  CHECK (("outcome" IS NULL) = ("decidedById" IS NULL) AND ("outcome" IS NULL) = ("decidedAt" IS NULL));
ALTER TABLE "SignOff" ADD CONSTRAINT "SignOff_second" CHECK ("secondId" IS DISTINCT FROM "signedById");
-- A claim, or the text, is reopened once at a time.
CREATE UNIQUE INDEX "Reopening_open_key" ON "Reopening" ("articleId", coalesce("claimId", "articleId")) WHERE "closedById" IS NULL;

CREATE TRIGGER "Correction_unchangeable" BEFORE UPDATE OR DELETE ON "Correction"
  FOR EACH ROW EXECUTE FUNCTION stet_unchangeable();
CREATE TRIGGER "Correction_never_truncated" BEFORE TRUNCATE ON "Correction"
  FOR EACH STATEMENT EXECUTE FUNCTION stet_never_truncated();

-- What went out stands until it is reopened.
CREATE FUNCTION stet_signed_off_stands() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'Claim_stands: a claim that has gone out stands until it is reopened' USING ERRCODE = 'restrict_violation';
END
$$;
CREATE TRIGGER "Claim_stands" BEFORE UPDATE ON "Claim" FOR EACH ROW
  WHEN (OLD."signOffId" IS NOT NULL AND NEW."signOffId" IS NOT NULL
        AND (OLD."state", OLD."roundId", OLD."withdrawnAt", OLD."letStandReason")
            IS DISTINCT FROM (NEW."state", NEW."roundId", NEW."withdrawnAt", NEW."letStandReason"))
  EXECUTE FUNCTION stet_signed_off_stands();

CREATE FUNCTION stet_sign_off_four_eyes() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM "ArticleAuthor" WHERE "articleId" = NEW."articleId" AND "membershipId" IN (NEW."signedById", NEW."secondId")) THEN
    RAISE EXCEPTION 'SignOff_four_eyes: no author of an article signs it off' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END
$$;
CREATE TRIGGER "SignOff_four_eyes" BEFORE INSERT ON "SignOff" FOR EACH ROW EXECUTE FUNCTION stet_sign_off_four_eyes();

-- ── Removing the sample desk ──────────────────────────────────────────────────────────────────────────────────────
-- It finds the order of its tables by itself: a new table needs no word here.

-- Rows that point at each other in a circle let go of one side first; a new circle is added here, with its constraint.
CREATE OR REPLACE FUNCTION erase_demo(workspace uuid) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  people uuid[];
  let_go text[] := ARRAY['Claim_workspaceId_id_roundId_fkey', 'Article_workspaceId_id_revisionId_fkey',
                         'Article_workspaceId_id_signOffId_fkey'];
  remaining oid[];
  unreferred oid[];
  found record;
  each oid;
BEGIN
  PERFORM set_config('stet.erasing', workspace::text, true);
  IF NOT stet_erasing(workspace) THEN
    RAISE EXCEPTION 'only a demo workspace can be removed whole' USING ERRCODE = 'restrict_violation';
  END IF;
  SELECT array_agg("userId") INTO people FROM "Membership" WHERE "workspaceId" = workspace;
  UPDATE "Claim" SET "state" = 'open', "roundId" = NULL, "signOffId" = NULL WHERE "workspaceId" = workspace;
  UPDATE "Article" SET "revisionId" = NULL, "goneOut" = NULL, "signOffId" = NULL WHERE "workspaceId" = workspace;
  -- Rows that point at others of their own table.
  FOR found IN
    SELECT c.conrelid AS place, a.attname AS name
    FROM pg_constraint c JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = ANY (c.conkey) AND NOT a.attnotnull
    WHERE c.contype = 'f' AND c.connamespace = 'public'::regnamespace AND c.conrelid = c.confrelid
  LOOP
    EXECUTE format('UPDATE %s SET %I = NULL WHERE "workspaceId" = $1 AND %I IS NOT NULL',
                   found.place::regclass, found.name, found.name) USING workspace;
  END LOOP;
  -- What goes along with something else goes by itself.
  SELECT array_agg(DISTINCT c.conrelid) INTO remaining
  FROM pg_constraint c JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attname = 'workspaceId'
  WHERE c.contype = 'f' AND c.confdeltype = 'r' AND c.connamespace = 'public'::regnamespace;
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
      EXECUTE format('DELETE FROM %s WHERE "workspaceId" = $1', each::regclass) USING workspace;
    END LOOP;
    SELECT coalesce(array_agg(t), '{}') INTO remaining FROM unnest(remaining) t WHERE t <> ALL (unreferred);
  END LOOP;
  DELETE FROM "Workspace" WHERE "id" = workspace;
  DELETE FROM "User" u WHERE u."id" = ANY (people)
    AND NOT EXISTS (SELECT 1 FROM "Membership" m WHERE m."userId" = u."id");
  PERFORM set_config('stet.erasing', '', true);
END
$$;
