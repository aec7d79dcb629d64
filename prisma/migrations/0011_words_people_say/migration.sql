-- The search for help answers what people really type: sentences, words with their article, other names of a language.
-- The widget does the same on the device.

-- What says nothing in a search, in all languages, as it is compared.
CREATE FUNCTION sanctuary.idle_words() RETURNS TEXT[] LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT ARRAY[
    'a', 'about', 'am', 'an', 'and', 'any', 'are', 'at', 'be', 'by', 'can', 'could', 'do', 'find', 'for', 'from', 'get', 'go',
    'has', 'have', 'hello', 'help', 'how', 'i', 'in', 'is', 'it', 'like', 'looking', 'me', 'my', 'near', 'need', 'of', 'on', 'or',
    'our', 'please', 'some', 'someone', 'speak', 'speaks', 'that', 'the', 'there', 'this', 'to', 'us', 'want', 'we', 'what',
    'when', 'where', 'which', 'who', 'with', 'would', 'you', 'your',
    'اريد', 'نريد', 'احتاج', 'نحتاج', 'بحاجه', 'ابحث', 'انا', 'لي', 'عندي', 'عن', 'في', 'من', 'علي', 'الي', 'مع', 'او', 'اين',
    'هل', 'ممكن', 'مساعده', 'المساعده',
    'به', 'از', 'در', 'را', 'مي', 'خواهم', 'ميخواهم', 'نياز', 'ضرورت', 'دارم', 'براي', 'يك', 'كجا', 'كجاست', 'لطفا', 'كمك',
    'زه', 'غواړم', 'لپاره', 'اړتيا', 'لرم',
    'мені', 'мне', 'потрібно', 'потрібна', 'потрібен', 'потрібні', 'треба', 'хочу', 'шукаю', 'знаити', 'для', 'на', 'до', 'та',
    'де', 'міи', 'моя', 'нам', 'нужен', 'нужна', 'нужно', 'нужны', 'ищу', 'где',
    'ኣነ', 'እደሊ', 'የድልየኒ', 'ኣለኹ', 'ኣበይ', 'ሃገዝ', 'እኔ', 'እፈልጋለሁ', 'ያስፈልገኛል',
    'waxaan', 'rabaa', 'doonayaa', 'baahanahay', 'raadinayaa', 'iyo', 'caawimo', 'caawimaad',
    'istiyorum', 'lazim', 'ihtiyacim', 'var', 'bir', 'icin', 'ariyorum', 'ben', 'bana', 've', 'nerede',
    'আমি', 'আমার', 'আমাকে', 'চাই', 'দরকার', 'প্রয়োজন', 'জন্য', 'খুঁজছি', 'সাহায্য', 'একটি', 'একজন',
    '我们需要', '我們需要', '我需要', '我想要', '我想', '我要', '需要', '寻找', '尋找', '请问', '請問', '哪里有', '哪裡有', '哪里', '哪裡', '帮我', '幫我', '帮助', '幫助'
  ]
$$;

-- Single letters and idle words, between spaces; Chinese leaves none around them. The device gets it with the services.
CREATE FUNCTION sanctuary.idle_pattern() RETURNS TEXT LANGUAGE sql IMMUTABLE PARALLEL SAFE
SECURITY DEFINER SET search_path = sanctuary, pg_temp AS $$
  SELECT ' (?:' || U&'[^ \3400-\9FFF\F900-\FAFF\+020000-\+03FFFF]' || '|' || string_agg(word, '|') FILTER (WHERE NOT sanctuary.is_chinese(word))
    || ')(?= )|' || string_agg(word, '|') FILTER (WHERE sanctuary.is_chinese(word))
  FROM unnest(sanctuary.idle_words()) AS word
$$;

-- An Arabic word without its article, and without what may stand before that.
CREATE OR REPLACE FUNCTION sanctuary.bare(word TEXT) RETURNS TEXT LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT regexp_replace(word COLLATE "C", '^(?:[وبفك]?ال|و?لل)(.{3,})$', '\1')
$$;

CREATE FUNCTION sanctuary.bare_runs("text" TEXT) RETURNS TEXT[] LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
BEGIN
  RETURN (
    SELECT coalesce(array_agg(left(sanctuary.bare(word), 60) ORDER BY at), '{}')
    FROM unnest(sanctuary.runs("text")) WITH ORDINALITY AS given (word, at)
  );
END $$;

-- The words of a text that say something.
CREATE FUNCTION sanctuary.telling("text" TEXT) RETURNS TEXT[] LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
BEGIN
  RETURN sanctuary.bare_runs(
    regexp_replace((' ' || sanctuary.fold("text") || ' ') COLLATE "C", sanctuary.idle_pattern(), ' ', 'g')
  );
END $$;

-- The words that somebody looks for: those that say something, unless there are none.
CREATE OR REPLACE FUNCTION sanctuary.sought("text" TEXT) RETURNS TEXT[] LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
BEGIN
  RETURN coalesce(nullif(sanctuary.telling("text"), '{}'), sanctuary.bare_runs("text"));
