-- CreateIndex
CREATE INDEX "Event_workspaceId_act_at_idx" ON "Event"("workspaceId", "act", "at");
