-- The search for help, faster: the same answers for less work.

-- The few places of outcodes and sectors among all the postcodes.
CREATE INDEX "PostcodePlace_kind_idx" ON "PostcodePlace"("kind");

-- Words that are nearly right are about as long.
CREATE INDEX ON sanctuary.search_token ("council", length("token"), "token");

-- The same sessions: a schedule is asked first for what rules out most days, and dates stay dates.
CREATE OR REPLACE FUNCTION sanctuary.sessions_between(services UUID[], first_day DATE, last_day DATE)
RETURNS TABLE (service UUID, place UUID, day DATE, opens_at TEXT, closes_at TEXT, is_by_appointment BOOLEAN)
LANGUAGE sql STABLE AS $$
  WITH days AS MATERIALIZED (
    SELECT day, weekday, day - weekday + 1 AS monday, number,
      extract(MONTH FROM day + 7) <> extract(MONTH FROM day) AS is_last,
      EXISTS (SELECT FROM public."BankHoliday" WHERE "BankHoliday"."day" = days.day) AS is_holiday
    FROM (
      SELECT day, extract(ISODOW FROM day)::int AS weekday, extract(DAY FROM day)::int AS number
      FROM (SELECT first_day + place FROM generate_series(0, last_day - first_day) AS place) AS calendar (day)
    ) AS days
  ), exceptions AS MATERIALIZED (
    SELECT *, "lastDay" - "firstDay" AS span FROM public."ScheduleException"
    WHERE "serviceId" = ANY(services) AND "firstDay" <= last_day AND "lastDay" >= first_day
  )
  SELECT "serviceId", "serviceLocationId", day, "opensAt", "closesAt", "isByAppointment"
  FROM public."Schedule" JOIN days ON
    (weekday = ANY("weekdays") OR number = ANY("monthDays"))
    AND coalesce("firstOn" <= day, true) AND coalesce("lastOn" >= day, true) AND ("opensOnBankHolidays" OR NOT is_holiday)
    AND CASE
      WHEN "frequency" = 'WEEKLY' THEN weekday = ANY("weekdays")
      -- The first day of the calendar was a Monday.
      WHEN "frequency" = 'FORTNIGHTLY' THEN weekday = ANY("weekdays") AND (monday - "firstOn" + ("firstOn" - DATE '0001-01-01') % 7) % 14 = 0
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

-- The same of services that are found out in the same statement; with a plan of its own, which stays.
CREATE FUNCTION sanctuary.sessions_of(services UUID[], first_day DATE, last_day DATE)
RETURNS TABLE (service UUID, day DATE, opens_at TEXT, closes_at TEXT) LANGUAGE plpgsql STABLE ROWS 10 AS $$
BEGIN
  IF services <> '{}' THEN
    RETURN QUERY SELECT session.service, session.day, session.opens_at, session.closes_at
      FROM sanctuary.sessions_between(services, first_day, last_day) AS session;
  END IF;
END $$;
REVOKE EXECUTE ON FUNCTION sanctuary.sessions_of FROM PUBLIC;

-- What each sought word may be found by: term is the place of the word, or phrase, in the search; one of its ways is
-- enough, and a way needs all of its needles. Few rows are foretold, since what is reserved for many costs more than they.
CREATE OR REPLACE FUNCTION sanctuary.ways_of(of_council UUID, words TEXT[]) RETURNS TABLE (term INTEGER, way INTEGER, size INTEGER, needle TEXT)
LANGUAGE plpgsql STABLE ROWS 1 SET search_path = sanctuary, public, pg_temp AS $$
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
          UNION SELECT "needles" FROM search_synonym WHERE "group" = ANY(meanings)
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
        SELECT likely, rank() OVER (ORDER BY distance) AS place FROM (
          SELECT likely, levenshtein_less_equal(word, likely, letters) AS distance
          -- In the order of its index, and each word once before it is compared.
          FROM (
            SELECT DISTINCT length("token"), "token" FROM search_token
            WHERE "council" = of_council AND length("token") BETWEEN length(word) - letters AND length(word) + letters
            OFFSET 0
          ) AS known (size, likely)
        ) AS measured WHERE distance <= letters
      ) AS ranked WHERE place = 1;
      RETURN QUERY SELECT at, 1000 + number::int, 1, likely FROM unnest(near) WITH ORDINALITY AS found (likely, number);
    END IF;
    at := at + cardinality(phrase);
  END LOOP;
END $$;

