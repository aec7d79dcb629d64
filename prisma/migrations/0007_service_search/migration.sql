-- Looking for help: an index of the published services, kept in the transaction of whoever writes them, and the one
-- function by which it is asked. What somebody looks for is nowhere kept.

-- For words that are nearly right.
CREATE EXTENSION IF NOT EXISTS fuzzystrmatch WITH SCHEMA sanctuary;

-- Text as it is compared. The widget folds alike on the device, so a change here is one there too.
CREATE FUNCTION sanctuary.fold("text" TEXT) RETURNS TEXT LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT btrim(regexp_replace(
    translate(
      regexp_replace(lower(normalize("text", NFKD) COLLATE "und-x-icu") COLLATE "C", '[\u0300-\u036F\u064B-\u065F\u0670\u0640]', '', 'g'),
      -- The letters of Arabic script that are written in several ways, its digits, the Turkish i, and the Ethiopic
      -- letters that sound alike.
      U&'\0671\0649\06CC\06A9\0629\06BE\06C1\06D5' || '٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹' || 'ı'
        || 'ሐሑሒሓሔሕሖሗ' || 'ኀኁኂኃኄኅኆኇ' || 'ሠሡሢሣሤሥሦሧ' || 'ዐዑዒዓዔዕዖ' || 'ፀፁፂፃፄፅፆፇ',
      U&'\0627\064A\064A\0643\0647\0647\0647\0647' || '01234567890123456789' || 'i'
        || 'ሀሁሂሃሄህሆሇ' || 'ሀሁሂሃሄህሆሇ' || 'ሰሱሲሳሴስሶሷ' || 'አኡኢኣኤእኦ' || 'ጸጹጺጻጼጽጾጿ'
    ),
    -- What is no letter, mark or digit, named by place: which letters an engine knows as such depends on its locale.
    '[\u0001-\u002F\u003A-\u0060\u007B-\u00A9\u00AB-\u00B1\u00B4\u00B6-\u00B8\u00BB-\u00BF\u00D7\u00F7\u02C2-\u02C5\u02D2-\u02DF\u037E\u0387\u055A-\u055F\u0589\u05BE\u05F3\u05F4\u0600-\u060F\u061B-\u061F\u066A-\u066D\u06D4\u06DD\u06E9\u06FD\u06FE\u0964\u0965\u0970\u09F2\u09F3\u1360-\u1368\u166E\u1680\u17D4-\u17DA\u2000-\u2070\u207A-\u207E\u208A-\u208E\u20A0-\u20CF\u2190-\u2BFF\u2E00-\u2E7F\u2FF0-\u3004\u3008-\u3020\u3030\u303D-\u303F\u30A0\u30FB\uA6F2-\uA6F7\uFD3E\uFD3F\uFE00-\uFE1F\uFE30-\uFE6F\uFEFF\uFF00-\uFF0F\uFF1A-\uFF20\uFF3B-\uFF40\uFF5B-\uFF65\uFFE0-\uFFFF\U0001F000-\U0001FAFF\U000E0000-\U000E01EF]+',
    ' ', 'g'
  ))
$$;

-- The words of a folded text; Chinese, which leaves no space between them, as whole runs.
CREATE FUNCTION sanctuary.runs("text" TEXT) RETURNS TEXT[] LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT string_to_array(btrim(regexp_replace(regexp_replace(
    sanctuary.fold("text") COLLATE "C", '([\u3400-\u9FFF\uF900-\uFAFF\U00020000-\U0003FFFF]+)', ' \1 ', 'g'), ' +', ' ', 'g')), ' ')
$$;

CREATE FUNCTION sanctuary.is_chinese(word TEXT) RETURNS BOOLEAN LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT ascii(word) BETWEEN 13312 AND 40959 OR ascii(word) BETWEEN 63744 AND 64255 OR ascii(word) BETWEEN 131072 AND 262143
$$;

-- An Arabic word without its article, and without the letter that may stand before that.
CREATE FUNCTION sanctuary.bare(word TEXT) RETURNS TEXT LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT regexp_replace(word COLLATE "C", '^[وبفك]?ال(.{3,})$', '\1')
$$;

-- What must be found for a word to be found: itself, or the pairs of a Chinese run.
CREATE FUNCTION sanctuary.needles(words TEXT[]) RETURNS TEXT[] LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
BEGIN
  RETURN (
    SELECT coalesce(array_agg(DISTINCT CASE WHEN at IS NULL THEN word ELSE substr(word, at, 2) END), '{}')
    FROM unnest(words) AS word
      LEFT JOIN LATERAL generate_series(1, length(word) - 1) AS at ON sanctuary.is_chinese(word)
  );
END $$;

-- What a text can be found by.
CREATE FUNCTION sanctuary.tokens("text" TEXT) RETURNS TEXT[] LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
DECLARE
  words TEXT[] := sanctuary.runs("text");
BEGIN
  -- Only Arabic and Chinese need more than their words.
  IF "text" COLLATE "C" !~ '[\u0620-\u06FF\u3400-\U0003FFFF]' THEN
    RETURN (SELECT coalesce(array_agg(DISTINCT left(word, 60)), '{}') FROM unnest(words) AS word);
  END IF;
  RETURN (
    SELECT coalesce(array_agg(DISTINCT token), '{}')
    FROM unnest(words) AS word
      CROSS JOIN LATERAL (
        SELECT left(form, 60) AS token FROM unnest(ARRAY[word, sanctuary.bare(word)]) AS form WHERE NOT sanctuary.is_chinese(word)
        UNION ALL
        SELECT substr(word, at, size) FROM generate_series(1, length(word)) AS at, generate_series(1, 2) AS size
        WHERE sanctuary.is_chinese(word) AND at + size <= length(word) + 1
      ) AS tokens
  );
END $$;

-- The words that somebody looks for: without the smallest, unless there are no others.
CREATE FUNCTION sanctuary.sought("text" TEXT) RETURNS TEXT[] LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
BEGIN
  RETURN (
    SELECT coalesce(
      (
        SELECT array_agg(left(sanctuary.bare(word), 60) ORDER BY at) FROM unnest(words) WITH ORDINALITY AS given (word, at)
        WHERE (length(word) > 1 OR sanctuary.is_chinese(word))
          AND word <> ALL (ARRAY['a', 'the', 'for', 'in', 'of', 'near', 'me', 'and', 'to', 'with'])
      ),
      words
    )
    FROM (SELECT sanctuary.runs("text") AS words) AS read
  );
END $$;

