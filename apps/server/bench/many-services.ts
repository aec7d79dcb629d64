/**
 * SQL that makes councils of sanctuary with services, a place, hours and languages each, and their index; the same
 * for the same figures. Names are made of everyday words, so that each word stands in many of them.
 */
export const describeServices = (councils: number, servicesEach: number) => {
  const organisationsEach = Math.ceil(servicesEach / 5);
  return `
SET session_replication_role = replica;
INSERT INTO "Council" ("slug", "name", "kind")
  SELECT 'searched-' || council, 'Searched ' || council, 'BOROUGH' FROM generate_series(1, ${councils}) AS council;
INSERT INTO "Organisation" ("councilId", "name", "kind")
  SELECT "id", (${words(organisationWords)})[1 + number % ${organisationWords.length}] || ' ' || number, 'CHARITY'
  FROM "Council", generate_series(0, ${organisationsEach} - 1) AS number WHERE "slug" LIKE 'searched-%';
CREATE TEMP TABLE helper AS
  SELECT "id", "councilId", row_number() OVER (PARTITION BY "councilId" ORDER BY "name") - 1 AS place FROM "Organisation";
ANALYZE helper;
INSERT INTO "Service" ("councilId", "organisationId", "slug", "name", "summary", "categories", "state", "access", "asksForPapers",
  "regulator", "regulatorNumber", "eligibleGroups", "isWomenOnly", "minimumAge", "interpreters", "interpreterLanguages", "cost",
  "modes", "hours", "lastCheckedOn", "isPublished")
  SELECT "councilId", helper."id", 'service-' || number,
    (${words(nameWords)})[1 + number % ${nameWords.length}] || ' ' || (${words(placeWords)})[1 + number / 3 % ${placeWords.length}] || ' ' || number,
    'Help with ' || (${words(nameWords)})[1 + number * 7 % ${nameWords.length}] || ' and ' || (${words(nameWords)})[1 + number * 11 % ${nameWords.length}]
      || ' for people who are new here, in ' || (${words(placeWords)})[1 + number * 5 % ${placeWords.length}],
    ARRAY[(enum_range(NULL::"ServiceCategory"))[1 + number % 22], (enum_range(NULL::"ServiceCategory"))[1 + number * 3 % 22]],
    CASE number % 40 WHEN 0 THEN 'TEMPORARILY_CLOSED' WHEN 1 THEN 'ENDED' ELSE 'RUNNING' END::"ServiceState",
    ARRAY[(enum_range(NULL::"AccessMode"))[1 + number % 3]], (enum_range(NULL::"PapersAsked"))[1 + number % 4], 'IAA', 'N' || number,
    ARRAY[(enum_range(NULL::"EligibleGroup"))[1 + number % 6], (enum_range(NULL::"EligibleGroup"))[1 + number * 5 % 6]],
    number % 12 = 0, CASE WHEN number % 5 = 0 THEN 18 END, (enum_range(NULL::"InterpreterProvision"))[1 + number % 4], '{}',
    (enum_range(NULL::"CostKind"))[1 + number % 4], ARRAY[(enum_range(NULL::"DeliveryMode"))[1 + number % 3]],
    CASE WHEN number % 7 = 0 THEN 'UNKNOWN' ELSE 'SCHEDULED' END::"HoursKind", DATE '2026-10-01' - number % 700, true
  FROM generate_series(1, ${servicesEach}) AS number JOIN helper ON place = number % ${organisationsEach};
CREATE TEMP TABLE numbered AS
  SELECT "id", "councilId", split_part("slug", '-', 2)::int AS number, gen_random_uuid() AS place FROM "Service";
ANALYZE "Service", "Organisation", numbered;
INSERT INTO "ServiceLanguage" ("councilId", "serviceId", "language")
  SELECT "councilId", "id", language FROM numbered
    CROSS JOIN LATERAL unnest(ARRAY['en', (ARRAY['ar', 'prs', 'uk', 'ti', 'so', 'tr', 'bn', 'zh', 'fa', 'ckb', 'sq'])[1 + number % 11]]) AS language;
INSERT INTO "Location" ("id", "councilId", "name", "latitude", "longitude")
  SELECT place, "councilId", 'Community hall', 51.45 + number * 37 % 200 / 1000.0, -0.2 + number * 53 % 300 / 1000.0 FROM numbered;
INSERT INTO "ServiceLocation" ("councilId", "serviceId", "locationId") SELECT "councilId", "id", place FROM numbered;
INSERT INTO "Schedule" ("councilId", "serviceId", "frequency", "weekdays", "opensAt", "closesAt", "firstOn")
  SELECT "councilId", "id", CASE WHEN number % 10 = 3 THEN 'FORTNIGHTLY' ELSE 'WEEKLY' END::"Frequency",
    ARRAY[1 + number % 7, 1 + (number + 2) % 7], CASE session WHEN 1 THEN '09:30' ELSE '14:00' END,
    CASE session WHEN 1 THEN '12:30' ELSE '17:00' END, CASE WHEN number % 10 = 3 THEN DATE '2026-01-05' END
  FROM numbered CROSS JOIN generate_series(1, 2) AS session WHERE number % 7 <> 0;
INSERT INTO "ScheduleException" ("councilId", "serviceId", "firstDay", "lastDay")
  SELECT "councilId", "id", '2026-12-20', '2027-01-04' FROM numbered WHERE number % 20 = 0;
ANALYZE "ServiceLanguage", "Location", "ServiceLocation", "Schedule", "ScheduleException";
SELECT count(*) FROM (
  SELECT sanctuary.index_services(array_agg("id")) FROM "Service" GROUP BY "councilId"
) AS indexed;
SET session_replication_role = origin`;
};

const nameWords = [
  'food',
  'bank',
  'English',
  'classes',
  'housing',
  'advice',
  'women',
  'children',
  'legal',
  'health',
  'clothes',
  'community',
  'meals',
  'youth',
  'football',
  'library',
  'computer',
  'garden',
  'choir',
  'bicycle',
  'counselling',
  'mothers',
  'welcome',
  'drop-in',
  'homework',
  'sewing',
  'cooking',
  'interpreters',
  'volunteers',
  'mentoring',
  'asylum',
  'refugee',
  'support',
  'centre',
];
const placeWords = [
  'Ashby',
  'Brookfield',
  'Cranmer',
  'Dalewood',
  'Eastgate',
  'Fernhill',
  'Glebe',
  'Hillside',
  'Ivybridge',
  'Kingsway',
  'Longmead',
  'Millfield',
  'Northgate',
  'Oakley',
  'Parkside',
  'Riverside',
  'Southfield',
  'Thornton',
  'Underhill',
  'Westbrook',
];
const organisationWords = [
  'Harbour',
  'Lantern',
  'Open Door',
  'Neighbours',
  'Bridge',
  'Compass',
  'Hearth',
  'Shelter House',
];

function words(list: readonly string[]): string {
  return `ARRAY[${list.map((word) => `'${word}'`).join(', ')}]`;
}
