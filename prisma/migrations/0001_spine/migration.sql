-- What the product is about: councils, their plans, what is reported about them. Tables first (as Prisma
-- writes them), then who may read what, and the one record of changes.

-- The clock and the change record live apart from what Prisma knows.
CREATE SCHEMA sanctuary;

-- Empty, except where a test has set the time.
CREATE TABLE sanctuary.clock ("at" TIMESTAMPTZ NOT NULL);

CREATE FUNCTION sanctuary.now() RETURNS TIMESTAMPTZ LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
  SELECT coalesce((SELECT "at" FROM sanctuary.clock LIMIT 1), now())
$$;

-- CreateEnum
CREATE TYPE "CommitmentStrength" AS ENUM ('DELIVER', 'CONTINUE', 'EXPLORE');

-- CreateEnum
CREATE TYPE "LeadRole" AS ENUM ('ACCOUNTABLE', 'PARTNER', 'OTHERS_NOT_NAMED');

-- CreateEnum
CREATE TYPE "ChangeKind" AS ENUM ('CREATED', 'CHANGED', 'REMOVED');

-- CreateEnum
CREATE TYPE "CouncilKind" AS ENUM ('BOROUGH', 'CITY', 'COUNTY', 'DISTRICT', 'PARISH');

-- CreateEnum
CREATE TYPE "OrganisationKind" AS ENUM ('DEPARTMENT', 'CHARITY', 'COMMUNITY_GROUP', 'HEALTH_BODY', 'PUBLIC_BODY');

-- CreateEnum
CREATE TYPE "PlanKind" AS ENUM ('SANCTUARY', 'RELATED');

-- CreateEnum
CREATE TYPE "PlanState" AS ENUM ('DRAFT', 'CURRENT', 'ENDED', 'SUPERSEDED');

-- CreateEnum
CREATE TYPE "ReportedStatus" AS ENUM ('NOT_STARTED', 'IN_PROGRESS', 'DELAYED', 'DONE', 'STOPPED');

-- CreateEnum
CREATE TYPE "EvidenceKind" AS ENUM ('MINUTES', 'DOCUMENT', 'WEB_PAGE', 'DATA', 'NEWS');

-- CreateEnum
CREATE TYPE "AssessedView" AS ENUM ('AGREES', 'PARTLY_AGREES', 'DISAGREES');

-- CreateEnum
CREATE TYPE "EditorRole" AS ENUM ('ADMINISTRATOR', 'COUNCIL_OFFICER', 'STEERING_GROUP');

-- CreateEnum
CREATE TYPE "TargetKind" AS ENUM ('TARGET', 'OUTCOME');

-- CreateEnum
CREATE TYPE "TranslationSource" AS ENUM ('PERSON', 'COMMUNITY', 'MACHINE');