-- Metres over the ground between two points.
CREATE FUNCTION sanctuary.metres_between(latitude FLOAT, longitude FLOAT, of_latitude FLOAT, of_longitude FLOAT) RETURNS FLOAT
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT round(2 * 6371008.8 * asin(least(1, sqrt(
    sin(radians(of_latitude - latitude) / 2) ^ 2
    + cos(radians(latitude)) * cos(radians(of_latitude)) * sin(radians(of_longitude - longitude) / 2) ^ 2
  ))))
$$;

-- Without a path of its own, so that it is planned as a part of what asks it.
CREATE FUNCTION sanctuary.sessions_between(services UUID[], first_day DATE, last_day DATE)
RETURNS TABLE (service UUID, place UUID, day DATE, opens_at TEXT, closes_at TEXT, is_by_appointment BOOLEAN)
LANGUAGE sql STABLE AS $$
  WITH days AS MATERIALIZED (
    SELECT day::date AS day, extract(ISODOW FROM day)::int AS weekday, date_trunc('week', day)::date AS monday,
      extract(DAY FROM day)::int AS number, day + INTERVAL '7 days' >= date_trunc('month', day) + INTERVAL '1 month' AS is_last,
      EXISTS (SELECT FROM public."BankHoliday" WHERE "BankHoliday"."day" = days.day::date) AS is_holiday
    FROM generate_series(first_day::timestamp, last_day::timestamp, INTERVAL '1 day') AS days (day)
  ), exceptions AS MATERIALIZED (
    SELECT *, "lastDay" - "firstDay" AS span FROM public."ScheduleException"
    WHERE "serviceId" = ANY(services) AND "firstDay" <= last_day AND "lastDay" >= first_day
  )
  SELECT "serviceId", "serviceLocationId", day, "opensAt", "closesAt", "isByAppointment"
  FROM public."Schedule" JOIN days ON
    coalesce("firstOn" <= day, true) AND coalesce("lastOn" >= day, true) AND ("opensOnBankHolidays" OR NOT is_holiday)
    AND CASE
      WHEN "frequency" = 'WEEKLY' THEN weekday = ANY("weekdays")
      WHEN "frequency" = 'FORTNIGHTLY' THEN weekday = ANY("weekdays") AND (monday - date_trunc('week', "firstOn")::date) % 14 = 0
      WHEN cardinality("monthDays") > 0 THEN number = ANY("monthDays")
      ELSE weekday = ANY("weekdays") AND ("weekOfMonth" = (number + 6) / 7 OR ("weekOfMonth" = -1 AND is_last))
    END
  WHERE "serviceId" = ANY(services) AND NOT EXISTS (
    SELECT FROM exceptions WHERE exceptions."serviceId" = "Schedule"."serviceId" AND day BETWEEN "firstDay" AND "lastDay"
      AND (exceptions."serviceLocationId" IS NULL OR exceptions."serviceLocationId" = "Schedule"."serviceLocationId")
  )
  UNION ALL
  SELECT "serviceId", "serviceLocationId", day, "opensAt", "closesAt", false
  FROM exceptions JOIN days ON day BETWEEN "firstDay" AND "lastDay"
  WHERE NOT "isClosed" AND NOT EXISTS (
    SELECT FROM exceptions AS nearer WHERE nearer."serviceId" = exceptions."serviceId" AND nearer.span < exceptions.span
      AND day BETWEEN nearer."firstDay" AND nearer."lastDay"
      AND (nearer."serviceLocationId" IS NULL OR nearer."serviceLocationId" = exceptions."serviceLocationId")
  )
$$;

-- Whether a session runs at a minute of a day, or of the night before it.
CREATE FUNCTION sanctuary.runs_at(session_day DATE, opens_at TEXT, closes_at TEXT, day DATE, minute TEXT) RETURNS BOOLEAN
LANGUAGE sql IMMUTABLE AS $$
  SELECT CASE session_day
    WHEN day THEN opens_at <= minute AND (minute < closes_at OR closes_at <= opens_at)
    WHEN day - 1 THEN closes_at <= opens_at AND minute < closes_at
    ELSE false
  END
$$;

-- Whether a service is open at a moment, as far as its hours are known.
CREATE FUNCTION sanctuary.is_open_at(service UUID, at TIMESTAMPTZ) RETURNS BOOLEAN
LANGUAGE sql STABLE AS $$
  SELECT EXISTS (
    SELECT FROM public."Service" JOIN public."Council" ON "Council"."id" = "councilId"
      CROSS JOIN LATERAL (SELECT at AT TIME ZONE "timeZone") AS wall (clock)
      CROSS JOIN LATERAL sanctuary.sessions_between(ARRAY[service], clock::date - 1, clock::date) AS session
    WHERE "Service"."id" = is_open_at.service AND "hours" = 'SCHEDULED'
      AND sanctuary.runs_at(session.day, opens_at, closes_at, clock::date, to_char(clock, 'HH24:MI'))
  )
$$;

-- What the languages are called in English and by those who speak them.
CREATE TABLE sanctuary.language_words ("language" TEXT PRIMARY KEY, "words" TEXT NOT NULL);
INSERT INTO sanctuary.language_words VALUES
  ('am', 'Amharic አማርኛ'), ('ar', 'Arabic العربية'), ('az', 'Azerbaijani Azərbaycan'), ('bg', 'Bulgarian български'),
  ('bn', 'Bengali Bangla Sylheti বাংলা'), ('bs', 'Bosnian bosanski'), ('ckb', 'Sorani Kurdish کوردی سۆرانی'),
  ('cs', 'Czech čeština'), ('de', 'German Deutsch'), ('el', 'Greek Ελληνικά'), ('en', 'English'), ('es', 'Spanish español'),
  ('fa', 'Farsi Persian فارسی'), ('fr', 'French français'), ('gu', 'Gujarati ગુજરાતી'), ('ha', 'Hausa'), ('he', 'Hebrew עברית'),
  ('hi', 'Hindi हिन्दी'), ('hr', 'Croatian hrvatski'), ('hu', 'Hungarian magyar'), ('hy', 'Armenian հայերեն'), ('id', 'Indonesian'),
  ('ig', 'Igbo'), ('it', 'Italian italiano'), ('ka', 'Georgian ქართული'), ('kmr', 'Kurmanji Kurdish kurmancî'), ('ko', 'Korean 한국어'),
  ('ku', 'Kurdish kurdî کوردی'), ('ln', 'Lingala'), ('lt', 'Lithuanian lietuvių'), ('ml', 'Malayalam മലയാളം'), ('my', 'Burmese မြန်မာ'),
  ('ne', 'Nepali नेपाली'), ('om', 'Oromo Afaan Oromoo'), ('pa', 'Punjabi Panjabi ਪੰਜਾਬੀ پنجابی'), ('pl', 'Polish polski'),
  ('prs', 'Dari دری'), ('ps', 'Pashto پښتو'), ('pt', 'Portuguese português'), ('ro', 'Romanian română'), ('ru', 'Russian русский'),
  ('rw', 'Kinyarwanda'), ('si', 'Sinhala සිංහල'), ('sn', 'Shona'), ('so', 'Somali Soomaali'), ('sq', 'Albanian shqip'),
  ('sr', 'Serbian српски'), ('sw', 'Swahili Kiswahili'), ('syl', 'Sylheti সিলেটি'), ('ta', 'Tamil தமிழ்'), ('te', 'Telugu తెలుగు'),
  ('th', 'Thai ไทย'), ('ti', 'Tigrinya ትግርኛ'), ('tl', 'Tagalog'), ('tr', 'Turkish Türkçe'), ('uk', 'Ukrainian українська'),
  ('ur', 'Urdu اردو'), ('uz', 'Uzbek oʻzbek'), ('vi', 'Vietnamese tiếng Việt'), ('wo', 'Wolof'), ('yo', 'Yoruba'),
  ('yi', 'Yiddish ייִדיש'), ('yue', 'Cantonese 粤语 廣東話'), ('zh', 'Chinese Mandarin 中文'), ('zh-Hans', 'Chinese Mandarin 中文 普通话'),
  ('zh-Hant', 'Chinese 中文 國語'), ('bsl', 'British Sign Language BSL');

