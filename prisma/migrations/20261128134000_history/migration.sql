-- The log is read as a history, newest first, page by page.
-- CreateIndex
CREATE INDEX "Event_workspaceId_at_id_idx" ON "Event"("workspaceId", "at", "id");