-- CreateTable
CREATE TABLE "Action" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "councilId" UUID NOT NULL,
    "planId" UUID NOT NULL,
    "themeId" UUID NOT NULL,
    "ref" TEXT NOT NULL,
    "refIsDerived" BOOLEAN NOT NULL DEFAULT false,
    "position" INTEGER NOT NULL,
    "leftDocumentAt" TIMESTAMPTZ,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Action_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ActionWording" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "councilId" UUID NOT NULL,
    "actionId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "since" TIMESTAMPTZ NOT NULL DEFAULT sanctuary.now(),
    "title" TEXT NOT NULL,
    "detail" TEXT,
    "language" TEXT NOT NULL DEFAULT 'en',
    "leadText" TEXT,
    "dueText" TEXT,
    "strengths" "CommitmentStrength"[],

    CONSTRAINT "ActionWording_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ActionLead" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "councilId" UUID NOT NULL,
    "wordingId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "role" "LeadRole" NOT NULL,
    "name" TEXT NOT NULL,
    "organisationId" UUID,

    CONSTRAINT "ActionLead_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Milestone" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "councilId" UUID NOT NULL,
    "actionId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "language" TEXT NOT NULL DEFAULT 'en',
    "dueText" TEXT,
    "metOn" DATE,

    CONSTRAINT "Milestone_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Change" (
    "id" BIGSERIAL NOT NULL,
    "councilId" UUID NOT NULL,
    "revision" INTEGER NOT NULL,
    "at" TIMESTAMPTZ NOT NULL DEFAULT sanctuary.now(),
    "byRole" TEXT NOT NULL,
    "kind" "ChangeKind" NOT NULL,
    "noun" TEXT NOT NULL,
    "recordId" UUID NOT NULL,
    "fields" TEXT[],
    "planId" UUID,
    "actionId" UUID,

    CONSTRAINT "Change_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Council" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "kind" "CouncilKind" NOT NULL,
    "officialCode" TEXT,
    "languages" TEXT[] DEFAULT ARRAY['en']::TEXT[],
    "timeZone" TEXT NOT NULL DEFAULT 'Europe/London',
    "contactEmail" TEXT,
    "contactUrl" TEXT,
    "siteUrl" TEXT,
    "dataLicence" TEXT NOT NULL DEFAULT 'OGL-UK-3.0',
    "reportingEveryMonths" INTEGER,
    "isExample" BOOLEAN NOT NULL DEFAULT false,
    "revision" INTEGER NOT NULL DEFAULT 0,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Council_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ManagementToken" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "councilId" UUID,
    "role" "EditorRole" NOT NULL,
    "tokenHash" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ NOT NULL DEFAULT sanctuary.now(),
    "revokedAt" TIMESTAMPTZ,

    CONSTRAINT "ManagementToken_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Organisation" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "councilId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "kind" "OrganisationKind" NOT NULL,
    "charityNumber" TEXT,
    "website" TEXT,

    CONSTRAINT "Organisation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Plan" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "councilId" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "summary" TEXT,
    "language" TEXT NOT NULL DEFAULT 'en',
    "kind" "PlanKind" NOT NULL DEFAULT 'SANCTUARY',
    "state" "PlanState" NOT NULL DEFAULT 'DRAFT',
    "periodText" TEXT,
    "adoptedText" TEXT,
    "sourceUrl" TEXT,
    "coProductionNote" TEXT,
    "supersedesPlanId" UUID,
    "supersedesNames" TEXT[],
    "position" INTEGER NOT NULL DEFAULT 0,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Plan_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Theme" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "councilId" UUID NOT NULL,
    "planId" UUID NOT NULL,
    "ref" TEXT NOT NULL,
    "refIsDerived" BOOLEAN NOT NULL DEFAULT false,
    "position" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "detail" TEXT,
    "language" TEXT NOT NULL DEFAULT 'en',

    CONSTRAINT "Theme_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Report" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "councilId" UUID NOT NULL,
    "actionId" UUID NOT NULL,
    "status" "ReportedStatus" NOT NULL,
    "whatHappened" TEXT NOT NULL,
    "language" TEXT NOT NULL DEFAULT 'en',
    "publishedAt" TIMESTAMPTZ,
    "byRole" "EditorRole" NOT NULL,
    "correctsId" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Report_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Evidence" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "councilId" UUID NOT NULL,
    "reportId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "kind" "EvidenceKind" NOT NULL,
    "title" TEXT NOT NULL,
    "url" TEXT NOT NULL,
    "datedOn" DATE,

    CONSTRAINT "Evidence_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "GroupAssessment" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "councilId" UUID NOT NULL,
    "reportId" UUID NOT NULL,
    "view" "AssessedView" NOT NULL,
    "reason" TEXT,
    "language" TEXT NOT NULL DEFAULT 'en',
    "assessedOn" DATE NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "GroupAssessment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CouncilResponse" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "councilId" UUID NOT NULL,
    "reportId" UUID NOT NULL,
    "text" TEXT NOT NULL,
    "language" TEXT NOT NULL DEFAULT 'en',
    "respondedOn" DATE NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "CouncilResponse_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Target" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "councilId" UUID NOT NULL,
    "planId" UUID NOT NULL,
    "themeId" UUID NOT NULL,
    "actionId" UUID,
    "partOfId" UUID,
    "position" INTEGER NOT NULL,
    "kind" "TargetKind" NOT NULL,
    "statement" TEXT NOT NULL,
    "language" TEXT NOT NULL DEFAULT 'en',
    "unit" TEXT,
    "baselineValue" DOUBLE PRECISION,
    "targetValue" DOUBLE PRECISION,
    "forWhom" TEXT,
    "dueText" TEXT,

    CONSTRAINT "Target_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Measurement" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "councilId" UUID NOT NULL,
    "targetId" UUID NOT NULL,
    "measuredOn" DATE NOT NULL,
    "value" DOUBLE PRECISION,
    "isFewerThanFive" BOOLEAN NOT NULL DEFAULT false,
    "source" TEXT NOT NULL,
    "sourceUrl" TEXT,

    CONSTRAINT "Measurement_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Translation" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "councilId" UUID NOT NULL,
    "language" TEXT NOT NULL,
    "field" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "source" "TranslationSource" NOT NULL,
    "madeAt" TIMESTAMPTZ NOT NULL DEFAULT sanctuary.now(),
    "planId" UUID,
    "themeId" UUID,
    "wordingId" UUID,
    "reportId" UUID,

    CONSTRAINT "Translation_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Action_themeId_idx" ON "Action"("themeId");

-- CreateIndex
CREATE UNIQUE INDEX "Action_planId_ref_key" ON "Action"("planId", "ref");

-- CreateIndex
CREATE UNIQUE INDEX "ActionWording_actionId_number_key" ON "ActionWording"("actionId", "number");

-- CreateIndex
CREATE UNIQUE INDEX "ActionLead_wordingId_position_key" ON "ActionLead"("wordingId", "position");

-- CreateIndex
CREATE UNIQUE INDEX "Milestone_actionId_position_key" ON "Milestone"("actionId", "position");

-- CreateIndex
CREATE INDEX "Change_councilId_revision_idx" ON "Change"("councilId", "revision");

-- CreateIndex
CREATE INDEX "Change_planId_idx" ON "Change"("planId");

-- CreateIndex
CREATE INDEX "Change_actionId_idx" ON "Change"("actionId");

-- CreateIndex
CREATE UNIQUE INDEX "Council_slug_key" ON "Council"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "ManagementToken_tokenHash_key" ON "ManagementToken"("tokenHash");

-- CreateIndex
CREATE UNIQUE INDEX "Organisation_councilId_name_key" ON "Organisation"("councilId", "name");

-- CreateIndex
CREATE UNIQUE INDEX "Plan_councilId_slug_key" ON "Plan"("councilId", "slug");

-- CreateIndex
CREATE UNIQUE INDEX "Theme_planId_ref_key" ON "Theme"("planId", "ref");

-- CreateIndex
CREATE UNIQUE INDEX "Report_correctsId_key" ON "Report"("correctsId");

-- CreateIndex
CREATE INDEX "Report_actionId_idx" ON "Report"("actionId");

-- CreateIndex
CREATE UNIQUE INDEX "Evidence_reportId_position_key" ON "Evidence"("reportId", "position");

-- CreateIndex
CREATE UNIQUE INDEX "GroupAssessment_reportId_key" ON "GroupAssessment"("reportId");

-- CreateIndex
CREATE UNIQUE INDEX "CouncilResponse_reportId_key" ON "CouncilResponse"("reportId");

-- CreateIndex
CREATE INDEX "Target_planId_idx" ON "Target"("planId");

-- CreateIndex
CREATE INDEX "Target_themeId_idx" ON "Target"("themeId");

-- CreateIndex
CREATE INDEX "Target_actionId_idx" ON "Target"("actionId");

-- CreateIndex
CREATE INDEX "Target_partOfId_idx" ON "Target"("partOfId");

-- CreateIndex
CREATE UNIQUE INDEX "Measurement_targetId_measuredOn_key" ON "Measurement"("targetId", "measuredOn");

-- CreateIndex
CREATE UNIQUE INDEX "Translation_planId_language_field_key" ON "Translation"("planId", "language", "field");

-- CreateIndex
CREATE UNIQUE INDEX "Translation_themeId_language_field_key" ON "Translation"("themeId", "language", "field");

-- CreateIndex
CREATE UNIQUE INDEX "Translation_wordingId_language_field_key" ON "Translation"("wordingId", "language", "field");

-- CreateIndex
CREATE UNIQUE INDEX "Translation_reportId_language_field_key" ON "Translation"("reportId", "language", "field");

-- AddForeignKey
ALTER TABLE "Action" ADD CONSTRAINT "Action_councilId_fkey" FOREIGN KEY ("councilId") REFERENCES "Council"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Action" ADD CONSTRAINT "Action_planId_fkey" FOREIGN KEY ("planId") REFERENCES "Plan"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Action" ADD CONSTRAINT "Action_themeId_fkey" FOREIGN KEY ("themeId") REFERENCES "Theme"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ActionWording" ADD CONSTRAINT "ActionWording_councilId_fkey" FOREIGN KEY ("councilId") REFERENCES "Council"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ActionWording" ADD CONSTRAINT "ActionWording_actionId_fkey" FOREIGN KEY ("actionId") REFERENCES "Action"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ActionLead" ADD CONSTRAINT "ActionLead_councilId_fkey" FOREIGN KEY ("councilId") REFERENCES "Council"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ActionLead" ADD CONSTRAINT "ActionLead_wordingId_fkey" FOREIGN KEY ("wordingId") REFERENCES "ActionWording"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ActionLead" ADD CONSTRAINT "ActionLead_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Milestone" ADD CONSTRAINT "Milestone_councilId_fkey" FOREIGN KEY ("councilId") REFERENCES "Council"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Milestone" ADD CONSTRAINT "Milestone_actionId_fkey" FOREIGN KEY ("actionId") REFERENCES "Action"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Change" ADD CONSTRAINT "Change_councilId_fkey" FOREIGN KEY ("councilId") REFERENCES "Council"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Change" ADD CONSTRAINT "Change_planId_fkey" FOREIGN KEY ("planId") REFERENCES "Plan"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Change" ADD CONSTRAINT "Change_actionId_fkey" FOREIGN KEY ("actionId") REFERENCES "Action"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ManagementToken" ADD CONSTRAINT "ManagementToken_councilId_fkey" FOREIGN KEY ("councilId") REFERENCES "Council"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Organisation" ADD CONSTRAINT "Organisation_councilId_fkey" FOREIGN KEY ("councilId") REFERENCES "Council"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Plan" ADD CONSTRAINT "Plan_councilId_fkey" FOREIGN KEY ("councilId") REFERENCES "Council"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Plan" ADD CONSTRAINT "Plan_supersedesPlanId_fkey" FOREIGN KEY ("supersedesPlanId") REFERENCES "Plan"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Theme" ADD CONSTRAINT "Theme_councilId_fkey" FOREIGN KEY ("councilId") REFERENCES "Council"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Theme" ADD CONSTRAINT "Theme_planId_fkey" FOREIGN KEY ("planId") REFERENCES "Plan"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Report" ADD CONSTRAINT "Report_councilId_fkey" FOREIGN KEY ("councilId") REFERENCES "Council"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Report" ADD CONSTRAINT "Report_actionId_fkey" FOREIGN KEY ("actionId") REFERENCES "Action"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Report" ADD CONSTRAINT "Report_correctsId_fkey" FOREIGN KEY ("correctsId") REFERENCES "Report"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Evidence" ADD CONSTRAINT "Evidence_councilId_fkey" FOREIGN KEY ("councilId") REFERENCES "Council"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Evidence" ADD CONSTRAINT "Evidence_reportId_fkey" FOREIGN KEY ("reportId") REFERENCES "Report"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "GroupAssessment" ADD CONSTRAINT "GroupAssessment_councilId_fkey" FOREIGN KEY ("councilId") REFERENCES "Council"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "GroupAssessment" ADD CONSTRAINT "GroupAssessment_reportId_fkey" FOREIGN KEY ("reportId") REFERENCES "Report"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CouncilResponse" ADD CONSTRAINT "CouncilResponse_councilId_fkey" FOREIGN KEY ("councilId") REFERENCES "Council"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CouncilResponse" ADD CONSTRAINT "CouncilResponse_reportId_fkey" FOREIGN KEY ("reportId") REFERENCES "Report"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Target" ADD CONSTRAINT "Target_councilId_fkey" FOREIGN KEY ("councilId") REFERENCES "Council"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Target" ADD CONSTRAINT "Target_planId_fkey" FOREIGN KEY ("planId") REFERENCES "Plan"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Target" ADD CONSTRAINT "Target_themeId_fkey" FOREIGN KEY ("themeId") REFERENCES "Theme"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Target" ADD CONSTRAINT "Target_actionId_fkey" FOREIGN KEY ("actionId") REFERENCES "Action"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Target" ADD CONSTRAINT "Target_partOfId_fkey" FOREIGN KEY ("partOfId") REFERENCES "Target"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Measurement" ADD CONSTRAINT "Measurement_councilId_fkey" FOREIGN KEY ("councilId") REFERENCES "Council"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Measurement" ADD CONSTRAINT "Measurement_targetId_fkey" FOREIGN KEY ("targetId") REFERENCES "Target"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Translation" ADD CONSTRAINT "Translation_councilId_fkey" FOREIGN KEY ("councilId") REFERENCES "Council"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Translation" ADD CONSTRAINT "Translation_planId_fkey" FOREIGN KEY ("planId") REFERENCES "Plan"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Translation" ADD CONSTRAINT "Translation_themeId_fkey" FOREIGN KEY ("themeId") REFERENCES "Theme"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Translation" ADD CONSTRAINT "Translation_wordingId_fkey" FOREIGN KEY ("wordingId") REFERENCES "ActionWording"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Translation" ADD CONSTRAINT "Translation_reportId_fkey" FOREIGN KEY ("reportId") REFERENCES "Report"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Roles belong to the whole cluster: the same migration runs in many databases of one, perhaps at once. Who
-- migrates may take on both, so that one login serves every connection.
DO $$
DECLARE name TEXT;
BEGIN
  FOREACH name IN ARRAY ARRAY['sanctuary_public', 'sanctuary_management'] LOOP
    BEGIN
      IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = name) THEN EXECUTE format('CREATE ROLE %I NOLOGIN', name); END IF;
    EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;
    END;
    IF NOT pg_has_role(current_user, name, 'SET') THEN EXECUTE format('GRANT %I TO %I', name, current_user); END IF;
  END LOOP;
