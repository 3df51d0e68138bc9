-- What a token may ask for in a minute, and what it asked for once already. Counting is no record: it is not logged.
-- CreateTable
CREATE UNLOGGED TABLE "TokenUse" (
    "workspaceId" UUID NOT NULL,
    "tokenId" UUID NOT NULL,
    "minute" TIMESTAMPTZ(3) NOT NULL,
    "taken" INTEGER NOT NULL,

    CONSTRAINT "TokenUse_pkey" PRIMARY KEY ("workspaceId","tokenId")
) WITH (fillfactor = 50);

-- CreateTable
CREATE TABLE "IdempotencyKey" (
    "workspaceId" UUID NOT NULL,
    "tokenId" UUID NOT NULL,
    "keyHash" TEXT NOT NULL,
    "requestHash" TEXT NOT NULL,
    "answer" BYTEA,
    "startedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "IdempotencyKey_pkey" PRIMARY KEY ("workspaceId","tokenId","keyHash")
);

-- CreateIndex
CREATE INDEX "IdempotencyKey_startedAt_idx" ON "IdempotencyKey"("startedAt");

-- CreateIndex
CREATE UNIQUE INDEX "ApiToken_workspaceId_id_key" ON "ApiToken"("workspaceId", "id");

-- AddForeignKey
ALTER TABLE "TokenUse" ADD CONSTRAINT "TokenUse_workspaceId_tokenId_fkey" FOREIGN KEY ("workspaceId", "tokenId") REFERENCES "ApiToken"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "IdempotencyKey" ADD CONSTRAINT "IdempotencyKey_workspaceId_tokenId_fkey" FOREIGN KEY ("workspaceId", "tokenId") REFERENCES "ApiToken"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;
