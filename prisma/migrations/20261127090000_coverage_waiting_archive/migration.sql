-- CreateEnum
CREATE TYPE "WaitingOn" AS ENUM ('author', 'source', 'claimant', 'lawyer', 'other');

-- AlterTable
ALTER TABLE "Article" ADD COLUMN     "archivedAt" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "Claim" ADD COLUMN     "chaseAt" TIMESTAMPTZ(3),
ADD COLUMN     "dueAt" TIMESTAMPTZ(3),
ADD COLUMN     "waitingOn" "WaitingOn",
ADD COLUMN     "waitingSince" TIMESTAMPTZ(3),
ADD COLUMN     "waitingWhom" TEXT;

-- CreateTable
CREATE TABLE "Sentence" (
    "workspaceId" UUID NOT NULL,
    "revisionId" UUID NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "start" INTEGER NOT NULL,
    "end" INTEGER NOT NULL,

    CONSTRAINT "Sentence_pkey" PRIMARY KEY ("revisionId","ordinal")
);

-- CreateTable
CREATE TABLE "SentenceMark" (
    "workspaceId" UUID NOT NULL,
    "revisionId" UUID NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "markedById" UUID NOT NULL,
    "markedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "SentenceMark_pkey" PRIMARY KEY ("revisionId","ordinal")
);

-- CreateIndex
CREATE UNIQUE INDEX "Sentence_workspaceId_revisionId_ordinal_key" ON "Sentence"("workspaceId", "revisionId", "ordinal");

-- CreateIndex
CREATE UNIQUE INDEX "SentenceMark_workspaceId_revisionId_ordinal_key" ON "SentenceMark"("workspaceId", "revisionId", "ordinal");

-- CreateIndex
CREATE INDEX "Claim_workspaceId_assigneeId_state_idx" ON "Claim"("workspaceId", "assigneeId", "state");

-- CreateIndex
CREATE INDEX "Claim_workspaceId_dueAt_idx" ON "Claim"("workspaceId", "dueAt");

-- AddForeignKey
ALTER TABLE "Sentence" ADD CONSTRAINT "Sentence_workspaceId_revisionId_fkey" FOREIGN KEY ("workspaceId", "revisionId") REFERENCES "Revision"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SentenceMark" ADD CONSTRAINT "SentenceMark_workspaceId_revisionId_ordinal_fkey" FOREIGN KEY ("workspaceId", "revisionId", "ordinal") REFERENCES "Sentence"("workspaceId", "revisionId", "ordinal") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SentenceMark" ADD CONSTRAINT "SentenceMark_workspaceId_markedById_fkey" FOREIGN KEY ("workspaceId", "markedById") REFERENCES "Membership"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;



-- What Prisma can't say.

ALTER TABLE "Claim" ADD CONSTRAINT "Claim_waiting"
  CHECK (("waitingOn" IS NULL) = ("waitingSince" IS NULL)
    AND ("waitingOn" IS NOT NULL OR ("waitingWhom" IS NULL AND "chaseAt" IS NULL)));
ALTER TABLE "Sentence" ADD CONSTRAINT "Sentence_span" CHECK ("ordinal" >= 0 AND "start" >= 0 AND "start" < "end");

-- Lists leave out what is put away and what is withdrawn.
CREATE INDEX "Article_live_idx" ON "Article" ("workspaceId", "dueAt") WHERE "archivedAt" IS NULL;
CREATE INDEX "Claim_waiting_idx" ON "Claim" ("workspaceId", "chaseAt") WHERE "waitingOn" IS NOT NULL AND "withdrawnAt" IS NULL;

-- With the new records.
CREATE OR REPLACE FUNCTION erase_demo(workspace uuid) RETURNS void LANGUAGE plpgsql AS $$
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
  DELETE FROM "SentenceMark" WHERE "workspaceId" = workspace;
  DELETE FROM "Sentence" WHERE "workspaceId" = workspace;
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
