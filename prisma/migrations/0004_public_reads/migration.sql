-- The same rows are public as before, only quicker to tell. Each look at a parent passed the parent's own policy,
-- and that one its parent's: planning an action with all that hangs on it took longer than running it, with a
-- hundred looks one inside the other. A view of its owner is one join, whatever stands above the row.
-- They hold identifiers of public rows alone, and are barriers: no condition sees a row before theirs does.

CREATE VIEW sanctuary.public_plan WITH (security_barrier) AS
  SELECT "id" FROM public."Plan" WHERE "state" <> 'DRAFT';

CREATE VIEW sanctuary.public_theme WITH (security_barrier) AS
  SELECT theme."id" FROM public."Theme" AS theme JOIN public."Plan" AS plan ON plan."id" = theme."planId"
  WHERE plan."state" <> 'DRAFT';

CREATE VIEW sanctuary.public_action WITH (security_barrier) AS
  SELECT action."id" FROM public."Action" AS action JOIN public."Plan" AS plan ON plan."id" = action."planId"
  WHERE plan."state" <> 'DRAFT';

CREATE VIEW sanctuary.public_wording WITH (security_barrier) AS
  SELECT wording."id" FROM public."ActionWording" AS wording
  JOIN public."Action" AS action ON action."id" = wording."actionId"
  JOIN public."Plan" AS plan ON plan."id" = action."planId"
  WHERE plan."state" <> 'DRAFT';

CREATE VIEW sanctuary.public_target WITH (security_barrier) AS
  SELECT target."id" FROM public."Target" AS target JOIN public."Plan" AS plan ON plan."id" = target."planId"
  WHERE plan."state" <> 'DRAFT';

-- The time is asked for once a statement, not once a row.
CREATE VIEW sanctuary.public_report WITH (security_barrier) AS
  SELECT report."id" FROM public."Report" AS report
  JOIN public."Action" AS action ON action."id" = report."actionId"
  JOIN public."Plan" AS plan ON plan."id" = action."planId"
  WHERE plan."state" <> 'DRAFT' AND report."publishedAt" <= (SELECT sanctuary.now());

GRANT SELECT ON sanctuary.public_plan, sanctuary.public_theme, sanctuary.public_action, sanctuary.public_wording,
  sanctuary.public_target, sanctuary.public_report TO sanctuary_public;

ALTER POLICY public_reads ON "Theme"
  USING (EXISTS (SELECT FROM sanctuary.public_plan WHERE public_plan."id" = "Theme"."planId"));
ALTER POLICY public_reads ON "Action"
  USING (EXISTS (SELECT FROM sanctuary.public_plan WHERE public_plan."id" = "Action"."planId"));
ALTER POLICY public_reads ON "Target"
  USING (EXISTS (SELECT FROM sanctuary.public_plan WHERE public_plan."id" = "Target"."planId"));
ALTER POLICY public_reads ON "ActionWording"
  USING (EXISTS (SELECT FROM sanctuary.public_action WHERE public_action."id" = "ActionWording"."actionId"));
ALTER POLICY public_reads ON "Milestone"
  USING (EXISTS (SELECT FROM sanctuary.public_action WHERE public_action."id" = "Milestone"."actionId"));
ALTER POLICY public_reads ON "ActionLead"
  USING (EXISTS (SELECT FROM sanctuary.public_wording WHERE public_wording."id" = "ActionLead"."wordingId"));
ALTER POLICY public_reads ON "Measurement"
  USING (EXISTS (SELECT FROM sanctuary.public_target WHERE public_target."id" = "Measurement"."targetId"));
ALTER POLICY public_reads ON "Report" USING (
  "publishedAt" <= (SELECT sanctuary.now())
  AND EXISTS (SELECT FROM sanctuary.public_action WHERE public_action."id" = "Report"."actionId")
);
ALTER POLICY public_reads ON "Evidence"
  USING (EXISTS (SELECT FROM sanctuary.public_report WHERE public_report."id" = "Evidence"."reportId"));
ALTER POLICY public_reads ON "GroupAssessment"
  USING (EXISTS (SELECT FROM sanctuary.public_report WHERE public_report."id" = "GroupAssessment"."reportId"));
ALTER POLICY public_reads ON "CouncilResponse"
  USING (EXISTS (SELECT FROM sanctuary.public_report WHERE public_report."id" = "CouncilResponse"."reportId"));
ALTER POLICY public_reads ON "Translation" USING (
  EXISTS (SELECT FROM sanctuary.public_plan WHERE public_plan."id" = "Translation"."planId")
  OR EXISTS (SELECT FROM sanctuary.public_theme WHERE public_theme."id" = "Translation"."themeId")
  OR EXISTS (SELECT FROM sanctuary.public_wording WHERE public_wording."id" = "Translation"."wordingId")
  OR EXISTS (SELECT FROM sanctuary.public_report WHERE public_report."id" = "Translation"."reportId")
);
