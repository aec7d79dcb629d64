-- AlterEnum
ALTER TYPE "ErasureKind" ADD VALUE 'NAME_REPLACED';

-- CreateIndex
CREATE INDEX "Erasure_termId_idx" ON "Erasure"("termId");

-- A name that another one replaces is not withdrawn: its holder goes on agreeing to be named.
DROP TRIGGER note_name_replaced ON "ShownName";
CREATE TRIGGER note_name_replaced AFTER UPDATE OF "name" ON "ShownName" FOR EACH ROW
  WHEN (NEW."name" IS DISTINCT FROM OLD."name") EXECUTE FUNCTION sanctuary.note_erasure('NAME_REPLACED');

-- The day at the council on which a holder's name was last taken away, their seat hidden, or they were erased.
CREATE FUNCTION sanctuary.withdrawn_on(term UUID) RETURNS DATE LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT max(("at" AT TIME ZONE "timeZone")::date) FROM "Erasure" JOIN "Council" ON "Council"."id" = "councilId"
  WHERE "termId" = term AND "Erasure"."kind"::text <> 'NAME_REPLACED'
$$;

-- Whoever withdrew is named again by a consent that they gave since, and by no older one, whoever writes it.
CREATE FUNCTION sanctuary.refuse_old_consent() RETURNS TRIGGER LANGUAGE plpgsql AS $$
BEGIN
  IF NEW."consentGivenOn" < sanctuary.withdrawn_on(NEW."termId") THEN
    RAISE EXCEPTION 'A consent from before a withdrawal names nobody.' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER refuse_old_consent BEFORE INSERT OR UPDATE OF "form", "consentGivenOn", "withdrawnAt" ON "Appearance" FOR EACH ROW
  WHEN (NEW."form" IN ('FULL_NAME', 'FIRST_NAME', 'CHOSEN_NAME') AND NEW."withdrawnAt" IS NULL)
  EXECUTE FUNCTION sanctuary.refuse_old_consent();

-- As before, and never in a group that the public does not see.
CREATE OR REPLACE FUNCTION sanctuary.shows_name(term UUID) RETURNS BOOLEAN LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT EXISTS (
    SELECT FROM "Term"
      JOIN "Appearance" ON "Appearance"."termId" = "Term"."id"
      JOIN "Seat" ON "Seat"."id" = "Term"."seatId"
      JOIN "Constituency" ON "Constituency"."id" = "Seat"."constituencyId"
      JOIN "SteeringGroup" ON "SteeringGroup"."id" = "Constituency"."groupId"
      CROSS JOIN LATERAL sanctuary.today("Term"."councilId") AS today
    WHERE "Term"."id" = term
      AND "form" IN ('FULL_NAME', 'FIRST_NAME', 'CHOSEN_NAME')
      AND "consentGivenOn" <= today
      AND coalesce("consentUntil" >= today, true)
      AND "withdrawnAt" IS NULL
      AND sanctuary.runs_on("Term", today)
      AND coalesce("Seat"."endsOn" >= today, true)
      AND coalesce("SteeringGroup"."endsOn" >= today, true)
      AND "isPublished"
  )
$$;

-- What a holder declared may tell who they are. It stands for as long as they hold the seat, and goes with their name.
CREATE FUNCTION sanctuary.shows_interests(term UUID) RETURNS BOOLEAN LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT EXISTS (
    SELECT FROM "Term"
      LEFT JOIN "Appearance" ON "Appearance"."termId" = "Term"."id"
      JOIN "Seat" ON "Seat"."id" = "Term"."seatId"
      JOIN "Constituency" ON "Constituency"."id" = "Seat"."constituencyId"
      JOIN "SteeringGroup" ON "SteeringGroup"."id" = "Constituency"."groupId"
      CROSS JOIN LATERAL sanctuary.today("Term"."councilId") AS today
    WHERE "Term"."id" = term
      AND "withdrawnAt" IS NULL
      AND coalesce("consentUntil" >= today, true)
      AND sanctuary.runs_on("Term", today)
      AND coalesce("Seat"."endsOn" >= today, true)
      AND coalesce("SteeringGroup"."endsOn" >= today, true)
  )
$$;
ALTER POLICY public_reads ON "DeclaredInterest" USING (
  "isPublic" AND sanctuary.shows_interests("termId") AND EXISTS (SELECT FROM "Term" WHERE "Term"."id" = "DeclaredInterest"."termId")
);

-- Whoever is named anew later has not agreed anew to these.
CREATE FUNCTION sanctuary.hide_interests() RETURNS TRIGGER LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  UPDATE "DeclaredInterest" SET "isPublic" = false, "version" = "version" + 1 WHERE "termId" = NEW."termId" AND "isPublic";
  RETURN NULL;
END $$;
CREATE TRIGGER hide_interests AFTER INSERT ON "Erasure" FOR EACH ROW
  WHEN (NEW."kind"::text <> 'NAME_REPLACED') EXECUTE FUNCTION sanctuary.hide_interests();
UPDATE "DeclaredInterest" SET "isPublic" = false
WHERE "isPublic"
  AND EXISTS (SELECT FROM "Erasure" WHERE "Erasure"."termId" = "DeclaredInterest"."termId")
  AND NOT EXISTS (SELECT FROM "ShownName" WHERE "ShownName"."termId" = "DeclaredInterest"."termId");

-- That somebody took no part in a decision is told as a number, and whose seat it was to nobody. The number of a past
-- decision does not fall when a member hides, is erased or is removed: that would tell a watcher who it was.

-- DropForeignKey
ALTER TABLE "Recusal" DROP CONSTRAINT "Recusal_termId_fkey";

-- AlterTable
ALTER TABLE "Recusal" ALTER COLUMN "termId" DROP NOT NULL;

-- AddForeignKey
ALTER TABLE "Recusal" ADD CONSTRAINT "Recusal_termId_fkey" FOREIGN KEY ("termId") REFERENCES "Term"("id") ON DELETE SET NULL ON UPDATE CASCADE;

DROP POLICY public_reads ON "Recusal";
REVOKE SELECT ON "Recusal" FROM sanctuary_public;
CREATE FUNCTION sanctuary.count_recusals(decisions UUID[]) RETURNS TABLE ("decisionId" UUID, "count" INTEGER)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT "Decision"."id", count(*)::int FROM "Recusal"
    JOIN "Decision" ON "Decision"."id" = "Recusal"."decisionId"
    JOIN "Meeting" ON "Meeting"."id" = "meetingId"
    JOIN "SteeringGroup" ON "SteeringGroup"."id" = "groupId"
  WHERE "Decision"."id" = ANY(decisions) AND "isPublic" AND "Meeting"."isPublished" AND "SteeringGroup"."isPublished"
  GROUP BY "Decision"."id"
$$;
