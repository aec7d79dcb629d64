-- What help there is for people, where, when, for whom and in which languages.

-- CreateEnum
CREATE TYPE "LocationKind" AS ENUM ('PLACE', 'ON_CONTACT');

-- CreateEnum
CREATE TYPE "AccessibilityFeature" AS ENUM ('STEP_FREE', 'ACCESSIBLE_TOILET', 'HEARING_LOOP', 'PARKING', 'QUIET_SPACE');

-- CreateEnum
CREATE TYPE "PlaceKind" AS ENUM ('OUTCODE', 'SECTOR', 'POSTCODE');

-- CreateEnum
CREATE TYPE "Frequency" AS ENUM ('WEEKLY', 'FORTNIGHTLY', 'MONTHLY');

-- CreateEnum
CREATE TYPE "ServiceCategory" AS ENUM ('ADVICE', 'IMMIGRATION_ADVICE', 'HOUSING', 'FOOD', 'CLOTHES_AND_THINGS', 'MONEY', 'HEALTH', 'MENTAL_HEALTH', 'ENGLISH_CLASSES', 'EDUCATION', 'WORK', 'CHILDREN_AND_FAMILIES', 'YOUNG_PEOPLE', 'WOMEN', 'LGBTQ', 'MEETING_PEOPLE', 'SPORT_AND_ARTS', 'LIBRARY_AND_INTERNET', 'DISABILITY', 'TRAVEL', 'VOLUNTEERING', 'SAFETY');

-- CreateEnum
CREATE TYPE "ServiceState" AS ENUM ('RUNNING', 'TEMPORARILY_CLOSED', 'ONLINE_ONLY', 'FULL', 'ENDED');

-- CreateEnum
CREATE TYPE "AccessMode" AS ENUM ('DROP_IN', 'APPOINTMENT', 'REFERRAL');

-- CreateEnum
CREATE TYPE "PapersAsked" AS ENUM ('NO', 'SOMETIMES', 'YES', 'UNKNOWN');

-- CreateEnum
CREATE TYPE "EligibleGroup" AS ENUM ('ANYONE', 'PEOPLE_SEEKING_ASYLUM', 'REFUGEES', 'NO_RECOURSE_TO_PUBLIC_FUNDS', 'RESETTLEMENT_SCHEMES', 'UNACCOMPANIED_CHILDREN');

-- CreateEnum
CREATE TYPE "InterpreterProvision" AS ENUM ('ALWAYS', 'ON_REQUEST', 'NONE', 'UNKNOWN');

-- CreateEnum
CREATE TYPE "CostKind" AS ENUM ('FREE', 'DONATION', 'PAID', 'UNKNOWN');

-- CreateEnum
CREATE TYPE "DeliveryMode" AS ENUM ('IN_PERSON', 'ONLINE', 'TELEPHONE');

-- CreateEnum
CREATE TYPE "HoursKind" AS ENUM ('SCHEDULED', 'BY_APPOINTMENT', 'UNKNOWN');

-- CreateEnum
CREATE TYPE "CheckerKind" AS ENUM ('COUNCIL', 'ORGANISATION', 'PARTNER', 'PUBLIC_RECORD');

-- CreateEnum
CREATE TYPE "ContactKind" AS ENUM ('TELEPHONE', 'WHATSAPP', 'SMS', 'EMAIL', 'WEB');

-- CreateEnum
CREATE TYPE "ProblemKind" AS ENUM ('CLOSED', 'MOVED', 'WRONG_TIMES', 'WRONG_CONTACT', 'WRONG_LANGUAGE', 'NOT_WELCOME', 'OTHER');

-- AlterTable
ALTER TABLE "Organisation" ADD COLUMN     "description" TEXT,
ADD COLUMN     "email" TEXT,
ADD COLUMN     "language" TEXT NOT NULL DEFAULT 'en',
ADD COLUMN     "staysOutOfOpenData" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "telephone" TEXT,
ADD COLUMN     "thingsNotWanted" TEXT,
ADD COLUMN     "thingsWanted" TEXT,
ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 1,
ADD COLUMN     "withholdsTimes" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "Translation" ADD COLUMN     "organisationId" UUID,
ADD COLUMN     "serviceId" UUID;

