-- Where postcodes are, bank holidays and the synonyms of all councils stand in answers about each of them: those are kept
-- until the council's revision rises, so it rises with these too. Whole postcodes stand in no answer that is kept.
CREATE FUNCTION sanctuary.raise_all_revisions() RETURNS TRIGGER LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  -- In one order, so that two who do this at once wait for each other.
  PERFORM sanctuary.raise_revision("id") FROM (SELECT "id" FROM "Council" ORDER BY "id") AS council;
  RETURN NULL;
END $$;

CREATE TRIGGER raise_all_revisions AFTER INSERT OR UPDATE ON "PostcodePlace" FOR EACH ROW
  WHEN (NEW."kind" <> 'POSTCODE') EXECUTE FUNCTION sanctuary.raise_all_revisions();
CREATE TRIGGER raise_all_revisions_for_removed AFTER DELETE ON "PostcodePlace" FOR EACH ROW
  WHEN (OLD."kind" <> 'POSTCODE') EXECUTE FUNCTION sanctuary.raise_all_revisions();
CREATE TRIGGER raise_all_revisions AFTER INSERT OR UPDATE ON "SynonymGroup" FOR EACH ROW
  WHEN (NEW."councilId" IS NULL) EXECUTE FUNCTION sanctuary.raise_all_revisions();
CREATE TRIGGER raise_all_revisions_for_removed AFTER DELETE ON "SynonymGroup" FOR EACH ROW
  WHEN (OLD."councilId" IS NULL) EXECUTE FUNCTION sanctuary.raise_all_revisions();
CREATE TRIGGER raise_all_revisions AFTER INSERT OR UPDATE OR DELETE ON "BankHoliday" FOR EACH ROW
  EXECUTE FUNCTION sanctuary.raise_all_revisions();
