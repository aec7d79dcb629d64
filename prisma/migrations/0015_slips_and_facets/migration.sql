-- A misspelt word is compared with the synonyms as well; facets count as the device counts; more days and words are known.

-- What each sought word may be found by: term is the place of the word, or phrase, in the search; one of its ways is
-- enough, and a way needs all of its needles, each met by a token from the needle on and before what is beyond. Few rows
-- are foretold, since what is reserved for many costs more than they.
CREATE OR REPLACE FUNCTION sanctuary.ways_of(of_council UUID, words TEXT[])
RETURNS TABLE (term INTEGER, way INTEGER, size INTEGER, needle TEXT, beyond TEXT)
LANGUAGE plpgsql STABLE ROWS 1 SET search_path = sanctuary, public, pg_temp AS $$
#variable_conflict use_column
DECLARE
  at INTEGER := 1;
  phrase TEXT[];
  -- The groups of what was typed, and that itself, or of what was likely meant, and those words.
  meanings UUID[];
  meant TEXT[];
  word TEXT;
  letters INTEGER;
  near TEXT[];
BEGIN
  WHILE at <= least(cardinality(words), 12) LOOP
    -- The longest phrase that is known, else the one word.
    FOR length IN REVERSE least(5, cardinality(words) - at + 1)..1 LOOP
      phrase := words[at:at + length - 1];
      SELECT array_agg(DISTINCT "group") INTO meanings FROM search_synonym
      WHERE "words" = phrase AND ("council" IS NULL OR "council" = of_council);
      EXIT WHEN meanings IS NOT NULL;
    END LOOP;
    word := phrase[1];
    meant := ARRAY[array_to_string(phrase, ' ')];
    near := NULL;
    -- A word that is neither known nor the beginning of anything here may be written wrongly; what has synonyms is
    -- likelier meant than a word that just stands somewhere.
    IF meanings IS NULL AND length(word) BETWEEN 5 AND 60 AND NOT is_chinese(word) AND NOT EXISTS (
      SELECT FROM search_token WHERE "council" = of_council AND "token" >= word AND "token" < word || U&'\+10FFFF'
    ) THEN
      letters := CASE WHEN length(word) < 8 THEN 1 ELSE 2 END;
      SELECT array_agg(DISTINCT "group") FILTER (WHERE "group" IS NOT NULL),
        array_agg(DISTINCT likely) FILTER (WHERE "group" IS NOT NULL), array_agg(likely) FILTER (WHERE "group" IS NULL)
      INTO meanings, meant, near FROM (
        SELECT "group", likely, rank() OVER (ORDER BY slips) AS place FROM (
          SELECT "group", likely,
            -- Two letters that are its own are mostly written in another order: one slip.
            CASE WHEN distance = 2 AND length(likely) = length(word) AND translate(word, likely, '') = '' THEN 1 ELSE distance END AS slips
          FROM (
            SELECT "group", likely, levenshtein_less_equal(word, likely, 2) AS distance
            -- In the order of its index, and each word once before it is compared.
            FROM (
              SELECT DISTINCT length("token"), "token", NULL::uuid FROM search_token
              WHERE "council" = of_council AND length("token") BETWEEN length(word) - 2 AND length(word) + 2
              UNION ALL
              SELECT length("words"[1]), "words"[1], "group" FROM search_synonym
              WHERE cardinality("words") = 1 AND length("words"[1]) BETWEEN length(word) - 2 AND least(length(word) + 2, 60)
                AND ("council" IS NULL OR "council" = of_council)
              OFFSET 0
            ) AS known (size, likely, "group")
          ) AS compared WHERE distance <= 2
        ) AS measured WHERE slips <= letters
      ) AS ranked WHERE place = 1;
    END IF;
    -- What is known is whole, and a short word of it begins nothing else: a bus is no business.
    RETURN QUERY
      SELECT at, number::int, cardinality(pieces), piece,
        piece || CASE WHEN meanings IS NOT NULL AND length(piece) < 4 THEN ' ' ELSE U&'\+10FFFF' END
      FROM (
        SELECT pieces, row_number() OVER () AS number FROM (
          SELECT needles(phrase) AS pieces WHERE meanings IS NULL AND near IS NULL
          UNION SELECT ARRAY[likely] FROM unnest(near) AS likely WHERE meanings IS NULL
          UNION SELECT "needles" FROM search_synonym
          WHERE "group" = ANY(meanings) AND (NOT "leads" OR array_to_string("words", ' ') = ANY(meant))
        ) AS said
      ) AS ways CROSS JOIN LATERAL unnest(pieces) AS piece;
    at := at + cardinality(phrase);
  END LOOP;
