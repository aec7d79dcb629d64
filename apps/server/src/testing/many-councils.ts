export const planSlug = '2026-2029';

/** What the newest report on every action says. */
export const aReport =
  'The first sessions were held in two libraries; a third place has been found and opens after the summer.';

interface Size {
  councils: number;
  /** Of each council; the first is called `planSlug`. */
  plans: number;
  /** Of each plan. */
  themes: number;
  /** Of each theme. */
  actions: number;
  /** Of each council; each with a place, hours, a language and a contact. */
  services: number;
}

/** SQL for the owner of an empty database: councils called council-1, council-2, …, each of the same size. */
export const describeCouncils = ({ councils, plans, themes, actions, services }: Size) => `
BEGIN;
-- Without triggers, which would take half a minute to record the changes.
SET LOCAL session_replication_role = replica;
INSERT INTO "Council" ("slug", "name", "kind", "reportingEveryMonths", "revision")
  SELECT 'council-' || n, 'Borough council number ' || n, 'BOROUGH', 6, 1 FROM generate_series(1, ${councils}) AS n;
INSERT INTO "Plan" ("councilId", "slug", "title", "state", "periodText", "sourceUrl")
  SELECT "id", CASE n WHEN 1 THEN '${planSlug}' ELSE 'plan-' || n END, 'Sanctuary action plan', 'CURRENT', '${planSlug}', 'https://council.example/plan.pdf'
  FROM "Council", generate_series(1, ${plans}) AS n;
INSERT INTO "Theme" ("councilId", "planId", "ref", "position", "title", "detail")
  SELECT "councilId", "id", n::text, n - 1, 'Theme ' || n || ': a safe place to live and to be heard', 'What this part of the plan is for, in one sentence.'
  FROM "Plan", generate_series(1, ${themes}) AS n;
INSERT INTO "Action" ("councilId", "planId", "themeId", "ref", "position")
  SELECT "councilId", "planId", "id", "ref" || '.' || n, n - 1 FROM "Theme", generate_series(1, ${actions}) AS n;
INSERT INTO "ActionWording" ("councilId", "actionId", "number", "title", "leadText", "dueText")
  SELECT "councilId", "id", 1, 'Deliver a drop-in for people seeking sanctuary in each part of the borough (' || "ref" || ')',
    'Housing', CASE "position" WHEN 0 THEN 'Ongoing' WHEN 1 THEN NULL ELSE 'by March 2028' END
  FROM "Action";
INSERT INTO "ActionLead" ("councilId", "wordingId", "position", "role", "name")
  SELECT "councilId", "id", 0, 'ACCOUNTABLE', 'Housing' FROM "ActionWording";
INSERT INTO "Report" ("councilId", "actionId", "status", "whatHappened", "publishedAt", "byRole")
  SELECT "councilId", "id", (ARRAY['NOT_STARTED', 'IN_PROGRESS', 'DELAYED', 'DONE', 'STOPPED'])["position" % 5 + 1]::"ReportedStatus",
    '${aReport}',
    sanctuary.now() - interval '1 day' * "position", 'COUNCIL_OFFICER'
  FROM "Action";
INSERT INTO "Evidence" ("councilId", "reportId", "position", "kind", "title", "url")
  SELECT "councilId", "id", 0, 'MINUTES', 'Minutes of the cabinet', 'https://council.example/minutes' FROM "Report";
INSERT INTO "GroupAssessment" ("councilId", "reportId", "view", "reason", "assessedOn")
  SELECT "councilId", "id", 'PARTLY_AGREES', 'Members were there once.', current_date FROM "Report" WHERE "status" = 'DONE';
INSERT INTO "Target" ("councilId", "planId", "themeId", "position", "kind", "statement", "unit", "targetValue")
  SELECT "councilId", "planId", "id", 0, 'TARGET', 'People who come to a session', 'people', 100 FROM "Theme";
INSERT INTO "Measurement" ("councilId", "targetId", "measuredOn", "value", "source")
  SELECT "councilId", "id", current_date, 40, 'Count by the hosts' FROM "Target";
INSERT INTO "Change" ("councilId", "revision", "byRole", "kind", "noun", "recordId", "planId", "actionId")
  SELECT "councilId", 1, 'COUNCIL_OFFICER', 'CREATED', 'Action', "id", "planId", "id" FROM "Action";
INSERT INTO "Organisation" ("councilId", "name", "kind")
  SELECT "id", 'Welcome group ' || n, 'CHARITY' FROM "Council", generate_series(1, ${Math.ceil(services / 5)}) AS n;
INSERT INTO "Service" ("councilId", "organisationId", "slug", "name", "summary", "categories", "eligibleGroups", "hours", "isPublished")
  SELECT "councilId", "Organisation"."id", 'service-' || substr("name", 15) || '-' || n, 'Drop-in ' || n, 'Help with forms and letters.',
    '{ADVICE}', '{ANYONE}', 'SCHEDULED', true
  FROM "Organisation", generate_series(1, 5) AS n WHERE "name" LIKE 'Welcome group %';
INSERT INTO "ServiceLanguage" ("councilId", "serviceId", "language") SELECT "councilId", "id", 'ti' FROM "Service";
INSERT INTO "ServiceContact" ("councilId", "serviceId", "position", "kind", "value")
  SELECT "councilId", "id", 0, 'TELEPHONE', '020 7946 0000' FROM "Service";
INSERT INTO "Location" ("id", "councilId", "name", "latitude", "longitude")
  SELECT "id", "councilId", 'Hall', 51.5, -0.1 FROM "Service";
INSERT INTO "ServiceLocation" ("id", "councilId", "serviceId", "locationId") SELECT "id", "councilId", "id", "id" FROM "Service";
INSERT INTO "Schedule" ("councilId", "serviceId", "serviceLocationId", "weekdays", "opensAt", "closesAt")
  SELECT "councilId", "id", "id", '{2}', '09:00', '12:00' FROM "Service";
SELECT sanctuary.index_services(array_agg("id")) FROM "Service";
COMMIT`;