-- CreateTable
CREATE TABLE "Location" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "councilId" UUID NOT NULL,
    "organisationId" UUID,
    "name" TEXT,
    "kind" "LocationKind" NOT NULL DEFAULT 'PLACE',
    "address" TEXT,
    "city" TEXT,
    "postcode" TEXT,
    "latitude" DOUBLE PRECISION,
    "longitude" DOUBLE PRECISION,
    "directions" TEXT,
    "accessibility" "AccessibilityFeature"[],
    "accessibilityNote" TEXT,
    "language" TEXT NOT NULL DEFAULT 'en',
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Location_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ServiceLocation" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "councilId" UUID NOT NULL,
    "serviceId" UUID NOT NULL,
    "locationId" UUID NOT NULL,
    "position" INTEGER NOT NULL DEFAULT 0,
    "note" TEXT,

    CONSTRAINT "ServiceLocation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PostcodePlace" (
    "code" TEXT NOT NULL,
    "kind" "PlaceKind" NOT NULL,
    "latitude" DOUBLE PRECISION NOT NULL,
    "longitude" DOUBLE PRECISION NOT NULL,

    CONSTRAINT "PostcodePlace_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "Schedule" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "councilId" UUID NOT NULL,
    "serviceId" UUID NOT NULL,
    "serviceLocationId" UUID,
    "frequency" "Frequency" NOT NULL DEFAULT 'WEEKLY',
    "weekdays" INTEGER[],
    "weekOfMonth" INTEGER,
    "monthDays" INTEGER[],
    "opensAt" TEXT NOT NULL,
    "closesAt" TEXT NOT NULL,
    "firstOn" DATE,
    "lastOn" DATE,
    "isByAppointment" BOOLEAN NOT NULL DEFAULT false,
    "opensOnBankHolidays" BOOLEAN NOT NULL DEFAULT false,
    "note" TEXT,
    "language" TEXT NOT NULL DEFAULT 'en',
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Schedule_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ScheduleException" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "councilId" UUID NOT NULL,
    "serviceId" UUID NOT NULL,
    "serviceLocationId" UUID,
    "firstDay" DATE NOT NULL,
    "lastDay" DATE NOT NULL,
    "isClosed" BOOLEAN NOT NULL DEFAULT true,
    "opensAt" TEXT,
    "closesAt" TEXT,
    "note" TEXT,
    "language" TEXT NOT NULL DEFAULT 'en',
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "ScheduleException_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "BankHoliday" (
    "day" DATE NOT NULL,
    "name" TEXT NOT NULL,

    CONSTRAINT "BankHoliday_pkey" PRIMARY KEY ("day")
);