END $$;

GRANT USAGE ON SCHEMA public, sanctuary TO sanctuary_public, sanctuary_management;

-- What the public may see: published rows of these tables and nothing of any other.
GRANT SELECT ON "Council", "Organisation", "Plan", "Theme", "Action", "ActionWording", "ActionLead", "Milestone", "Target",
  "Measurement", "Report", "Evidence", "GroupAssessment", "CouncilResponse", "Translation", "Change" TO sanctuary_public;

-- Management changes what is said, but never what was said: wordings are only added, changes only recorded.
GRANT SELECT ON ALL TABLES IN SCHEMA public TO sanctuary_management;
GRANT INSERT, UPDATE, DELETE ON "Organisation", "Plan", "Theme", "Action", "Milestone", "Target", "Measurement", "Report",
  "Evidence", "GroupAssessment", "CouncilResponse", "Translation", "ManagementToken" TO sanctuary_management;
GRANT INSERT ON "Council", "ActionWording", "ActionLead" TO sanctuary_management;
GRANT DELETE ON "Council" TO sanctuary_management;
GRANT UPDATE ("slug", "name", "kind", "officialCode", "languages", "timeZone", "contactEmail", "contactUrl", "siteUrl",
  "dataLicence", "reportingEveryMonths", "isExample", "version") ON "Council" TO sanctuary_management;
