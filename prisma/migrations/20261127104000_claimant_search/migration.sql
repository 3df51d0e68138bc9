-- CreateIndex
CREATE INDEX "Claim_claimant_idx" ON "Claim" USING GIN ("claimant" gin_trgm_ops);
