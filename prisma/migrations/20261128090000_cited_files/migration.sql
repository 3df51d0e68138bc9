-- What a round cites stays readable, whatever becomes of its source: the files are named with the round, and kept for it.
-- CreateTable
CREATE TABLE "CitedFile" (
    "workspaceId" UUID NOT NULL,
    "roundId" UUID NOT NULL,
    "evidenceId" UUID NOT NULL,
    "sourceId" UUID NOT NULL,
    "fileId" UUID NOT NULL,
    "fileName" TEXT,
    "start" INTEGER,
    "end" INTEGER,

    CONSTRAINT "CitedFile_pkey" PRIMARY KEY ("roundId","evidenceId","fileId")
);

-- CreateIndex
CREATE INDEX "CitedFile_workspaceId_fileId_idx" ON "CitedFile"("workspaceId", "fileId");

-- CreateIndex
CREATE INDEX "CitedFile_workspaceId_sourceId_idx" ON "CitedFile"("workspaceId", "sourceId");

-- AddForeignKey
ALTER TABLE "CitedFile" ADD CONSTRAINT "CitedFile_workspaceId_roundId_fkey" FOREIGN KEY ("workspaceId", "roundId") REFERENCES "Round"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CitedFile" ADD CONSTRAINT "CitedFile_workspaceId_sourceId_fkey" FOREIGN KEY ("workspaceId", "sourceId") REFERENCES "Source"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CitedFile" ADD CONSTRAINT "CitedFile_workspaceId_fileId_fkey" FOREIGN KEY ("workspaceId", "fileId") REFERENCES "File"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "CitedFile" ADD CONSTRAINT "CitedFile_span"
  CHECK (("start" IS NULL) = ("end" IS NULL) AND ("start" IS NULL OR ("start" >= 0 AND "start" < "end")));

-- Of what was sent before there was this: the text that its excerpts are found in now, and the files that it froze.
INSERT INTO "CitedFile" ("workspaceId", "roundId", "evidenceId", "sourceId", "fileId", "fileName", "start", "end")
  SELECT e."workspaceId", c."roundId", e."id", e."sourceId", e."excerptFileId",
    CASE WHEN s."fileId" = e."excerptFileId" THEN s."fileName" END, e."excerptStart", e."excerptEnd"
  FROM "Evidence" e JOIN "Claim" c ON c."id" = e."claimId" JOIN "Source" s ON s."id" = e."sourceId"
  WHERE c."state" IN ('in_review', 'approved') AND e."excerptFileId" IS NOT NULL;
INSERT INTO "CitedFile" ("workspaceId", "roundId", "evidenceId", "sourceId", "fileId", "fileName")
  SELECT r."workspaceId", r."id", (e->>'id')::uuid, s."id", f."id", e->'source'->'file'->>'name'
  FROM "Round" r CROSS JOIN LATERAL jsonb_array_elements(r."snapshot"->'evidence') e
    JOIN "Source" s ON s."workspaceId" = r."workspaceId" AND s."id" = (e->'source'->>'id')::uuid
    JOIN "File" f ON f."workspaceId" = r."workspaceId" AND f."id" = (e->'source'->'file'->>'id')::uuid
  ON CONFLICT DO NOTHING;

CREATE TRIGGER "CitedFile_unchangeable" BEFORE UPDATE OR DELETE ON "CitedFile"
  FOR EACH ROW EXECUTE FUNCTION stet_unchangeable();
CREATE TRIGGER "CitedFile_never_truncated" BEFORE TRUNCATE ON "CitedFile"
  FOR EACH STATEMENT EXECUTE FUNCTION stet_never_truncated();

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
  DELETE FROM "CitedFile" WHERE "workspaceId" = workspace;
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
