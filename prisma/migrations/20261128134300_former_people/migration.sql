-- Takes a person's name and address out of everything that refers to them. Their seats stay, for all that they did refers
-- to those, under a pseudonym; how they signed in goes, and what they were told.
CREATE FUNCTION erase_person(person uuid, pseudonym text) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  one record;
  seats uuid[];
BEGIN
  SELECT array_agg("id") INTO seats FROM "Membership" WHERE "userId" = person;
  -- What would go along with the person: found by the foreign keys, so that a new table needs no word here.
  FOR one IN
    SELECT c.conrelid AS place, a.attname AS name
    FROM pg_constraint c JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = ANY (c.conkey)
    WHERE c.contype = 'f' AND c.confrelid = '"User"'::regclass AND c.confdeltype = 'c'
  LOOP
    EXECUTE format('DELETE FROM %s WHERE %I = $1', one.place::regclass, one.name) USING person;
  END LOOP;
  DELETE FROM "Notification" WHERE "membershipId" = ANY (seats);
  DELETE FROM "ApiToken" WHERE "membershipId" = ANY (seats);
  UPDATE "Invitation" SET "email" = person || '@erased.invalid' WHERE "joinedId" = ANY (seats);
  UPDATE "ArticleAuthor" SET "name" = pseudonym WHERE "membershipId" = ANY (seats);
  UPDATE "User" SET "name" = pseudonym, "email" = person || '@erased.invalid', "passwordHash" = '',
      "sessionEpoch" = "sessionEpoch" + 1
    WHERE "id" = person;
END
$$;
