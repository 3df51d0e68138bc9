-- A calculation's figures are written as its article's are; a deadline is looked for where an answer is still waited for.
ALTER TABLE "Calculation" ADD COLUMN "language" TEXT NOT NULL;

DROP INDEX "Contact_deadline_idx";
CREATE INDEX "Contact_due_idx" ON "Contact" ("deadline") WHERE "outcome" = 'pending' AND "remindedAt" IS NULL;

-- An answer has its time, and nobody who did not answer has said anything.
ALTER TABLE "Contact" ADD CONSTRAINT "Contact_answer"
  CHECK (("repliedAt" IS NOT NULL) = ("outcome" IN ('confirmed', 'disputed', 'corrected', 'declined'))
    AND ("reply" IS NULL OR "repliedAt" IS NOT NULL));
