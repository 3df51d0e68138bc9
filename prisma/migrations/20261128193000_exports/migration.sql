-- CreateEnum
CREATE TYPE "ExportState" AS ENUM ('writing', 'done', 'failed');

-- CreateTable
CREATE TABLE "Export" (
    "id" UUID NOT NULL,
    "workspaceId" UUID NOT NULL,
    "articleIds" UUID[],
    "asked" JSONB NOT NULL,
    "state" "ExportState" NOT NULL DEFAULT 'writing',
    "createdById" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "endedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Export_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ExportEntry" (
    "exportId" UUID NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "workspaceId" UUID NOT NULL,
    "articleId" UUID NOT NULL,
    "name" TEXT,
    "crc" BIGINT,
    "size" INTEGER,
    "bytes" BYTEA,

    CONSTRAINT "ExportEntry_pkey" PRIMARY KEY ("exportId","ordinal")
);

-- CreateIndex
CREATE INDEX "Export_workspaceId_createdById_createdAt_idx" ON "Export"("workspaceId", "createdById", "createdAt" DESC);

-- CreateIndex
CREATE INDEX "Export_createdAt_idx" ON "Export"("createdAt");

-- CreateIndex
CREATE UNIQUE INDEX "Export_workspaceId_id_key" ON "Export"("workspaceId", "id");

-- CreateIndex
CREATE INDEX "ExportEntry_workspaceId_articleId_idx" ON "ExportEntry"("workspaceId", "articleId");

-- AddForeignKey
ALTER TABLE "Export" ADD CONSTRAINT "Export_workspaceId_createdById_fkey" FOREIGN KEY ("workspaceId", "createdById") REFERENCES "Membership"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ExportEntry" ADD CONSTRAINT "ExportEntry_workspaceId_exportId_fkey" FOREIGN KEY ("workspaceId", "exportId") REFERENCES "Export"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ExportEntry" ADD CONSTRAINT "ExportEntry_workspaceId_articleId_fkey" FOREIGN KEY ("workspaceId", "articleId") REFERENCES "Article"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;


-- So many fit into one archive; more are several.
ALTER TABLE "Export"
  ADD CONSTRAINT "Export_articleIds_check" CHECK (cardinality("articleIds") BETWEEN 1 AND 200),
  ADD CONSTRAINT "Export_endedAt_check" CHECK (("state" = 'writing') = ("endedAt" IS NULL));

-- All of a packed file, or none of it.
ALTER TABLE "ExportEntry"
  ADD CONSTRAINT "ExportEntry_ordinal_check" CHECK ("ordinal" >= 0),
  ADD CONSTRAINT "ExportEntry_bytes_check" CHECK (num_nulls("name", "crc", "size", "bytes") IN (0, 4));
