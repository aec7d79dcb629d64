-- The same rows are public as before, only quicker to tell. Each look at a parent passed the parent's own policy,
-- and that one its parent's: planning an action with all that hangs on it took longer than running it. Views of the
-- owner need no policies. They hold identifiers of public rows alone, and are barriers: no condition of the asker
-- sees a row before theirs has.
-- Each look is a scalar subquery, not EXISTS, which the planner may turn into a list of the whole table.

CREATE VIEW sanctuary.public_plan WITH (security_barrier) AS
  SELECT "id" FROM public."Plan" WHERE "state" <> 'DRAFT';

CREATE VIEW sanctuary.public_theme WITH (security_barrier) AS
  SELECT "id" FROM public."Theme" WHERE (SELECT true FROM sanctuary.public_plan WHERE public_plan."id" = "planId");

CREATE VIEW sanctuary.public_action WITH (security_barrier) AS
  SELECT "id" FROM public."Action" WHERE (SELECT true FROM sanctuary.public_plan WHERE public_plan."id" = "planId");

CREATE VIEW sanctuary.public_wording WITH (security_barrier) AS
  SELECT "id" FROM public."ActionWording"
  WHERE (SELECT true FROM sanctuary.public_action WHERE public_action."id" = "actionId");

CREATE VIEW sanctuary.public_target WITH (security_barrier) AS
  SELECT "id" FROM public."Target" WHERE (SELECT true FROM sanctuary.public_plan WHERE public_plan."id" = "planId");

-- The time is asked for once a statement, not once a row.
CREATE VIEW sanctuary.public_report WITH (security_barrier) AS
  SELECT "id" FROM public."Report"
  WHERE "publishedAt" <= (SELECT sanctuary.now())
    AND (SELECT true FROM sanctuary.public_action WHERE public_action."id" = "actionId");

GRANT SELECT ON sanctuary.public_plan, sanctuary.public_theme, sanctuary.public_action, sanctuary.public_wording,
  sanctuary.public_target, sanctuary.public_report TO sanctuary_public;

ALTER POLICY public_reads ON "Theme"
  USING ((SELECT true FROM sanctuary.public_plan WHERE public_plan."id" = "Theme"."planId"));
ALTER POLICY public_reads ON "Action"
  USING ((SELECT true FROM sanctuary.public_plan WHERE public_plan."id" = "Action"."planId"));
ALTER POLICY public_reads ON "Target"
  USING ((SELECT true FROM sanctuary.public_plan WHERE public_plan."id" = "Target"."planId"));
ALTER POLICY public_reads ON "ActionWording"
  USING ((SELECT true FROM sanctuary.public_action WHERE public_action."id" = "ActionWording"."actionId"));
ALTER POLICY public_reads ON "Milestone"
  USING ((SELECT true FROM sanctuary.public_action WHERE public_action."id" = "Milestone"."actionId"));
ALTER POLICY public_reads ON "ActionLead"
  USING ((SELECT true FROM sanctuary.public_wording WHERE public_wording."id" = "ActionLead"."wordingId"));
ALTER POLICY public_reads ON "Measurement"
  USING ((SELECT true FROM sanctuary.public_target WHERE public_target."id" = "Measurement"."targetId"));
ALTER POLICY public_reads ON "Report" USING (
  "publishedAt" <= (SELECT sanctuary.now())
  AND (SELECT true FROM sanctuary.public_action WHERE public_action."id" = "Report"."actionId")
);
ALTER POLICY public_reads ON "Evidence"
  USING ((SELECT true FROM sanctuary.public_report WHERE public_report."id" = "Evidence"."reportId"));
ALTER POLICY public_reads ON "GroupAssessment"
  USING ((SELECT true FROM sanctuary.public_report WHERE public_report."id" = "GroupAssessment"."reportId"));
ALTER POLICY public_reads ON "CouncilResponse"
  USING ((SELECT true FROM sanctuary.public_report WHERE public_report."id" = "CouncilResponse"."reportId"));
ALTER POLICY public_reads ON "Translation" USING (
  (SELECT true FROM sanctuary.public_plan WHERE public_plan."id" = "Translation"."planId")
  OR (SELECT true FROM sanctuary.public_theme WHERE public_theme."id" = "Translation"."themeId")
  OR (SELECT true FROM sanctuary.public_wording WHERE public_wording."id" = "Translation"."wordingId")
  OR (SELECT true FROM sanctuary.public_report WHERE public_report."id" = "Translation"."reportId")
);
