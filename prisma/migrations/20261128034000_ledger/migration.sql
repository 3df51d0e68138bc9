-- The ledger keeps more than names: files, snapshots, where an excerpt stands, who was asked, what was worked out.
-- CreateEnum
CREATE TYPE "LinkState" AS ENUM ('reachable', 'changed', 'redirected', 'gone');

-- CreateEnum
CREATE TYPE "ArchiveState" AS ENUM ('asked', 'done', 'failed');

-- CreateEnum
CREATE TYPE "EvidenceFlag" AS ENUM ('source_edited', 'source_merged', 'passage_changed', 'page_moved', 'page_gone');

-- CreateEnum
CREATE TYPE "ExcerptState" AS ENUM ('found', 'similar', 'missing');

-- CreateEnum
CREATE TYPE "TextState" AS ENUM ('waiting', 'read', 'none', 'failed');

-- CreateEnum
CREATE TYPE "ContactChannel" AS ENUM ('phone', 'mail', 'message', 'in_person', 'letter', 'social', 'other');

-- CreateEnum
CREATE TYPE "ContactOutcome" AS ENUM ('pending', 'confirmed', 'disputed', 'corrected', 'declined', 'no_answer');

-- CreateEnum
CREATE TYPE "NotificationKind" AS ENUM ('passage_changed', 'page_moved', 'page_gone', 'contact_due');

-- AlterTable
ALTER TABLE "Evidence" ADD COLUMN     "excerptEnd" INTEGER,
ADD COLUMN     "excerptFileId" UUID,
ADD COLUMN     "excerptStart" INTEGER,
ADD COLUMN     "excerptState" "ExcerptState",
ADD COLUMN     "flag" "EvidenceFlag",
ADD COLUMN     "flaggedAt" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "Source" ADD COLUMN     "archiveState" "ArchiveState",
ADD COLUMN     "archiveUrl" TEXT,
ADD COLUMN     "archivedAt" TIMESTAMPTZ(3),
ADD COLUMN     "archivedById" UUID,
ADD COLUMN     "fileId" UUID,
ADD COLUMN     "fileName" TEXT,
ADD COLUMN     "linkCheckedAt" TIMESTAMPTZ(3),
ADD COLUMN     "linkDueAt" TIMESTAMPTZ(3),
ADD COLUMN     "linkFailure" JSONB,
ADD COLUMN     "linkFailures" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "linkState" "LinkState",
ADD COLUMN     "linkStateAt" TIMESTAMPTZ(3),
ADD COLUMN     "mergedIntoId" UUID,
ADD COLUMN     "movedTo" TEXT;

