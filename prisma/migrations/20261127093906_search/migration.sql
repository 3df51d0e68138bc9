-- Words are looked for in what claims say and in what they quote; what somebody last worked on, in what they did.
-- CreateIndex
CREATE INDEX "Anchor_search_idx" ON "Anchor" USING GIN ("quote" gin_trgm_ops);

-- CreateIndex
CREATE INDEX "Claim_search_idx" ON "Claim" USING GIN ("statement" gin_trgm_ops);

-- CreateIndex
CREATE INDEX "Event_workspaceId_actorId_id_idx" ON "Event"("workspaceId", "actorId", "id");
