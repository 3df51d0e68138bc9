-- Why a public archive kept no page: the step and its detail, as a fetch tells them.
ALTER TABLE "Source" ADD COLUMN "archiveFailure" JSONB;
ALTER TABLE "Source" ADD CONSTRAINT "Source_archive_failure"
  CHECK (("archiveState" IS NOT DISTINCT FROM 'failed') = ("archiveFailure" IS NOT NULL));

-- Pages that the ledger has already are looked at too, each at a time of its own within a day.
UPDATE "Source" SET "linkDueAt" = now() + random() * interval '24 hours'
  WHERE "url" IS NOT NULL AND NOT "neverRefetch" AND "mergedIntoId" IS NULL AND "linkDueAt" IS NULL;
