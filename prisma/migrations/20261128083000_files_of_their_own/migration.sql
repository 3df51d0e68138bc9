-- The same bytes are one row only for those who may see that row: to anybody else its id would tell that the desk holds them.
-- DropIndex
DROP INDEX "File_workspaceId_sha256_key";

-- CreateIndex
CREATE INDEX "File_workspaceId_sha256_idx" ON "File"("workspaceId", "sha256");