-- What filters tick and facets count, a bit each, with the dimension that fails without it.
CREATE TABLE sanctuary.search_trait (
  "facet" TEXT NOT NULL,
  "value" TEXT NOT NULL,
  "dimension" INTEGER NOT NULL,
  "bit" BIGINT NOT NULL,
  PRIMARY KEY ("facet", "value")
);
INSERT INTO sanctuary.search_trait
SELECT facet, value, dimension, 1::bigint << (row_number() OVER ())::int
FROM (
  SELECT 'categories', 2, unnest(enum_range(NULL::"ServiceCategory"))::text
  UNION ALL SELECT 'who', 16, unnest(enum_range(NULL::"EligibleGroup"))::text
  UNION ALL SELECT 'who', 16, 'WOMEN_ONLY'
  UNION ALL SELECT 'cost', 64, unnest(enum_range(NULL::"CostKind"))::text
  UNION ALL SELECT 'modes', 128, unnest(enum_range(NULL::"DeliveryMode"))::text
  UNION ALL SELECT 'papers', 512, unnest(enum_range(NULL::"PapersAsked"))::text
  UNION ALL SELECT 'access', 4096, unnest(enum_range(NULL::"AccessMode"))::text
) AS trait (facet, dimension, value);

CREATE FUNCTION sanctuary.traits(of_facet TEXT, "values" TEXT[]) RETURNS BIGINT LANGUAGE plpgsql STABLE
SET search_path = sanctuary, pg_temp AS $$
BEGIN
  RETURN (SELECT coalesce(bit_or("bit"), 0) FROM search_trait WHERE "facet" = of_facet AND "value" = ANY("values"));
END $$;

-- The index: of each published service what the filters ask for. Nobody reads it but through the function below.
CREATE TABLE sanctuary.search_service (
  "number" INTEGER GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  "council" UUID NOT NULL,
  "service" UUID NOT NULL UNIQUE REFERENCES public."Service" ON DELETE CASCADE,
  "organisation" UUID NOT NULL,
  "name" TEXT COLLATE "C" NOT NULL,
  "isEnded" BOOLEAN NOT NULL,
  "isClosed" BOOLEAN NOT NULL,
  "lastCheckedOn" DATE,
  "traits" BIGINT NOT NULL,
  "minimumAge" INTEGER,
  "maximumAge" INTEGER,
  "languages" TEXT[] NOT NULL,
  -- Null without an interpreter, empty where one comes for any language.
  "interpreters" TEXT[],
  -- Names and outcodes; null for the whole council's area.
  "areas" TEXT[],
  "latitude" FLOAT,
  "longitude" FLOAT,
  -- Latitudes and longitudes of its other places, by turns.
  "otherPoints" FLOAT[],
  "hasHours" BOOLEAN NOT NULL,
  -- Weeks that are not all alike are asked of the schedules themselves.
  "isIrregular" BOOLEAN NOT NULL,
  "exceptionDays" DATERANGE,
  -- Of a week like all others: the weekdays, a bit each, and the minutes since its Monday, of the sessions and of those
  -- that are also on bank holidays, each with what runs past midnight apart.
  "days" INTEGER NOT NULL,
  "holidayDays" INTEGER NOT NULL,
  "minutes" INT4MULTIRANGE NOT NULL,
  "holidayMinutes" INT4MULTIRANGE NOT NULL,
  "nights" INT4MULTIRANGE NOT NULL,
  "holidayNights" INT4MULTIRANGE NOT NULL
);
CREATE INDEX ON sanctuary.search_service ("council");

CREATE TABLE sanctuary.search_token (
  "council" UUID NOT NULL,
  "token" TEXT COLLATE "C" NOT NULL,
  "number" INTEGER NOT NULL REFERENCES sanctuary.search_service ON DELETE CASCADE,
  "weight" SMALLINT NOT NULL,
  PRIMARY KEY ("council", "token", "number") INCLUDE ("weight")
);
CREATE INDEX ON sanctuary.search_token ("number");

-- Words of one meaning as they are compared; without a council for all.
CREATE TABLE sanctuary.search_synonym (
  "group" UUID NOT NULL REFERENCES public."SynonymGroup" ON DELETE CASCADE,
  "council" UUID,
  "words" TEXT[] NOT NULL,
  PRIMARY KEY ("group", "words")
);
CREATE INDEX ON sanctuary.search_synonym ("words");

-- Services that this transaction has touched; empty whenever nobody writes.
CREATE TABLE sanctuary.search_touched ("service" UUID PRIMARY KEY);