DO $$ BEGIN
  IF to_regclass('public._prisma_migrations') IS NOT NULL THEN REVOKE ALL ON _prisma_migrations FROM sanctuary_management; END IF;
END $$;

DO $$
DECLARE name TEXT;
BEGIN
  FOREACH name IN ARRAY ARRAY['Council', 'Organisation', 'Plan', 'Theme', 'Action', 'ActionWording', 'ActionLead', 'Milestone',
    'Target', 'Measurement', 'Report', 'Evidence', 'GroupAssessment', 'CouncilResponse', 'Translation', 'Change', 'ManagementToken']
  LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('CREATE POLICY management_works ON %I TO sanctuary_management USING (true) WITH CHECK (true)', name);
  END LOOP;
END $$;

-- A row is public when what it belongs to is; each look at a parent passes the parent's own policy.
CREATE POLICY public_reads ON "Council" FOR SELECT TO sanctuary_public USING (true);
CREATE POLICY public_reads ON "Organisation" FOR SELECT TO sanctuary_public USING (true);
CREATE POLICY public_reads ON "Plan" FOR SELECT TO sanctuary_public USING ("state" <> 'DRAFT');
CREATE POLICY public_reads ON "Theme" FOR SELECT TO sanctuary_public
  USING (EXISTS (SELECT FROM "Plan" WHERE "Plan"."id" = "Theme"."planId"));