-- One value or a list of them; most are not given at all.
CREATE OR REPLACE FUNCTION sanctuary.listed(given JSONB) RETURNS TEXT[] LANGUAGE plpgsql IMMUTABLE AS $$
BEGIN
  IF given IS NULL THEN RETURN '{}'; END IF;
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
CREATE OR REPLACE FUNCTION sanctuary.find_services(of_council UUID, filter JSONB, moment TIMESTAMPTZ, page_size INTEGER, after TEXT DEFAULT NULL)
RETURNS JSONB LANGUAGE plpgsql STABLE SECURITY DEFINER
SET search_path = sanctuary, public, pg_temp SET plan_cache_mode = force_generic_plan SET jit = off AS $$
DECLARE
  dimensions CONSTANT TEXT[] := ARRAY['WORDS', 'CATEGORY', 'LANGUAGE', 'INTERPRETER', 'WHO', 'TIME', 'COST', 'MODE', 'PLACE', 'PAPERS', 'CHECKED',
    'ORGANISATION', 'ACCESS'];
  wall TIMESTAMP := (SELECT moment AT TIME ZONE "timeZone" FROM "Council" WHERE "id" = of_council);
  today DATE := wall;
  monday DATE := today - (today - DATE '0001-01-01') % 7 - 7;
  fresh_since DATE := today - INTERVAL '12 months';
  words TEXT[] := sought(left(filter ->> 'words', 300));
  has_words BOOLEAN := coalesce(cardinality(words), 0) > 0;
  categories TEXT[] := listed(filter -> 'categories');
  who TEXT[] := listed(filter -> 'who');
  modes TEXT[] := listed(filter -> 'modes');
  access TEXT[] := listed(filter -> 'access');
  is_free BOOLEAN := filter ->> 'free';
  no_papers BOOLEAN := filter ->> 'noPapers';
  for_women BOOLEAN := filter ->> 'isWomenOnly';
  in_categories BIGINT;
  for_groups BIGINT;
  without_cost BIGINT;
  by_modes BIGINT;
  without_papers BIGINT;
  by_access BIGINT;
  women_only BIGINT;
  anyone BIGINT;
  -- Counted each by itself, since many are alike in these.
  all_categories BIGINT;
  all_groups BIGINT;
  in_languages TEXT[] := listed(filter -> 'languages');
  has_languages BOOLEAN := in_languages <> '{}';
  or_interpreter BOOLEAN := coalesce((filter ->> 'orInterpreter')::boolean, false);
  interpreter TEXT := filter ->> 'interpreterLanguage';
  of_age INTEGER := filter ->> 'age';
  in_area TEXT := nullif(fold(filter ->> 'area'), '');
  of_organisation UUID := filter ->> 'organisation';
  checked_since DATE := today - make_interval(months => (filter ->> 'checkedWithinMonths')::int);
  -- Half of the work; a further page needs none.
  with_facets BOOLEAN := coalesce((filter ->> 'facets')::boolean, true);
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
  any_minutes INT4MULTIRANGE;
  holidays DATE[] := ARRAY(SELECT "day" FROM "BankHoliday" WHERE "day" BETWEEN today - 1 AND today + 6);
  holiday_bits INTEGER := 0;
  is_holiday BOOLEAN := on_day = ANY(holidays);
  is_after_holiday BOOLEAN := on_day - 1 = ANY(holidays);
  week DATERANGE := daterange(today - 1, today + 7);
  used INTEGER;
  behind JSONB := after;
  answer JSONB;
