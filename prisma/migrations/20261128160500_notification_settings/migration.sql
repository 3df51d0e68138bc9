-- How people are told of things: what they follow, in Stet or by mail, at once or once a day.
-- AlterEnum
ALTER TYPE "NotificationKind" ADD VALUE 'claim_assigned';
ALTER TYPE "NotificationKind" ADD VALUE 'changes_requested';
ALTER TYPE "NotificationKind" ADD VALUE 'tidy_waits';
ALTER TYPE "NotificationKind" ADD VALUE 'named_second';
ALTER TYPE "NotificationKind" ADD VALUE 'complaint_due';
ALTER TYPE "NotificationKind" ADD VALUE 'round_sent';
ALTER TYPE "NotificationKind" ADD VALUE 'round_approved';
ALTER TYPE "NotificationKind" ADD VALUE 'round_returned';
ALTER TYPE "NotificationKind" ADD VALUE 'verdict_reopened';
ALTER TYPE "NotificationKind" ADD VALUE 'claim_stale';
ALTER TYPE "NotificationKind" ADD VALUE 'claim_lost';
ALTER TYPE "NotificationKind" ADD VALUE 'signed_off';
ALTER TYPE "NotificationKind" ADD VALUE 'released';
ALTER TYPE "NotificationKind" ADD VALUE 'reopened';
ALTER TYPE "NotificationKind" ADD VALUE 'corrected';

-- CreateEnum
CREATE TYPE "NotificationMail" AS ENUM ('instant', 'digest');

-- AlterTable
ALTER TABLE "User" ADD COLUMN     "language" TEXT,
ADD COLUMN     "zone" TEXT;

-- AlterTable
ALTER TABLE "EmailLink" ADD COLUMN     "formerEmail" TEXT,
ADD COLUMN     "formerToldAt" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "Complaint" ADD COLUMN     "dueToldAt" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "Notification" ADD COLUMN     "wholeArticleId" UUID,
ADD COLUMN     "mail" "NotificationMail",
ADD COLUMN     "mailDueAt" TIMESTAMPTZ(3),
ADD COLUMN     "mailedAt" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "NotificationSettings" (
    "membershipId" UUID NOT NULL,
    "workspaceId" UUID NOT NULL,
    "topics" JSONB NOT NULL DEFAULT '{}',
    "digestHour" INTEGER NOT NULL DEFAULT 7,

    CONSTRAINT "NotificationSettings_pkey" PRIMARY KEY ("membershipId")
);

-- CreateTable
CREATE TABLE "ArticleFollow" (
    "workspaceId" UUID NOT NULL,
    "articleId" UUID NOT NULL,
    "membershipId" UUID NOT NULL,
    "follows" BOOLEAN NOT NULL,

    CONSTRAINT "ArticleFollow_pkey" PRIMARY KEY ("articleId","membershipId")
);

-- CreateTable
CREATE TABLE "ClaimFollow" (
    "workspaceId" UUID NOT NULL,
    "claimId" UUID NOT NULL,
    "membershipId" UUID NOT NULL,
    "follows" BOOLEAN NOT NULL,

    CONSTRAINT "ClaimFollow_pkey" PRIMARY KEY ("claimId","membershipId")
);

-- CreateIndex
CREATE UNIQUE INDEX "NotificationSettings_workspaceId_membershipId_key" ON "NotificationSettings"("workspaceId", "membershipId");

-- CreateIndex
CREATE INDEX "Complaint_dueAt_idx" ON "Complaint"("dueAt");

-- CreateIndex
CREATE INDEX "Notification_membershipId_readAt_idx" ON "Notification"("membershipId", "readAt");

-- CreateIndex
CREATE INDEX "Notification_mailDueAt_idx" ON "Notification"("mailDueAt");

-- CreateIndex
CREATE INDEX "Notification_createdAt_idx" ON "Notification"("createdAt");

-- CreateIndex
CREATE INDEX "Notification_wholeArticleId_idx" ON "Notification"("wholeArticleId");

-- AddForeignKey
ALTER TABLE "Notification" ADD CONSTRAINT "Notification_workspaceId_wholeArticleId_fkey" FOREIGN KEY ("workspaceId", "wholeArticleId") REFERENCES "Article"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "NotificationSettings" ADD CONSTRAINT "NotificationSettings_workspaceId_membershipId_fkey" FOREIGN KEY ("workspaceId", "membershipId") REFERENCES "Membership"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ArticleFollow" ADD CONSTRAINT "ArticleFollow_workspaceId_articleId_fkey" FOREIGN KEY ("workspaceId", "articleId") REFERENCES "Article"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ArticleFollow" ADD CONSTRAINT "ArticleFollow_workspaceId_membershipId_fkey" FOREIGN KEY ("workspaceId", "membershipId") REFERENCES "Membership"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ClaimFollow" ADD CONSTRAINT "ClaimFollow_workspaceId_claimId_fkey" FOREIGN KEY ("workspaceId", "claimId") REFERENCES "Claim"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ClaimFollow" ADD CONSTRAINT "ClaimFollow_workspaceId_membershipId_fkey" FOREIGN KEY ("workspaceId", "membershipId") REFERENCES "Membership"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What Prisma can't say.
ALTER TABLE "NotificationSettings" ADD CONSTRAINT "NotificationSettings_values" CHECK ("digestHour" BETWEEN 0 AND 23);
ALTER TABLE "Notification" ADD CONSTRAINT "Notification_mail"
  CHECK ("mail" IS NOT NULL OR ("mailDueAt" IS NULL AND "mailedAt" IS NULL));
ALTER TABLE "EmailLink" ADD CONSTRAINT "EmailLink_former" CHECK ("formerToldAt" IS NULL OR "formerEmail" IS NOT NULL);

-- What was late before is no news.
UPDATE "Complaint" SET "dueToldAt" = now() WHERE "dueAt" <= now();
