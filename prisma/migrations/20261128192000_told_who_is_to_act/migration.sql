-- Who is to act is told: a fix that waits for an answer and one that has it, being made lead, a new complaint.
-- AlterEnum
ALTER TYPE "NotificationKind" ADD VALUE 'fix_proposed';
ALTER TYPE "NotificationKind" ADD VALUE 'fix_answered';
ALTER TYPE "NotificationKind" ADD VALUE 'lead_given';
ALTER TYPE "NotificationKind" ADD VALUE 'complaint_received';

-- What has been read long ago is looked for every night.
-- CreateIndex
CREATE INDEX "Notification_workspaceId_readAt_idx" ON "Notification"("workspaceId", "readAt");
