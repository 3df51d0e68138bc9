-- Whoever is named an author of an article has no approval that stands or waits in it: theirs are withdrawn before. The
-- other half of `Review_four_eyes`, which lets no review of an author's in.
CREATE FUNCTION stet_author_approves_nothing() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (
    SELECT 1 FROM "Claim" c CROSS JOIN LATERAL (
      SELECT v."decision" FROM "Review" v
      WHERE v."roundId" = c."roundId" AND v."reviewerId" = NEW."membershipId" ORDER BY v."id" DESC LIMIT 1
    ) latest
    WHERE c."articleId" = NEW."articleId" AND c."state" IN ('in_review', 'checked', 'approved') AND latest."decision" = 'approve'
  ) THEN
    RAISE EXCEPTION 'ArticleAuthor_approves_nothing: who approved a claim of an article is no author of it'
      USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END
$$;
CREATE TRIGGER "ArticleAuthor_approves_nothing" BEFORE INSERT OR UPDATE ON "ArticleAuthor" FOR EACH ROW
  WHEN (NEW."membershipId" IS NOT NULL) EXECUTE FUNCTION stet_author_approves_nothing();