-- CreateTable
CREATE TABLE "Service" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "councilId" UUID NOT NULL,
    "organisationId" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "language" TEXT NOT NULL DEFAULT 'en',
    "summary" TEXT NOT NULL,
    "categories" "ServiceCategory"[],
    "state" "ServiceState" NOT NULL DEFAULT 'RUNNING',
    "stateNote" TEXT,
    "notice" TEXT,
    "noticeFrom" DATE,
    "noticeUntil" DATE,
    "access" "AccessMode"[],
    "referralBy" TEXT,
    "accessNote" TEXT,
    "asksForPapers" "PapersAsked" NOT NULL DEFAULT 'UNKNOWN',
    "papersNote" TEXT,
    "dataSharing" TEXT,
    "regulator" TEXT,
    "regulatorNumber" TEXT,
    "eligibleGroups" "EligibleGroup"[],
    "minimumAge" INTEGER,
    "maximumAge" INTEGER,
    "isWomenOnly" BOOLEAN NOT NULL DEFAULT false,
    "isForFamilies" BOOLEAN NOT NULL DEFAULT false,
    "eligibilityNote" TEXT,
    "interpreters" "InterpreterProvision" NOT NULL DEFAULT 'UNKNOWN',
    "interpreterLanguages" TEXT[],
    "interpreterNote" TEXT,
    "cost" "CostKind" NOT NULL DEFAULT 'UNKNOWN',
    "costNote" TEXT,
    "helpsWithTravel" BOOLEAN,
    "helpsWithChildcare" BOOLEAN,
    "helpNote" TEXT,
    "modes" "DeliveryMode"[],
    "hours" "HoursKind" NOT NULL DEFAULT 'UNKNOWN',
    "hoursNote" TEXT,
    "capacityNote" TEXT,
    "waitingWeeks" INTEGER,
    "isUrgent" BOOLEAN NOT NULL DEFAULT false,
    "lastCheckedOn" DATE,
    "checkedBy" "CheckerKind",
    "sourceUrl" TEXT,
    "staysOutOfOpenData" BOOLEAN NOT NULL DEFAULT false,
    "isPublished" BOOLEAN NOT NULL DEFAULT false,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Service_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ServiceLanguage" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "councilId" UUID NOT NULL,
    "serviceId" UUID NOT NULL,
    "language" TEXT NOT NULL,
    "note" TEXT,

    CONSTRAINT "ServiceLanguage_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ServiceContact" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "councilId" UUID NOT NULL,
    "serviceId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "kind" "ContactKind" NOT NULL,
    "value" TEXT NOT NULL,
    "label" TEXT,
    "language" TEXT NOT NULL DEFAULT 'en',
    "note" TEXT,

    CONSTRAINT "ServiceContact_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ServiceArea" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "councilId" UUID NOT NULL,
    "serviceId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "outcodes" TEXT[],

    CONSTRAINT "ServiceArea_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SynonymGroup" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "councilId" UUID,
    "words" TEXT[],
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "SynonymGroup_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "EntryProblem" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "councilId" UUID NOT NULL,
    "serviceId" UUID NOT NULL,
    "kind" "ProblemKind" NOT NULL,
    "day" DATE NOT NULL,
    "count" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "EntryProblem_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "NothingFound" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "councilId" UUID NOT NULL,
    "category" "ServiceCategory",
    "language" TEXT,
    "month" DATE NOT NULL,
    "count" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "NothingFound_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Location_councilId_idx" ON "Location"("councilId");

-- CreateIndex
CREATE INDEX "ServiceLocation_locationId_idx" ON "ServiceLocation"("locationId");

-- CreateIndex
CREATE UNIQUE INDEX "ServiceLocation_serviceId_locationId_key" ON "ServiceLocation"("serviceId", "locationId");

-- CreateIndex
CREATE INDEX "Schedule_serviceId_idx" ON "Schedule"("serviceId");

-- CreateIndex
CREATE INDEX "Schedule_serviceLocationId_idx" ON "Schedule"("serviceLocationId");

-- CreateIndex
CREATE INDEX "ScheduleException_serviceId_idx" ON "ScheduleException"("serviceId");

-- CreateIndex
CREATE INDEX "ScheduleException_serviceLocationId_idx" ON "ScheduleException"("serviceLocationId");

-- CreateIndex
CREATE INDEX "Service_organisationId_idx" ON "Service"("organisationId");

-- CreateIndex
CREATE UNIQUE INDEX "Service_councilId_slug_key" ON "Service"("councilId", "slug");

-- CreateIndex
CREATE UNIQUE INDEX "ServiceLanguage_serviceId_language_key" ON "ServiceLanguage"("serviceId", "language");

-- CreateIndex
CREATE UNIQUE INDEX "ServiceContact_serviceId_position_key" ON "ServiceContact"("serviceId", "position");

-- CreateIndex
CREATE UNIQUE INDEX "ServiceArea_serviceId_name_key" ON "ServiceArea"("serviceId", "name");

-- CreateIndex
CREATE INDEX "SynonymGroup_councilId_idx" ON "SynonymGroup"("councilId");

-- CreateIndex
CREATE INDEX "EntryProblem_councilId_idx" ON "EntryProblem"("councilId");

-- CreateIndex
CREATE UNIQUE INDEX "EntryProblem_serviceId_kind_day_key" ON "EntryProblem"("serviceId", "kind", "day");

