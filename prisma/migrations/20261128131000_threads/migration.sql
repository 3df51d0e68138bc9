-- Threads: what is said about a claim, a passage or an article, with what is replied to it, each in its lane; and what was
-- decided about a claim's legal risk.
-- CreateEnum
CREATE TYPE "LegalDecision" AS ENUM ('hold', 'clear');

-- AlterEnum
ALTER TYPE "CommentKind" ADD VALUE 'legal';

-- AlterEnum
ALTER TYPE "NotificationKind" ADD VALUE 'mention';
ALTER TYPE "NotificationKind" ADD VALUE 'query';
ALTER TYPE "NotificationKind" ADD VALUE 'answer';
ALTER TYPE "NotificationKind" ADD VALUE 'reply';

-- AlterTable
ALTER TABLE "Claim" ADD COLUMN     "legal" "LegalDecision",
ADD COLUMN     "legalAt" TIMESTAMPTZ(3),
ADD COLUMN     "legalById" UUID;

-- AlterTable
ALTER TABLE "Comment" ADD COLUMN     "answer" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "editedAt" TIMESTAMPTZ(3),
ADD COLUMN     "threadId" UUID,
ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 1,
ADD COLUMN     "waitingSince" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "Notification" ADD COLUMN     "commentId" UUID;

-- CreateTable
CREATE TABLE "CommentVersion" (
    "workspaceId" UUID NOT NULL,
    "commentId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "body" TEXT NOT NULL,
    "writtenAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "CommentVersion_pkey" PRIMARY KEY ("commentId","number")
);

-- CreateTable
CREATE TABLE "CommentMention" (
    "workspaceId" UUID NOT NULL,
    "commentId" UUID NOT NULL,
    "membershipId" UUID NOT NULL,

    CONSTRAINT "CommentMention_pkey" PRIMARY KEY ("commentId","membershipId")
);

-- CreateIndex
CREATE INDEX "Comment_threadId_idx" ON "Comment"("threadId");

-- CreateIndex
CREATE INDEX "Comment_claimId_idx" ON "Comment"("claimId");

-- CreateIndex
CREATE UNIQUE INDEX "Comment_workspaceId_id_articleId_kind_key" ON "Comment"("workspaceId", "id", "articleId", "kind");

-- CreateIndex
CREATE INDEX "Notification_commentId_idx" ON "Notification"("commentId");

-- AddForeignKey
ALTER TABLE "Claim" ADD CONSTRAINT "Claim_workspaceId_legalById_fkey" FOREIGN KEY ("workspaceId", "legalById") REFERENCES "Membership"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Comment" ADD CONSTRAINT "Comment_workspaceId_threadId_articleId_kind_fkey" FOREIGN KEY ("workspaceId", "threadId", "articleId", "kind") REFERENCES "Comment"("workspaceId", "id", "articleId", "kind") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CommentVersion" ADD CONSTRAINT "CommentVersion_workspaceId_commentId_fkey" FOREIGN KEY ("workspaceId", "commentId") REFERENCES "Comment"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CommentMention" ADD CONSTRAINT "CommentMention_workspaceId_commentId_fkey" FOREIGN KEY ("workspaceId", "commentId") REFERENCES "Comment"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CommentMention" ADD CONSTRAINT "CommentMention_workspaceId_membershipId_fkey" FOREIGN KEY ("workspaceId", "membershipId") REFERENCES "Membership"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Notification" ADD CONSTRAINT "Notification_workspaceId_commentId_fkey" FOREIGN KEY ("workspaceId", "commentId") REFERENCES "Comment"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- ── Values ────────────────────────────────────────────────────────────────────────────────────────────────────────

-- What was asked before there were answers waits for one.
UPDATE "Comment" SET "waitingSince" = "createdAt" WHERE "kind" = 'query' AND "resolvedAt" IS NULL;

-- What stands for a thread stands on the comment that it begins with. Only a query is answered, and only an open one waits.
ALTER TABLE "Comment" ADD CONSTRAINT "Comment_thread"
  CHECK (("threadId" IS NULL OR ("quote" = '' AND "start" IS NULL AND "resolvedAt" IS NULL AND "waitingSince" IS NULL))
    AND ("threadId" IS DISTINCT FROM "id")
    AND ("kind" = 'query' OR ("waitingSince" IS NULL AND NOT "answer"))
    AND ("resolvedAt" IS NULL OR "waitingSince" IS NULL)
    AND "version" >= 1);
ALTER TABLE "CommentVersion" ADD CONSTRAINT "CommentVersion_values" CHECK ("number" >= 1 AND btrim("body") <> '');
ALTER TABLE "Claim" ADD CONSTRAINT "Claim_legal"
  CHECK (("legal" IS NULL) = ("legalAt" IS NULL) AND ("legal" IS NULL) = ("legalById" IS NULL));

-- A reply is to what a thread begins with, never to another reply.
CREATE FUNCTION reply_to_thread() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM "Comment" t WHERE t."id" = NEW."threadId" AND t."threadId" IS NOT NULL) THEN
    RAISE EXCEPTION 'Comment_reply: a reply has no replies' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END
$$;
CREATE TRIGGER "Comment_reply" BEFORE INSERT OR UPDATE OF "threadId" ON "Comment"
  FOR EACH ROW WHEN (NEW."threadId" IS NOT NULL) EXECUTE FUNCTION reply_to_thread();

-- What a comment said before stays as it was.
CREATE TRIGGER "CommentVersion_unchanged" BEFORE UPDATE ON "CommentVersion"
  FOR EACH ROW EXECUTE FUNCTION stet_unchangeable();
