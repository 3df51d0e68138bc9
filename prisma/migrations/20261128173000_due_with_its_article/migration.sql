-- A claim is late with its article where that is due earlier.
-- CreateIndex
CREATE INDEX "Article_dueAt_idx" ON "Article"("dueAt");

-- What Prisma can't say: of the claims of an article that is late, those of which nobody was told.
CREATE INDEX "Claim_untold_idx" ON "Claim" ("articleId") WHERE "dueToldAt" IS NULL AND "withdrawnAt" IS NULL AND "state" <> 'approved';

-- What was late before is no news.
UPDATE "Claim" c SET "dueToldAt" = now() FROM "Article" a
  WHERE a."id" = c."articleId" AND a."dueAt" <= now() AND c."dueToldAt" IS NULL;
