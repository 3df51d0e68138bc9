-- Where an excerpt stands, in the words that its reader is shown: the page, row or paragraph, and what is written there
-- where that is not letter for letter the excerpt. Kept, so that no list has to read the text of a whole source.
ALTER TABLE "Evidence" ADD COLUMN "excerptPlace" JSONB;
ALTER TABLE "Evidence" ADD CONSTRAINT "Evidence_excerpt_place"
  CHECK (("excerptPlace" IS NULL) = ("excerptStart" IS NULL));
