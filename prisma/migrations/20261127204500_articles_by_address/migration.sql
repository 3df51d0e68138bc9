-- An import asks whether an article with its address is there already. By its digest: an address may be longer than
-- what a row of a B-tree holds.
CREATE INDEX "Article_sourceUrl_idx" ON "Article" USING hash ("sourceUrl");
