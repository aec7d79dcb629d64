-- CreateEnum
CREATE TYPE "MeetingState" AS ENUM ('PLANNED', 'HELD', 'CANCELLED');

-- CreateEnum
CREATE TYPE "NameForm" AS ENUM ('FULL_NAME', 'FIRST_NAME', 'CHOSEN_NAME', 'ROLE_ONLY', 'NOT_SHOWN');

-- CreateEnum
CREATE TYPE "ConsentMeans" AS ENUM ('IN_PERSON', 'EMAIL', 'LETTER', 'FORM', 'TELEPHONE');

-- CreateEnum
CREATE TYPE "ErasureKind" AS ENUM ('NAME_WITHDRAWN', 'PERSON_ERASED');

-- CreateEnum
CREATE TYPE "GroupKind" AS ENUM ('STANDING', 'TIME_BOUND');

-- CreateEnum
CREATE TYPE "ConstituencyKind" AS ENUM ('CHAIR', 'COUNCILLORS', 'EXPERTS_BY_EXPERIENCE', 'CHARITIES', 'DEPARTMENTS', 'HEALTH', 'OTHERS');

-- AlterTable
ALTER TABLE "GroupAssessment" ADD COLUMN     "decisionId" UUID;

-- AlterTable
ALTER TABLE "Translation" ADD COLUMN     "constituencyId" UUID,
ADD COLUMN     "decisionId" UUID,
ADD COLUMN     "groupId" UUID,
ADD COLUMN     "meetingId" UUID;

-- CreateTable
CREATE TABLE "Meeting" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "councilId" UUID NOT NULL,
    "groupId" UUID NOT NULL,
    "day" DATE NOT NULL,
    "startTime" TEXT,
    "endTime" TEXT,
    "state" "MeetingState" NOT NULL DEFAULT 'PLANNED',
    "isOpen" BOOLEAN NOT NULL DEFAULT false,
    "agenda" TEXT,
    "language" TEXT NOT NULL DEFAULT 'en',
    "agendaUrl" TEXT,
    "minutesUrl" TEXT,
    "isPublished" BOOLEAN NOT NULL DEFAULT false,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Meeting_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "MeetingAccess" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "councilId" UUID NOT NULL,
    "meetingId" UUID NOT NULL,
    "place" TEXT,
    "joiningUrl" TEXT,
    "isPublic" BOOLEAN NOT NULL DEFAULT false,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "MeetingAccess_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Decision" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "councilId" UUID NOT NULL,
    "meetingId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "language" TEXT NOT NULL DEFAULT 'en',
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Decision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Recusal" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "councilId" UUID NOT NULL,
    "decisionId" UUID NOT NULL,
    "termId" UUID NOT NULL,
    "isPublic" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "Recusal_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Seat" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "councilId" UUID NOT NULL,
    "constituencyId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "title" TEXT,
    "language" TEXT NOT NULL DEFAULT 'en',
    "organisationId" UUID,
    "startsOn" DATE,
    "endsOn" DATE,
    "datesAreDerived" BOOLEAN NOT NULL DEFAULT false,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Seat_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Term" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "councilId" UUID NOT NULL,
    "seatId" UUID NOT NULL,
    "organisationId" UUID,
    "cohort" TEXT,
    "language" TEXT NOT NULL DEFAULT 'en',
    "startsOn" DATE,
    "endsOn" DATE,
    "datesAreDerived" BOOLEAN NOT NULL DEFAULT false,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Term_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Appearance" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "councilId" UUID NOT NULL,
    "termId" UUID NOT NULL,
    "form" "NameForm" NOT NULL DEFAULT 'ROLE_ONLY',
    "consentGivenOn" DATE,
    "consentMeans" "ConsentMeans",
    "consentUntil" DATE,
    "withdrawnAt" TIMESTAMPTZ,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Appearance_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ShownName" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "councilId" UUID NOT NULL,
    "termId" UUID NOT NULL,
    "name" TEXT NOT NULL,

    CONSTRAINT "ShownName_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Holder" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "councilId" UUID NOT NULL,
    "termId" UUID NOT NULL,
    "legalName" TEXT,
    "contact" TEXT,
    "codeHash" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Holder_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Erasure" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "councilId" UUID NOT NULL,
    "termId" UUID NOT NULL,
    "kind" "ErasureKind" NOT NULL,
    "at" TIMESTAMPTZ NOT NULL DEFAULT sanctuary.now(),

    CONSTRAINT "Erasure_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "DeclaredInterest" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "councilId" UUID NOT NULL,
    "termId" UUID NOT NULL,
    "text" TEXT NOT NULL,
    "language" TEXT NOT NULL DEFAULT 'en',
    "declaredOn" DATE NOT NULL,
    "isPublic" BOOLEAN NOT NULL DEFAULT false,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "DeclaredInterest_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SteeringGroup" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "councilId" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "language" TEXT NOT NULL DEFAULT 'en',
    "kind" "GroupKind" NOT NULL DEFAULT 'STANDING',
    "purpose" TEXT,
    "periodText" TEXT,
    "startsOn" DATE,
    "endsOn" DATE,
    "datesAreDerived" BOOLEAN NOT NULL DEFAULT false,
    "meetsEveryMonths" INTEGER,
    "howToJoin" TEXT,
    "whatIsPaid" TEXT,
    "whatHelp" TEXT,
    "contactEmail" TEXT,
    "contactUrl" TEXT,
    "sourceUrl" TEXT,
    "isPublished" BOOLEAN NOT NULL DEFAULT false,
    "position" INTEGER NOT NULL DEFAULT 0,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "SteeringGroup_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Constituency" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "councilId" UUID NOT NULL,
    "groupId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "kind" "ConstituencyKind" NOT NULL,
    "name" TEXT NOT NULL,
    "language" TEXT NOT NULL DEFAULT 'en',
    "note" TEXT,
    "termText" TEXT,
    "isNumberPublished" BOOLEAN NOT NULL DEFAULT true,
    "isListComplete" BOOLEAN NOT NULL DEFAULT true,
    "howToJoin" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Constituency_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Meeting_groupId_day_idx" ON "Meeting"("groupId", "day");