-- CreateIndex
CREATE UNIQUE INDEX "NothingFound_councilId_month_category_language_key" ON "NothingFound"("councilId", "month", "category", "language") NULLS NOT DISTINCT;

-- CreateIndex
CREATE INDEX "ActionLead_organisationId_idx" ON "ActionLead"("organisationId");

-- CreateIndex
CREATE INDEX "Seat_organisationId_idx" ON "Seat"("organisationId");

-- CreateIndex
CREATE INDEX "Term_organisationId_idx" ON "Term"("organisationId");

-- CreateIndex
CREATE UNIQUE INDEX "Translation_serviceId_language_field_key" ON "Translation"("serviceId", "language", "field");

-- CreateIndex
CREATE UNIQUE INDEX "Translation_organisationId_language_field_key" ON "Translation"("organisationId", "language", "field");

-- AddForeignKey
ALTER TABLE "Location" ADD CONSTRAINT "Location_councilId_fkey" FOREIGN KEY ("councilId") REFERENCES "Council"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Location" ADD CONSTRAINT "Location_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ServiceLocation" ADD CONSTRAINT "ServiceLocation_councilId_fkey" FOREIGN KEY ("councilId") REFERENCES "Council"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ServiceLocation" ADD CONSTRAINT "ServiceLocation_serviceId_fkey" FOREIGN KEY ("serviceId") REFERENCES "Service"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ServiceLocation" ADD CONSTRAINT "ServiceLocation_locationId_fkey" FOREIGN KEY ("locationId") REFERENCES "Location"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Schedule" ADD CONSTRAINT "Schedule_councilId_fkey" FOREIGN KEY ("councilId") REFERENCES "Council"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Schedule" ADD CONSTRAINT "Schedule_serviceId_fkey" FOREIGN KEY ("serviceId") REFERENCES "Service"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Schedule" ADD CONSTRAINT "Schedule_serviceLocationId_fkey" FOREIGN KEY ("serviceLocationId") REFERENCES "ServiceLocation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ScheduleException" ADD CONSTRAINT "ScheduleException_councilId_fkey" FOREIGN KEY ("councilId") REFERENCES "Council"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ScheduleException" ADD CONSTRAINT "ScheduleException_serviceId_fkey" FOREIGN KEY ("serviceId") REFERENCES "Service"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ScheduleException" ADD CONSTRAINT "ScheduleException_serviceLocationId_fkey" FOREIGN KEY ("serviceLocationId") REFERENCES "ServiceLocation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Service" ADD CONSTRAINT "Service_councilId_fkey" FOREIGN KEY ("councilId") REFERENCES "Council"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Service" ADD CONSTRAINT "Service_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ServiceLanguage" ADD CONSTRAINT "ServiceLanguage_councilId_fkey" FOREIGN KEY ("councilId") REFERENCES "Council"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ServiceLanguage" ADD CONSTRAINT "ServiceLanguage_serviceId_fkey" FOREIGN KEY ("serviceId") REFERENCES "Service"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ServiceContact" ADD CONSTRAINT "ServiceContact_councilId_fkey" FOREIGN KEY ("councilId") REFERENCES "Council"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ServiceContact" ADD CONSTRAINT "ServiceContact_serviceId_fkey" FOREIGN KEY ("serviceId") REFERENCES "Service"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ServiceArea" ADD CONSTRAINT "ServiceArea_councilId_fkey" FOREIGN KEY ("councilId") REFERENCES "Council"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ServiceArea" ADD CONSTRAINT "ServiceArea_serviceId_fkey" FOREIGN KEY ("serviceId") REFERENCES "Service"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SynonymGroup" ADD CONSTRAINT "SynonymGroup_councilId_fkey" FOREIGN KEY ("councilId") REFERENCES "Council"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Translation" ADD CONSTRAINT "Translation_serviceId_fkey" FOREIGN KEY ("serviceId") REFERENCES "Service"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Translation" ADD CONSTRAINT "Translation_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EntryProblem" ADD CONSTRAINT "EntryProblem_councilId_fkey" FOREIGN KEY ("councilId") REFERENCES "Council"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EntryProblem" ADD CONSTRAINT "EntryProblem_serviceId_fkey" FOREIGN KEY ("serviceId") REFERENCES "Service"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "NothingFound" ADD CONSTRAINT "NothingFound_councilId_fkey" FOREIGN KEY ("councilId") REFERENCES "Council"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- The public sees a service that is published, its parts with it, and a place through such a service. Views of the
-- owner, as in the fourth migration: they hold identifiers of public rows alone, and are barriers.
CREATE VIEW sanctuary.public_service WITH (security_barrier) AS
  SELECT "id" FROM public."Service" WHERE "isPublished";