END $$;

-- A synonym that says nothing, such as the Turkish “iş” without its cedilla, leads to the others and is not looked for.
CREATE OR REPLACE FUNCTION sanctuary.index_synonyms() RETURNS TRIGGER LANGUAGE plpgsql SECURITY DEFINER SET search_path = sanctuary, public, pg_temp AS $$
BEGIN
  DELETE FROM search_synonym WHERE "group" = NEW."id";
  INSERT INTO search_synonym SELECT DISTINCT NEW."id", NEW."councilId", sought(word), needles(telling(word))
  FROM unnest(NEW."words") AS word WHERE sought(word) <> '{}';
  RETURN NULL;
END $$;

-- What each sought word may be found by: term is the place of the word, or phrase, in the search; one of its ways is
-- enough, and a way needs all of its needles, each met by a token from the needle on and before what is beyond. Few rows
-- are foretold, since what is reserved for many costs more than they.
DROP FUNCTION sanctuary.ways_of;
CREATE FUNCTION sanctuary.ways_of(of_council UUID, words TEXT[])
RETURNS TABLE (term INTEGER, way INTEGER, size INTEGER, needle TEXT, beyond TEXT)
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
    FOR length IN REVERSE least(5, cardinality(words) - at + 1)..1 LOOP
      phrase := words[at:at + length - 1];
      SELECT array_agg(DISTINCT "group") INTO meanings FROM search_synonym
      WHERE "words" = phrase AND ("council" IS NULL OR "council" = of_council);
      EXIT WHEN meanings IS NOT NULL;
    END LOOP;
    -- What is known is whole, and a short word of it begins nothing else: a bus is no business.
    RETURN QUERY
      SELECT at, number::int, cardinality(pieces), piece,
        piece || CASE WHEN meanings IS NOT NULL AND length(piece) < 4 THEN ' ' ELSE U&'\+10FFFF' END
      FROM (
        SELECT pieces, row_number() OVER () AS number FROM (
          SELECT needles(phrase) AS pieces WHERE meanings IS NULL
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
      RETURN QUERY SELECT at, 1000 + number::int, 1, likely, likely || U&'\+10FFFF'
        FROM unnest(near) WITH ORDINALITY AS found (likely, number);
    END IF;
    at := at + cardinality(phrase);
  END LOOP;
END $$;

-- The search is the same but for this.
DO $$
DECLARE
  before CONSTANT TEXT := 'token."token" < needle || U&''\+10FFFF''';
  search TEXT := pg_get_functiondef('sanctuary.find_services'::regproc);
BEGIN
  IF strpos(search, before) = 0 THEN RAISE 'find_services is another than the one to change'; END IF;
  EXECUTE replace(search, before, 'token."token" < beyond');
END $$;

DO $$
DECLARE name REGPROCEDURE;
BEGIN
  FOR name IN SELECT oid FROM pg_proc WHERE pronamespace = 'sanctuary'::regnamespace AND proname IN (
    'idle_words', 'idle_pattern', 'bare_runs', 'telling', 'ways_of'
  ) LOOP
    EXECUTE format('REVOKE EXECUTE ON FUNCTION %s FROM PUBLIC', name);
  END LOOP;
END $$;
GRANT EXECUTE ON FUNCTION sanctuary.idle_pattern TO sanctuary_public, sanctuary_management;

-- The same names of languages as everywhere else.
DELETE FROM sanctuary.language_words;
INSERT INTO sanctuary.language_words VALUES
  ('am', 'Amharic አማርኛ'), ('ar', 'Arabic العربية'), ('az', 'Azerbaijani Azərbaycan'), ('bg', 'Bulgarian Български'),
  ('bn', 'Bengali বাংলা'), ('bs', 'Bosnian Bosanski'), ('ckb', 'Kurdish Sorani کوردی سۆرانی'), ('cs', 'Czech Čeština'),
  ('de', 'German Deutsch'), ('el', 'Greek Ελληνικά'), ('en', 'English English'), ('es', 'Spanish Español'),
  ('fa', 'Farsi Persian فارسی'), ('fr', 'French Français'), ('gu', 'Gujarati ગુજરાતી'), ('ha', 'Hausa Hausa'),
  ('he', 'Hebrew עברית'), ('hi', 'Hindi हिन्दी'), ('hr', 'Croatian Hrvatski'), ('hu', 'Hungarian Magyar'),
  ('hy', 'Armenian Հայերեն'), ('id', 'Indonesian Bahasa Indonesia'), ('ig', 'Igbo Igbo'), ('it', 'Italian Italiano'),
  ('ka', 'Georgian ქართული'), ('kmr', 'Kurdish Kurmanji Kurdî Kurmancî'), ('ko', 'Korean 한국어'), ('ku', 'Kurdish Kurdî'),
  ('ln', 'Lingala Lingála'), ('lt', 'Lithuanian Lietuvių'), ('ml', 'Malayalam മലയാളം'), ('mn', 'Mongolian Монгол'),
  ('my', 'Burmese မြန်မာ'), ('ne', 'Nepali नेपाली'), ('om', 'Oromo Oromoo'), ('pa', 'Punjabi ਪੰਜਾਬੀ'), ('pl', 'Polish Polski'),
  ('prs', 'Dari دری'), ('ps', 'Pashto پښتو'), ('pt', 'Portuguese Português'), ('ro', 'Romanian Română'), ('ru', 'Russian Русский'),
  ('rw', 'Kinyarwanda Ikinyarwanda'), ('si', 'Sinhala සිංහල'), ('sn', 'Shona ChiShona'), ('so', 'Somali Soomaali'),
  ('sq', 'Albanian Shqip'), ('sr', 'Serbian Српски'), ('sw', 'Swahili Kiswahili'), ('syl', 'Sylheti ছিলটি'), ('ta', 'Tamil தமிழ்'),
  ('te', 'Telugu తెలుగు'), ('th', 'Thai ไทย'), ('ti', 'Tigrinya ትግርኛ'), ('tl', 'Tagalog Tagalog'), ('tr', 'Turkish Türkçe'),
  ('ug', 'Uyghur ئۇيغۇرچە'), ('uk', 'Ukrainian Українська'), ('ur', 'Urdu اردو'), ('uz', 'Uzbek Oʻzbek'),
  ('vi', 'Vietnamese Tiếng Việt'), ('wo', 'Wolof Wolof'), ('yi', 'Yiddish ייִדיש'), ('yo', 'Yoruba Yorùbá'),
  ('yue', 'Cantonese 廣東話'), ('zh', 'Chinese Mandarin 中文'), ('zh-Hans', 'Chinese 中文 (简体)'), ('zh-Hant', 'Chinese 中文 (繁體)'),
  ('bfi', 'British Sign Language BSL');

-- What else they are called, in what is typed and in what is told.
INSERT INTO "SynonymGroup" ("words") VALUES
  (ARRAY['bengali', 'bangla', 'sylheti', 'বাংলা', 'ছিলটি', 'সিলেটি']),
  (ARRAY['chinese', 'mandarin', 'putonghua', '中文', '汉语', '漢語', '普通话', '普通話', '國語']),
  (ARRAY['cantonese', '广东话', '廣東話', '粤语', '粵語']),
  (ARRAY['farsi', 'persian', 'فارسی']),
  (ARRAY['kurdish', 'kurdî', 'کوردی']),
  (ARRAY['oromo', 'oromiffa', 'afaan oromoo']),
  (ARRAY['punjabi', 'panjabi', 'ਪੰਜਾਬੀ', 'پنجابی']),
  (ARRAY['tagalog', 'filipino']),
  (ARRAY['tigrinya', 'tigrigna', 'ትግርኛ']),
  (ARRAY['uyghur', 'uighur']),
  (ARRAY['sign language', 'bsl']);

-- Those for all councils; a council's own stay as they are. “Refuge” begins the word refugee.
UPDATE "SynonymGroup" SET "words" = array_remove("words", 'refuge') || more FROM (VALUES
  ('esol', ARRAY['learning english', 'دروس الانجليزية', 'اللغة الانجليزية', 'دروس اللغة الانجليزية', 'تعلم اللغة الانجليزية',
    'زبان انگلیسی', 'англійську', 'вивчити англійську', 'ingilizce öğrenmek', 'ইংরেজি শিখতে', '学英语', '學英語', '学习英语',
    '學習英語', '英语课程', '英語課程']),
  ('housing', ARRAY['homeless', 'homelessness', 'مشرد', 'بلا مأوى', 'بی خانمان', 'бездомний', 'ገዛ አልቦ', 'guri la aan', 'hoy la aan',
    'evsiz', 'গৃহহীন', '无家可归', '無家可歸']),
  ('job', ARRAY['jobcentre', 'jobseeker', 'iş arıyorum']),
  ('bus', ARRAY['buses']),
  ('art', ARRAY['artist', 'artists']),
  ('racism', ARRAY['racist', 'racial', 'hate']),
  ('domestic violence', ARRAY['womens refuge', 'safety'])
) AS bridge (word, more) WHERE "councilId" IS NULL AND bridge.word = ANY("words");

-- What was read by the old rules is read anew.
DELETE FROM sanctuary.search_synonym;
INSERT INTO sanctuary.search_synonym
SELECT DISTINCT "id", "councilId", sanctuary.sought(word), sanctuary.needles(sanctuary.telling(word))
FROM "SynonymGroup" CROSS JOIN LATERAL unnest("words") AS word WHERE sanctuary.sought(word) <> '{}';
SELECT sanctuary.index_services(ARRAY(SELECT "service" FROM sanctuary.search_service));