-- CreateIndex
CREATE UNIQUE INDEX "MeetingAccess_meetingId_key" ON "MeetingAccess"("meetingId");

-- CreateIndex
CREATE UNIQUE INDEX "Decision_meetingId_position_key" ON "Decision"("meetingId", "position");

-- CreateIndex
CREATE UNIQUE INDEX "Recusal_decisionId_termId_key" ON "Recusal"("decisionId", "termId");

-- CreateIndex
CREATE UNIQUE INDEX "Seat_constituencyId_position_key" ON "Seat"("constituencyId", "position");

-- CreateIndex
CREATE INDEX "Term_seatId_idx" ON "Term"("seatId");

-- CreateIndex
CREATE UNIQUE INDEX "Appearance_termId_key" ON "Appearance"("termId");

-- CreateIndex
CREATE UNIQUE INDEX "ShownName_termId_key" ON "ShownName"("termId");

-- CreateIndex
CREATE UNIQUE INDEX "Holder_termId_key" ON "Holder"("termId");

-- CreateIndex
CREATE UNIQUE INDEX "Holder_codeHash_key" ON "Holder"("codeHash");

-- CreateIndex
CREATE INDEX "DeclaredInterest_termId_idx" ON "DeclaredInterest"("termId");

-- CreateIndex
CREATE UNIQUE INDEX "SteeringGroup_councilId_slug_key" ON "SteeringGroup"("councilId", "slug");

-- CreateIndex
CREATE UNIQUE INDEX "Constituency_groupId_position_key" ON "Constituency"("groupId", "position");

-- CreateIndex
CREATE INDEX "GroupAssessment_decisionId_idx" ON "GroupAssessment"("decisionId");

-- CreateIndex
CREATE UNIQUE INDEX "Translation_groupId_language_field_key" ON "Translation"("groupId", "language", "field");

-- CreateIndex
CREATE UNIQUE INDEX "Translation_constituencyId_language_field_key" ON "Translation"("constituencyId", "language", "field");

-- CreateIndex
CREATE UNIQUE INDEX "Translation_meetingId_language_field_key" ON "Translation"("meetingId", "language", "field");

-- CreateIndex
CREATE UNIQUE INDEX "Translation_decisionId_language_field_key" ON "Translation"("decisionId", "language", "field");