END $$;

-- A language counts whoever interprets for it where that is asked; a day those who are open at the time that is asked,
-- and no day while it is only now.
DO $$
DECLARE
  search TEXT := pg_get_functiondef('sanctuary.find_services'::regproc);
  change RECORD;
BEGIN
  FOR change IN SELECT * FROM (VALUES
    ($before$        SELECT "languages", count(*) AS number FROM judged WHERE with_facets AND failed IN (0, 4) GROUP BY 1
      ) AS counted CROSS JOIN LATERAL unnest("languages") AS language$before$,
     $after$        SELECT "languages", count(*) AS number FROM judged WHERE with_facets AND failed IN (0, 4) GROUP BY 1
      ) AS counted CROSS JOIN LATERAL unnest("languages") AS language
      UNION ALL
      SELECT 'languages', language, number, false
      FROM (
        SELECT "languages", "interpreters", count(*) AS number FROM judged
        WHERE with_facets AND or_interpreter AND failed IN (0, 4) AND "interpreters" IS NOT NULL GROUP BY 1, 2
      ) AS counted CROSS JOIN LATERAL (
        SELECT unnest("interpreters") UNION SELECT language FROM spoken WHERE "interpreters" = '{}' EXCEPT SELECT unnest("languages")
      ) AS interpreted (language)$after$),
    ($before$  ), facets AS ($before$,
     $after$  ), spoken AS (
    SELECT DISTINCT language FROM judged CROSS JOIN LATERAL unnest("languages") AS language WHERE failed IN (0, 4)
  ), facets AS ($after$),
    ($before$FROM judged WHERE with_facets AND failed IN (0, 32) GROUP BY 1, 2$before$,
     $after$FROM judged WHERE with_facets AND NOT is_now AND failed IN (0, 32) GROUP BY 1, 2$after$),
    ($before$              WHEN NOT one."hasHours" THEN 127
$before$,
     $after$              WHEN NOT one."hasHours" THEN 127
              WHEN at_minute IS NOT NULL AND NOT is_now AND with_facets THEN (
                SELECT coalesce(bit_or(1 << day), 0) FROM generate_series(0, 6) AS day
                WHERE CASE WHEN holiday_bits & (1 << day) <> 0 THEN one."holidayMinutes" ELSE one."minutes" END @> day * 1440 + at_minute % 1440
                  OR CASE WHEN after_holiday_bits & (1 << day) <> 0 THEN one."holidayNights" ELSE one."nights" END @> day * 1440 + at_minute % 1440
              )
$after$),
    ($before$bit_or(1 << (day - monday) % 7) FILTER (WHERE day >= today) AS days$before$,
     $after$bit_or(CASE
        WHEN at_time IS NULL OR is_now THEN CASE WHEN day >= today THEN 1 << (day - monday) % 7 ELSE 0 END
        ELSE ((day >= today AND runs_at(day, opens_at, closes_at, day, at_time))::int << (day - monday) % 7)
          | ((day < today + 6 AND runs_at(day, opens_at, closes_at, day + 1, at_time))::int << (day + 1 - monday) % 7)
      END) AS days$after$),
    ($before$  holiday_bits INTEGER := 0;
$before$,
     $after$  holiday_bits INTEGER := 0;
  after_holiday_bits INTEGER := 0;
$after$),
    ($before$unnest(holidays) AS day WHERE day >= today);
