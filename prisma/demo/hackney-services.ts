import { describeLibrary, hackneyLibraries, locateLibrary } from './libraries.ts';
import type { DemoContact, DemoService } from './service-data.ts';

// The plan looks back on November 2025, when it was agreed; no other day stands in it.
const asInThePlan = { lastCheckedOn: '2025-11-30', checkedBy: 'PUBLIC_RECORD' } as const;

const council = 'Hackney Council';
const libraries = 'Hackney Libraries';
const welcome = 'Welcome Hackney';

const libraryContact: DemoContact = {
  kind: 'EMAIL',
  value: 'libraries@hackney.gov.uk',
  label: 'Hackney Libraries',
};
const noContact = 'The plan does not say how to reach it; the council can tell you.';

const places = hackneyLibraries.map((library) => ({ library, at: locateLibrary(libraries, library) }));
const listPlacesOf = (name: string) =>
  places.filter(({ library }) => library.name === name).map(({ at }) => ({ at }));

/** What Hackney's plan names as a service, a team or a programme that runs, and the public libraries. */
export const hackneyServices: DemoService[] = [
  {
    ...asInThePlan,
    slug: 'welcome-hub',
    organisation: welcome,
    name: 'Welcome Hub',
    summary:
      'Advice every week, and help to use local services. Welcome Hackney and the libraries began it together in May 2024.',
    categories: ['ADVICE', 'LIBRARY_AND_INTERNET'],
    access: ['DROP_IN'],
    // Our reading: each of these groups has dealt with the immigration system.
    eligibleGroups: [
      'PEOPLE_SEEKING_ASYLUM',
      'REFUGEES',
      'NO_RECOURSE_TO_PUBLIC_FUNDS',
      'RESETTLEMENT_SCHEMES',
    ],
    eligibilityNote: 'Anybody living in Hackney who has dealt with the immigration system.',
    modes: ['IN_PERSON'],
    hoursNote: 'Once a week. The day and the time are not published: ask the library first.',
    capacityNote: 'About eighty people come in a month.',
    contacts: [libraryContact],
    locations: listPlacesOf('Dalston CLR James Library'),
  },
  {
    ...asInThePlan,
    slug: 'sanctuary-card',
    organisation: libraries,
    name: 'Sanctuary Card',
    summary: 'A library card for people who have no fixed address to show.',
    categories: ['LIBRARY_AND_INTERNET'],
    papersNote: 'Nobody has to prove a fixed address.',
    eligibleGroups: ['PEOPLE_SEEKING_ASYLUM', 'REFUGEES'],
    eligibilityNote: 'Other migrants too, and whoever lives in temporary accommodation.',
    modes: ['IN_PERSON'],
    hoursNote:
      'At all eight libraries. When cards are given out is not published: ask while a library is open.',
    contacts: [libraryContact],
    locations: places.map(({ at }) => ({ at })),
  },
  {
    ...asInThePlan,
    slug: 'welcome-hackney',
    organisation: welcome,
    name: 'Welcome Hackney team',
    summary:
      "The council's own team for people who seek sanctuary, begun in 2023. It helps them to settle, to stay well and to find what the borough offers, and pays for advice for people seeking asylum. It looks after Homes for Ukraine and the Afghan Resettlement Programme.",
    categories: ['ADVICE', 'MEETING_PEOPLE'],
    accessNote: noContact,
    eligibleGroups: ['PEOPLE_SEEKING_ASYLUM', 'REFUGEES', 'RESETTLEMENT_SCHEMES'],
    eligibilityNote: 'The team means to be there for every migrant in the borough.',
  },
  {
    ...asInThePlan,
    slug: 'refugee-next-steps',
    organisation: welcome,
    name: 'Refugee Next Steps',
    summary: 'Helps refugees to find a home, so that they do not become homeless. It began in 2023.',
    categories: ['HOUSING'],
    accessNote: noContact,
    eligibleGroups: ['REFUGEES'],
    eligibilityNote: 'Single people who were recognised as refugees a short time ago.',
  },
  {
    ...asInThePlan,
    slug: 'community-kitchens',
    organisation: welcome,
    name: 'Community kitchens',
    summary: 'Kitchens for people who have nowhere to cook where they live.',
    categories: ['FOOD', 'MEETING_PEOPLE'],
    accessNote: noContact,
    eligibleGroups: ['PEOPLE_SEEKING_ASYLUM'],
    modes: ['IN_PERSON'],
    hoursNote: 'Places and hours are not published: ask first.',
  },
  {
    ...asInThePlan,
    slug: 'employability-workshops',
    organisation: welcome,
    name: 'Employability workshops',
    summary: 'Workshops on how to get into work or learning, planned with people who seek sanctuary.',
    categories: ['WORK', 'EDUCATION'],
    accessNote: noContact,
    eligibilityNote: 'People who seek sanctuary in Hackney.',
  },
  {
    ...asInThePlan,
    slug: 'unaccompanied-children-and-care-leavers',
    organisation: council,
    name: 'Migrant Children and Families: children who came alone',
    summary:
      'The team finds a home for children who arrive alone, sees to what they need, and wants their immigration matters settled soon. The children have a say in a group of their own.',
    categories: ['YOUNG_PEOPLE', 'CHILDREN_AND_FAMILIES'],
    accessNote: noContact,
    eligibleGroups: ['UNACCOMPANIED_CHILDREN'],
    eligibilityNote: 'Care leavers too.',
  },
  {
    ...asInThePlan,
    slug: 'families-with-insecure-status',
    organisation: council,
    name: 'Migrant Children and Families: families',
    summary:
      'The team looks at what a family needs that has no money or no home because its immigration status is not secure.',
    categories: ['CHILDREN_AND_FAMILIES', 'HOUSING', 'MONEY'],
    accessNote: noContact,
    isForFamilies: true,
    eligibilityNote: 'Families whose immigration status is insecure.',
  },
  {
    ...asInThePlan,
    slug: 'domestic-abuse-intervention-service',
    organisation: council,
    name: 'Domestic Abuse Intervention Service',
    summary:
      'Stands by people who have suffered abuse at home: caseworkers, protection from further harm, and links to groups that are run by and for women of one language or culture.',
    categories: ['SAFETY', 'WOMEN'],
    accessNote: noContact,
    eligibleGroups: ['NO_RECOURSE_TO_PUBLIC_FUNDS'],
    eligibilityNote: 'Having no recourse to public funds is no bar.',
  },
  {
    ...asInThePlan,
    slug: 'hate-crime-reporting',
    organisation: 'Stop Hate UK',
    name: 'Reporting hate crime',
    summary:
      'Takes reports of hate crime from residents of Hackney, and stays at their side while they report. The council pays for it.',
    categories: ['SAFETY'],
    accessNote: noContact,
    eligibleGroups: ['ANYONE'],
    eligibilityNote: 'Residents of Hackney.',
  },
  {
    ...asInThePlan,
    slug: 'adult-learning',
    organisation: council,
    name: 'Adult Learning Service',
    summary:
      'Courses for adults that lead from one to the next, informal English (ESOL) and Functional Skills among them. In 2022 it quickly began classes for people from Ukraine.',
    categories: ['ENGLISH_CLASSES', 'EDUCATION'],
    accessNote: noContact,
    eligibleGroups: ['ANYONE'],
    eligibilityNote: 'All residents; new arrivals are meant to land here.',
    hoursNote: 'Times and places of courses are not published in the plan: ask first.',
  },
  {
    ...asInThePlan,
    slug: 'connect-to-work',
    organisation: council,
    name: 'Connect to Work',
    summary: 'Help to find work, fitted to the person, for up to twelve months. It began in 2025.',
    categories: ['WORK'],
    accessNote: noContact,
    eligibleGroups: ['REFUGEES', 'RESETTLEMENT_SCHEMES'],
    eligibilityNote:
      'Residents who find it harder than others to get work; refugees, Ukrainians and Afghans who were resettled are named.',
  },
  {
    ...asInThePlan,
    slug: 'hackney-museum',
    organisation: council,
    name: 'Hackney Museum',
    summary: 'Tells of the people and cultures of Hackney, and of those who came for sanctuary.',
    categories: ['SPORT_AND_ARTS', 'EDUCATION'],
    state: 'TEMPORARILY_CLOSED',
    stateNote: 'To open again in 2027.',
    eligibleGroups: ['ANYONE'],
    modes: ['IN_PERSON'],
  },
  {
    ...asInThePlan,
    slug: 'hackney-archives',
    organisation: council,
    name: 'Hackney Archives',
    summary:
      "Keeps Hackney's history, that of its migrant communities too, and works with residents and local groups to collect it.",
    categories: ['SPORT_AND_ARTS'],
  },
  ...places.map(({ library, at }) => describeLibrary(library, at, libraries)),
];
