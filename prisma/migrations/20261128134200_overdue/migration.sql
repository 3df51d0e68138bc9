-- Whoever checks a claim is told once that its time has passed, and again when it was given more that has passed too.
-- AlterEnum
ALTER TYPE "NotificationKind" ADD VALUE 'claim_due';

-- AlterTable
ALTER TABLE "Claim" ADD COLUMN     "dueToldAt" TIMESTAMPTZ(3);

-- CreateIndex
CREATE INDEX "Claim_dueAt_idx" ON "Claim"("dueAt");

-- What was late before is no news.
UPDATE "Claim" SET "dueToldAt" = now() WHERE "dueAt" <= now();
