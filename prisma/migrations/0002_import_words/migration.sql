-- What the words of a council's own documents mean, as somebody who imported one has said.

-- CreateEnum
CREATE TYPE "ImportWordKind" AS ENUM ('COLUMN', 'STATUS');

-- CreateTable
CREATE TABLE "ImportWord" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "councilId" UUID NOT NULL,
    "kind" "ImportWordKind" NOT NULL,
    "key" TEXT NOT NULL,
    "written" TEXT NOT NULL,
    "meaning" TEXT,
    "since" TIMESTAMPTZ NOT NULL DEFAULT sanctuary.now(),

    CONSTRAINT "ImportWord_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "ImportWord_councilId_kind_key_key" ON "ImportWord"("councilId", "kind", "key");

-- AddForeignKey
ALTER TABLE "ImportWord" ADD CONSTRAINT "ImportWord_councilId_fkey" FOREIGN KEY ("councilId") REFERENCES "Council"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- For management alone: the public is granted nothing, and the policy of the record of changes knows no such noun.
GRANT SELECT, INSERT, UPDATE, DELETE ON "ImportWord" TO sanctuary_management;
ALTER TABLE "ImportWord" ENABLE ROW LEVEL SECURITY;
CREATE POLICY management_works ON "ImportWord" TO sanctuary_management USING (true) WITH CHECK (true);
CREATE TRIGGER record_change AFTER INSERT OR UPDATE OR DELETE ON "ImportWord" FOR EACH ROW EXECUTE FUNCTION sanctuary.record_change();
