-- An import asks whether an article with its address is there already.
CREATE INDEX "Article_workspaceId_sourceUrl_idx" ON "Article"("workspaceId", "sourceUrl");