-- AddForeignKey
ALTER TABLE "Meeting" ADD CONSTRAINT "Meeting_councilId_fkey" FOREIGN KEY ("councilId") REFERENCES "Council"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Meeting" ADD CONSTRAINT "Meeting_groupId_fkey" FOREIGN KEY ("groupId") REFERENCES "SteeringGroup"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MeetingAccess" ADD CONSTRAINT "MeetingAccess_councilId_fkey" FOREIGN KEY ("councilId") REFERENCES "Council"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MeetingAccess" ADD CONSTRAINT "MeetingAccess_meetingId_fkey" FOREIGN KEY ("meetingId") REFERENCES "Meeting"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Decision" ADD CONSTRAINT "Decision_councilId_fkey" FOREIGN KEY ("councilId") REFERENCES "Council"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Decision" ADD CONSTRAINT "Decision_meetingId_fkey" FOREIGN KEY ("meetingId") REFERENCES "Meeting"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Recusal" ADD CONSTRAINT "Recusal_councilId_fkey" FOREIGN KEY ("councilId") REFERENCES "Council"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Recusal" ADD CONSTRAINT "Recusal_decisionId_fkey" FOREIGN KEY ("decisionId") REFERENCES "Decision"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Recusal" ADD CONSTRAINT "Recusal_termId_fkey" FOREIGN KEY ("termId") REFERENCES "Term"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "GroupAssessment" ADD CONSTRAINT "GroupAssessment_decisionId_fkey" FOREIGN KEY ("decisionId") REFERENCES "Decision"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Seat" ADD CONSTRAINT "Seat_councilId_fkey" FOREIGN KEY ("councilId") REFERENCES "Council"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Seat" ADD CONSTRAINT "Seat_constituencyId_fkey" FOREIGN KEY ("constituencyId") REFERENCES "Constituency"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Seat" ADD CONSTRAINT "Seat_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Term" ADD CONSTRAINT "Term_councilId_fkey" FOREIGN KEY ("councilId") REFERENCES "Council"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Term" ADD CONSTRAINT "Term_seatId_fkey" FOREIGN KEY ("seatId") REFERENCES "Seat"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Term" ADD CONSTRAINT "Term_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Appearance" ADD CONSTRAINT "Appearance_councilId_fkey" FOREIGN KEY ("councilId") REFERENCES "Council"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Appearance" ADD CONSTRAINT "Appearance_termId_fkey" FOREIGN KEY ("termId") REFERENCES "Term"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ShownName" ADD CONSTRAINT "ShownName_councilId_fkey" FOREIGN KEY ("councilId") REFERENCES "Council"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ShownName" ADD CONSTRAINT "ShownName_termId_fkey" FOREIGN KEY ("termId") REFERENCES "Term"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Holder" ADD CONSTRAINT "Holder_councilId_fkey" FOREIGN KEY ("councilId") REFERENCES "Council"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Holder" ADD CONSTRAINT "Holder_termId_fkey" FOREIGN KEY ("termId") REFERENCES "Term"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Erasure" ADD CONSTRAINT "Erasure_councilId_fkey" FOREIGN KEY ("councilId") REFERENCES "Council"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DeclaredInterest" ADD CONSTRAINT "DeclaredInterest_councilId_fkey" FOREIGN KEY ("councilId") REFERENCES "Council"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DeclaredInterest" ADD CONSTRAINT "DeclaredInterest_termId_fkey" FOREIGN KEY ("termId") REFERENCES "Term"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SteeringGroup" ADD CONSTRAINT "SteeringGroup_councilId_fkey" FOREIGN KEY ("councilId") REFERENCES "Council"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Constituency" ADD CONSTRAINT "Constituency_councilId_fkey" FOREIGN KEY ("councilId") REFERENCES "Council"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Constituency" ADD CONSTRAINT "Constituency_groupId_fkey" FOREIGN KEY ("groupId") REFERENCES "SteeringGroup"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Translation" ADD CONSTRAINT "Translation_groupId_fkey" FOREIGN KEY ("groupId") REFERENCES "SteeringGroup"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Translation" ADD CONSTRAINT "Translation_constituencyId_fkey" FOREIGN KEY ("constituencyId") REFERENCES "Constituency"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Translation" ADD CONSTRAINT "Translation_meetingId_fkey" FOREIGN KEY ("meetingId") REFERENCES "Meeting"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Translation" ADD CONSTRAINT "Translation_decisionId_fkey" FOREIGN KEY ("decisionId") REFERENCES "Decision"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- The day it is at a council.
CREATE FUNCTION sanctuary.today(council UUID) RETURNS DATE LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT (sanctuary.now() AT TIME ZONE "timeZone")::date FROM "Council" WHERE "id" = council
$$;