-- Makes the rows of the index anew.
CREATE FUNCTION sanctuary.index_services(services UUID[]) RETURNS VOID LANGUAGE sql
SECURITY DEFINER SET search_path = sanctuary, public, pg_temp AS $$
  DELETE FROM search_service WHERE "service" = ANY(services);

  WITH sessions AS (
    SELECT "serviceId", weekday, "opensOnBankHolidays" AS is_also,
      (weekday - 1) * 1440 + split_part("opensAt", ':', 1)::int * 60 + split_part("opensAt", ':', 2)::int AS opens,
      (weekday - 1) * 1440 + split_part("closesAt", ':', 1)::int * 60 + split_part("closesAt", ':', 2)::int AS closes,
      "closesAt" <= "opensAt" AS is_night
    FROM "Schedule" CROSS JOIN LATERAL unnest("weekdays") AS weekday
    WHERE "serviceId" = ANY(services) AND "frequency" = 'WEEKLY'
  ), pieces AS (
    SELECT "serviceId", weekday, is_also, false AS is_spill, int4range(opens, CASE WHEN is_night THEN weekday * 1440 ELSE closes END) AS piece
    FROM sessions
    UNION ALL
    SELECT "serviceId", weekday, is_also, true, int4range(weekday % 7 * 1440, weekday % 7 * 1440 + closes - (weekday - 1) * 1440)
    FROM sessions WHERE is_night
  ), weeks AS (
    SELECT "serviceId",
      bit_or(1 << (weekday - 1)) AS days,
      bit_or(1 << (weekday - 1)) FILTER (WHERE is_also) AS holiday_days,
      range_agg(piece) FILTER (WHERE NOT is_spill) AS minutes,
      range_agg(piece) FILTER (WHERE NOT is_spill AND is_also) AS holiday_minutes,
      range_agg(piece) FILTER (WHERE is_spill) AS nights,
      range_agg(piece) FILTER (WHERE is_spill AND is_also) AS holiday_nights
    FROM pieces GROUP BY "serviceId"
  ), points AS (
    SELECT "serviceId", array_agg("latitude" ORDER BY "position", "ServiceLocation"."id") AS latitudes,
      array_agg("longitude" ORDER BY "position", "ServiceLocation"."id") AS longitudes
    FROM "ServiceLocation" JOIN "Location" ON "Location"."id" = "locationId"
    WHERE "serviceId" = ANY(services) AND "latitude" IS NOT NULL
    GROUP BY "serviceId"
  )
  INSERT INTO search_service (
    "council", "service", "organisation", "name", "isEnded", "isClosed", "lastCheckedOn", "traits", "minimumAge", "maximumAge", "languages", "interpreters", "areas", "latitude",
    "longitude", "otherPoints", "hasHours", "isIrregular", "exceptionDays", "days", "holidayDays", "minutes", "holidayMinutes",
    "nights", "holidayNights"
  )
  SELECT "Service"."councilId", "Service"."id", "organisationId", fold("Service"."name"), "state" = 'ENDED',
    "state" = 'TEMPORARILY_CLOSED', "lastCheckedOn",
    traits('categories', "Service"."categories"::text[]) | traits('who', who)
      | traits('cost', ARRAY["cost"::text]) | traits('modes', "Service"."modes"::text[])
      | traits('papers', ARRAY["asksForPapers"::text]) | traits('access', "Service"."access"::text[]),
    "minimumAge", "maximumAge",
    spoken, CASE WHEN "interpreters" IN ('ALWAYS', 'ON_REQUEST') THEN coalesce("interpreterLanguages", '{}') END, areas,
    latitudes[1], longitudes[1],
    (SELECT array_agg(point ORDER BY at, is_longitude) FROM (
      SELECT at, false, latitudes[at] FROM generate_series(2, cardinality(latitudes)) AS at
      UNION ALL SELECT at, true, longitudes[at] FROM generate_series(2, cardinality(latitudes)) AS at
    ) AS others (at, is_longitude, point)),
    "hours" = 'SCHEDULED' AND NOT "withholdsTimes" AND (is_irregular IS NOT NULL OR exception_days IS NOT NULL),
    coalesce(is_irregular, false), exception_days,
    coalesce(weeks.days, 0), coalesce(holiday_days, 0), coalesce(minutes, '{}'), coalesce(holiday_minutes, '{}'),
    coalesce(nights, '{}'), coalesce(holiday_nights, '{}')
  FROM "Service" JOIN "Organisation" ON "Organisation"."id" = "organisationId"
    LEFT JOIN weeks ON weeks."serviceId" = "Service"."id"
    LEFT JOIN points ON points."serviceId" = "Service"."id"
    -- Who helps anybody helps everybody.
    CROSS JOIN LATERAL (
      SELECT CASE WHEN 'ANYONE' = ANY("eligibleGroups") THEN enum_range(NULL::"EligibleGroup") ELSE "eligibleGroups" END::text[]
        || CASE WHEN "isWomenOnly" THEN 'WOMEN_ONLY' END
    ) AS helped (who)
    CROSS JOIN LATERAL (
      SELECT ARRAY(SELECT "ServiceLanguage"."language" FROM "ServiceLanguage" WHERE "serviceId" = "Service"."id")
    ) AS speaking (spoken)
    CROSS JOIN LATERAL (
      SELECT array_agg(fold(area)) FROM "ServiceArea", unnest("outcodes" || "ServiceArea"."name") AS area WHERE "serviceId" = "Service"."id"
    ) AS serving (areas)
    CROSS JOIN LATERAL (
      SELECT bool_or("frequency" <> 'WEEKLY' OR num_nonnulls("firstOn", "lastOn") > 0) FROM "Schedule" WHERE "serviceId" = "Service"."id"
    ) AS scheduled (is_irregular)
    CROSS JOIN LATERAL (
      SELECT CASE WHEN count(*) > 0 THEN daterange(min("firstDay"), max("lastDay"), '[]') END
      FROM "ScheduleException" WHERE "serviceId" = "Service"."id"
    ) AS excepted (exception_days)
  WHERE "Service"."id" = ANY(services) AND "isPublished";

  INSERT INTO search_token ("council", "token", "number", "weight")
  SELECT search_service."council", token, "number", max(weight)
  FROM search_service JOIN "Service" ON "Service"."id" = search_service."service"
    JOIN "Organisation" ON "Organisation"."id" = "organisationId"
    CROSS JOIN LATERAL (SELECT weight, string_agg(words, ' ') FROM (
      VALUES (3, "Service"."name"), (2, "Organisation"."name"), (1, "summary"), (1, "eligibilityNote"),
        -- The names of the categories are words of the synonyms.
        (1, (SELECT string_agg(lower(replace(category::text, '_', ' ')), ' ') FROM unnest("Service"."categories") AS category))
      UNION ALL
      SELECT 1, "words" FROM language_words WHERE "language" = ANY(search_service."languages")
      UNION ALL
      SELECT 1, concat_ws(' ', "ServiceArea"."name", array_to_string("outcodes", ' ')) FROM "ServiceArea" WHERE "serviceId" = "Service"."id"
      UNION ALL
      SELECT 1, "Location"."name" FROM "ServiceLocation" JOIN "Location" ON "Location"."id" = "locationId" WHERE "serviceId" = "Service"."id"
      UNION ALL
      SELECT CASE "field" WHEN 'name' THEN 3 ELSE 1 END, "Translation"."text" FROM "Translation"
      WHERE "serviceId" = "Service"."id" AND "field" IN ('name', 'summary')
    ) AS told (weight, words) GROUP BY weight) AS said (weight, words)
    CROSS JOIN LATERAL unnest(tokens(words)) AS token
  WHERE search_service."service" = ANY(services)
  GROUP BY search_service."council", token, "number";
