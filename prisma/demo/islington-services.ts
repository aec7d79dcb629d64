import { describeLibrary, islingtonLibraries, locateLibrary } from './libraries.ts';
import type { DemoContact, DemoService } from './service-data.ts';

// The Centre's page bears no day. It counts five months since the Centre closed on 23 March 2020.
const asOnTheCentresPage = {
  lastCheckedOn: '2020-08-23',
  checkedBy: 'PUBLIC_RECORD',
  sourceUrl: 'http://www.islingtoncentre.co.uk',
} as const;
// Both pages of the council carry a year alone; the first day claims the least.
const asInTheCommitments = { lastCheckedOn: '2024-01-01', checkedBy: 'PUBLIC_RECORD' } as const;
const asInTheEqualityPlan = { lastCheckedOn: '2021-01-01', checkedBy: 'PUBLIC_RECORD' } as const;

const council = 'Islington Council';
const libraries = 'Library Services';
const centre = 'Islington Centre for Refugees and Migrants';

const centreContacts: DemoContact[] = [
  { kind: 'EMAIL', value: 'info.islingtoncentre@gmail.com' },
  { kind: 'WEB', value: 'http://www.islingtoncentre.co.uk' },
];
const ofTheCentre = {
  ...asOnTheCentresPage,
  organisation: centre,
  eligibleGroups: ['PEOPLE_SEEKING_ASYLUM', 'REFUGEES'],
  eligibilityNote: 'People who already came to the Centre; other migrants too.',
  contacts: centreContacts,
} satisfies Partial<DemoService>;

const asOf2020 = 'As the Centre wrote in 2020. What it offers today is not known here.';
const noContact = 'How to reach it is not published here; the council can tell you.';

