-- Scales of a desk's own: their names, and which version of which is offered.
-- AlterTable
ALTER TABLE "Scale" ADD COLUMN "name" TEXT;

-- CreateTable
CREATE TABLE "ScaleUse" (
    "workspaceId" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "job" "Job" NOT NULL,
    "version" INTEGER,
    "retiredAt" TIMESTAMPTZ(3),

    CONSTRAINT "ScaleUse_pkey" PRIMARY KEY ("workspaceId","code")
);

-- CreateIndex
CREATE UNIQUE INDEX "Scale_workspaceId_code_version_job_key" ON "Scale"("workspaceId", "code", "version", "job");

-- AddForeignKey
ALTER TABLE "ScaleUse" ADD CONSTRAINT "ScaleUse_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ScaleUse" ADD CONSTRAINT "ScaleUse_workspaceId_code_version_job_fkey" FOREIGN KEY ("workspaceId", "code", "version", "job") REFERENCES "Scale"("workspaceId", "code", "version", "job") ON DELETE CASCADE ON UPDATE CASCADE;

-- ── What the database itself insists on ───────────────────────────────────────────────────────────────────────────

-- Of a job one scale is offered, and none that is retired.
CREATE UNIQUE INDEX "ScaleUse_offered_key" ON "ScaleUse" ("workspaceId", "job") WHERE "version" IS NOT NULL;
ALTER TABLE "ScaleUse" ADD CONSTRAINT "ScaleUse_retired" CHECK ("version" IS NULL OR "retiredAt" IS NULL);

-- What ships bears its job's code and no name; what is a desk's own has both for itself.
ALTER TABLE "Scale" ADD CONSTRAINT "Scale_name" CHECK (("name" IS NULL) = ("code" IN ('ours', 'theirs')));