CREATE POLICY public_reads ON "Action" FOR SELECT TO sanctuary_public
  USING (EXISTS (SELECT FROM "Plan" WHERE "Plan"."id" = "Action"."planId"));
CREATE POLICY public_reads ON "ActionWording" FOR SELECT TO sanctuary_public
  USING (EXISTS (SELECT FROM "Action" WHERE "Action"."id" = "ActionWording"."actionId"));
CREATE POLICY public_reads ON "ActionLead" FOR SELECT TO sanctuary_public
  USING (EXISTS (SELECT FROM "ActionWording" WHERE "ActionWording"."id" = "ActionLead"."wordingId"));
CREATE POLICY public_reads ON "Milestone" FOR SELECT TO sanctuary_public
  USING (EXISTS (SELECT FROM "Action" WHERE "Action"."id" = "Milestone"."actionId"));
CREATE POLICY public_reads ON "Target" FOR SELECT TO sanctuary_public
  USING (EXISTS (SELECT FROM "Plan" WHERE "Plan"."id" = "Target"."planId"));
CREATE POLICY public_reads ON "Measurement" FOR SELECT TO sanctuary_public
  USING (EXISTS (SELECT FROM "Target" WHERE "Target"."id" = "Measurement"."targetId"));
CREATE POLICY public_reads ON "Report" FOR SELECT TO sanctuary_public
  USING ("publishedAt" <= sanctuary.now() AND EXISTS (SELECT FROM "Action" WHERE "Action"."id" = "Report"."actionId"));
