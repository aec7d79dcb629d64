-- A synonym after a “>”, such as “>home”, leads to the others, and they don't lead to it: whoever looks for housing
-- finds no homework. The widget does the same on the device.

ALTER TABLE sanctuary.search_synonym ADD "leads" BOOLEAN NOT NULL DEFAULT false;

-- A synonym that says nothing, such as the Turkish “iş” without its cedilla, leads to the others and is not looked for.
CREATE OR REPLACE FUNCTION sanctuary.index_synonyms() RETURNS TRIGGER LANGUAGE plpgsql SECURITY DEFINER SET search_path = sanctuary, public, pg_temp AS $$
BEGIN
  DELETE FROM search_synonym WHERE "group" = NEW."id";
  INSERT INTO search_synonym ("group", "council", "words", "needles", "leads")
  SELECT NEW."id", NEW."councilId", sought(word), needles(telling(word)), bool_and(starts_with(word, '>'))
  FROM unnest(NEW."words") AS word WHERE sought(word) <> '{}' GROUP BY sought(word), needles(telling(word));
  RETURN NULL;
END $$;

DO $$
DECLARE
  before CONSTANT TEXT := '"group" = ANY(meanings)';
  ways TEXT := pg_get_functiondef('sanctuary.ways_of'::regproc);
BEGIN
  IF strpos(ways, before) = 0 THEN RAISE 'ways_of is another than the one to change'; END IF;
  EXECUTE replace(ways, before, before || ' AND (NOT "leads" OR "words" = phrase)');
END $$;

-- Those for all councils: words that stand in many a text about something else. The trigger reads them anew.
UPDATE "SynonymGroup" SET "words" = ARRAY(
  SELECT CASE WHEN word = ANY(one_way) THEN '>' || word ELSE word END FROM unnest("words") WITH ORDINALITY AS said (word, at) ORDER BY at
) FROM (VALUES
  ('housing', ARRAY['house', 'home', 'flat']),
  ('esol', ARRAY['english']),
  ('befriending', ARRAY['drop in']),
  ('library', ARRAY['reading']),
  ('sim', ARRAY['data']),
  ('asylum', ARRAY['sanctuary'])
) AS bridge (known, one_way) WHERE "councilId" IS NULL AND known = ANY("words");
