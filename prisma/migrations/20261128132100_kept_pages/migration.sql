-- Whether a page is kept is asked of every claim that is sent: said on its source, whoever keeps it.
ALTER TABLE "Source" ADD COLUMN "keptAt" TIMESTAMPTZ(3);

UPDATE "Source" s SET "keptAt" = k."at"
FROM (SELECT "sourceId", max("takenAt") AS "at" FROM "Snapshot" GROUP BY 1) k WHERE k."sourceId" = s."id";

CREATE FUNCTION stet_page_kept() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE "Source" SET "keptAt" = NEW."takenAt"
  WHERE "id" = NEW."sourceId" AND ("keptAt" IS NULL OR "keptAt" < NEW."takenAt");
  RETURN NULL;
END
$$;

CREATE TRIGGER "Snapshot_kept" AFTER INSERT OR UPDATE OF "sourceId" ON "Snapshot"
  FOR EACH ROW EXECUTE FUNCTION stet_page_kept();
