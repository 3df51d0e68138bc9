-- Uploads count from when something of them came last: one that stands still keeps nobody from sending.
ALTER TABLE "Upload" ADD COLUMN "heardAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP;
UPDATE "Upload" SET "heardAt" = "createdAt";

-- DropIndex
DROP INDEX "Upload_createdAt_idx";

-- CreateIndex
CREATE INDEX "Upload_heardAt_idx" ON "Upload"("heardAt");

-- Servers take turns at a host of the web, whichever desk they look for. Names of hosts, and times: no desk's own.
-- CreateTable
CREATE TABLE "HostTurn" (
    "host" TEXT NOT NULL,
    "nextAt" TIMESTAMPTZ(3) NOT NULL,
    "closedUntil" TIMESTAMPTZ(3),

    CONSTRAINT "HostTurn_pkey" PRIMARY KEY ("host")
);

-- CreateIndex
CREATE INDEX "HostTurn_nextAt_idx" ON "HostTurn"("nextAt");