$$;

-- Whatever belongs to a service touches it; at the end of the transaction each touched one is indexed once.
CREATE FUNCTION sanctuary.touch_services(services UUID[]) RETURNS VOID LANGUAGE sql SECURITY DEFINER SET search_path = sanctuary, pg_temp AS $$
  INSERT INTO search_touched SELECT DISTINCT service FROM unnest(services) AS service WHERE service IS NOT NULL ON CONFLICT DO NOTHING
$$;

CREATE FUNCTION sanctuary.touch_service() RETURNS TRIGGER LANGUAGE plpgsql SECURITY DEFINER SET search_path = sanctuary, public, pg_temp AS $$
DECLARE
  key TEXT := CASE TG_TABLE_NAME WHEN 'Service' THEN 'id' ELSE 'serviceId' END;
BEGIN
  PERFORM touch_services(ARRAY[(to_jsonb(OLD) ->> key)::uuid, (to_jsonb(NEW) ->> key)::uuid]);
  RETURN NULL;
END $$;

CREATE FUNCTION sanctuary.touch_services_of_organisation() RETURNS TRIGGER LANGUAGE plpgsql SECURITY DEFINER SET search_path = sanctuary, public, pg_temp AS $$
BEGIN
  PERFORM touch_services(ARRAY(SELECT "id" FROM "Service" WHERE "organisationId" = NEW."id"));
  RETURN NULL;
END $$;

CREATE FUNCTION sanctuary.touch_services_at_location() RETURNS TRIGGER LANGUAGE plpgsql SECURITY DEFINER SET search_path = sanctuary, public, pg_temp AS $$
BEGIN
  PERFORM touch_services(ARRAY(SELECT "serviceId" FROM "ServiceLocation" WHERE "locationId" = NEW."id"));
  RETURN NULL;
END $$;

CREATE FUNCTION sanctuary.index_touched() RETURNS TRIGGER LANGUAGE plpgsql SECURITY DEFINER SET search_path = sanctuary, public, pg_temp AS $$
DECLARE
  touched UUID[];
BEGIN
  WITH gone AS (DELETE FROM search_touched RETURNING "service") SELECT array_agg("service") INTO touched FROM gone;
  IF touched IS NOT NULL THEN PERFORM index_services(touched); END IF;
  RETURN NULL;
END $$;

DO $$
DECLARE name TEXT;
BEGIN
  FOREACH name IN ARRAY ARRAY['Service', 'ServiceLanguage', 'ServiceArea', 'ServiceLocation', 'Schedule', 'ScheduleException'] LOOP
    EXECUTE format('CREATE TRIGGER touch_service AFTER INSERT OR UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION sanctuary.touch_service()', name);
  END LOOP;
END $$;
CREATE TRIGGER touch_service AFTER INSERT OR UPDATE ON "Translation" FOR EACH ROW
  WHEN (NEW."serviceId" IS NOT NULL) EXECUTE FUNCTION sanctuary.touch_service();
CREATE TRIGGER touch_service_again AFTER DELETE ON "Translation" FOR EACH ROW
  WHEN (OLD."serviceId" IS NOT NULL) EXECUTE FUNCTION sanctuary.touch_service();
CREATE TRIGGER touch_services AFTER UPDATE OF "name", "withholdsTimes" ON "Organisation" FOR EACH ROW
  EXECUTE FUNCTION sanctuary.touch_services_of_organisation();
CREATE TRIGGER touch_services AFTER UPDATE ON "Location" FOR EACH ROW EXECUTE FUNCTION sanctuary.touch_services_at_location();
CREATE CONSTRAINT TRIGGER index_touched AFTER INSERT ON sanctuary.search_touched DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION sanctuary.index_touched();

CREATE FUNCTION sanctuary.index_synonyms() RETURNS TRIGGER LANGUAGE plpgsql SECURITY DEFINER SET search_path = sanctuary, public, pg_temp AS $$
BEGIN
  DELETE FROM search_synonym WHERE "group" = NEW."id";
  INSERT INTO search_synonym SELECT DISTINCT NEW."id", NEW."councilId", sought(word) FROM unnest(NEW."words") AS word WHERE sought(word) <> '{}';
  RETURN NULL;
END $$;
CREATE TRIGGER index_synonyms AFTER INSERT OR UPDATE ON "SynonymGroup" FOR EACH ROW EXECUTE FUNCTION sanctuary.index_synonyms();

-- What each sought word may be found by: term is the place of the word, or phrase, in the search; one of its ways is
-- enough, and a way needs all of its needles.
CREATE FUNCTION sanctuary.ways_of(of_council UUID, words TEXT[]) RETURNS TABLE (term INTEGER, way INTEGER, size INTEGER, needle TEXT)
LANGUAGE plpgsql STABLE ROWS 20 SET search_path = sanctuary, public, pg_temp AS $$
#variable_conflict use_column
DECLARE
  at INTEGER := 1;
  phrase TEXT[];
  meanings UUID[];
  word TEXT;
  letters INTEGER;
  near TEXT[];
BEGIN
  WHILE at <= least(cardinality(words), 12) LOOP
    -- The longest phrase that is known, else the one word.
    FOR length IN REVERSE least(4, cardinality(words) - at + 1)..1 LOOP
      phrase := words[at:at + length - 1];
      SELECT array_agg(DISTINCT "group") INTO meanings FROM search_synonym
      WHERE "words" = phrase AND ("council" IS NULL OR "council" = of_council);
      EXIT WHEN meanings IS NOT NULL;
    END LOOP;
    RETURN QUERY
      SELECT at, number::int, cardinality(pieces), piece FROM (
        SELECT pieces, row_number() OVER () AS number FROM (
          SELECT needles(phrase) AS pieces
          UNION SELECT needles("words") FROM search_synonym WHERE "group" = ANY(meanings)
        ) AS said
      ) AS ways CROSS JOIN LATERAL unnest(pieces) AS piece;
    -- A word that is neither known nor the beginning of anything here may be written wrongly.
    word := phrase[1];
    letters := length(word);
    IF meanings IS NULL AND letters BETWEEN 5 AND 60 AND NOT is_chinese(word) AND NOT EXISTS (
      SELECT FROM search_token WHERE "council" = of_council AND "token" >= word AND "token" < word || U&'\+10FFFF'
    ) THEN
      letters := CASE WHEN letters < 8 THEN 1 ELSE 2 END;
      SELECT array_agg(likely) INTO near FROM (
        SELECT "token" AS likely, rank() OVER (ORDER BY distance) AS place FROM (
          SELECT "token", levenshtein_less_equal(word, "token", letters) AS distance
          FROM (SELECT DISTINCT "token" FROM search_token WHERE "council" = of_council) AS known
          WHERE length("token") BETWEEN length(word) - letters AND length(word) + letters
        ) AS measured WHERE distance <= letters
      ) AS ranked WHERE place = 1;
      RETURN QUERY SELECT at, 1000 + number::int, 1, likely FROM unnest(near) WITH ORDINALITY AS found (likely, number);
    END IF;
    at := at + cardinality(phrase);
  END LOOP;
