-- The newest events of one act, of a desk or of an article, without reading all others.
-- DropIndex
DROP INDEX "Event_workspaceId_act_at_idx";

-- CreateIndex
CREATE INDEX "Event_workspaceId_act_at_id_idx" ON "Event"("workspaceId", "act", "at", "id");

-- CreateIndex
CREATE INDEX "Event_streamId_act_seq_idx" ON "Event"("streamId", "act", "seq");
