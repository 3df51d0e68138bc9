-- A desk that asks for no approval: its claims are checked, not reviewed, and wait for a second reading.
ALTER TYPE "ClaimState" ADD VALUE 'checked' BEFORE 'approved';

-- What was checked may be reviewed later, as what is in review.
CREATE OR REPLACE FUNCTION stet_four_eyes() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM "RoundAuthor" WHERE "roundId" = NEW."roundId" AND "membershipId" = NEW."reviewerId") THEN
    RAISE EXCEPTION 'Review_four_eyes: no author of a round reviews it' USING ERRCODE = 'check_violation';
  END IF;
  IF EXISTS (
    SELECT 1 FROM "Round" r JOIN "Claim" c ON c."id" = r."claimId" JOIN "ArticleAuthor" a ON a."articleId" = c."articleId"
    WHERE r."id" = NEW."roundId" AND a."membershipId" = NEW."reviewerId"
  ) THEN
    RAISE EXCEPTION 'Review_four_eyes: no author of an article reviews its claims' USING ERRCODE = 'check_violation';
  END IF;
  IF NOT EXISTS (
    SELECT 1 FROM "Round" r JOIN "Claim" c ON c."id" = r."claimId" AND c."roundId" = r."id"
    WHERE r."id" = NEW."roundId" AND c."state" IN ('in_review', 'checked', 'approved') AND c."withdrawnAt" IS NULL
  ) THEN
    RAISE EXCEPTION 'Review_current_round: a review needs the current round of its claim' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END
$$;
