-- AlterTable
ALTER TABLE "User" ADD COLUMN     "emailProvedAt" TIMESTAMPTZ(3);

-- Whoever has come in with an account elsewhere, or followed a mailed link, has proved their address by that.
UPDATE "User" u SET "emailProvedAt" = i."at"
  FROM (SELECT "userId", min("createdAt") AS "at" FROM "Identity" GROUP BY "userId") i WHERE i."userId" = u."id";
UPDATE "User" u SET "emailProvedAt" = l."at"
  FROM (SELECT "userId", "email", max("usedAt") AS "at" FROM "EmailLink" WHERE "mailedAt" IS NOT NULL AND "usedAt" IS NOT NULL
    GROUP BY "userId", "email") l
  WHERE l."userId" = u."id" AND l."email" = u."email" AND u."emailProvedAt" IS NULL;