-- Whether a term runs on a day; its last day is in office, and a day that is not known is no bar.
CREATE FUNCTION sanctuary.runs_on(term "Term", day DATE) RETURNS BOOLEAN LANGUAGE sql IMMUTABLE AS $$
  SELECT coalesce(term."startsOn" <= day, true) AND coalesce(term."endsOn" >= day, true)
$$;

-- A name is shown by its holder's own choice, with a consent that is given, not over and not withdrawn, and while the
-- term runs, in a seat and a group that are still there. This is the only place that decides it, at the moment of reading.
CREATE FUNCTION sanctuary.shows_name(term UUID) RETURNS BOOLEAN LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
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
  )
$$;

-- The holder wishes not to be shown: not the term, and not even that the seat is held, or was at the end of the group.
CREATE FUNCTION sanctuary.hides_term(term UUID) RETURNS BOOLEAN LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT EXISTS (SELECT FROM "Appearance" WHERE "termId" = term AND "form" = 'NOT_SHOWN')
$$;
CREATE FUNCTION sanctuary.hides_seat(seat UUID) RETURNS BOOLEAN LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT EXISTS (
    SELECT FROM "Term"
      JOIN "Seat" ON "Seat"."id" = "Term"."seatId"
      JOIN "Constituency" ON "Constituency"."id" = "Seat"."constituencyId"
      JOIN "SteeringGroup" ON "SteeringGroup"."id" = "Constituency"."groupId"
    WHERE "Seat"."id" = seat
      AND sanctuary.runs_on("Term", least(sanctuary.today("Seat"."councilId"), "Seat"."endsOn", "SteeringGroup"."endsOn"))
      AND sanctuary.hides_term("Term"."id")
  )
$$;

-- What the public may see, as in the first migration. Appearance, Holder and Erasure stay out of its sight altogether.
GRANT SELECT ON "SteeringGroup", "Constituency", "Seat", "Term", "ShownName", "DeclaredInterest", "Meeting", "MeetingAccess",
  "Decision", "Recusal" TO sanctuary_public;

GRANT SELECT ON "SteeringGroup", "Constituency", "Seat", "Term", "Appearance", "ShownName", "Holder", "Erasure", "DeclaredInterest",
  "Meeting", "MeetingAccess", "Decision", "Recusal" TO sanctuary_management;
GRANT INSERT, UPDATE, DELETE ON "SteeringGroup", "Constituency", "Seat", "Term", "Appearance", "ShownName", "Holder",
  "DeclaredInterest", "Meeting", "MeetingAccess", "Decision", "Recusal" TO sanctuary_management;
GRANT INSERT ON "Erasure" TO sanctuary_management;

DO $$
DECLARE name TEXT;
BEGIN
  FOREACH name IN ARRAY ARRAY['SteeringGroup', 'Constituency', 'Seat', 'Term', 'Appearance', 'ShownName', 'Holder', 'Erasure',
    'DeclaredInterest', 'Meeting', 'MeetingAccess', 'Decision', 'Recusal']
  LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('CREATE POLICY management_works ON %I TO sanctuary_management USING (true) WITH CHECK (true)', name);
  END LOOP;
END $$;

CREATE POLICY public_reads ON "SteeringGroup" FOR SELECT TO sanctuary_public USING ("isPublished");
CREATE POLICY public_reads ON "Constituency" FOR SELECT TO sanctuary_public
  USING (EXISTS (SELECT FROM "SteeringGroup" WHERE "SteeringGroup"."id" = "Constituency"."groupId"));
CREATE POLICY public_reads ON "Seat" FOR SELECT TO sanctuary_public
  USING (NOT sanctuary.hides_seat("id") AND EXISTS (SELECT FROM "Constituency" WHERE "Constituency"."id" = "Seat"."constituencyId"));
