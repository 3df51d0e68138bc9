-- Who has an article open: not what happened but what is, for a minute. It holds up nobody's leaving, and no article's end.
CREATE TABLE "Presence" (
    "workspaceId" UUID NOT NULL,
    "articleId" UUID NOT NULL,
    "membershipId" UUID NOT NULL,
    "tab" UUID NOT NULL,
    "claimId" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Presence_pkey" PRIMARY KEY ("membershipId","tab")
);

-- CreateIndex
CREATE INDEX "Presence_workspaceId_articleId_idx" ON "Presence"("workspaceId", "articleId");

-- CreateIndex
CREATE INDEX "Presence_at_idx" ON "Presence"("at");

-- AddForeignKey
ALTER TABLE "Presence" ADD CONSTRAINT "Presence_workspaceId_articleId_fkey" FOREIGN KEY ("workspaceId", "articleId") REFERENCES "Article"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Presence" ADD CONSTRAINT "Presence_workspaceId_membershipId_fkey" FOREIGN KEY ("workspaceId", "membershipId") REFERENCES "Membership"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;
