-- When a session proved the second factor: by the code it was begun with, or by the first code of a new one. A session
-- that was there before a factor was set up has proved none, and counts no more.
ALTER TABLE "Session" ADD COLUMN     "provedAt" TIMESTAMPTZ(3);

-- Those that began after it was set up could not begin without a code.
UPDATE "Session" s SET "provedAt" = s."createdAt"
FROM "SecondFactor" f
WHERE f."userId" = s."userId" AND f."confirmedAt" <= s."createdAt";
