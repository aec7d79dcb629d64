import { findColumn } from './columns.ts';
import type { Line } from './text-lines.ts';
import type { Place, Warning } from './plan-draft.ts';
import { joinSpaces } from './text-lines.ts';

const NAME = "\\p{Lu}[\\p{L}'’-]{1,30}";
const TITLED = new RegExp(
  `\\b(?:Councillor|Cllr\\.?|Mayor|Alderman|Mr\\.?|Mrs\\.?|Ms\\.?|Miss|Mx\\.?|Dr\\.?|Rabbi|Imam|Reverend|Rev\\.?|Father|Sister|Bishop|Sheikh|Sir|Dame|Lord|Lady|Baroness|Professor|Prof\\.?)\\s+(${NAME})(?:\\s+(${NAME}))?`,
  'gu',
);
const FOREWORD = new RegExp(
  `^(?:A\\s)?(?:[Ff]oreword|[Ii]ntroduction|[Mm]essage|[Ww]elcome|[Ss]tatement|[Pp]reface|[Ww]ords?|[Qq]uote|[Ss]igned|[Pp]hoto(?:graph)?|[Aa]rtwork)\\s*(?:from|by|of|:|–|-)\\s*(?:our\\s|the\\s)?${NAME}`,
  'u',
);
const BY_ROLE = new RegExp(
  `\\b(?:[Ll]ead|[Mm]ember|[Cc]hair|[Oo]fficer|[Pp]atron|[Dd]irector|[Mm]anager|[Aa]rtist|[Rr]esident|[Aa]mbassador|[Vv]olunteer|[Cc]oordinator|[Aa]uthor|created by|written by|named|called|contact)\\s*[,:–(-]?\\s+(${NAME})\\s+(${NAME})`,
  'gu',
);
const EMAIL = /[\w.%+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}/;
const PHONE = /(?<![\w.])(?:\+44\s?|\(?0)(?:\(?\d{1,5}\)?[\s-]?){2,4}\d{3,4}(?!\w)/;
const FIRST_PERSON = /(?<![\w’'])(?:I|I['’](?:m|ve|d|ll)|[Mm]y|[Mm]e|[Mm]yself)(?![\w])/g;
const OPENS_QUOTE = /^["“‘']/;
const SMALL_GROUP =
  /\b(?:two|three|four|[2-4]|a single|an? (?:young|elderly|pregnant|disabled))\s+(?:[\p{L}-]+\s){0,2}(?:men|women|man|woman|boys?|girls?|mothers?|fathers?|brothers?|sisters?|siblings?|teenagers?)\b/iu;

/** The same for people whatever their age; "one in four children" and "Year 4 children" are no group. */
const FEW_PEOPLE =
  /(?<![\d.,£-])(?<!\b(?:in|of|year|years|stage|phase|level|tier|age|aged|grade|part|per|every|least|\d\s(?:to|and|or))\s)\b(?:two|three|four|[2-4])\s+(?:(?!(?:for|with|of|to|by|and|or|that|who|which|where|when|in|on|at|from|as|per)\s)[\p{L}-]+\s){0,2}(?:people|persons|children|residents|families|households|refugees|asylum seekers|migrants|minors|babies)(?![\w'’-])/iu;
const BEFORE_VERB = new RegExp(
  `(?<!\\p{Lu}[\\p{L}'’-]*\\s)(?<![\\p{L}'’-])(${NAME})\\s(${NAME})\\s(?:will|has|is|was|runs|leads|led|chairs|works|lives|coordinates|manages|teaches|came|fled|arrived)\\b`,
  'gu',
);
/** Opens a sentence, or is a part of what groups and campaigns are called. */
const NO_NAME_WORDS = new Set(
  `a an the this that these those our your their its his her we they you it he she who what when where why how if as at by for from in of on to with
  and or but not no any each every either neither both some many most more much other another next last such once only then there here so yet all
  while whilst although though because since after before until unless whether also today currently now during within across between through throughout under over
  without like via despite including our us let please new
  african afghan asian black british caribbean chinese european irish kurdish muslim christian jewish islamic somali syrian ukrainian white
  aid champions charities charity classes clubs connect courses day days employers events friday help history hosts house landlords link links lives matter
  mentors monday month nation nations officers providers seekers sponsors tenants thursday together tuesday wednesday week weeks world workers year years`.split(
    /\s+/,
  ),
);
const STREET = new RegExp(
  `\\b\\d{1,4}[a-d]?\\s(?:${NAME}\\s){1,3}(?:Road|Rd|Street|St|Avenue|Ave|Lane|Close|Drive|Crescent|Terrace|Grove|Square|Mews|Walk|Way|Court|Gardens)\\b`,
  'u',
);
const NAMED_HOTEL = new RegExp(
  `(${NAME})\\s(?:House\\s|Lodge\\s|Court\\s|Park\\s)?(?:[Hh]otel|[Hh]ostel)\\b`,
  'gu',
);
/** A street is an address of people only where they are housed; a public desk has one as well. */
const LIVING =
  /\b(?:houses?|housed|live|lives|living|stay|stays|staying|accommodat\p{L}+|placed|homes?|flats?|bedrooms?|hotel|hostel|shelter)\b/iu;

/** Words of teams, services and organisations: two capitals of these are no person. */
const OFFICE_WORDS = new Set(
  `access accommodation action active adult adults advice affairs agency all and ambassador ambassadors anti art arts assets association
  asylum authority benefit benefits board body borough building business cabinet capital care cares carers case centre chair change chief child children childrens
  citizen citizens city climate college commissioning committee communication communications communities community congregation contact
  corporate council councillor county crime culture cultural customer data delivery democratic department deputy design development digital director
  directorate disability district diversity early east economic economy education employment engagement england english environment equalities
  equality estates executive experience facilities faith families family finance financial fire first food forum foundation friends fund
  further general governance government grants green group growth head health help heritage home homelessness homes hospital housing hr
  human hub immigration improvement inclusion information integrated integration intelligence international it job joint justice kingdom
  language law lead leader leaders leadership learning legal leisure libraries library licensing life live local london manager mayor
  member mental metropolitan migrant migrants migration ministry museum museums national neighbourhood neighbourhoods network new nhs north office officer
  operations organisation organisations outreach parks participation partner partners partnership partnerships people performance place
  places planning platform police policy poverty prevention primary private procurement programme programmes project projects property
  protection public quality recovery red cross refugee refugees regeneration relations repairs research resettlement resident residents resources
  response revenue revenues rights royal safe safeguarding safety sanctuary school schools sector secretary section senior service services
  settlement shelter skills social society solutions south sport sports staff standards steering strategic strategy strategies streets student students
  support sustainability sustainable team teams technology tenancy the town training transformation transport trust trading union university virtual voluntary
  volunteer mosque church temple synagogue cathedral gurdwara hall court garden gardens union united collective alliance coalition waste welcome welfare wellbeing west women womens work workforce working works young youth zero`.split(
    /\s+/,
  ),
);

/** Warns of names, stories and contact details, wherever they stand, without repeating them. */
export function listPersonalWarnings(lines: readonly Line[]): Warning[] {
  return lines.flatMap((line) =>
    line.text === '' ? [] : listWarningsIn(line.text.slice(0, 20_000), { line: line.number }),
  );
}

function listWarningsIn(text: string, place: Place): Warning[] {
  const warnings: Warning[] = [];
  if (namesPerson(text)) {
    warnings.push({
      place,
      what: 'A person seems to be named',
      why: 'People choose themselves whether they are named. Use the role instead, or ask the person first.',
      code: 'personal-name',
    });
  }
  if (tellsStory(text)) {
    warnings.push({
      place,
      what: 'A personal story seems to be told',
      why: 'Someone could be recognised by it. It belongs in the plan only if the person has agreed to that.',
      code: 'personal-story',
    });
  }
  if (EMAIL.test(text) || PHONE.test(text)) {
    warnings.push({
      place,
      what: 'An e-mail address or telephone number',
      why: 'If it is one person’s own, it must not be published with the plan.',
      code: 'contact-details',
    });
  }
  if (isAddress(text)) {
    warnings.push({
      place,
      what: 'An address at which people seem to live',
      why: 'They could be found there. Leave the house or hotel out.',
      code: 'home-address',
    });
  }
  if (SMALL_GROUP.test(text) || FEW_PEOPLE.test(text)) {
    warnings.push({
      place,
      what: 'A very small number of people',
      why: 'So few people can be recognised. Say it without the number, or leave it out.',
      code: 'small-group',
    });
  }
  return warnings;
}

/** A lead such as "First Last, Policy team" names a person. */
export function warnOfPersonAsLead(
  leadText: string,
  place: Place,
  placeNames: ReadonlySet<string>,
): Warning | null {
  const parts = joinSpaces(leadText)
    .slice(0, 400)
    .split(/[,;/()|–]|\s-\s|\sand\s|\swith\s|&/);
  const isPerson =
    parts.some((part) => looksLikePerson(part.trim(), placeNames)) || namesPerson(leadText.slice(0, 400));
  if (!isPerson && !EMAIL.test(leadText)) return null;
  return {
    place,
    what: 'The lead seems to be a named person',
    why: 'Name the team or the role that leads, so that no private person is published.',
    code: 'personal-name',
  };
}

function looksLikePerson(text: string, placeNames: ReadonlySet<string>): boolean {
  const words = text.split(/\s+/);
  if (words.length < 2 || words.length > 3) return false;
  return words.every(
    (word) =>
      /^\p{Lu}[\p{Ll}'’-][\p{L}'’-]*$/u.test(word) &&
      !isOfficeWord(word) &&
      !placeNames.has(word.toLowerCase()),
  );
}

function isOfficeWord(word: string): boolean {
  return OFFICE_WORDS.has(word.toLowerCase().replace(/['’]s?$/, ''));
}

function namesPerson(text: string): boolean {
  if (FOREWORD.test(text)) return true;
  for (const [, first = '', second] of text.matchAll(TITLED)) {
    if (!isOfficeWord(first) && !(second !== undefined && isOfficeWord(second))) return true;
  }
  for (const [, first = '', second = ''] of text.matchAll(BY_ROLE)) {
    // "Lead Timescale Status" are the heads of columns.
    if (![first, second].some((word) => isOfficeWord(word) || findColumn(word) !== null)) return true;
  }
  for (const [, first = '', second = ''] of text.matchAll(BEFORE_VERB)) {
    if (!isOtherWord(first) && !isOtherWord(second)) return true;
  }
  return false;
}

function isAddress(text: string): boolean {
  const isStreet = STREET.test(text) && LIVING.test(text);
  const isNamed = [...text.matchAll(NAMED_HOTEL)].some(([, name = '']) => !isOtherWord(name));
  return isStreet || isNamed;
}

const isOtherWord = (word: string) => isOfficeWord(word) || NO_NAME_WORDS.has(word.toLowerCase());

function tellsStory(text: string): boolean {
  const spoken = text.match(FIRST_PERSON)?.length ?? 0;
  if (spoken === 0) return false;
  return spoken >= 2 || OPENS_QUOTE.test(text) || /["“][^"”]{0,200}\b(?:I|my|me)\b/.test(text);
}