BEGIN
  SELECT coalesce(bit_or("bit") FILTER (WHERE "facet" = 'categories' AND "value" = ANY(categories)), 0),
    coalesce(bit_or("bit") FILTER (WHERE "facet" = 'who' AND "value" = ANY(who)), 0),
    coalesce(bit_or("bit") FILTER (WHERE "facet" = 'cost' AND "value" = 'FREE' AND is_free), 0),
    coalesce(bit_or("bit") FILTER (WHERE "facet" = 'modes' AND "value" = ANY(modes)), 0),
    coalesce(bit_or("bit") FILTER (WHERE "facet" = 'papers' AND "value" = 'NO' AND no_papers), 0),
    coalesce(bit_or("bit") FILTER (WHERE "facet" = 'access' AND "value" = ANY(access)), 0),
    bit_or("bit") FILTER (WHERE "facet" = 'who' AND "value" = 'WOMEN_ONLY'),
    bit_or("bit") FILTER (WHERE "facet" = 'who' AND "value" = 'ANYONE'),
    bit_or("bit") FILTER (WHERE "facet" = 'categories'),
    bit_or("bit") FILTER (WHERE "facet" = 'who')
  INTO in_categories, for_groups, without_cost, by_modes, without_papers, by_access, women_only, anyone, all_categories, all_groups
  FROM search_trait;

  IF holidays <> '{}' THEN
    holiday_bits := (SELECT coalesce(bit_or(1 << (extract(ISODOW FROM day)::int - 1)), 0) FROM unnest(holidays) AS day WHERE day >= today);
  END IF;
  IF is_any_day THEN
    any_minutes := (
      SELECT range_agg(int4range(day * 1440 + at_minute % 1440, day * 1440 + at_minute % 1440, '[]')) FROM generate_series(0, 6) AS day
    );
  END IF;
  used := has_words::int
    + (in_categories <> 0)::int * 2 + has_languages::int * 4 + (interpreter IS NOT NULL)::int * 8
    + (for_groups <> 0 OR num_nonnulls(for_women, of_age) > 0)::int * 16 + has_time::int * 32 + (without_cost <> 0)::int * 64
    + (by_modes <> 0)::int * 128 + (within_metres IS NOT NULL AND here_latitude IS NOT NULL OR in_area IS NOT NULL)::int * 256
    + (without_papers <> 0)::int * 512 + (checked_since IS NOT NULL)::int * 1024 + (of_organisation IS NOT NULL)::int * 2048
    + (by_access <> 0)::int * 4096;

  WITH ways AS MATERIALIZED (
    SELECT *, row_number() OVER () AS place FROM ways_of(of_council, words) WHERE has_words
  ), hits AS MATERIALIZED (
    SELECT "number", sum(weight) AS weight FROM (
      SELECT term, "number", max(weight) AS weight FROM (
        SELECT term, "number", min(weight) AS weight FROM (
          SELECT min(term) AS term, min(way) AS way, min(size) AS size, token."number", max(token."weight") AS weight
          FROM ways JOIN search_token AS token
            ON token."council" = of_council AND token."token" >= needle AND token."token" < needle || U&'\+10FFFF'
          GROUP BY place, token."number"
        ) AS by_needle GROUP BY term, way, size, "number" HAVING count(*) = size
      ) AS by_way GROUP BY term, "number"
    ) AS by_term GROUP BY "number" HAVING count(*) = (SELECT count(DISTINCT term) FROM ways)
  ), tested AS MATERIALIZED (
    SELECT * FROM (
      -- What is read most stands first. What has no distance is within none.
      SELECT failed | CASE
          WHEN here_latitude IS NOT NULL AND within_metres IS NOT NULL AND coalesce(metres > within_metres, true) THEN 256 ELSE 0
        END AS failed,
        "traits", days, is_irregular, "hasHours", "isClosed", is_old, "service", metres, weight, "languages", "interpreters", "name"
      FROM (
        -- Measured only where it may matter.
        SELECT *, CASE
            WHEN here_latitude IS NULL OR "latitude" IS NULL THEN NULL
            WHEN "otherPoints" IS NULL THEN metres_between("latitude", "longitude", here_latitude, here_longitude)
            ELSE least(metres_between("latitude", "longitude", here_latitude, here_longitude), (
              SELECT min(metres_between("otherPoints"[place], "otherPoints"[place + 1], here_latitude, here_longitude))
              FROM generate_series(1, cardinality("otherPoints"), 2) AS place
            ))
          END AS metres
        FROM (
          SELECT one."traits", one."hasHours", one."isClosed", one."service", one."languages", one."interpreters", one."name",
            one."latitude", one."longitude", one."otherPoints", is_irregular, weight, coalesce(one."lastCheckedOn" < fresh_since, true) AS is_old,
            CASE
              WHEN one."isClosed" OR one."isEnded" THEN 0
              WHEN NOT one."hasHours" THEN 127
              ELSE (one."days" & ~holiday_bits) | (one."holidayDays" & holiday_bits)
            END AS days,
            CASE WHEN has_words AND hits."number" IS NULL THEN 1 ELSE 0 END
            | CASE WHEN in_categories <> 0 AND one."traits" & in_categories = 0 THEN 2 ELSE 0 END
            | CASE WHEN has_languages AND NOT (
                one."languages" && in_languages
                OR or_interpreter AND one."interpreters" IS NOT NULL AND (one."interpreters" = '{}' OR one."interpreters" && in_languages)
              ) THEN 4 ELSE 0 END
            | CASE WHEN interpreter IS NOT NULL AND coalesce(one."interpreters" <> '{}' AND interpreter <> ALL (one."interpreters"), true) THEN 8 ELSE 0 END
            | CASE WHEN for_groups <> 0 AND one."traits" & for_groups = 0
                OR for_women IS NOT NULL AND (one."traits" & women_only <> 0) <> for_women
                OR of_age IS NOT NULL AND (coalesce(of_age < one."minimumAge", false) OR coalesce(of_age > one."maximumAge", false))
              THEN 16 ELSE 0 END
            | CASE WHEN has_time AND (one."isClosed" OR one."isEnded" OR one."hasHours" AND NOT CASE
                WHEN is_irregular THEN true
                WHEN at_time IS NULL THEN (CASE WHEN is_holiday THEN one."holidayDays" ELSE one."days" END) & day_bit <> 0
                WHEN is_any_day THEN one."minutes" && any_minutes OR one."nights" && any_minutes
                ELSE (CASE WHEN is_holiday THEN one."holidayMinutes" ELSE one."minutes" END) @> at_minute
                  OR (CASE WHEN is_after_holiday THEN one."holidayNights" ELSE one."nights" END) @> at_minute
              END) THEN 32 ELSE 0 END
            | CASE WHEN without_cost <> 0 AND one."traits" & without_cost = 0 THEN 64 ELSE 0 END
            | CASE WHEN by_modes <> 0 AND one."traits" & by_modes = 0 THEN 128 ELSE 0 END
            | CASE WHEN in_area IS NOT NULL AND one."areas" IS NOT NULL AND in_area <> ALL (one."areas") THEN 256 ELSE 0 END
            | CASE WHEN without_papers <> 0 AND one."traits" & without_papers = 0 THEN 512 ELSE 0 END
            | CASE WHEN checked_since IS NOT NULL AND coalesce(one."lastCheckedOn" < checked_since, true) THEN 1024 ELSE 0 END
            | CASE WHEN of_organisation IS NOT NULL AND one."organisation" <> of_organisation THEN 2048 ELSE 0 END
            | CASE WHEN by_access <> 0 AND one."traits" & by_access = 0 THEN 4096 ELSE 0 END AS failed
          FROM search_service AS one
            LEFT JOIN hits ON hits."number" = one."number"
            CROSS JOIN LATERAL (
              SELECT one."hasHours" AND NOT one."isClosed" AND NOT one."isEnded" AND coalesce(one."isIrregular" OR one."exceptionDays" && week, false)
            ) AS week_of_its_own (is_irregular)
          WHERE one."council" = of_council AND (with_ended OR NOT one."isEnded")
          OFFSET 0
        ) AS asked
        WHERE failed & (failed - 1) = 0
        OFFSET 0
      ) AS placed
    ) AS placed
    WHERE failed & (failed - 1) = 0
  ), irregular AS MATERIALIZED (
    -- Weeks that are not all alike, where they may matter.
    SELECT session.service AS service, bit_or(1 << (day - monday) % 7) FILTER (WHERE day >= today) AS days,
      bool_or(CASE
        WHEN at_time IS NULL THEN false
        WHEN is_any_day THEN day >= today AND runs_at(day, opens_at, closes_at, day, at_time) OR runs_at(day, opens_at, closes_at, day + 1, at_time)
        ELSE runs_at(day, opens_at, closes_at, on_day, at_time)
      END) AS is_open
    FROM sessions_of(
      ARRAY(SELECT "service" FROM tested WHERE is_irregular AND (has_time OR with_facets AND failed = 0)), today - 1, today + 6
    ) AS session GROUP BY session.service
  ), judged AS MATERIALIZED (
    SELECT * FROM (
      SELECT failed | CASE
          WHEN has_time AND is_irregular AND NOT CASE
            WHEN at_time IS NULL THEN coalesce(irregular.days, 0) & day_bit <> 0 ELSE coalesce(is_open, false)
          END THEN 32 ELSE 0
        END AS failed,
        "traits", CASE WHEN is_irregular THEN coalesce(irregular.days, 0) ELSE tested.days END AS days, "hasHours", "isClosed", is_old, tested."service",
        metres, weight, "languages", "interpreters", "name"
      FROM tested LEFT JOIN irregular ON irregular.service = tested."service"
    ) AS judgement
    WHERE failed & (failed - 1) = 0
  ), alike AS MATERIALIZED (
    -- Counted once, for the totals and for the facets of few values.
    SELECT failed, "traits" & ~(all_categories | all_groups) AS traits, count(*) AS number FROM judged GROUP BY 1, 2
  ), numbers AS MATERIALIZED (
    SELECT failed, sum(number)::int AS number FROM alike GROUP BY failed
  ), page AS MATERIALIZED (
    SELECT * FROM (
      SELECT "service", metres, "hasHours", "name", is_old::int AS by_age, (has_time AND NOT "hasHours")::int AS by_hours,
        CASE WHEN here_latitude IS NOT NULL THEN coalesce(metres, 'Infinity') ELSE -coalesce(weight, 0) END::float AS by_rank, "isClosed"::int AS by_state
      FROM judged WHERE failed = 0
    ) AS found
    WHERE behind IS NULL OR (by_age, by_hours, by_rank, by_state, "name", "service") > (
      (behind ->> 0)::int, (behind ->> 1)::int, (behind ->> 2)::float, (behind ->> 3)::int, behind ->> 4, (behind ->> 5)::uuid
    )
    ORDER BY by_age, by_hours, by_rank, by_state, "name", "service" LIMIT least(page_size, 500) + 1
  ), facets AS (
    SELECT facet, value, sum(number)::int AS number FROM (
      SELECT "facet", "value", number, true
      FROM (
        SELECT "traits" & all_categories AS traits, count(*) AS number FROM judged WHERE with_facets AND failed IN (0, 2) GROUP BY 1
      ) AS counted JOIN search_trait ON "facet" = 'categories' AND traits & "bit" <> 0
      UNION ALL
      SELECT "facet", "value", number, traits & anyone = 0 OR "bit" = anyone
      FROM (
        SELECT "traits" & all_groups AS traits, count(*) AS number FROM judged WHERE with_facets AND failed IN (0, 16) GROUP BY 1
      ) AS counted JOIN search_trait ON "facet" = 'who' AND traits & "bit" <> 0
      UNION ALL
      SELECT "facet", "value", number, true
      FROM alike JOIN search_trait ON traits & "bit" <> 0 AND (failed = 0 OR failed = "dimension") WHERE with_facets
      UNION ALL
      SELECT 'days', day::text, number, "hasHours"
      FROM (
        SELECT days, "hasHours", count(*) AS number FROM judged WHERE with_facets AND failed IN (0, 32) GROUP BY 1, 2
      ) AS counted JOIN generate_series(1, 7) AS day ON days & (1 << (day - 1)) <> 0
      UNION ALL
      SELECT 'languages', language, number, true
      FROM (
        SELECT "languages", count(*) AS number FROM judged WHERE with_facets AND failed IN (0, 4) GROUP BY 1
      ) AS counted CROSS JOIN LATERAL unnest("languages") AS language
      UNION ALL
      SELECT 'interpreters', language, number, true
      FROM (
        SELECT "interpreters", count(*) AS number FROM judged WHERE with_facets AND failed IN (0, 8) AND "interpreters" IS NOT NULL GROUP BY 1
      ) AS counted CROSS JOIN LATERAL unnest(CASE "interpreters" WHEN '{}' THEN '{ANY}' ELSE "interpreters" END) AS language
    ) AS ticked (facet, value, number, is_said)
    -- Who helps anybody counts for every group, and unknown hours for every day, but neither alone is worth a choice.
    GROUP BY facet, value HAVING bool_or(is_said)
  )
  SELECT json_build_object(
    'total', coalesce((SELECT number FROM numbers WHERE failed = 0), 0),
    'page', coalesce((
      SELECT json_agg(json_build_object(
        'service', "service", 'metres', metres, 'hoursUnknown', NOT "hasHours",
        'key', json_build_array(by_age, by_hours, by_rank::text, by_state, "name", "service")::text
      ))
      FROM (SELECT * FROM page ORDER BY by_age, by_hours, by_rank, by_state, "name", "service" LIMIT least(page_size, 500)) AS shown
    ), '[]'),
    'hasMore', (SELECT count(*) > least(page_size, 500) FROM page),
    'facets', coalesce((
      SELECT json_object_agg(facet, counts) FROM (
        SELECT facet, json_agg(json_build_object('value', value, 'count', number) ORDER BY number DESC, value) AS counts
        FROM facets GROUP BY facet
      ) AS grouped
    ), '{}'),
    'relax', coalesce((
      SELECT json_agg(json_build_object(
        'dimension', dimensions[place], 'count', coalesce((SELECT number FROM numbers WHERE failed = 1 << (place - 1)), 0)
      ) ORDER BY place)
      FROM generate_subscripts(dimensions, 1) AS place WHERE used & (1 << (place - 1)) <> 0
    ), '[]')
  )::jsonb INTO answer;
  RETURN answer;
END $$;
