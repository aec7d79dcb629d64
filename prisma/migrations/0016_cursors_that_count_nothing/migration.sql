-- The number of a change counts those before it, hidden ones as well: a place in the list is told by a random one.

-- AlterTable
ALTER TABLE "Change" ADD COLUMN "cursor" UUID NOT NULL DEFAULT gen_random_uuid();

-- CreateIndex
CREATE UNIQUE INDEX "Change_cursor_key" ON "Change"("cursor");
