-- What a writer has settled in the file itself needs no decision, and can still be made something of.
ALTER TABLE "Remark" ADD COLUMN "resolved" BOOLEAN NOT NULL DEFAULT false;

-- The file of an import that became nothing is not kept.
ALTER TABLE "Import" ALTER COLUMN "fileId" DROP NOT NULL;
ALTER TABLE "Import" ADD CONSTRAINT "Import_file" CHECK ("fileId" IS NOT NULL OR "state" = 'refused');

-- Which imports need a file, before it is taken away.
CREATE INDEX "Import_workspaceId_fileId_idx" ON "Import"("workspaceId", "fileId");
