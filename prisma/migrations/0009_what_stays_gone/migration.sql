-- AlterEnum
ALTER TYPE "ErasureKind" ADD VALUE 'SEAT_HIDDEN';

-- A restored older copy must not bring back what is gone: whoever took it away, and by whichever door, a note stays. Only
-- the restore itself, which does again what notes say, leaves none.
CREATE FUNCTION sanctuary.note_erasure() RETURNS TRIGGER LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  record JSONB := coalesce(to_jsonb(NEW), to_jsonb(OLD));
BEGIN
  INSERT INTO "Erasure" ("councilId", "termId", "kind")
    SELECT "id", (record ->> 'termId')::uuid, TG_ARGV[0]::"ErasureKind" FROM "Council"
    WHERE "id" = (record ->> 'councilId')::uuid AND current_setting('sanctuary.by_role', true) IS DISTINCT FROM 'RESTORE';
  RETURN NULL;
END $$;
CREATE TRIGGER note_name_gone AFTER DELETE ON "ShownName" FOR EACH ROW EXECUTE FUNCTION sanctuary.note_erasure('NAME_WITHDRAWN');
CREATE TRIGGER note_name_replaced AFTER UPDATE OF "name" ON "ShownName" FOR EACH ROW
  WHEN (NEW."name" IS DISTINCT FROM OLD."name") EXECUTE FUNCTION sanctuary.note_erasure('NAME_WITHDRAWN');
CREATE TRIGGER note_seat_hidden AFTER INSERT ON "Appearance" FOR EACH ROW
  WHEN (NEW."form" = 'NOT_SHOWN') EXECUTE FUNCTION sanctuary.note_erasure('SEAT_HIDDEN');
CREATE TRIGGER note_seat_hidden_now AFTER UPDATE OF "form" ON "Appearance" FOR EACH ROW
  WHEN (NEW."form" = 'NOT_SHOWN' AND OLD."form" <> 'NOT_SHOWN') EXECUTE FUNCTION sanctuary.note_erasure('SEAT_HIDDEN');