CREATE POLICY public_reads ON "Term" FOR SELECT TO sanctuary_public
  USING (NOT sanctuary.hides_term("id") AND EXISTS (SELECT FROM "Seat" WHERE "Seat"."id" = "Term"."seatId"));
CREATE POLICY public_reads ON "ShownName" FOR SELECT TO sanctuary_public
  USING (sanctuary.shows_name("termId") AND EXISTS (SELECT FROM "Term" WHERE "Term"."id" = "ShownName"."termId"));
CREATE POLICY public_reads ON "DeclaredInterest" FOR SELECT TO sanctuary_public
  USING ("isPublic" AND EXISTS (SELECT FROM "Term" WHERE "Term"."id" = "DeclaredInterest"."termId"));
CREATE POLICY public_reads ON "Meeting" FOR SELECT TO sanctuary_public
  USING ("isPublished" AND EXISTS (SELECT FROM "SteeringGroup" WHERE "SteeringGroup"."id" = "Meeting"."groupId"));
CREATE POLICY public_reads ON "MeetingAccess" FOR SELECT TO sanctuary_public
  USING ("isPublic" AND EXISTS (SELECT FROM "Meeting" WHERE "Meeting"."id" = "MeetingAccess"."meetingId"));
CREATE POLICY public_reads ON "Decision" FOR SELECT TO sanctuary_public
  USING (EXISTS (SELECT FROM "Meeting" WHERE "Meeting"."id" = "Decision"."meetingId"));
CREATE POLICY public_reads ON "Recusal" FOR SELECT TO sanctuary_public USING (
  "isPublic"
  AND EXISTS (SELECT FROM "Decision" WHERE "Decision"."id" = "Recusal"."decisionId")
  AND EXISTS (SELECT FROM "Term" WHERE "Term"."id" = "Recusal"."termId")
);

ALTER POLICY public_reads ON "Translation" USING (
  (SELECT true FROM sanctuary.public_plan WHERE public_plan."id" = "Translation"."planId")
  OR (SELECT true FROM sanctuary.public_theme WHERE public_theme."id" = "Translation"."themeId")
  OR (SELECT true FROM sanctuary.public_wording WHERE public_wording."id" = "Translation"."wordingId")
  OR (SELECT true FROM sanctuary.public_report WHERE public_report."id" = "Translation"."reportId")
  OR EXISTS (SELECT FROM "SteeringGroup" WHERE "SteeringGroup"."id" = "Translation"."groupId")
  OR EXISTS (SELECT FROM "Constituency" WHERE "Constituency"."id" = "Translation"."constituencyId")
  OR EXISTS (SELECT FROM "Meeting" WHERE "Meeting"."id" = "Translation"."meetingId")
  OR EXISTS (SELECT FROM "Decision" WHERE "Decision"."id" = "Translation"."decisionId")
);