END $$;

-- One value or a list of them.
CREATE FUNCTION sanctuary.listed(given JSONB) RETURNS TEXT[] LANGUAGE plpgsql IMMUTABLE AS $$
BEGIN
  RETURN (
    SELECT CASE jsonb_typeof(given)
      WHEN 'array' THEN ARRAY(SELECT jsonb_array_elements_text(given))
      WHEN 'string' THEN ARRAY[given #>> '{}']
      ELSE '{}'
    END
  );
END $$;

-- Finds services of a council that are published. The filter holds what ServiceFilter of the API does, with `near` as
-- {latitude, longitude}. Each service has the set of dimensions that it fails: it is found when that is empty, counts
-- for a facet when it fails no other, and for relaxing when it fails one alone.
CREATE FUNCTION sanctuary.find_services(of_council UUID, filter JSONB, moment TIMESTAMPTZ, page_size INTEGER, after TEXT DEFAULT NULL)
RETURNS JSONB LANGUAGE plpgsql STABLE SECURITY DEFINER
SET search_path = sanctuary, public, pg_temp SET plan_cache_mode = force_generic_plan SET jit = off AS $$
DECLARE
  dimensions CONSTANT TEXT[] := ARRAY['WORDS', 'CATEGORY', 'LANGUAGE', 'INTERPRETER', 'WHO', 'TIME', 'COST', 'MODE', 'PLACE', 'PAPERS', 'CHECKED',
    'ORGANISATION', 'ACCESS'];
  wall TIMESTAMP := (SELECT moment AT TIME ZONE "timeZone" FROM "Council" WHERE "id" = of_council);
  today DATE := wall;
  words TEXT[] := sought(left(filter ->> 'words', 300));
  has_words BOOLEAN := coalesce(cardinality(words), 0) > 0;
  in_categories BIGINT := traits('categories', listed(filter -> 'categories'));
  for_groups BIGINT := traits('who', listed(filter -> 'who'));
  women_only BIGINT := traits('who', '{WOMEN_ONLY}');
  anyone BIGINT := traits('who', '{ANYONE}');
  for_women BOOLEAN := filter ->> 'isWomenOnly';
  without_cost BIGINT := CASE WHEN (filter ->> 'free')::boolean THEN traits('cost', '{FREE}') ELSE 0 END;
  by_modes BIGINT := traits('modes', listed(filter -> 'modes'));
  without_papers BIGINT := CASE WHEN (filter ->> 'noPapers')::boolean THEN traits('papers', '{NO}') ELSE 0 END;
  by_access BIGINT := traits('access', listed(filter -> 'access'));
  -- Counted each by itself, since many are alike in these.
  all_categories BIGINT := (SELECT bit_or("bit") FROM search_trait WHERE "facet" = 'categories');
  all_groups BIGINT := (SELECT bit_or("bit") FROM search_trait WHERE "facet" = 'who');
  in_languages TEXT[] := listed(filter -> 'languages');
  or_interpreter BOOLEAN := coalesce((filter ->> 'orInterpreter')::boolean, false);
  interpreter TEXT := filter ->> 'interpreterLanguage';
  of_age INTEGER := filter ->> 'age';
  in_area TEXT := nullif(fold(filter ->> 'area'), '');
  of_organisation UUID := filter ->> 'organisation';
  checked_since DATE := today - make_interval(months => (filter ->> 'checkedWithinMonths')::int);
  with_ended BOOLEAN := coalesce((filter ->> 'includeEnded')::boolean, false);
  here_latitude FLOAT := filter #>> '{near,latitude}';
  here_longitude FLOAT := filter #>> '{near,longitude}';
  within_metres FLOAT := filter ->> 'withinMetres';
  is_now BOOLEAN := coalesce((filter ->> 'openNow')::boolean, false);
  -- The coming one of its kind, today too.
  on_day DATE := today + CASE WHEN is_now OR filter ->> 'day' IS NULL THEN 0
    ELSE ((filter ->> 'day')::int - extract(ISODOW FROM today)::int + 7) % 7 END;
  has_time BOOLEAN := is_now OR num_nonnulls(filter ->> 'day', filter ->> 'time') > 0;
  -- HH:MM; null for any time of that day.
  at_time TEXT := CASE WHEN is_now THEN to_char(wall, 'HH24:MI') ELSE filter ->> 'time' END;
  day_bit INTEGER := 1 << (extract(ISODOW FROM on_day)::int - 1);
  at_minute INTEGER := (extract(ISODOW FROM on_day)::int - 1) * 1440 + split_part(at_time, ':', 1)::int * 60 + split_part(at_time, ':', 2)::int;
  -- A time without a day: on any of the coming seven.
  is_any_day BOOLEAN := NOT is_now AND filter ->> 'day' IS NULL AND at_time IS NOT NULL;
  any_minutes INT4MULTIRANGE := (
    SELECT range_agg(int4range(day * 1440 + at_minute % 1440, day * 1440 + at_minute % 1440, '[]')) FROM generate_series(0, 6) AS day
  );
  holidays DATE[] := ARRAY(SELECT "day" FROM "BankHoliday" WHERE "day" BETWEEN today - 1 AND today + 6);
  holiday_bits INTEGER := (SELECT coalesce(bit_or(1 << (extract(ISODOW FROM day)::int - 1)), 0) FROM unnest(holidays) AS day WHERE day >= today);
  is_holiday BOOLEAN := on_day = ANY(holidays);
  is_after_holiday BOOLEAN := on_day - 1 = ANY(holidays);
  week DATERANGE := daterange(today - 1, today + 7);
  irregulars UUID[] := ARRAY(
    SELECT "service" FROM search_service WHERE "council" = of_council AND "hasHours" AND ("isIrregular" OR "exceptionDays" && week)
  );
  used INTEGER := has_words::int
    + (in_categories <> 0)::int * 2 + (in_languages <> '{}')::int * 4 + (interpreter IS NOT NULL)::int * 8
    + (for_groups <> 0 OR num_nonnulls(for_women, of_age) > 0)::int * 16 + has_time::int * 32 + (without_cost <> 0)::int * 64
    + (by_modes <> 0)::int * 128 + (within_metres IS NOT NULL AND here_latitude IS NOT NULL OR in_area IS NOT NULL)::int * 256
    + (without_papers <> 0)::int * 512 + (checked_since IS NOT NULL)::int * 1024 + (of_organisation IS NOT NULL)::int * 2048
    + (by_access <> 0)::int * 4096;
  behind JSONB := after;
  answer JSONB;
BEGIN
  WITH ways AS MATERIALIZED (
    SELECT * FROM ways_of(of_council, words) WHERE has_words
  ), hits AS MATERIALIZED (
    SELECT "number", sum(weight) AS weight FROM (
      SELECT term, "number", max(weight) AS weight FROM (
        SELECT term, "number", min(weight) AS weight FROM (
          SELECT term, way, size, needle, token."number", max(token."weight") AS weight
          FROM ways JOIN search_token AS token
            ON token."council" = of_council AND token."token" >= needle AND token."token" < needle || U&'\+10FFFF'
          GROUP BY term, way, size, needle, token."number"
        ) AS by_needle GROUP BY term, way, size, "number" HAVING count(*) = size
      ) AS by_way GROUP BY term, "number"
    ) AS by_term GROUP BY "number" HAVING count(*) = (SELECT count(DISTINCT term) FROM ways)
  ), irregular AS MATERIALIZED (
    SELECT session.service AS service,
      bit_or(1 << (extract(ISODOW FROM day)::int - 1)) FILTER (WHERE day >= today) AS days,
      bool_or(CASE
        WHEN is_any_day THEN day >= today AND runs_at(day, opens_at, closes_at, day, at_time) OR runs_at(day, opens_at, closes_at, day + 1, at_time)
        ELSE runs_at(day, opens_at, closes_at, on_day, at_time)
      END) AS is_open
    FROM sessions_between(irregulars, today - 1, today + 6) AS session GROUP BY session.service
  ), measured AS MATERIALIZED (
    SELECT one."number", one."service", one."name", one."isClosed", one."hasHours", one."traits", one."languages", one."interpreters",
      coalesce(hits.weight, 0) AS weight,
      coalesce(one."lastCheckedOn" < today - INTERVAL '12 months', true) AS is_old, metres,
      CASE
        WHEN one."isClosed" OR one."isEnded" THEN 0
        WHEN NOT one."hasHours" THEN 127
        WHEN one."isIrregular" OR one."exceptionDays" && week THEN coalesce(irregular.days, 0)
        ELSE (one."days" & ~holiday_bits) | (one."holidayDays" & holiday_bits)
      END AS days,
      (has_words AND hits."number" IS NULL)::int
      + (in_categories <> 0 AND one."traits" & in_categories = 0)::int * 2
      + (in_languages <> '{}' AND NOT (
          one."languages" && in_languages
          OR or_interpreter AND one."interpreters" IS NOT NULL AND (one."interpreters" = '{}' OR one."interpreters" && in_languages)
        ))::int * 4
      + (interpreter IS NOT NULL AND coalesce(one."interpreters" <> '{}' AND interpreter <> ALL (one."interpreters"), true))::int * 8
      + (
          for_groups <> 0 AND one."traits" & for_groups = 0
          OR for_women IS NOT NULL AND (one."traits" & women_only <> 0) <> for_women
          OR of_age IS NOT NULL AND (coalesce(of_age < one."minimumAge", false) OR coalesce(of_age > one."maximumAge", false))
        )::int * 16
      + (has_time AND (one."isClosed" OR one."isEnded" OR one."hasHours" AND NOT CASE
          WHEN one."isIrregular" OR one."exceptionDays" && week
            THEN CASE WHEN at_time IS NULL THEN coalesce(irregular.days, 0) & day_bit <> 0 ELSE coalesce(irregular.is_open, false) END
          WHEN at_time IS NULL THEN (CASE WHEN is_holiday THEN one."holidayDays" ELSE one."days" END) & day_bit <> 0
          WHEN is_any_day THEN one."minutes" && any_minutes OR one."nights" && any_minutes
          ELSE (CASE WHEN is_holiday THEN one."holidayMinutes" ELSE one."minutes" END) @> at_minute
            OR (CASE WHEN is_after_holiday THEN one."holidayNights" ELSE one."nights" END) @> at_minute
        END))::int * 32
      + (without_cost <> 0 AND one."traits" & without_cost = 0)::int * 64
      + (by_modes <> 0 AND one."traits" & by_modes = 0)::int * 128
      + (is_far OR in_area IS NOT NULL AND one."areas" IS NOT NULL AND in_area <> ALL (one."areas"))::int * 256
      + (without_papers <> 0 AND one."traits" & without_papers = 0)::int * 512
      + (checked_since IS NOT NULL AND coalesce(one."lastCheckedOn" < checked_since, true))::int * 1024
      + (of_organisation IS NOT NULL AND one."organisation" <> of_organisation)::int * 2048
      + (by_access <> 0 AND one."traits" & by_access = 0)::int * 4096 AS failed
    FROM search_service AS one
      LEFT JOIN hits ON hits."number" = one."number"
      LEFT JOIN irregular ON irregular.service = one."service"
      -- What has no distance is within none.
      CROSS JOIN LATERAL (SELECT CASE
        WHEN here_latitude IS NULL OR one."latitude" IS NULL THEN NULL
        WHEN one."otherPoints" IS NULL THEN metres_between(one."latitude", one."longitude", here_latitude, here_longitude)
        ELSE least(metres_between(one."latitude", one."longitude", here_latitude, here_longitude), (
          SELECT min(metres_between(one."otherPoints"[place], one."otherPoints"[place + 1], here_latitude, here_longitude))
          FROM generate_series(1, cardinality(one."otherPoints"), 2) AS place
        ))
      END OFFSET 0) AS placed (metres)
      CROSS JOIN LATERAL (
        SELECT here_latitude IS NOT NULL AND within_metres IS NOT NULL AND coalesce(metres > within_metres, true)
      ) AS distant (is_far)
    WHERE one."council" = of_council AND (with_ended OR NOT one."isEnded")
  ), judged AS MATERIALIZED (
    SELECT * FROM measured WHERE failed & (failed - 1) = 0
  ), found AS (
    SELECT *, is_old::int AS by_age, (has_time AND NOT "hasHours")::int AS by_hours,
      CASE WHEN here_latitude IS NOT NULL THEN coalesce(metres, 'Infinity') ELSE -weight END::float AS by_rank, "isClosed"::int AS by_state
    FROM judged WHERE failed = 0
  ), page AS (
    SELECT * FROM found
    WHERE behind IS NULL OR (by_age, by_hours, by_rank, by_state, "name", "service") > (
      (behind ->> 0)::int, (behind ->> 1)::int, (behind ->> 2)::float, (behind ->> 3)::int, behind ->> 4, (behind ->> 5)::uuid
    )
    ORDER BY by_age, by_hours, by_rank, by_state, "name", "service" LIMIT least(page_size, 500) + 1
  ), counted AS MATERIALIZED (
    SELECT failed, "traits" & all_categories AS categories, "traits" & all_groups AS groups, "traits" & ~(all_categories | all_groups) AS others,
      days, "hasHours", "languages", "interpreters", grouping("languages") = 0 AS of_languages, grouping("interpreters") = 0 AS of_interpreters,
      count(*) AS number
    FROM judged GROUP BY failed, GROUPING SETS (
      ("traits" & all_categories), ("traits" & all_groups), ("traits" & ~(all_categories | all_groups)), (days, "hasHours"), ("languages"), ("interpreters")
    )
  ), facets AS (
    SELECT facet, value, sum(number)::int AS number FROM (
      SELECT "facet", "value", number, coalesce(groups & anyone = 0 OR "bit" = anyone, true)
      FROM counted JOIN search_trait ON coalesce(categories, groups, others) & "bit" <> 0
      WHERE failed = 0 OR failed = "dimension"
      UNION ALL
      SELECT 'days', day::text, number, "hasHours" FROM counted JOIN generate_series(1, 7) AS day ON days & (1 << (day - 1)) <> 0
      WHERE failed = 0 OR failed = 32
      UNION ALL
      SELECT 'languages', language, number, true FROM counted CROSS JOIN LATERAL unnest("languages") AS language
      WHERE of_languages AND (failed = 0 OR failed = 4)
      UNION ALL
      SELECT 'interpreters', language, number, true FROM counted
        CROSS JOIN LATERAL unnest(CASE "interpreters" WHEN '{}' THEN '{ANY}' ELSE "interpreters" END) AS language
      WHERE of_interpreters AND (failed = 0 OR failed = 8)
    ) AS ticked (facet, value, number, is_said)
    -- Who helps anybody counts for every group, and unknown hours for every day, but neither alone is worth a choice.
    GROUP BY facet, value HAVING bool_or(is_said)
  )
  SELECT jsonb_build_object(
    'total', (SELECT count(*) FROM found),
    'page', coalesce((
      SELECT jsonb_agg(jsonb_build_object(
        'service', "service", 'metres', metres, 'hoursUnknown', NOT "hasHours",
        'key', jsonb_build_array(by_age, by_hours, by_rank::text, by_state, "name", "service")::text
      ) ORDER BY by_age, by_hours, by_rank, by_state, "name", "service")
      FROM (SELECT * FROM page ORDER BY by_age, by_hours, by_rank, by_state, "name", "service" LIMIT least(page_size, 500)) AS shown
    ), '[]'),
    'hasMore', (SELECT count(*) > least(page_size, 500) FROM page),
    'facets', coalesce((
      SELECT jsonb_object_agg(facet, counts) FROM (
        SELECT facet, jsonb_agg(jsonb_build_object('value', value, 'count', number) ORDER BY number DESC, value) AS counts
        FROM facets GROUP BY facet
      ) AS grouped
    ), '{}'),
    'relax', coalesce((
      SELECT jsonb_agg(jsonb_build_object('dimension', dimensions[place], 'count', (
        SELECT count(*) FROM judged WHERE failed = 1 << (place - 1)
      )) ORDER BY place)
      FROM generate_subscripts(dimensions, 1) AS place WHERE used & (1 << (place - 1)) <> 0
    ), '[]')
  ) INTO answer;
  RETURN answer;
END $$;

-- A visitor says that something is wrong with an entry: counted by day and kind, and nothing else of it is kept.
CREATE FUNCTION sanctuary.report_entry_problem(of_service UUID, problem "ProblemKind") RETURNS BOOLEAN LANGUAGE plpgsql
SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  INSERT INTO "EntryProblem" ("councilId", "serviceId", "kind", "day")
  SELECT "councilId", "id", problem, sanctuary.today("councilId") FROM "Service" WHERE "id" = of_service AND "isPublished"
  ON CONFLICT ("serviceId", "kind", "day") DO UPDATE SET "count" = least("EntryProblem"."count" + 1, 100000);
  RETURN FOUND;
END $$;

-- A visitor found no help: counted by month, category and language.
CREATE FUNCTION sanctuary.report_nothing_found(of_council UUID, sought "ServiceCategory", in_language TEXT) RETURNS BOOLEAN LANGUAGE plpgsql
SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  -- Of the languages only known ones, so that nothing else can be written here.
  IF in_language IS NOT NULL AND NOT EXISTS (SELECT FROM sanctuary.language_words WHERE "language" = in_language) THEN RETURN false; END IF;
  INSERT INTO "NothingFound" ("councilId", "category", "language", "month")
  SELECT "id", sought, in_language, date_trunc('month', sanctuary.today("id"))::date FROM "Council" WHERE "id" = of_council
  ON CONFLICT ("councilId", "month", "category", "language") DO UPDATE SET "count" = least("NothingFound"."count" + 1, 100000);
  RETURN FOUND;
END $$;

-- Everybody may call a new function unless told otherwise. The public asks the index and says its two words; whoever
-- manages may also look at hours.
DO $$
DECLARE name REGPROCEDURE;
BEGIN
  FOR name IN SELECT oid FROM pg_proc WHERE pronamespace = 'sanctuary'::regnamespace AND proname IN (
    'fold', 'runs', 'is_chinese', 'bare', 'needles', 'tokens', 'sought', 'metres_between', 'traits', 'sessions_between', 'runs_at', 'is_open_at',
    'index_services', 'touch_services', 'touch_service', 'touch_services_of_organisation', 'touch_services_at_location', 'index_touched',
    'index_synonyms', 'ways_of', 'listed', 'find_services', 'report_entry_problem', 'report_nothing_found'
  ) LOOP
    EXECUTE format('REVOKE EXECUTE ON FUNCTION %s FROM PUBLIC', name);
  END LOOP;
END $$;
GRANT EXECUTE ON FUNCTION sanctuary.find_services, sanctuary.report_entry_problem, sanctuary.report_nothing_found, sanctuary.fold,
  sanctuary.tokens TO sanctuary_public, sanctuary_management;
GRANT EXECUTE ON FUNCTION sanctuary.is_open_at, sanctuary.sessions_between, sanctuary.runs_at TO sanctuary_management;
