-- What the list of articles asks of all that are worked on: which have approved claims alone, and whether any of those
-- claims lost its place. The first is read from the index alone; the second holds the few that did.
CREATE INDEX "Claim_live_idx" ON "Claim" ("workspaceId", "articleId", "state") WHERE "withdrawnAt" IS NULL;
CREATE INDEX "Anchor_displaced_idx" ON "Anchor" ("revisionId") WHERE "placement" IN ('stale', 'lost') OR "contextChanged";
