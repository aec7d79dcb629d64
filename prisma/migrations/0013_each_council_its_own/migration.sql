-- An editor of one council has its records before them, and of all others what the public has: whoever reads or writes
-- for an editor names the council for the transaction, and no question of the product can forget it.

-- Whether whoever asks manages this council; every one of them, when no council was named.
CREATE FUNCTION sanctuary.manages(council UUID) RETURNS BOOLEAN LANGUAGE sql STABLE AS $$
  SELECT coalesce(current_setting('sanctuary.of_council', true), '') IN ('', coalesce(council::text, 'none'))
$$;

-- The looks of the public's policies, which now hold for editors too.
GRANT SELECT ON sanctuary.public_plan, sanctuary.public_theme, sanctuary.public_action, sanctuary.public_wording,
  sanctuary.public_target, sanctuary.public_report, sanctuary.public_service, sanctuary.timed_service, sanctuary.public_location
  TO sanctuary_management;

DO $$
DECLARE name TEXT;
BEGIN
  FOREACH name IN ARRAY ARRAY['Organisation', 'Plan', 'PlanStanding', 'Theme', 'Action', 'ActionWording', 'ActionLead', 'Milestone',
    'Target', 'Measurement', 'Report', 'Evidence', 'GroupAssessment', 'CouncilResponse', 'Translation', 'Change', 'ManagementToken',
    'ImportWord', 'SteeringGroup', 'Constituency', 'Seat', 'Term', 'Appearance', 'ShownName', 'Holder', 'Erasure', 'DeclaredInterest',
    'Meeting', 'MeetingAccess', 'Decision', 'Recusal', 'Service', 'ServiceLanguage', 'ServiceContact', 'ServiceArea', 'Location',
    'ServiceLocation', 'Schedule', 'ScheduleException', 'EntryProblem', 'NothingFound']
  LOOP
    EXECUTE format('ALTER POLICY management_works ON %I USING (sanctuary.manages("councilId")) WITH CHECK (sanctuary.manages("councilId"))', name);
  END LOOP;
  FOREACH name IN ARRAY ARRAY['Council', 'Organisation', 'Plan', 'PlanStanding', 'Theme', 'Action', 'ActionWording', 'ActionLead',
    'Milestone', 'Target', 'Measurement', 'Report', 'Evidence', 'GroupAssessment', 'CouncilResponse', 'Translation', 'Change',
    'SteeringGroup', 'Constituency', 'Seat', 'Term', 'ShownName', 'DeclaredInterest', 'Meeting', 'MeetingAccess', 'Decision',
    'Service', 'ServiceLanguage', 'ServiceContact', 'ServiceArea', 'Location', 'ServiceLocation', 'Schedule', 'ScheduleException',
    'NothingFound']
  LOOP
    EXECUTE format('ALTER POLICY public_reads ON %I TO sanctuary_public, sanctuary_management', name);
  END LOOP;
END $$;

ALTER POLICY management_works ON "Council" USING (sanctuary.manages("id")) WITH CHECK (sanctuary.manages("id"));
ALTER POLICY management_works ON "SynonymGroup"
  USING ("councilId" IS NOT NULL AND sanctuary.manages("councilId"))
  WITH CHECK ("councilId" IS NOT NULL AND sanctuary.manages("councilId"));
