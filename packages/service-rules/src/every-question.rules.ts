// What the API answers beside the questions of the form, so that both find the same.

import { dayFacts } from './day.rules.ts';
import { fold } from './fold.rules.ts';
import { isWithinMonths } from './freshness.rules.ts';
import {
  formQuestions,
  hasHours,
  interprets,
  isOpenOn,
  isShut,
  meets,
  metresTo,
  type Questions,
} from './search.rules.ts';

const { WORDS, CATEGORY, LANGUAGE, WHO, TIME, COST, MODE, PAPERS } = formQuestions.tests;

/** All that can be asked. */
export const everyQuestion = {
  tests: {
    WORDS,
    CATEGORY,
    LANGUAGE,
    INTERPRETER: (service, { interpreterLanguage }) =>
      !interpreterLanguage || interprets(service, interpreterLanguage),
    WHO: (service, query) =>
      WHO(service, query) &&
      (query.isWomenOnly !== false || !service.isWomenOnly) &&
      (query.age == null ||
        ((service.minimumAge == null || service.minimumAge <= query.age) &&
          (service.maximumAge == null || query.age <= service.maximumAge))),
    TIME,
    COST,
    MODE,
    PLACE: (service, { withinMetres, area }, { place }) =>
      (!place || withinMetres == null || metresTo(service, place) <= withinMetres) &&
      (!area ||
        service.areas.length === 0 ||
        service.areas.some(
          ({ name, outcodes }) => outcodes.includes(area.toUpperCase()) || fold(name) === fold(area),
        )),
    PAPERS,
    ACCESS: (service, query) => meets(query.access, service.access),
    CHECKED: ({ lastCheckedOn }, { checkedWithinMonths }, { now }) =>
      checkedWithinMonths == null || isWithinMonths(lastCheckedOn, checkedWithinMonths, now.day),
    ORGANISATION: (service, { organisation }) => !organisation || organisation === service.organisation.uuid,
  },
  facets: {
    ...formQuestions.facets,
    days: [
      'TIME',
      (service, { time, openNow }, asked) =>
        // Who asks for now asks for no other day.
        openNow || !hasHours(service) || isShut(service)
          ? []
          : asked.comingDays
              .filter((day) => isOpenOn(service, day, time, asked))
              .map((day) => String(dayFacts(day).weekday)),
      () => true,
      (value) => ({ day: Number(value) }),
    ],
    cost: ['COST', ({ cost }) => (cost === 'FREE' ? [cost] : []), () => false, () => ({ free: true })],
    papers: [
      'PAPERS',
      ({ asksForPapers }) => (asksForPapers === 'NO' ? ['NO'] : []),
      () => false,
      () => ({ noPapers: true }),
    ],
    access: ['ACCESS', ({ access }) => access, () => false],
    organisations: [
      'ORGANISATION',
      ({ organisation }) => [organisation.uuid],
      () => false,
      (value) => ({ organisation: value }),
    ],
  },
} satisfies Questions;
