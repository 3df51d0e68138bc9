-- A verdict given blind beside the first: who may not see the first, who has seen it, and what becomes of two that differ.
-- AlterEnum
ALTER TYPE "NotificationKind" ADD VALUE 'opinion_asked';
ALTER TYPE "NotificationKind" ADD VALUE 'opinions_differ';
ALTER TYPE "NotificationKind" ADD VALUE 'adjudicated';

-- AlterTable
ALTER TABLE "Claim" ADD COLUMN     "openVersion" INTEGER NOT NULL DEFAULT 1;

-- CreateTable
CREATE TABLE "SecondOpinion" (
    "id" UUID NOT NULL,
    "workspaceId" UUID NOT NULL,
    "claimId" UUID NOT NULL,
    "askedById" UUID,
    "askedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "takenById" UUID,
    "takenAt" TIMESTAMPTZ(3),
    "scaleId" UUID,
    "rating" TEXT,
    "conclusion" TEXT,
    "explanation" TEXT,
    "workingNote" TEXT,
    "givenAt" TIMESTAMPTZ(3),
    "roundId" UUID,
    "revealedAt" TIMESTAMPTZ(3),
    "decidedAt" TIMESTAMPTZ(3),
    "withdrawnAt" TIMESTAMPTZ(3),
    "withdrawnById" UUID,
    "withdrawnReason" TEXT,

    CONSTRAINT "SecondOpinion_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "VerdictSeen" (
    "workspaceId" UUID NOT NULL,
    "claimId" UUID NOT NULL,
    "membershipId" UUID NOT NULL,
    "seenAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "VerdictSeen_pkey" PRIMARY KEY ("claimId","membershipId")
);

-- CreateTable
CREATE TABLE "ArticleSeen" (
    "workspaceId" UUID NOT NULL,
    "articleId" UUID NOT NULL,
    "membershipId" UUID NOT NULL,
    "seenAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ArticleSeen_pkey" PRIMARY KEY ("articleId","membershipId")
);

