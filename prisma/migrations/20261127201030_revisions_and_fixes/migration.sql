-- CreateEnum
CREATE TYPE "FixAnswer" AS ENUM ('accepted', 'reworded', 'refused');

-- CreateEnum
CREATE TYPE "RemarkKind" AS ENUM ('comment', 'footnote', 'link');

-- CreateEnum
CREATE TYPE "RemarkOutcome" AS ENUM ('fact', 'query', 'note', 'discarded');

-- CreateEnum
CREATE TYPE "CommentKind" AS ENUM ('query', 'note');

-- CreateEnum
CREATE TYPE "ImportState" AS ENUM ('queued', 'reading', 'asking', 'done', 'refused');

-- AlterEnum
ALTER TYPE "RevisionOrigin" ADD VALUE 'link';
ALTER TYPE "RevisionOrigin" ADD VALUE 'edit';
ALTER TYPE "RevisionOrigin" ADD VALUE 'restore';
ALTER TYPE "RevisionOrigin" ADD VALUE 'fix';

-- AlterEnum
ALTER TYPE "SourceFormat" ADD VALUE 'html';
ALTER TYPE "SourceFormat" ADD VALUE 'word';

-- AlterTable
ALTER TABLE "Revision" ADD COLUMN     "url" TEXT,
ALTER COLUMN "format" DROP NOT NULL,
ALTER COLUMN "importKey" DROP NOT NULL,
ALTER COLUMN "fileId" DROP NOT NULL;