CREATE POLICY public_reads ON "Evidence" FOR SELECT TO sanctuary_public
  USING (EXISTS (SELECT FROM "Report" WHERE "Report"."id" = "Evidence"."reportId"));
CREATE POLICY public_reads ON "GroupAssessment" FOR SELECT TO sanctuary_public
  USING (EXISTS (SELECT FROM "Report" WHERE "Report"."id" = "GroupAssessment"."reportId"));
CREATE POLICY public_reads ON "CouncilResponse" FOR SELECT TO sanctuary_public
  USING (EXISTS (SELECT FROM "Report" WHERE "Report"."id" = "CouncilResponse"."reportId"));
CREATE POLICY public_reads ON "Translation" FOR SELECT TO sanctuary_public USING (
  EXISTS (SELECT FROM "Plan" WHERE "Plan"."id" = "Translation"."planId")
  OR EXISTS (SELECT FROM "Theme" WHERE "Theme"."id" = "Translation"."themeId")
  OR EXISTS (SELECT FROM "ActionWording" WHERE "ActionWording"."id" = "Translation"."wordingId")
  OR EXISTS (SELECT FROM "Report" WHERE "Report"."id" = "Translation"."reportId")
);
-- That a record changed is as public as the record itself; a removed one is not named.
CREATE POLICY public_reads ON "Change" FOR SELECT TO sanctuary_public USING (
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
    ELSE false
  END
);