-- CreateTable
CREATE TABLE "Adjudication" (
    "id" UUID NOT NULL,
    "workspaceId" UUID NOT NULL,
    "opinionId" UUID NOT NULL,
    "scaleId" UUID NOT NULL,
    "rating" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "proposedById" UUID NOT NULL,
    "proposedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "agreedById" UUID,
    "decidedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Adjudication_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "SecondOpinion_claimId_idx" ON "SecondOpinion"("claimId");

-- CreateIndex
CREATE INDEX "SecondOpinion_workspaceId_revealedAt_idx" ON "SecondOpinion"("workspaceId", "revealedAt");

-- CreateIndex
CREATE UNIQUE INDEX "SecondOpinion_workspaceId_id_key" ON "SecondOpinion"("workspaceId", "id");

-- CreateIndex
CREATE INDEX "Adjudication_opinionId_idx" ON "Adjudication"("opinionId");

-- CreateIndex
CREATE UNIQUE INDEX "Adjudication_workspaceId_id_key" ON "Adjudication"("workspaceId", "id");

-- AddForeignKey
ALTER TABLE "SecondOpinion" ADD CONSTRAINT "SecondOpinion_workspaceId_claimId_fkey" FOREIGN KEY ("workspaceId", "claimId") REFERENCES "Claim"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SecondOpinion" ADD CONSTRAINT "SecondOpinion_workspaceId_askedById_fkey" FOREIGN KEY ("workspaceId", "askedById") REFERENCES "Membership"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SecondOpinion" ADD CONSTRAINT "SecondOpinion_workspaceId_takenById_fkey" FOREIGN KEY ("workspaceId", "takenById") REFERENCES "Membership"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SecondOpinion" ADD CONSTRAINT "SecondOpinion_workspaceId_withdrawnById_fkey" FOREIGN KEY ("workspaceId", "withdrawnById") REFERENCES "Membership"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SecondOpinion" ADD CONSTRAINT "SecondOpinion_workspaceId_scaleId_fkey" FOREIGN KEY ("workspaceId", "scaleId") REFERENCES "Scale"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SecondOpinion" ADD CONSTRAINT "SecondOpinion_workspaceId_claimId_roundId_fkey" FOREIGN KEY ("workspaceId", "claimId", "roundId") REFERENCES "Round"("workspaceId", "claimId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "VerdictSeen" ADD CONSTRAINT "VerdictSeen_workspaceId_claimId_fkey" FOREIGN KEY ("workspaceId", "claimId") REFERENCES "Claim"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "VerdictSeen" ADD CONSTRAINT "VerdictSeen_workspaceId_membershipId_fkey" FOREIGN KEY ("workspaceId", "membershipId") REFERENCES "Membership"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ArticleSeen" ADD CONSTRAINT "ArticleSeen_workspaceId_articleId_fkey" FOREIGN KEY ("workspaceId", "articleId") REFERENCES "Article"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ArticleSeen" ADD CONSTRAINT "ArticleSeen_workspaceId_membershipId_fkey" FOREIGN KEY ("workspaceId", "membershipId") REFERENCES "Membership"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Adjudication" ADD CONSTRAINT "Adjudication_workspaceId_opinionId_fkey" FOREIGN KEY ("workspaceId", "opinionId") REFERENCES "SecondOpinion"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Adjudication" ADD CONSTRAINT "Adjudication_workspaceId_scaleId_fkey" FOREIGN KEY ("workspaceId", "scaleId") REFERENCES "Scale"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Adjudication" ADD CONSTRAINT "Adjudication_workspaceId_proposedById_fkey" FOREIGN KEY ("workspaceId", "proposedById") REFERENCES "Membership"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Adjudication" ADD CONSTRAINT "Adjudication_workspaceId_agreedById_fkey" FOREIGN KEY ("workspaceId", "agreedById") REFERENCES "Membership"("workspaceId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- ── What the database itself insists on ───────────────────────────────────────────────────────────────────────────

ALTER TABLE "SecondOpinion" ADD CONSTRAINT "SecondOpinion_steps"
  CHECK (("takenById" IS NULL) = ("takenAt" IS NULL)
    AND ("givenAt" IS NULL) = ("rating" IS NULL) AND ("givenAt" IS NULL) = ("scaleId" IS NULL)
    AND ("givenAt" IS NOT NULL OR ("conclusion" IS NULL AND "explanation" IS NULL AND "workingNote" IS NULL))
    AND ("givenAt" IS NULL OR "takenAt" IS NOT NULL)
    AND ("revealedAt" IS NULL) = ("roundId" IS NULL)
    AND ("revealedAt" IS NULL OR "givenAt" IS NOT NULL)
    AND ("decidedAt" IS NULL OR "revealedAt" IS NOT NULL)
    AND ("withdrawnAt" IS NULL) = ("withdrawnById" IS NULL) AND ("withdrawnAt" IS NULL) = ("withdrawnReason" IS NULL)
    AND ("withdrawnAt" IS NULL OR "revealedAt" IS NULL));
-- One at a time, until nothing of it is left to decide. Every read asks which claims these are.
CREATE UNIQUE INDEX "SecondOpinion_open" ON "SecondOpinion"("claimId") WHERE "withdrawnAt" IS NULL AND "decidedAt" IS NULL;
CREATE INDEX "SecondOpinion_blind" ON "SecondOpinion"("workspaceId") WHERE "withdrawnAt" IS NULL AND "revealedAt" IS NULL;

-- It is given by somebody who has not seen the first verdict and wrote nothing of the article.
CREATE FUNCTION stet_opinion_unseen() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM "VerdictSeen" WHERE "claimId" = NEW."claimId" AND "membershipId" = NEW."takenById")
    OR EXISTS (
      SELECT 1 FROM "Claim" c JOIN "ArticleAuthor" a ON a."articleId" = c."articleId"
      WHERE c."id" = NEW."claimId" AND a."membershipId" = NEW."takenById")
  THEN
    RAISE EXCEPTION 'SecondOpinion_unseen: who has seen the first verdict, or wrote the article, gives no second opinion'
      USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END
$$;
CREATE TRIGGER "SecondOpinion_unseen" BEFORE INSERT OR UPDATE OF "takenById", "givenAt" ON "SecondOpinion"
  FOR EACH ROW WHEN (NEW."takenById" IS NOT NULL) EXECUTE FUNCTION stet_opinion_unseen();

-- What was asked and given stays as it was; each step is taken once, and only being taken is taken back.
CREATE FUNCTION stet_opinion_advances() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD."withdrawnAt" IS NOT NULL OR OLD."decidedAt" IS NOT NULL
    OR (OLD."id", OLD."workspaceId", OLD."claimId", OLD."askedById", OLD."askedAt")
      IS DISTINCT FROM (NEW."id", NEW."workspaceId", NEW."claimId", NEW."askedById", NEW."askedAt")
    OR (OLD."givenAt" IS NOT NULL
      AND (OLD."takenById", OLD."takenAt", OLD."scaleId", OLD."rating", OLD."conclusion", OLD."explanation", OLD."workingNote", OLD."givenAt")
      IS DISTINCT FROM (NEW."takenById", NEW."takenAt", NEW."scaleId", NEW."rating", NEW."conclusion", NEW."explanation", NEW."workingNote", NEW."givenAt"))
    OR (OLD."revealedAt" IS NOT NULL
      AND (OLD."roundId", OLD."revealedAt") IS DISTINCT FROM (NEW."roundId", NEW."revealedAt"))
  THEN
    RAISE EXCEPTION 'SecondOpinion_stays: a second opinion stays as it was given' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END
$$;
CREATE TRIGGER "SecondOpinion_advances" BEFORE UPDATE ON "SecondOpinion" FOR EACH ROW EXECUTE FUNCTION stet_opinion_advances();
CREATE TRIGGER "SecondOpinion_kept" BEFORE DELETE ON "SecondOpinion" FOR EACH ROW EXECUTE FUNCTION stet_unchangeable();
CREATE TRIGGER "SecondOpinion_never_truncated" BEFORE TRUNCATE ON "SecondOpinion"
  FOR EACH STATEMENT EXECUTE FUNCTION stet_never_truncated();

-- Nobody unsees a verdict.
CREATE TRIGGER "VerdictSeen_unchangeable" BEFORE UPDATE OR DELETE ON "VerdictSeen"
  FOR EACH ROW EXECUTE FUNCTION stet_unchangeable();
CREATE TRIGGER "VerdictSeen_never_truncated" BEFORE TRUNCATE ON "VerdictSeen"
  FOR EACH STATEMENT EXECUTE FUNCTION stet_never_truncated();

ALTER TABLE "Adjudication" ADD CONSTRAINT "Adjudication_decided"
  CHECK (("agreedById" IS NULL OR "decidedAt" IS NOT NULL) AND "agreedById" IS DISTINCT FROM "proposedById" AND btrim("reason") <> '');
CREATE UNIQUE INDEX "Adjudication_one" ON "Adjudication"("opinionId") WHERE "decidedAt" IS NOT NULL;

-- Two verdicts that differ are decided on by a third, who gave neither, or by both of those who gave them; by no author
-- of the article. What was proposed stays as it was.
CREATE FUNCTION stet_adjudication_by_third_or_both() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  giver uuid;
  sender uuid;
  round uuid;
BEGIN
  IF TG_OP = 'UPDATE' AND (OLD."decidedAt" IS NOT NULL OR NEW."decidedAt" IS NULL OR NEW."agreedById" IS NULL
    OR (OLD."id", OLD."workspaceId", OLD."opinionId", OLD."scaleId", OLD."rating", OLD."reason", OLD."proposedById", OLD."proposedAt")
    IS DISTINCT FROM (NEW."id", NEW."workspaceId", NEW."opinionId", NEW."scaleId", NEW."rating", NEW."reason", NEW."proposedById", NEW."proposedAt"))
  THEN
    RAISE EXCEPTION 'an adjudication is decided once, and stays as it was proposed' USING ERRCODE = 'restrict_violation';
  END IF;
  SELECT o."takenById", r."senderId", r."id" INTO giver, sender, round
  FROM "SecondOpinion" o JOIN "Round" r ON r."id" = o."roundId"
  WHERE o."id" = NEW."opinionId" AND o."revealedAt" IS NOT NULL AND o."decidedAt" IS NULL;
  IF round IS NULL
    OR EXISTS (
      SELECT 1 FROM "SecondOpinion" o JOIN "Claim" c ON c."id" = o."claimId" JOIN "ArticleAuthor" a ON a."articleId" = c."articleId"
      WHERE o."id" = NEW."opinionId" AND a."membershipId" IN (NEW."proposedById", NEW."agreedById"))
    OR (NEW."decidedAt" IS NOT NULL AND NEW."agreedById" IS NULL AND (NEW."proposedById" = giver
      OR EXISTS (SELECT 1 FROM "RoundAuthor" WHERE "roundId" = round AND "membershipId" = NEW."proposedById")))
    OR ((NEW."decidedAt" IS NULL OR NEW."agreedById" IS NOT NULL) AND NEW."proposedById" NOT IN (giver, sender))
    OR (NEW."agreedById" IS NOT NULL AND NEW."agreedById" NOT IN (giver, sender))
  THEN
    RAISE EXCEPTION 'Adjudication_by_third_or_both: a third decides, or both' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END
$$;
CREATE TRIGGER "Adjudication_by_third_or_both" BEFORE INSERT OR UPDATE ON "Adjudication"
  FOR EACH ROW EXECUTE FUNCTION stet_adjudication_by_third_or_both();
CREATE TRIGGER "Adjudication_kept" BEFORE DELETE ON "Adjudication" FOR EACH ROW EXECUTE FUNCTION stet_unchangeable();
CREATE TRIGGER "Adjudication_never_truncated" BEFORE TRUNCATE ON "Adjudication"
  FOR EACH STATEMENT EXECUTE FUNCTION stet_never_truncated();

-- The version for whoever may not see a claim's verdict moves with what they see of it, and with nothing else.
CREATE FUNCTION stet_claim_openly_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW."openVersion" := OLD."openVersion" + 1;
  RETURN NEW;
END
$$;
CREATE TRIGGER "Claim_openly_changed" BEFORE UPDATE ON "Claim" FOR EACH ROW
  WHEN ((OLD."job", OLD."statement", OLD."type", OLD."claimant", OLD."claimedOn", OLD."appearance", OLD."timecode", OLD."priority",
      OLD."whySelected", OLD."assigneeId", OLD."dueAt", OLD."withdrawnAt")
    IS DISTINCT FROM (NEW."job", NEW."statement", NEW."type", NEW."claimant", NEW."claimedOn", NEW."appearance", NEW."timecode", NEW."priority",
      NEW."whySelected", NEW."assigneeId", NEW."dueAt", NEW."withdrawnAt"))
  EXECUTE FUNCTION stet_claim_openly_changed();
