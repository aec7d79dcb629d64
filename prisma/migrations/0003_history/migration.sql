-- How a plan stood on a day: which state the council had declared for it by then.

-- CreateTable
CREATE TABLE "PlanStanding" (
    "id" BIGSERIAL NOT NULL,
    "councilId" UUID NOT NULL,
    "planId" UUID NOT NULL,
    "state" "PlanState" NOT NULL,
    "since" TIMESTAMPTZ NOT NULL DEFAULT sanctuary.now(),

    CONSTRAINT "PlanStanding_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "PlanStanding_planId_idx" ON "PlanStanding"("planId");

-- AddForeignKey
ALTER TABLE "PlanStanding" ADD CONSTRAINT "PlanStanding_councilId_fkey" FOREIGN KEY ("councilId") REFERENCES "Council"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PlanStanding" ADD CONSTRAINT "PlanStanding_planId_fkey" FOREIGN KEY ("planId") REFERENCES "Plan"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Nobody but the trigger writes it: what was declared is never altered.
GRANT SELECT ON "PlanStanding" TO sanctuary_public, sanctuary_management;
ALTER TABLE "PlanStanding" ENABLE ROW LEVEL SECURITY;
CREATE POLICY management_works ON "PlanStanding" TO sanctuary_management USING (true) WITH CHECK (true);
-- That a published plan was a draft before is no secret; what it said then is not shown.
CREATE POLICY public_reads ON "PlanStanding" FOR SELECT TO sanctuary_public
  USING (EXISTS (SELECT FROM "Plan" WHERE "Plan"."id" = "PlanStanding"."planId"));

CREATE FUNCTION sanctuary.record_standing() RETURNS TRIGGER LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  INSERT INTO "PlanStanding" ("councilId", "planId", "state") VALUES (NEW."councilId", NEW."id", NEW."state");
  RETURN NULL;
END $$;
CREATE TRIGGER record_first_standing AFTER INSERT ON "Plan" FOR EACH ROW EXECUTE FUNCTION sanctuary.record_standing();
CREATE TRIGGER record_next_standing AFTER UPDATE OF "state" ON "Plan" FOR EACH ROW
  WHEN (OLD."state" IS DISTINCT FROM NEW."state") EXECUTE FUNCTION sanctuary.record_standing();

-- Of the plans that are here already the last change of state is on record, and not what it was before: it may have
-- been a draft, so nothing is shown of the days before that.
INSERT INTO "PlanStanding" ("councilId", "planId", "state", "since")
SELECT "councilId", "recordId", 'DRAFT', min("at") FROM "Change"
WHERE "noun" = 'Plan' AND "recordId" IN (SELECT "id" FROM "Plan")
GROUP BY "councilId", "recordId" HAVING bool_or("kind" = 'CHANGED' AND 'state' = ANY("fields"));
INSERT INTO "PlanStanding" ("councilId", "planId", "state", "since")
SELECT "councilId", "id", "state", coalesce(
  (SELECT max("at") FROM "Change" WHERE "noun" = 'Plan' AND "recordId" = "Plan"."id" AND 'state' = ANY("fields")),
  sanctuary.now()
) FROM "Plan";

-- What the group says about a report, and what the council answers, is only added to, like wordings: saying it anew
-- adds the next number, and taking it down takes the rows away.

-- AlterTable
ALTER TABLE "GroupAssessment" RENAME COLUMN "version" TO "number";
ALTER TABLE "GroupAssessment" ADD COLUMN "since" TIMESTAMPTZ;
ALTER TABLE "CouncilResponse" RENAME COLUMN "version" TO "number";
ALTER TABLE "CouncilResponse" ADD COLUMN "since" TIMESTAMPTZ;

-- Of what is here already the day that it names is the best that is known, and earlier texts are gone. That is no
-- change of what anybody said, so none is recorded.
ALTER TABLE "GroupAssessment" DISABLE TRIGGER record_change;
ALTER TABLE "CouncilResponse" DISABLE TRIGGER record_change;
UPDATE "GroupAssessment" SET "since" = ("assessedOn" + TIME '12:00') AT TIME ZONE "Council"."timeZone"
FROM "Council" WHERE "Council"."id" = "councilId";
UPDATE "CouncilResponse" SET "since" = ("respondedOn" + TIME '12:00') AT TIME ZONE "Council"."timeZone"
FROM "Council" WHERE "Council"."id" = "councilId";
ALTER TABLE "GroupAssessment" ENABLE TRIGGER record_change;
ALTER TABLE "CouncilResponse" ENABLE TRIGGER record_change;

ALTER TABLE "GroupAssessment" ALTER COLUMN "since" SET NOT NULL, ALTER COLUMN "since" SET DEFAULT sanctuary.now();
ALTER TABLE "CouncilResponse" ALTER COLUMN "since" SET NOT NULL, ALTER COLUMN "since" SET DEFAULT sanctuary.now();

-- DropIndex
DROP INDEX "GroupAssessment_reportId_key";
DROP INDEX "CouncilResponse_reportId_key";

-- CreateIndex
CREATE UNIQUE INDEX "GroupAssessment_reportId_number_key" ON "GroupAssessment"("reportId", "number");
CREATE UNIQUE INDEX "CouncilResponse_reportId_number_key" ON "CouncilResponse"("reportId", "number");

REVOKE UPDATE ON "GroupAssessment", "CouncilResponse" FROM sanctuary_management;