-- Of these the times are told too.
CREATE VIEW sanctuary.timed_service WITH (security_barrier) AS
  SELECT "id" FROM public."Service" WHERE "isPublished"
    AND (SELECT NOT "withholdsTimes" FROM public."Organisation" WHERE "Organisation"."id" = "organisationId");

CREATE VIEW sanctuary.public_location WITH (security_barrier) AS
  SELECT "id" FROM public."Location" WHERE (
    SELECT true FROM public."ServiceLocation" JOIN public."Service" ON "Service"."id" = "serviceId"
    WHERE "locationId" = "Location"."id" AND "isPublished" LIMIT 1
  );

-- An organisation is public where a public plan, a published group or a published service names it: one that is only
-- in preparation, such as a refuge, is not. A function, since planning all these looks would take longer than they do.
CREATE FUNCTION sanctuary.is_named(organisation UUID) RETURNS BOOLEAN LANGUAGE plpgsql STABLE
SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  RETURN EXISTS (SELECT FROM "Service" WHERE "organisationId" = organisation AND "isPublished")
    OR EXISTS (
      SELECT FROM "ActionLead"
      WHERE "organisationId" = organisation AND (SELECT true FROM sanctuary.public_wording WHERE public_wording."id" = "wordingId")
    )
    OR EXISTS (
      SELECT FROM "Seat"
        JOIN "Constituency" ON "Constituency"."id" = "constituencyId"
        JOIN "SteeringGroup" ON "SteeringGroup"."id" = "groupId"
      WHERE "organisationId" = organisation AND "isPublished"
    )
    OR EXISTS (
      SELECT FROM "Term"
        JOIN "Seat" ON "Seat"."id" = "seatId"
        JOIN "Constituency" ON "Constituency"."id" = "constituencyId"
        JOIN "SteeringGroup" ON "SteeringGroup"."id" = "groupId"
      WHERE "Term"."organisationId" = organisation AND "isPublished"
    );
END $$;

GRANT SELECT ON sanctuary.public_service, sanctuary.timed_service, sanctuary.public_location TO sanctuary_public;

-- What visitors say of entries stays out of the public's sight altogether.
GRANT SELECT ON "Service", "ServiceLanguage", "ServiceContact", "ServiceArea", "Location", "ServiceLocation", "Schedule",
  "ScheduleException", "BankHoliday", "SynonymGroup", "PostcodePlace", "NothingFound" TO sanctuary_public;

GRANT SELECT ON "Service", "ServiceLanguage", "ServiceContact", "ServiceArea", "Location", "ServiceLocation", "Schedule",
  "ScheduleException", "BankHoliday", "SynonymGroup", "PostcodePlace", "EntryProblem", "NothingFound" TO sanctuary_management;
GRANT INSERT, UPDATE, DELETE ON "Service", "ServiceLanguage", "ServiceContact", "ServiceArea", "Location", "ServiceLocation",
  "Schedule", "ScheduleException", "SynonymGroup", "PostcodePlace" TO sanctuary_management;
GRANT DELETE ON "EntryProblem" TO sanctuary_management;