$before$,
     $after$unnest(holidays) AS day WHERE day >= today);
    after_holiday_bits := (SELECT coalesce(bit_or(1 << extract(ISODOW FROM day)::int % 7), 0) FROM unnest(holidays) AS day WHERE day < today + 6);
$after$)
  ) AS changes ("before", "after") LOOP
    IF strpos(search, change."before") = 0 THEN RAISE 'find_services is another than the one to change: %', change."before"; END IF;
    search := replace(search, change."before", change."after");
  END LOOP;
  EXECUTE search;
END $$;

-- On a Saturday or Sunday, Christmas and New Year are kept on the day itself as well as on its substitute.
INSERT INTO "BankHoliday" ("day", "name") VALUES
  ('2026-12-26', 'Boxing Day'),
  ('2027-12-25', 'Christmas Day'),
  ('2027-12-26', 'Boxing Day'),
  ('2028-01-01', 'New Year’s Day')
ON CONFLICT DO NOTHING;

-- When, and that it should cost nothing, says nothing of what is needed.
DO $$
DECLARE
  before CONSTANT TEXT := '''you'', ''your'',';
  idle TEXT := pg_get_functiondef('sanctuary.idle_words'::regproc);
BEGIN
  IF strpos(idle, before) = 0 THEN RAISE 'idle_words is another than the one to change'; END IF;
  EXECUTE replace(idle, before, before || $more$
    'today', 'tonight', 'tomorrow', 'now', 'free', 'morning', 'afternoon', 'evening', 'monday', 'tuesday', 'wednesday', 'thursday',
    'friday', 'saturday', 'sunday',
    'اليوم', 'الان', 'غدا', 'مجاني', 'مجانيه', 'مجانا', 'امروز', 'رايگان', 'сьогодні', 'безкоштовно', 'безкоштовна', 'безкоштовні',
    'ሎሚ', 'ብነጻ', 'maanta', 'bilaash', 'bugun', 'ucretsiz', 'আজ', 'বিনামূল্যে', '今天', '免费', '免費',$more$);
  -- Whoever is connected would go on with the pattern of before.
  EXECUTE pg_get_functiondef('sanctuary.telling'::regproc);
END $$;

-- Those for all councils; a council's own stay as they are.
UPDATE "SynonymGroup" SET "words" = "words" || more FROM (VALUES
  ('lawyer', ARRAY['appeal', 'asylum appeal', 'advocate', 'advokat', 'sharci', 'garyaqaan', 'abukaate', 'ጠበቃ', 'hukuk', 'محامون', '律師事務所']),
  ('food bank', ARRAY['hungry', 'اكل', 'أكل مجاني', 'голодний', '食品']),
  ('esol', ARRAY['esol class', 'english lesson', 'english lessons', 'እንግሊዘኛ', 'እንግሊዝኛ', 'luuqada ingiriisiga', 'luqadda ingiriisiga',
    'англійська мова', '英文', '英语', '英語']),
  ('doctor', ARRAY['ሐኪም', '看医生', '看醫生', 'medicine', 'medicines', 'دواء', 'ліки', 'daawo', 'ilaç', 'ওষুধ', '药', '藥']),
  ('housing', ARRAY['shelter', 'night shelter', 'rough sleeping', 'مأوى', 'ቤት']),
  ('clothes', ARRAY['coat', 'winter coat', 'jacket', 'warm clothes']),
  ('job', ARRAY['ስራ']),
  ('school', ARRAY['ትምህርቲ', 'ትምህርት']),
  ('children', ARRAY['>nursery', '>nurseries', '>childcare', '>creche', '>playgroup']),
  ('mental health', ARRAY['suicide', 'suicidal', 'انتحار', 'خودکشی', 'самогубство', 'intihar', 'আত্মহত্যা', '自杀', '自殺'])
) AS bridge (known, more) WHERE "councilId" IS NULL AND known = ANY("words");

-- What was read with fewer idle words is read anew, which the trigger does.
UPDATE "SynonymGroup" SET "words" = "words";
SELECT sanctuary.index_services(ARRAY(SELECT "service" FROM sanctuary.search_service));