-- CreateTable
CREATE TABLE "Upload" (
    "id" UUID NOT NULL,
    "workspaceId" UUID NOT NULL,
    "createdById" UUID NOT NULL,
    "fileName" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "received" INTEGER NOT NULL DEFAULT 0,
    "fileId" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Upload_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "UploadPart" (
    "workspaceId" UUID NOT NULL,
    "uploadId" UUID NOT NULL,
    "start" INTEGER NOT NULL,
    "bytes" BYTEA NOT NULL,

    CONSTRAINT "UploadPart_pkey" PRIMARY KEY ("uploadId","start")
);

-- CreateTable
CREATE TABLE "FileText" (
    "fileId" UUID NOT NULL,
    "workspaceId" UUID NOT NULL,
    "state" "TextState" NOT NULL DEFAULT 'waiting',
    "text" TEXT NOT NULL DEFAULT '',
    "parts" JSONB NOT NULL DEFAULT '[]',
    "sha256" TEXT,
    "failure" TEXT,
    "readAt" TIMESTAMPTZ(3),

    CONSTRAINT "FileText_pkey" PRIMARY KEY ("fileId")
);

-- CreateTable
CREATE TABLE "Snapshot" (
    "id" UUID NOT NULL,
    "workspaceId" UUID NOT NULL,
    "sourceId" UUID NOT NULL,
    "fileId" UUID NOT NULL,
    "url" TEXT NOT NULL,
    "charset" TEXT,
    "etag" TEXT,
    "lastModified" TEXT,
    "takenAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "takenById" UUID,

    CONSTRAINT "Snapshot_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Contact" (
    "id" UUID NOT NULL,
    "workspaceId" UUID NOT NULL,
    "whom" TEXT NOT NULL,
    "isClaimant" BOOLEAN NOT NULL DEFAULT false,
    "channel" "ContactChannel" NOT NULL,
    "address" TEXT,
    "question" TEXT NOT NULL,
    "askedAt" TIMESTAMPTZ(3) NOT NULL,
    "deadline" TIMESTAMPTZ(3),
    "outcome" "ContactOutcome" NOT NULL DEFAULT 'pending',
    "reply" TEXT,
    "repliedAt" TIMESTAMPTZ(3),
    "onRecord" BOOLEAN NOT NULL DEFAULT true,
    "notes" TEXT,
    "fileId" UUID,
    "fileName" TEXT,
    "remindedAt" TIMESTAMPTZ(3),
    "createdById" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Contact_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ContactClaim" (
    "workspaceId" UUID NOT NULL,
    "contactId" UUID NOT NULL,
    "claimId" UUID NOT NULL,

    CONSTRAINT "ContactClaim_pkey" PRIMARY KEY ("contactId","claimId")
);

-- CreateTable
CREATE TABLE "Calculation" (
    "id" UUID NOT NULL,
    "workspaceId" UUID NOT NULL,
    "claimId" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "formula" TEXT NOT NULL,
    "unit" TEXT,
    "decimals" INTEGER,
    "claimed" TEXT,
    "note" TEXT,
    "createdById" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Calculation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CalculationInput" (
    "workspaceId" UUID NOT NULL,
    "calculationId" UUID NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "unit" TEXT,
    "evidenceId" UUID,

    CONSTRAINT "CalculationInput_pkey" PRIMARY KEY ("calculationId","ordinal")
);

-- CreateTable
CREATE TABLE "Notification" (
    "id" UUID NOT NULL,
    "workspaceId" UUID NOT NULL,
    "membershipId" UUID NOT NULL,
    "kind" "NotificationKind" NOT NULL,
    "claimId" UUID,
    "sourceId" UUID,
    "contactId" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "readAt" TIMESTAMPTZ(3),

    CONSTRAINT "Notification_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Upload_workspaceId_createdById_idx" ON "Upload"("workspaceId", "createdById");

-- CreateIndex
CREATE INDEX "Upload_workspaceId_fileId_idx" ON "Upload"("workspaceId", "fileId");

-- CreateIndex
CREATE INDEX "Upload_createdAt_idx" ON "Upload"("createdAt");

-- CreateIndex
CREATE UNIQUE INDEX "Upload_workspaceId_id_key" ON "Upload"("workspaceId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "FileText_workspaceId_fileId_key" ON "FileText"("workspaceId", "fileId");

-- CreateIndex
CREATE INDEX "Snapshot_sourceId_takenAt_idx" ON "Snapshot"("sourceId", "takenAt" DESC);

-- CreateIndex
CREATE INDEX "Snapshot_workspaceId_fileId_idx" ON "Snapshot"("workspaceId", "fileId");

-- CreateIndex
CREATE UNIQUE INDEX "Snapshot_workspaceId_id_key" ON "Snapshot"("workspaceId", "id");

-- CreateIndex
CREATE INDEX "Contact_workspaceId_id_idx" ON "Contact"("workspaceId", "id" DESC);

-- CreateIndex
CREATE INDEX "Contact_workspaceId_fileId_idx" ON "Contact"("workspaceId", "fileId");

-- CreateIndex
CREATE INDEX "Contact_deadline_idx" ON "Contact"("deadline");

-- CreateIndex
CREATE UNIQUE INDEX "Contact_workspaceId_id_key" ON "Contact"("workspaceId", "id");

-- CreateIndex
CREATE INDEX "ContactClaim_claimId_idx" ON "ContactClaim"("claimId");

-- CreateIndex
CREATE INDEX "Calculation_claimId_idx" ON "Calculation"("claimId");

-- CreateIndex
CREATE UNIQUE INDEX "Calculation_workspaceId_id_key" ON "Calculation"("workspaceId", "id");

-- CreateIndex
CREATE INDEX "CalculationInput_workspaceId_evidenceId_idx" ON "CalculationInput"("workspaceId", "evidenceId");

-- CreateIndex
CREATE UNIQUE INDEX "CalculationInput_calculationId_name_key" ON "CalculationInput"("calculationId", "name");

-- CreateIndex
CREATE INDEX "Notification_membershipId_id_idx" ON "Notification"("membershipId", "id" DESC);

-- CreateIndex
CREATE INDEX "Notification_claimId_idx" ON "Notification"("claimId");

-- CreateIndex
CREATE INDEX "Notification_sourceId_idx" ON "Notification"("sourceId");

-- CreateIndex
CREATE INDEX "Notification_contactId_idx" ON "Notification"("contactId");

-- CreateIndex
CREATE UNIQUE INDEX "Notification_workspaceId_id_key" ON "Notification"("workspaceId", "id");

-- CreateIndex
CREATE INDEX "Evidence_workspaceId_excerptFileId_idx" ON "Evidence"("workspaceId", "excerptFileId");

-- CreateIndex
CREATE INDEX "Source_workspaceId_independenceGroup_idx" ON "Source"("workspaceId", "independenceGroup");

-- CreateIndex
CREATE INDEX "Source_workspaceId_fileId_idx" ON "Source"("workspaceId", "fileId");

-- CreateIndex
CREATE INDEX "Source_workspaceId_mergedIntoId_idx" ON "Source"("workspaceId", "mergedIntoId");

-- CreateIndex
CREATE INDEX "Source_linkDueAt_idx" ON "Source"("linkDueAt");

-- AddForeignKey
ALTER TABLE "Upload" ADD CONSTRAINT "Upload_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Upload" ADD CONSTRAINT "Upload_workspaceId_createdById_fkey" FOREIGN KEY ("workspaceId", "createdById") REFERENCES "Membership"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Upload" ADD CONSTRAINT "Upload_workspaceId_fileId_fkey" FOREIGN KEY ("workspaceId", "fileId") REFERENCES "File"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "UploadPart" ADD CONSTRAINT "UploadPart_workspaceId_uploadId_fkey" FOREIGN KEY ("workspaceId", "uploadId") REFERENCES "Upload"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FileText" ADD CONSTRAINT "FileText_workspaceId_fileId_fkey" FOREIGN KEY ("workspaceId", "fileId") REFERENCES "File"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Source" ADD CONSTRAINT "Source_workspaceId_archivedById_fkey" FOREIGN KEY ("workspaceId", "archivedById") REFERENCES "Membership"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Source" ADD CONSTRAINT "Source_workspaceId_fileId_fkey" FOREIGN KEY ("workspaceId", "fileId") REFERENCES "File"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Source" ADD CONSTRAINT "Source_workspaceId_mergedIntoId_fkey" FOREIGN KEY ("workspaceId", "mergedIntoId") REFERENCES "Source"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Snapshot" ADD CONSTRAINT "Snapshot_workspaceId_sourceId_fkey" FOREIGN KEY ("workspaceId", "sourceId") REFERENCES "Source"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Snapshot" ADD CONSTRAINT "Snapshot_workspaceId_fileId_fkey" FOREIGN KEY ("workspaceId", "fileId") REFERENCES "File"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Snapshot" ADD CONSTRAINT "Snapshot_workspaceId_takenById_fkey" FOREIGN KEY ("workspaceId", "takenById") REFERENCES "Membership"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Evidence" ADD CONSTRAINT "Evidence_workspaceId_excerptFileId_fkey" FOREIGN KEY ("workspaceId", "excerptFileId") REFERENCES "File"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Contact" ADD CONSTRAINT "Contact_workspaceId_createdById_fkey" FOREIGN KEY ("workspaceId", "createdById") REFERENCES "Membership"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Contact" ADD CONSTRAINT "Contact_workspaceId_fileId_fkey" FOREIGN KEY ("workspaceId", "fileId") REFERENCES "File"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ContactClaim" ADD CONSTRAINT "ContactClaim_workspaceId_contactId_fkey" FOREIGN KEY ("workspaceId", "contactId") REFERENCES "Contact"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ContactClaim" ADD CONSTRAINT "ContactClaim_workspaceId_claimId_fkey" FOREIGN KEY ("workspaceId", "claimId") REFERENCES "Claim"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Calculation" ADD CONSTRAINT "Calculation_workspaceId_claimId_fkey" FOREIGN KEY ("workspaceId", "claimId") REFERENCES "Claim"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Calculation" ADD CONSTRAINT "Calculation_workspaceId_createdById_fkey" FOREIGN KEY ("workspaceId", "createdById") REFERENCES "Membership"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CalculationInput" ADD CONSTRAINT "CalculationInput_workspaceId_calculationId_fkey" FOREIGN KEY ("workspaceId", "calculationId") REFERENCES "Calculation"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CalculationInput" ADD CONSTRAINT "CalculationInput_workspaceId_evidenceId_fkey" FOREIGN KEY ("workspaceId", "evidenceId") REFERENCES "Evidence"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Notification" ADD CONSTRAINT "Notification_workspaceId_membershipId_fkey" FOREIGN KEY ("workspaceId", "membershipId") REFERENCES "Membership"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Notification" ADD CONSTRAINT "Notification_workspaceId_claimId_fkey" FOREIGN KEY ("workspaceId", "claimId") REFERENCES "Claim"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Notification" ADD CONSTRAINT "Notification_workspaceId_sourceId_fkey" FOREIGN KEY ("workspaceId", "sourceId") REFERENCES "Source"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Notification" ADD CONSTRAINT "Notification_workspaceId_contactId_fkey" FOREIGN KEY ("workspaceId", "contactId") REFERENCES "Contact"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;



-- ── Values ────────────────────────────────────────────────────────────────────────────────────────────────────────

-- Parts of a file are read by their place, and what people upload is compressed already.
ALTER TABLE "File" ALTER COLUMN "bytes" SET STORAGE EXTERNAL;
ALTER TABLE "UploadPart" ALTER COLUMN "bytes" SET STORAGE EXTERNAL;

ALTER TABLE "Upload" ADD CONSTRAINT "Upload_values"
  CHECK ("size" > 0 AND "received" BETWEEN 0 AND "size" AND ("fileId" IS NULL OR "received" = "size"));
ALTER TABLE "UploadPart" ADD CONSTRAINT "UploadPart_values" CHECK ("start" >= 0 AND octet_length("bytes") > 0);
ALTER TABLE "FileText" ADD CONSTRAINT "FileText_values"
  CHECK (("state" = 'waiting') = ("readAt" IS NULL) AND ("state" = 'failed') = ("failure" IS NOT NULL)
    AND ("state" = 'read') = ("sha256" IS NOT NULL) AND ("state" = 'read' OR "text" = '')
    AND ("sha256" IS NULL OR "sha256" = encode(sha256(convert_to("text", 'UTF8')), 'hex')));
ALTER TABLE "Source" ADD CONSTRAINT "Source_file" CHECK (("fileId" IS NULL) = ("fileName" IS NULL));
ALTER TABLE "Source" ADD CONSTRAINT "Source_link"
  CHECK (("linkState" IS NULL) = ("linkStateAt" IS NULL) AND ("linkState" IS NULL OR "linkCheckedAt" IS NOT NULL)
    AND "linkFailures" >= 0 AND ("url" IS NOT NULL OR "linkDueAt" IS NULL)
    AND ("linkDueAt" IS NULL OR NOT "neverRefetch"));
ALTER TABLE "Source" ADD CONSTRAINT "Source_archive"
  CHECK (("archiveState" IS NOT DISTINCT FROM 'done') = ("archiveUrl" IS NOT NULL)
    AND ("archiveState" IS NULL) = ("archivedById" IS NULL) AND ("archiveState" IS NULL) = ("archivedAt" IS NULL));
ALTER TABLE "Source" ADD CONSTRAINT "Source_merged" CHECK ("mergedIntoId" IS DISTINCT FROM "id");
ALTER TABLE "Evidence" ADD CONSTRAINT "Evidence_flag" CHECK (("flag" IS NULL) = ("flaggedAt" IS NULL));
ALTER TABLE "Evidence" ADD CONSTRAINT "Evidence_excerpt"
  CHECK (("excerptState" IS NULL) = ("excerptFileId" IS NULL)
    AND ("excerptStart" IS NULL) = ("excerptEnd" IS NULL)
    AND ("excerptStart" IS NOT NULL) = coalesce("excerptState" IN ('found', 'similar'), false)
    AND ("excerptStart" IS NULL OR ("excerptStart" >= 0 AND "excerptStart" < "excerptEnd")));
ALTER TABLE "Contact" ADD CONSTRAINT "Contact_values"
  CHECK (btrim("whom") <> '' AND btrim("question") <> '' AND ("fileId" IS NULL) = ("fileName" IS NULL)
    AND ("deadline" IS NULL OR "deadline" >= "askedAt"));
ALTER TABLE "Calculation" ADD CONSTRAINT "Calculation_values"
  CHECK (btrim("title") <> '' AND btrim("formula") <> '' AND ("decimals" IS NULL OR "decimals" BETWEEN 0 AND 12));
ALTER TABLE "CalculationInput" ADD CONSTRAINT "CalculationInput_values" CHECK ("ordinal" >= 0 AND "name" ~ '^[A-Za-z][A-Za-z0-9_]*$');

-- One page, one row, as before; a source that turned out to be another one leaves its address to that.
DROP INDEX "Source_workspaceId_url_open_key";
CREATE UNIQUE INDEX "Source_workspaceId_url_open_key" ON "Source" ("workspaceId", "url")
  WHERE "url" IS NOT NULL AND NOT "confidential" AND "mergedIntoId" IS NULL;

-- Whoever cites a source while it is merged into another one means that one: the lock waits for the merger.
CREATE FUNCTION stet_cites_what_is_kept() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  SELECT coalesce("mergedIntoId", "id") INTO NEW."sourceId" FROM "Source" WHERE "id" = NEW."sourceId" FOR KEY SHARE;
  RETURN NEW;
END
$$;

CREATE TRIGGER "Evidence_cites_what_is_kept" BEFORE INSERT ON "Evidence"
  FOR EACH ROW EXECUTE FUNCTION stet_cites_what_is_kept();

-- ── Removing the sample desk ──────────────────────────────────────────────────────────────────────────────────────

CREATE OR REPLACE FUNCTION erase_demo(workspace uuid) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  people uuid[];
BEGIN
  PERFORM set_config('stet.erasing', workspace::text, true);
  IF NOT stet_erasing(workspace) THEN
    RAISE EXCEPTION 'only a demo workspace can be removed whole' USING ERRCODE = 'restrict_violation';
  END IF;
  SELECT array_agg("userId") INTO people FROM "Membership" WHERE "workspaceId" = workspace;
  UPDATE "Claim" SET "state" = 'open', "roundId" = NULL WHERE "workspaceId" = workspace;
  UPDATE "Article" SET "revisionId" = NULL WHERE "workspaceId" = workspace;
  UPDATE "Source" SET "mergedIntoId" = NULL WHERE "workspaceId" = workspace AND "mergedIntoId" IS NOT NULL;
  DELETE FROM "ApiToken" WHERE "workspaceId" = workspace;
  DELETE FROM "SignOff" WHERE "workspaceId" = workspace;
  DELETE FROM "Review" WHERE "workspaceId" = workspace;
  DELETE FROM "RoundAuthor" WHERE "workspaceId" = workspace;
  DELETE FROM "Round" WHERE "workspaceId" = workspace;
  DELETE FROM "ClaimAuthor" WHERE "workspaceId" = workspace;
  DELETE FROM "VerdictDraft" WHERE "workspaceId" = workspace;
  DELETE FROM "Notification" WHERE "workspaceId" = workspace;
  DELETE FROM "CalculationInput" WHERE "workspaceId" = workspace;
  DELETE FROM "Calculation" WHERE "workspaceId" = workspace;
  DELETE FROM "ContactClaim" WHERE "workspaceId" = workspace;
  DELETE FROM "Contact" WHERE "workspaceId" = workspace;
  DELETE FROM "Evidence" WHERE "workspaceId" = workspace;
  DELETE FROM "Snapshot" WHERE "workspaceId" = workspace;
  DELETE FROM "SourceReader" WHERE "workspaceId" = workspace;
  DELETE FROM "Source" WHERE "workspaceId" = workspace;
  DELETE FROM "Import" WHERE "workspaceId" = workspace;
  DELETE FROM "Comment" WHERE "workspaceId" = workspace;
  DELETE FROM "Remark" WHERE "workspaceId" = workspace;
  DELETE FROM "Fix" WHERE "workspaceId" = workspace;
  DELETE FROM "Anchor" WHERE "workspaceId" = workspace;
  DELETE FROM "Claim" WHERE "workspaceId" = workspace;
  DELETE FROM "SentenceMark" WHERE "workspaceId" = workspace;
  DELETE FROM "Sentence" WHERE "workspaceId" = workspace;
  DELETE FROM "Revision" WHERE "workspaceId" = workspace;
  DELETE FROM "UploadPart" WHERE "workspaceId" = workspace;
  DELETE FROM "Upload" WHERE "workspaceId" = workspace;
  DELETE FROM "FileText" WHERE "workspaceId" = workspace;
  DELETE FROM "File" WHERE "workspaceId" = workspace;
  DELETE FROM "ArticleAuthor" WHERE "workspaceId" = workspace;
  DELETE FROM "Article" WHERE "workspaceId" = workspace;
  DELETE FROM "Scale" WHERE "workspaceId" = workspace;
  DELETE FROM "Event" WHERE "workspaceId" = workspace;
  DELETE FROM "EventStream" WHERE "workspaceId" = workspace;
  DELETE FROM "Membership" WHERE "workspaceId" = workspace;
  DELETE FROM "Workspace" WHERE "id" = workspace;
  DELETE FROM "User" u WHERE u."id" = ANY (people)
    AND NOT EXISTS (SELECT 1 FROM "Membership" m WHERE m."userId" = u."id");
  PERFORM set_config('stet.erasing', '', true);
END
$$;