DO $$
DECLARE name TEXT;
BEGIN
  FOREACH name IN ARRAY ARRAY['Service', 'ServiceLanguage', 'ServiceContact', 'ServiceArea', 'Location', 'ServiceLocation',
    'Schedule', 'ScheduleException', 'BankHoliday', 'PostcodePlace', 'EntryProblem', 'NothingFound']
  LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('CREATE POLICY management_works ON %I TO sanctuary_management USING (true) WITH CHECK (true)', name);
  END LOOP;
  FOREACH name IN ARRAY ARRAY['ServiceLanguage', 'ServiceContact', 'ServiceArea', 'ServiceLocation'] LOOP
    EXECUTE format('CREATE POLICY public_reads ON %1$I FOR SELECT TO sanctuary_public
      USING ((SELECT true FROM sanctuary.public_service WHERE public_service."id" = %1$I."serviceId"))', name);
  END LOOP;
  FOREACH name IN ARRAY ARRAY['Schedule', 'ScheduleException'] LOOP
    EXECUTE format('CREATE POLICY public_reads ON %1$I FOR SELECT TO sanctuary_public
      USING ((SELECT true FROM sanctuary.timed_service WHERE timed_service."id" = %1$I."serviceId"))', name);
  END LOOP;
  FOREACH name IN ARRAY ARRAY['BankHoliday', 'PostcodePlace'] LOOP
    EXECUTE format('CREATE POLICY public_reads ON %I FOR SELECT TO sanctuary_public USING (true)', name);
  END LOOP;
END $$;

-- What is for all councils belongs to none of them to change.
ALTER TABLE "SynonymGroup" ENABLE ROW LEVEL SECURITY;
CREATE POLICY management_reads ON "SynonymGroup" FOR SELECT TO sanctuary_management USING (true);
CREATE POLICY management_works ON "SynonymGroup" TO sanctuary_management
  USING ("councilId" IS NOT NULL) WITH CHECK ("councilId" IS NOT NULL);
CREATE POLICY public_reads ON "SynonymGroup" FOR SELECT TO sanctuary_public USING (true);

CREATE POLICY public_reads ON "Service" FOR SELECT TO sanctuary_public USING ("isPublished");
CREATE POLICY public_reads ON "Location" FOR SELECT TO sanctuary_public
  USING ((SELECT true FROM sanctuary.public_location WHERE public_location."id" = "Location"."id"));
-- Fewer could point at somebody.
CREATE POLICY public_reads ON "NothingFound" FOR SELECT TO sanctuary_public USING ("count" >= 5);

ALTER POLICY public_reads ON "Organisation" USING (sanctuary.is_named("id"));

ALTER POLICY public_reads ON "Translation" USING (
  (SELECT true FROM sanctuary.public_plan WHERE public_plan."id" = "Translation"."planId")
  OR (SELECT true FROM sanctuary.public_theme WHERE public_theme."id" = "Translation"."themeId")
  OR (SELECT true FROM sanctuary.public_wording WHERE public_wording."id" = "Translation"."wordingId")
  OR (SELECT true FROM sanctuary.public_report WHERE public_report."id" = "Translation"."reportId")
  OR (SELECT true FROM sanctuary.public_service WHERE public_service."id" = "Translation"."serviceId")
  OR ("organisationId" IS NOT NULL AND sanctuary.is_named("organisationId"))
  OR EXISTS (SELECT FROM "SteeringGroup" WHERE "SteeringGroup"."id" = "Translation"."groupId")
  OR EXISTS (SELECT FROM "Constituency" WHERE "Constituency"."id" = "Translation"."constituencyId")
  OR EXISTS (SELECT FROM "Meeting" WHERE "Meeting"."id" = "Translation"."meetingId")
  OR EXISTS (SELECT FROM "Decision" WHERE "Decision"."id" = "Translation"."decisionId")
);

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
    WHEN 'Service' THEN EXISTS (SELECT FROM "Service" WHERE "Service"."id" = "recordId")
    WHEN 'ServiceLanguage' THEN EXISTS (SELECT FROM "ServiceLanguage" WHERE "ServiceLanguage"."id" = "recordId")
    WHEN 'ServiceContact' THEN EXISTS (SELECT FROM "ServiceContact" WHERE "ServiceContact"."id" = "recordId")
    WHEN 'ServiceArea' THEN EXISTS (SELECT FROM "ServiceArea" WHERE "ServiceArea"."id" = "recordId")
    WHEN 'Location' THEN EXISTS (SELECT FROM "Location" WHERE "Location"."id" = "recordId")
    WHEN 'ServiceLocation' THEN EXISTS (SELECT FROM "ServiceLocation" WHERE "ServiceLocation"."id" = "recordId")
    WHEN 'Schedule' THEN EXISTS (SELECT FROM "Schedule" WHERE "Schedule"."id" = "recordId")
    WHEN 'ScheduleException' THEN EXISTS (SELECT FROM "ScheduleException" WHERE "ScheduleException"."id" = "recordId")
    WHEN 'SynonymGroup' THEN EXISTS (SELECT FROM "SynonymGroup" WHERE "SynonymGroup"."id" = "recordId")
    ELSE false
  END
);

DO $$
DECLARE name TEXT;
BEGIN
  FOREACH name IN ARRAY ARRAY['Service', 'ServiceLanguage', 'ServiceContact', 'ServiceArea', 'Location', 'ServiceLocation',
    'Schedule', 'ScheduleException']
  LOOP
    EXECUTE format('CREATE TRIGGER record_change AFTER INSERT OR UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION sanctuary.record_change()', name);
  END LOOP;
END $$;
CREATE TRIGGER record_change AFTER INSERT OR UPDATE ON "SynonymGroup" FOR EACH ROW
  WHEN (NEW."councilId" IS NOT NULL) EXECUTE FUNCTION sanctuary.record_change();
CREATE TRIGGER record_removal AFTER DELETE ON "SynonymGroup" FOR EACH ROW
  WHEN (OLD."councilId" IS NOT NULL) EXECUTE FUNCTION sanctuary.record_change();

ALTER TABLE "Translation" DROP CONSTRAINT "Translation_of_one_record";
ALTER TABLE "Translation" ADD CONSTRAINT "Translation_of_one_record" CHECK (
  num_nonnulls("planId", "themeId", "wordingId", "reportId", "groupId", "constituencyId", "meetingId", "decisionId", "serviceId",
    "organisationId") = 1
);
ALTER TABLE "Service" ADD CONSTRAINT "Service_slug_form" CHECK ("slug" ~ '^[a-z0-9]+(-[a-z0-9]+)*$' AND length("slug") <= 60);
-- Whoever gives immigration advice in the United Kingdom without being regulated breaks the law.
ALTER TABLE "Service" ADD CONSTRAINT "Service_advice_is_regulated" CHECK (
  NOT 'IMMIGRATION_ADVICE' = ANY("categories") OR ("regulator" <> '' AND "regulatorNumber" <> '') IS TRUE
);
ALTER TABLE "Service" ADD CONSTRAINT "Service_ages_in_order" CHECK ("minimumAge" >= 0 AND "maximumAge" >= 0 AND "minimumAge" <= "maximumAge");
ALTER TABLE "Service" ADD CONSTRAINT "Service_notice_in_order" CHECK ("noticeFrom" <= "noticeUntil");
ALTER TABLE "Service" ADD CONSTRAINT "Service_waiting_time" CHECK ("waitingWeeks" BETWEEN 0 AND 520);
-- Where somebody hides is not kept at all, so that nothing can show it.
ALTER TABLE "Location" ADD CONSTRAINT "Location_on_contact_is_nowhere" CHECK (
  "kind" <> 'ON_CONTACT' OR num_nonnulls("address", "city", "postcode", "latitude", "longitude", "directions") = 0
);
ALTER TABLE "Location" ADD CONSTRAINT "Location_point" CHECK (
  ("latitude" IS NULL) = ("longitude" IS NULL) AND "latitude" BETWEEN -90 AND 90 AND "longitude" BETWEEN -180 AND 180
);
ALTER TABLE "PostcodePlace" ADD CONSTRAINT "PostcodePlace_point" CHECK ("latitude" BETWEEN -90 AND 90 AND "longitude" BETWEEN -180 AND 180);
ALTER TABLE "Schedule" ADD CONSTRAINT "Schedule_times_form" CHECK (
  "opensAt" ~ '^([01]\d|2[0-3]):[0-5]\d$' AND "closesAt" ~ '^([01]\d|2[0-3]):[0-5]\d$'
);
ALTER TABLE "Schedule" ADD CONSTRAINT "Schedule_days" CHECK (
  "weekdays" <@ ARRAY[1, 2, 3, 4, 5, 6, 7]
  AND ("weekOfMonth" = -1 OR "weekOfMonth" BETWEEN 1 AND 5)
  AND 1 <= ALL("monthDays") AND 31 >= ALL("monthDays")
  AND "firstOn" <= "lastOn"
);
ALTER TABLE "Schedule" ADD CONSTRAINT "Schedule_says_when" CHECK (
  CASE "frequency"
    WHEN 'WEEKLY' THEN cardinality("weekdays") > 0
    WHEN 'FORTNIGHTLY' THEN cardinality("weekdays") > 0 AND "firstOn" IS NOT NULL
    ELSE cardinality("monthDays") > 0 OR (cardinality("weekdays") > 0 AND "weekOfMonth" IS NOT NULL)
  END IS TRUE
);
ALTER TABLE "ScheduleException" ADD CONSTRAINT "ScheduleException_days_in_order" CHECK ("firstDay" <= "lastDay");
ALTER TABLE "ScheduleException" ADD CONSTRAINT "ScheduleException_times_form" CHECK (
  ("opensAt" IS NULL) = "isClosed" AND ("closesAt" IS NULL) = "isClosed"
  AND "opensAt" ~ '^([01]\d|2[0-3]):[0-5]\d$' AND "closesAt" ~ '^([01]\d|2[0-3]):[0-5]\d$'
);
ALTER TABLE "NothingFound" ADD CONSTRAINT "NothingFound_month_form" CHECK (extract(DAY FROM "month") = 1);

INSERT INTO "BankHoliday" ("day", "name") VALUES
  ('2024-01-01', 'New Year’s Day'),
  ('2024-03-29', 'Good Friday'),
  ('2024-04-01', 'Easter Monday'),
  ('2024-05-06', 'Early May bank holiday'),
  ('2024-05-27', 'Spring bank holiday'),
  ('2024-08-26', 'Summer bank holiday'),
  ('2024-12-25', 'Christmas Day'),
  ('2024-12-26', 'Boxing Day'),
  ('2025-01-01', 'New Year’s Day'),
  ('2025-04-18', 'Good Friday'),
  ('2025-04-21', 'Easter Monday'),
  ('2025-05-05', 'Early May bank holiday'),
  ('2025-05-26', 'Spring bank holiday'),
  ('2025-08-25', 'Summer bank holiday'),
  ('2025-12-25', 'Christmas Day'),
  ('2025-12-26', 'Boxing Day'),
  ('2026-01-01', 'New Year’s Day'),
  ('2026-04-03', 'Good Friday'),
  ('2026-04-06', 'Easter Monday'),
  ('2026-05-04', 'Early May bank holiday'),
  ('2026-05-25', 'Spring bank holiday'),
  ('2026-08-31', 'Summer bank holiday'),
  ('2026-12-25', 'Christmas Day'),
  ('2026-12-28', 'Boxing Day (substitute day)'),
  ('2027-01-01', 'New Year’s Day'),
  ('2027-03-26', 'Good Friday'),
  ('2027-03-29', 'Easter Monday'),
  ('2027-05-03', 'Early May bank holiday'),
  ('2027-05-31', 'Spring bank holiday'),
  ('2027-08-30', 'Summer bank holiday'),
  ('2027-12-27', 'Christmas Day (substitute day)'),
  ('2027-12-28', 'Boxing Day (substitute day)'),
  ('2028-01-03', 'New Year’s Day (substitute day)'),
  ('2028-04-14', 'Good Friday'),
  ('2028-04-17', 'Easter Monday'),
  ('2028-05-01', 'Early May bank holiday'),
  ('2028-05-29', 'Spring bank holiday'),
  ('2028-08-28', 'Summer bank holiday'),
  ('2028-12-25', 'Christmas Day'),
  ('2028-12-26', 'Boxing Day');
