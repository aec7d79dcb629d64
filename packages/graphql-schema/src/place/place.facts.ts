import type { Prisma, PrismaClient } from '@open-sanctuary/database/client';

const farthestMetres = 25_000;
const mostPlaces = 400;

type PlaceOfCouncil = Prisma.PostcodePlaceGetPayload<object> & { councilId: string };

/**
 * Outcodes and sectors about the middle of each council's services, the nearest first, so that a device can find the
 * distance from a postcode without telling it to anybody.
 */
export const findPlaces = (database: PrismaClient, councilIds: string[]): Promise<PlaceOfCouncil[]> =>
  database.$queryRaw<PlaceOfCouncil[]>`
    WITH point AS (
      SELECT "councilId", "latitude", "longitude" FROM "Location" WHERE "councilId" = ANY(${councilIds}::uuid[])
      UNION ALL
      SELECT "councilId", "latitude", "longitude" FROM "ServiceArea", unnest("outcodes") AS outcode
      JOIN "PostcodePlace" ON "code" = outcode WHERE "councilId" = ANY(${councilIds}::uuid[])
    ), middle AS (
      SELECT "councilId", avg("latitude") AS "latitude", avg("longitude") AS "longitude" FROM point
      WHERE "latitude" IS NOT NULL GROUP BY "councilId"
    )
    SELECT "councilId", place.* FROM middle CROSS JOIN LATERAL (
      SELECT "code", "kind", "latitude", "longitude" FROM (
        SELECT *, 111195 * sqrt(
          ("latitude" - middle."latitude") ^ 2
          + (("longitude" - middle."longitude") * cos(radians(middle."latitude"))) ^ 2
        ) AS metres FROM "PostcodePlace" WHERE "kind" IN ('OUTCODE', 'SECTOR')
      ) AS near WHERE metres <= ${farthestMetres} ORDER BY metres, "code" LIMIT ${mostPlaces}
    ) AS place`;