-- CreateTable
CREATE TABLE "Fix" (
    "id" UUID NOT NULL,
    "workspaceId" UUID NOT NULL,
    "claimId" UUID NOT NULL,
    "wording" TEXT NOT NULL,
    "reason" TEXT,
    "proposedById" UUID NOT NULL,
    "proposedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "answer" "FixAnswer",
    "answerWording" TEXT,
    "answerReason" TEXT,
    "answeredById" UUID,
    "answeredAt" TIMESTAMPTZ(3),
    "revisionId" UUID,
    "decidedAt" TIMESTAMPTZ(3),
    "decidedById" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Fix_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Remark" (
    "id" UUID NOT NULL,
    "workspaceId" UUID NOT NULL,
    "articleId" UUID NOT NULL,
    "revisionId" UUID NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "kind" "RemarkKind" NOT NULL,
    "author" TEXT,
    "writtenAt" TIMESTAMPTZ(3),
    "text" TEXT NOT NULL,
    "href" TEXT,
    "quote" TEXT NOT NULL,
    "start" INTEGER,
    "end" INTEGER,
    "claimId" UUID,
    "outcome" "RemarkOutcome",
    "decidedById" UUID,
    "decidedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Remark_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Comment" (
    "id" UUID NOT NULL,
    "workspaceId" UUID NOT NULL,
    "articleId" UUID NOT NULL,
    "claimId" UUID,
    "revisionId" UUID NOT NULL,
    "kind" "CommentKind" NOT NULL,
    "body" TEXT NOT NULL,
    "quote" TEXT NOT NULL,
    "start" INTEGER,
    "end" INTEGER,
    "writtenById" UUID NOT NULL,
    "saidBy" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "resolvedAt" TIMESTAMPTZ(3),
    "resolvedById" UUID,

    CONSTRAINT "Comment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Import" (
    "id" UUID NOT NULL,
    "workspaceId" UUID NOT NULL,
    "fileName" TEXT NOT NULL,
    "format" "SourceFormat" NOT NULL,
    "asked" JSONB NOT NULL,
    "fileId" UUID NOT NULL,
    "state" "ImportState" NOT NULL DEFAULT 'queued',
    "told" JSONB,
    "articleId" UUID,
    "createdById" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "endedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Import_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Fix_claimId_idx" ON "Fix"("claimId");

-- CreateIndex
CREATE UNIQUE INDEX "Fix_workspaceId_id_key" ON "Fix"("workspaceId", "id");

-- CreateIndex
CREATE INDEX "Remark_articleId_outcome_idx" ON "Remark"("articleId", "outcome");

-- CreateIndex
CREATE UNIQUE INDEX "Remark_revisionId_ordinal_key" ON "Remark"("revisionId", "ordinal");

-- CreateIndex
CREATE UNIQUE INDEX "Remark_workspaceId_id_key" ON "Remark"("workspaceId", "id");

-- CreateIndex
CREATE INDEX "Comment_articleId_createdAt_idx" ON "Comment"("articleId", "createdAt");

-- CreateIndex
CREATE UNIQUE INDEX "Comment_workspaceId_id_key" ON "Comment"("workspaceId", "id");

-- CreateIndex
CREATE INDEX "Import_workspaceId_createdById_createdAt_idx" ON "Import"("workspaceId", "createdById", "createdAt" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "Import_workspaceId_id_key" ON "Import"("workspaceId", "id");

-- AddForeignKey
ALTER TABLE "Fix" ADD CONSTRAINT "Fix_workspaceId_claimId_fkey" FOREIGN KEY ("workspaceId", "claimId") REFERENCES "Claim"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Fix" ADD CONSTRAINT "Fix_workspaceId_revisionId_fkey" FOREIGN KEY ("workspaceId", "revisionId") REFERENCES "Revision"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Fix" ADD CONSTRAINT "Fix_workspaceId_proposedById_fkey" FOREIGN KEY ("workspaceId", "proposedById") REFERENCES "Membership"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Fix" ADD CONSTRAINT "Fix_workspaceId_answeredById_fkey" FOREIGN KEY ("workspaceId", "answeredById") REFERENCES "Membership"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Fix" ADD CONSTRAINT "Fix_workspaceId_decidedById_fkey" FOREIGN KEY ("workspaceId", "decidedById") REFERENCES "Membership"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Remark" ADD CONSTRAINT "Remark_workspaceId_articleId_fkey" FOREIGN KEY ("workspaceId", "articleId") REFERENCES "Article"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Remark" ADD CONSTRAINT "Remark_workspaceId_revisionId_fkey" FOREIGN KEY ("workspaceId", "revisionId") REFERENCES "Revision"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Remark" ADD CONSTRAINT "Remark_workspaceId_claimId_fkey" FOREIGN KEY ("workspaceId", "claimId") REFERENCES "Claim"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Remark" ADD CONSTRAINT "Remark_workspaceId_decidedById_fkey" FOREIGN KEY ("workspaceId", "decidedById") REFERENCES "Membership"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Comment" ADD CONSTRAINT "Comment_workspaceId_articleId_fkey" FOREIGN KEY ("workspaceId", "articleId") REFERENCES "Article"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Comment" ADD CONSTRAINT "Comment_workspaceId_revisionId_fkey" FOREIGN KEY ("workspaceId", "revisionId") REFERENCES "Revision"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Comment" ADD CONSTRAINT "Comment_workspaceId_claimId_fkey" FOREIGN KEY ("workspaceId", "claimId") REFERENCES "Claim"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Comment" ADD CONSTRAINT "Comment_workspaceId_writtenById_fkey" FOREIGN KEY ("workspaceId", "writtenById") REFERENCES "Membership"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Comment" ADD CONSTRAINT "Comment_workspaceId_resolvedById_fkey" FOREIGN KEY ("workspaceId", "resolvedById") REFERENCES "Membership"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Import" ADD CONSTRAINT "Import_workspaceId_fileId_fkey" FOREIGN KEY ("workspaceId", "fileId") REFERENCES "File"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Import" ADD CONSTRAINT "Import_workspaceId_articleId_fkey" FOREIGN KEY ("workspaceId", "articleId") REFERENCES "Article"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Import" ADD CONSTRAINT "Import_workspaceId_createdById_fkey" FOREIGN KEY ("workspaceId", "createdById") REFERENCES "Membership"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;



-- CreateIndex
CREATE INDEX "Article_revisionId_idx" ON "Article"("revisionId");

-- ── Values ────────────────────────────────────────────────────────────────────────────────────────────────────────

ALTER TABLE "Revision" ADD CONSTRAINT "Revision_origin"
  CHECK (("format" IS NULL) = ("fileId" IS NULL) AND ("fileId" IS NOT NULL OR "importKey" IS NULL));
ALTER TABLE "Fix" ADD CONSTRAINT "Fix_values"
  CHECK (("answer" IS NULL) = ("answeredById" IS NULL) AND ("answer" IS NULL) = ("answeredAt" IS NULL)
    AND ("answerWording" IS NOT NULL) = coalesce("answer" = 'reworded', false)
    AND ("answer" IS DISTINCT FROM 'refused' OR btrim(coalesce("answerReason", '')) <> '')
    AND ("decidedAt" IS NULL) = ("decidedById" IS NULL)
    AND ("revisionId" IS NULL OR "decidedAt" IS NOT NULL));
ALTER TABLE "Remark" ADD CONSTRAINT "Remark_values"
  CHECK ("ordinal" >= 0 AND ("start" IS NULL) = ("end" IS NULL) AND ("start" IS NULL OR ("start" >= 0 AND "start" < "end"))
    AND ("outcome" IS NULL) = ("decidedById" IS NULL) AND ("outcome" IS NULL) = ("decidedAt" IS NULL));
ALTER TABLE "Comment" ADD CONSTRAINT "Comment_values"
  CHECK (btrim("body") <> '' AND ("start" IS NULL) = ("end" IS NULL) AND ("start" IS NULL OR ("start" >= 0 AND "start" < "end"))
    AND ("resolvedAt" IS NULL) = ("resolvedById" IS NULL));
ALTER TABLE "Import" ADD CONSTRAINT "Import_values"
  CHECK (("endedAt" IS NULL) = ("state" IN ('queued', 'reading', 'asking')));

-- One fix of a claim at a time: the next one begins when this one is decided.
CREATE UNIQUE INDEX "Fix_claimId_open_key" ON "Fix" ("claimId") WHERE "decidedAt" IS NULL;

-- ── Removing the sample desk ──────────────────────────────────────────────────────────────────────────────────────

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
  DELETE FROM "Import" WHERE "workspaceId" = workspace;
  DELETE FROM "Comment" WHERE "workspaceId" = workspace;
  DELETE FROM "Remark" WHERE "workspaceId" = workspace;
  DELETE FROM "Fix" WHERE "workspaceId" = workspace;
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
