// Languages by their codes, each with its English name and the name that its speakers give it.

const table = `am Amharic አማርኛ
ar Arabic العربية
az Azerbaijani Azərbaycan
bg Bulgarian Български
bn Bengali বাংলা
bs Bosnian Bosanski
ckb Kurdish|Sorani کوردی|سۆرانی
cs Czech Čeština
de German Deutsch
el Greek Ελληνικά
en English English
es Spanish Español
fa Farsi|Persian فارسی
fr French Français
ha Hausa Hausa
he Hebrew עברית
hi Hindi हिन्दी
hu Hungarian Magyar
hy Armenian Հայերեն
ig Igbo Igbo
it Italian Italiano
ka Georgian ქართული
kmr Kurdish|Kurmanji Kurdî|Kurmancî
ku Kurdish Kurdî
ln Lingala Lingála
mn Mongolian Монгол
my Burmese မြန်မာ
ne Nepali नेपाली
om Oromo Oromoo
pa Punjabi ਪੰਜਾਬੀ
pl Polish Polski
prs Dari دری
ps Pashto پښتو
pt Portuguese Português
ro Romanian Română
ru Russian Русский
rw Kinyarwanda Ikinyarwanda
si Sinhala සිංහල
sn Shona ChiShona
so Somali Soomaali
sq Albanian Shqip
sr Serbian Српски
sw Swahili Kiswahili
syl Sylheti ছিলটি
ta Tamil தமிழ்
te Telugu తెలుగు
ti Tigrinya ትግርኛ
tl Tagalog Tagalog
tr Turkish Türkçe
ug Uyghur ئۇيغۇرچە
uk Ukrainian Українська
ur Urdu اردو
uz Uzbek Oʻzbek
vi Vietnamese Tiếng|Việt
yo Yoruba Yorùbá
yue Cantonese 廣東話
zh Chinese|Mandarin 中文
bfi British|Sign|Language BSL`;

interface LanguageName {
  readonly english: string;
  /** In the language itself. */
  readonly own: string;
}

const names = new Map<string, LanguageName>();
for (const line of table.split('\n')) {
  const [code = '', english = '', own = ''] = line.split(' ').map((part) => part.replace(/\|/g, ' '));
  names.set(code, { english, own });
}

/** The codes of all languages that have a name here. */
export const languageCodes: readonly string[] = [...names.keys()];

/** Both names of a language; of one that is not known, its code. */
export const languageName = (code: string): LanguageName => names.get(code) || { english: code, own: code };