-- That somebody's name, choice or seat changed is told to nobody: only what stands for the group as a whole is.
ALTER POLICY public_reads ON "Change" USING (
  CASE "noun"
    WHEN 'Council' THEN true
    WHEN 'Organisation' THEN EXISTS (SELECT FROM "Organisation" WHERE "Organisation"."id" = "recordId")
    WHEN 'Plan' THEN EXISTS (SELECT FROM "Plan" WHERE "Plan"."id" = "recordId")
    WHEN 'Theme' THEN EXISTS (SELECT FROM "Theme" WHERE "Theme"."id" = "recordId")
    WHEN 'Action' THEN EXISTS (SELECT FROM "Action" WHERE "Action"."id" = "recordId")
    WHEN 'ActionWording' THEN EXISTS (SELECT FROM "ActionWording" WHERE "ActionWording"."id" = "recordId")
    WHEN 'ActionLead' THEN EXISTS (SELECT FROM "ActionLead" WHERE "ActionLead"."id" = "recordId")
    WHEN 'Milestone' THEN EXISTS (SELECT FROM "Milestone" WHERE "Milestone"."id" = "recordId")
    WHEN 'Target' THEN EXISTS (SELECT FROM "Target" WHERE "Target"."id" = "recordId")
    WHEN 'Measurement' THEN EXISTS (SELECT FROM "Measurement" WHERE "Measurement"."id" = "recordId")
    WHEN 'Report' THEN EXISTS (SELECT FROM "Report" WHERE "Report"."id" = "recordId")
    WHEN 'Evidence' THEN EXISTS (SELECT FROM "Evidence" WHERE "Evidence"."id" = "recordId")
    WHEN 'GroupAssessment' THEN EXISTS (SELECT FROM "GroupAssessment" WHERE "GroupAssessment"."id" = "recordId")
    WHEN 'CouncilResponse' THEN EXISTS (SELECT FROM "CouncilResponse" WHERE "CouncilResponse"."id" = "recordId")
    WHEN 'Translation' THEN EXISTS (SELECT FROM "Translation" WHERE "Translation"."id" = "recordId")
    WHEN 'SteeringGroup' THEN EXISTS (SELECT FROM "SteeringGroup" WHERE "SteeringGroup"."id" = "recordId")
    WHEN 'Constituency' THEN EXISTS (SELECT FROM "Constituency" WHERE "Constituency"."id" = "recordId")
    WHEN 'Meeting' THEN EXISTS (SELECT FROM "Meeting" WHERE "Meeting"."id" = "recordId")
    WHEN 'Decision' THEN EXISTS (SELECT FROM "Decision" WHERE "Decision"."id" = "recordId")
    ELSE false
  END
);

DO $$
DECLARE name TEXT;
BEGIN
  FOREACH name IN ARRAY ARRAY['SteeringGroup', 'Constituency', 'Seat', 'Term', 'Appearance', 'ShownName', 'Holder',
    'DeclaredInterest', 'Meeting', 'MeetingAccess', 'Decision', 'Recusal']
  LOOP
    EXECUTE format('CREATE TRIGGER record_change AFTER INSERT OR UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION sanctuary.record_change()', name);
  END LOOP;
END $$;

-- Whoever withdraws, or no longer wishes to be named, is no longer named: the name itself goes, whoever wrote the change.
CREATE FUNCTION sanctuary.remove_shown_name() RETURNS TRIGGER LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  DELETE FROM "ShownName" WHERE "termId" = OLD."termId";
  RETURN NULL;
END $$;
CREATE TRIGGER remove_shown_name AFTER UPDATE ON "Appearance" FOR EACH ROW
  WHEN (NEW."withdrawnAt" IS NOT NULL OR NEW."form" IN ('ROLE_ONLY', 'NOT_SHOWN'))
  EXECUTE FUNCTION sanctuary.remove_shown_name();
CREATE TRIGGER remove_shown_name_with_choice AFTER DELETE ON "Appearance" FOR EACH ROW EXECUTE FUNCTION sanctuary.remove_shown_name();

ALTER TABLE "Translation" DROP CONSTRAINT "Translation_of_one_record";
ALTER TABLE "Translation" ADD CONSTRAINT "Translation_of_one_record" CHECK (
  num_nonnulls("planId", "themeId", "wordingId", "reportId", "groupId", "constituencyId", "meetingId", "decisionId") = 1
);
ALTER TABLE "SteeringGroup" ADD CONSTRAINT "SteeringGroup_slug_form" CHECK ("slug" ~ '^[a-z0-9]+(-[a-z0-9]+)*$' AND length("slug") <= 60);
ALTER TABLE "SteeringGroup" ADD CONSTRAINT "SteeringGroup_rhythm" CHECK ("meetsEveryMonths" BETWEEN 1 AND 24);
ALTER TABLE "SteeringGroup" ADD CONSTRAINT "SteeringGroup_days_in_order" CHECK ("startsOn" <= "endsOn");
ALTER TABLE "Seat" ADD CONSTRAINT "Seat_days_in_order" CHECK ("startsOn" <= "endsOn");
ALTER TABLE "Term" ADD CONSTRAINT "Term_days_in_order" CHECK ("startsOn" <= "endsOn");
ALTER TABLE "Meeting" ADD CONSTRAINT "Meeting_times_form" CHECK ("startTime" ~ '^([01]\d|2[0-3]):[0-5]\d$' AND "endTime" ~ '^([01]\d|2[0-3]):[0-5]\d$');