-- One transaction raises a council's revision once, whatever it writes. Raising it takes the council's row, so
-- revisions become visible in their order.
CREATE FUNCTION sanctuary.raise_revision(council UUID) RETURNS INTEGER LANGUAGE plpgsql AS $$
DECLARE
  mark TEXT := 'sanctuary.revision_' || replace(council::text, '-', '_');
  raised TEXT := nullif(current_setting(mark, true), '');
BEGIN
  IF raised IS NULL THEN
    UPDATE public."Council" SET "revision" = "revision" + 1 WHERE "id" = council RETURNING "revision" INTO raised;
    PERFORM set_config(mark, raised, true);
  END IF;
  RETURN raised::integer;
END $$;
REVOKE EXECUTE ON FUNCTION sanctuary.raise_revision FROM PUBLIC;

-- Appends to the record of changes: which record, which fields, never their values.
CREATE FUNCTION sanctuary.record_change() RETURNS TRIGGER LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  before JSONB := to_jsonb(OLD);
  record JSONB := coalesce(to_jsonb(NEW), before);
  council UUID := CASE TG_TABLE_NAME WHEN 'Council' THEN record ->> 'id' ELSE record ->> 'councilId' END;
  changed TEXT[] := '{}';
  action UUID;
  plan UUID;
  raised INTEGER;
BEGIN
  IF TG_OP <> 'DELETE' THEN
    changed := ARRAY(
      SELECT field FROM jsonb_each(record) AS now (field, value)
      WHERE field NOT IN ('id', 'councilId', 'version', 'revision') AND value IS DISTINCT FROM coalesce(before -> field, 'null')
      ORDER BY field
    );
    IF TG_OP = 'UPDATE' AND changed = '{}' THEN RETURN NULL; END IF;
  ELSIF NOT EXISTS (SELECT FROM "Council" WHERE "id" = council) THEN
    -- Removed with its council: nobody is left to keep the record for.
    RETURN NULL;
  END IF;
  action := coalesce(
    (CASE TG_TABLE_NAME WHEN 'Action' THEN record ->> 'id' ELSE record ->> 'actionId' END)::uuid,
    (SELECT "actionId" FROM "ActionWording" WHERE "id" = (record ->> 'wordingId')::uuid),
    (SELECT "actionId" FROM "Report" WHERE "id" = (record ->> 'reportId')::uuid),
    (SELECT "actionId" FROM "Target" WHERE "id" = (record ->> 'targetId')::uuid)
  );
  plan := coalesce(
    (CASE TG_TABLE_NAME WHEN 'Plan' THEN record ->> 'id' ELSE record ->> 'planId' END)::uuid,
    (SELECT "planId" FROM "Action" WHERE "id" = action),
    (SELECT "planId" FROM "Theme" WHERE "id" = (record ->> 'themeId')::uuid),
    (SELECT "planId" FROM "Target" WHERE "id" = (record ->> 'targetId')::uuid)
  );
  -- First of all, so that changes are numbered in the order of their revisions.
  raised := sanctuary.raise_revision(council);
  INSERT INTO "Change" ("councilId", "revision", "byRole", "kind", "noun", "recordId", "fields", "planId", "actionId")
  VALUES (
    council,
    raised,
    coalesce(nullif(current_setting('sanctuary.by_role', true), ''), session_user),
    (CASE TG_OP WHEN 'INSERT' THEN 'CREATED' WHEN 'UPDATE' THEN 'CHANGED' ELSE 'REMOVED' END)::"ChangeKind",
    TG_TABLE_NAME,
    (record ->> 'id')::uuid,
    changed,
    -- Either may be on its way out, and this row with it.
    (SELECT "id" FROM "Plan" WHERE "id" = plan),
    (SELECT "id" FROM "Action" WHERE "id" = action)
  );
  RETURN NULL;