/** The Centre's offers of 2020 as history, what the council's pages name as a service, and the public libraries. */
export const islingtonServices: DemoService[] = [
  {
    ...ofTheCentre,
    slug: 'the-centre',
    name: 'The Centre',
    summary: 'A friendly place to come in, talk, learn and be helped.',
    categories: ['MEETING_PEOPLE', 'ADVICE'],
    state: 'TEMPORARILY_CLOSED',
    stateNote:
      'Its doors closed on 23 March 2020 because of the coronavirus. Whether they opened again is not known here.',
    modes: ['IN_PERSON'],
  },
  {
    ...ofTheCentre,
    slug: 'english-classes-online',
    name: 'English classes online',
    summary: 'Classes and practice by Zoom. A Friday English Club was being tried out.',
    categories: ['ENGLISH_CLASSES'],
    state: 'ONLINE_ONLY',
    stateNote: asOf2020,
    modes: ['ONLINE'],
    hoursNote: "The timetable was in the Centre's client area and is not published here.",
  },
  {
    ...ofTheCentre,
    slug: 'english-worksheets',
    name: 'Worksheets for learning English at home',
    summary: "Exercises and other material on the Centre's website.",
    categories: ['ENGLISH_CLASSES', 'EDUCATION'],
    state: 'ONLINE_ONLY',
    stateNote: asOf2020,
    modes: ['ONLINE'],
  },
  {
    ...ofTheCentre,
    slug: 'activities-online',
    name: 'Activities online',
    summary:
      'A choir and a book group met by Zoom. On trial: sport to talk about, and writing with the Royal Literary Fellowship.',
    categories: ['SPORT_AND_ARTS', 'MEETING_PEOPLE'],
    state: 'ONLINE_ONLY',
    stateNote: asOf2020,
    modes: ['ONLINE'],
  },
  {
    ...ofTheCentre,
    slug: 'art-and-writing',
    name: 'Art and Writing project',
    summary: 'Material and ideas for drawing and writing, sent to people at home.',
    categories: ['SPORT_AND_ARTS'],
    stateNote: asOf2020,
  },
  {
    ...ofTheCentre,
    slug: 'support-packages',
    name: 'Support packages',
    summary: 'Food and other supplies, brought to the door every two weeks after a call.',
    categories: ['FOOD', 'CLOTHES_AND_THINGS'],
    stateNote: asOf2020,
    hoursNote: 'Every two weeks since 18 March 2020. The days are not published.',
    capacityNote: 'The Centre helped 150 people, around 90 of whom sought asylum.',
  },
  {
    ...ofTheCentre,
    slug: 'phone-contact',
    name: 'Phone contact and phone credit',
    summary: 'Calls to people who are alone, and credit for phones that have none left.',
    categories: ['MEETING_PEOPLE', 'MONEY'],
    stateNote: asOf2020,
    modes: ['TELEPHONE'],
  },
  {
    ...ofTheCentre,
    slug: 'travel-top-ups',
    name: 'Travel top-ups',
    summary: 'Money put on an Oyster card from afar, for journeys that could not wait.',
    categories: ['TRAVEL', 'MONEY'],
    stateNote: asOf2020,
    helpsWithTravel: true,
  },
  {
    ...ofTheCentre,
    slug: 'support-service',
    name: 'Support Service',
    summary:
      'Staff listen, and help with what has to be settled: the asylum case, a doctor, a safe place to live. It was done from afar.',
    // Not IMMIGRATION_ADVICE: no regulator and no number are published.
    categories: ['ADVICE', 'HOUSING', 'HEALTH'],
    stateNote: asOf2020,
  },
  {
    ...asInTheCommitments,
    slug: 'nrpf-refugee-and-migrant-service',
    organisation: 'NRPF, Refugee and Migrant Service',
    name: 'NRPF, Refugee and Migrant Service',
    summary: 'The part of the council that bears this name. What exactly it does is not published here.',
    categories: ['ADVICE'],
    accessNote: noContact,
    eligibleGroups: ['NO_RECOURSE_TO_PUBLIC_FUNDS', 'REFUGEES'],
    eligibilityNote: 'As its name says; other migrants too.',
  },
  {
    ...asInTheCommitments,
    slug: 'adult-community-learning',
    organisation: 'Adult Community Learning',
    name: 'Adult Community Learning',
    summary: "The council's learning for adults. Its courses are not published here.",
    categories: ['EDUCATION'],
    accessNote: noContact,
  },
  {
    ...asInTheEqualityPlan,
    slug: 'islington-working',
    organisation: council,
    name: 'Islington Working partnership',
    summary: 'Help to find work, fitted to those for whom it is harder.',
    categories: ['WORK'],
    accessNote: noContact,
    eligibilityNote:
      'Black, Asian and Minority Ethnic residents, disabled people, parents and young people are named.',
  },
  {
    ...asInTheEqualityPlan,
    slug: 'shine-energy-programme',
    organisation: council,
    name: 'SHINE energy programme',
    summary: 'Helps people in need to have energy that they can afford.',
    categories: ['MONEY', 'HOUSING'],
    accessNote: noContact,
  },
  {
    ...asInTheEqualityPlan,
    slug: 'homelessness-surgeries',
    organisation: council,
    name: 'Homelessness prevention surgeries',
    summary: 'Advice at places of faith and of the community, so that people do not lose their homes.',
    categories: ['HOUSING', 'ADVICE'],
    state: 'TEMPORARILY_CLOSED',
    stateNote: 'Stopped because of COVID-19; in 2021 the council meant to begin again online.',
  },
  {
    ...asInTheEqualityPlan,
    slug: 'early-years',
    organisation: council,
    name: 'Early Years services',
    summary: 'Health and early education together, for families with small children.',
    categories: ['CHILDREN_AND_FAMILIES', 'HEALTH'],
    accessNote: noContact,
    isForFamilies: true,
    eligibilityNote: 'Families with children from birth to five.',
  },
  {
    ...asInTheEqualityPlan,
    slug: 'diabetes-prevention',
    organisation: council,
    name: 'Diabetes Prevention Programme',
    summary: 'Helps people who may get diabetes to stay well.',
    categories: ['HEALTH'],
    accessNote: noContact,
    eligibilityNote: 'People at high risk.',
  },
  {
    ...asInTheEqualityPlan,
    slug: 'wifi-and-printing',
    organisation: libraries,
    name: 'Free WiFi and printing',
    summary: 'WiFi and printing at no cost, for those who have no internet of their own.',
    categories: ['LIBRARY_AND_INTERNET'],
    cost: 'FREE',
    hoursNote: 'Which libraries offer it is not published in the plan: ask yours.',
  },
  ...islingtonLibraries.map((library) =>
    describeLibrary(library, locateLibrary(libraries, library), libraries),
  ),
];
