-- What has gone out can be read by everybody, where its desk publishes; what no longer can be is remembered.
-- CreateTable
CREATE TABLE "Imprint" (
    "workspaceId" UUID NOT NULL,
    "name" TEXT,
    "url" TEXT,
    "language" TEXT NOT NULL DEFAULT 'en',
    "method" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "Imprint_pkey" PRIMARY KEY ("workspaceId")
);

-- CreateTable
CREATE TABLE "Publication" (
    "articleId" UUID NOT NULL,
    "workspaceId" UUID NOT NULL,
    "publishedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "unpublishedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Publication_pkey" PRIMARY KEY ("articleId")
);

-- CreateIndex
CREATE INDEX "Publication_workspaceId_publishedAt_articleId_idx" ON "Publication"("workspaceId", "publishedAt", "articleId");

-- CreateIndex
CREATE UNIQUE INDEX "Publication_workspaceId_articleId_key" ON "Publication"("workspaceId", "articleId");

-- AddForeignKey
ALTER TABLE "Imprint" ADD CONSTRAINT "Imprint_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Publication" ADD CONSTRAINT "Publication_workspaceId_articleId_fkey" FOREIGN KEY ("workspaceId", "articleId") REFERENCES "Article"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- ── What the database itself insists on ───────────────────────────────────────────────────────────────────────────

ALTER TABLE "Imprint" ADD CONSTRAINT "Imprint_url" CHECK ("url" ~* '^https?://');

-- Only what has gone out is public.
CREATE FUNCTION stet_publication_gone_out() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW."unpublishedAt" IS NULL AND NOT EXISTS (
    SELECT 1 FROM "Article" WHERE "id" = NEW."articleId" AND "goneOut" IS NOT NULL
  ) THEN
    RAISE EXCEPTION 'Publication_gone_out: only what has gone out is public' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END
$$;
CREATE TRIGGER "Publication_gone_out" BEFORE INSERT OR UPDATE ON "Publication"
  FOR EACH ROW EXECUTE FUNCTION stet_publication_gone_out();