END $$;

-- Every table but the record itself and the tokens, of which nothing is told to anybody.
DO $$
DECLARE name TEXT;
BEGIN
  FOREACH name IN ARRAY ARRAY['Council', 'Organisation', 'Plan', 'Theme', 'Action', 'ActionWording', 'ActionLead', 'Milestone', 'Target',
    'Measurement', 'Report', 'Evidence', 'GroupAssessment', 'CouncilResponse', 'Translation']
  LOOP
    EXECUTE format('CREATE TRIGGER record_change AFTER INSERT OR UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION sanctuary.record_change()', name);
  END LOOP;
END $$;

-- One to four people or things could point at somebody: the figure is not kept at all. Percentages and money are no counts.
CREATE FUNCTION sanctuary.hide_small_count() RETURNS TRIGGER LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF NEW."value" > 0 AND NEW."value" < 5 AND NOT EXISTS (
    SELECT FROM "Target" WHERE "id" = NEW."targetId" AND lower("unit") IN ('%', 'percent', 'per cent', '£', 'pounds', 'days', 'hours', 'weeks', 'months')
  ) THEN
    NEW."value" := NULL;
    NEW."isFewerThanFive" := true;
  ELSIF NEW."value" IS NOT NULL THEN
    NEW."isFewerThanFive" := false;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER hide_small_count BEFORE INSERT OR UPDATE ON "Measurement" FOR EACH ROW EXECUTE FUNCTION sanctuary.hide_small_count();

-- What was measured as a percentage may turn out to be a count.
CREATE FUNCTION sanctuary.hide_small_counts_again() RETURNS TRIGGER LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  UPDATE "Measurement" SET "value" = "value" WHERE "targetId" = NEW."id" AND "value" IS NOT NULL;
  RETURN NULL;
END $$;
CREATE TRIGGER hide_small_counts_again AFTER UPDATE OF "unit" ON "Target" FOR EACH ROW EXECUTE FUNCTION sanctuary.hide_small_counts_again();

ALTER TABLE "Measurement" ADD CONSTRAINT "Measurement_value_or_hidden" CHECK (("value" IS NULL) = "isFewerThanFive");
ALTER TABLE "Translation" ADD CONSTRAINT "Translation_of_one_record" CHECK (num_nonnulls("planId", "themeId", "wordingId", "reportId") = 1);
ALTER TABLE "Council" ADD CONSTRAINT "Council_slug_form" CHECK ("slug" ~ '^[a-z0-9]+(-[a-z0-9]+)*$' AND length("slug") <= 60);
ALTER TABLE "Plan" ADD CONSTRAINT "Plan_slug_form" CHECK ("slug" ~ '^[a-z0-9]+(-[a-z0-9]+)*$' AND length("slug") <= 60);
ALTER TABLE "Council" ADD CONSTRAINT "Council_reporting_rhythm" CHECK ("reportingEveryMonths" BETWEEN 1 AND 60);
