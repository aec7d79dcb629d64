import type { DemoCouncil, DemoPlan } from './demo-data.ts';
import { islingtonEqualityPlan } from './islington-equality-plan.ts';
import { islingtonServices } from './islington-services.ts';
import { islingtonSteeringGroup } from './islington-steering-group.ts';
import { libraryAttribution } from './libraries.ts';

const commitments: DemoPlan = {
  slug: 'commitments-2024-2026',
  title: 'Borough of Sanctuary commitments',
  summary:
    'Goals for three years that are to make Islington the most welcoming place for people who have come for refuge or a new life. A Sanctuary Steering Group, which meets every quarter, is to see that they are met.',
  kind: 'SANCTUARY',
  state: 'CURRENT',
  periodText: 'from January 2024, three years',
  refsAreDerived: true,
  themes: [
    {
      title: 'Capacity building',
      detail: 'How well services do in health, immigration advice, learning, work and English.',
      actions: [
        {
          title: 'Set up working groups on ESOL, education, employment, health and immigration advice',
          detail: 'Review what the borough offers in each: map what there is and what is missing.',
        },
        {
          title: 'Examine which services cannot meet demand, and why',
          detail: 'Models from elsewhere that could be copied are part of the question.',
        },
        { title: 'Consult partners on new models of service and agree how to improve delivery' },
        {
          title: 'Set aside funds to help design these services',
          detail: 'The hope is that the borough can then do more, and support residents better.',
        },
      ],
    },
    {
      title: 'Knowledge',
      detail: 'What staff, community partners and residents know about seeking sanctuary.',
      actions: [
        {
          title: 'Develop an internal training course on needs, rights and entitlements',
          detail:
            'It teaches staff about residents who are migrants, refugees or seeking asylum. People with lived experience are invited to help design it, and reimbursed for their expertise and time.',
        },
        {
          title: 'Hold a Lunch and Learn for staff every year',
          detail:
            "It explains the council's role. Offer sessions to community partners too, on what the council does and how to refer people to the right service.",
          dueText: 'annual',
        },
        {
          title: "Share more stories through all of the council's media",
          detail: 'They are for the host community and everybody else who lives in Islington.',
        },
      ],
    },
    {
      title: 'Communication',
      detail: 'Help and information when people need them, in words they understand.',
      actions: [
        {
          title: 'Review how the council communicates with residents',
          detail: 'Documents, the website, the Islington directory and talking face to face are all meant.',
        },
        {
          title: 'Investigate which council services offer interpreters, and how often they are used',
          detail: 'Also whether residents know that they can ask for an interpreter, when and how.',
        },
        {
          title: 'Look at ways to support digital literacy',
          detail: 'Residents should be able to stand up for their right to services.',
        },
      ],
    },
    {
      title: 'Collaboration',
      detail: 'More say for voluntary groups and charities, and the means to hold the council to account.',
      actions: [
        { title: 'Work in partnership with local organisations and talk with them more regularly' },
        {
          title: 'Consult partners on the kinds of communication that they want more of',
          detail: 'Workshops, meetings and extra events are the examples given.',
          dueText: 'early 2024',
        },
        {
          title: 'Establish a regular bulletin that keeps local groups up to date',
          dueText: 'throughout the year',
        },
      ],
    },
    {
      title: 'Connection',
      detail: 'Residents feel part of the borough, and those who have sought sanctuary share in decisions.',
      actions: [
        {
          title: "Launch Islington's Sanctuary Grant Programme",
          detail: 'It pays for local projects on behalf of refugees, migrants and people who seek asylum.',
          dueText: 'In 2024',
        },
        {
          title: 'Use participatory budgeting for the grants',
          detail:
            'People who have sought sanctuary are invited to help set the priorities and to say how money is spent on them.',
        },
        {
          title: 'Benefit residents of every age with the grants',
          detail: 'Events and activities bring people together and let them feel welcome and included.',
        },
      ],
    },
  ],
};

const strategicIntent: DemoPlan = {
  slug: 'strategic-intent',
  title: 'Refugee and Migrant Integration Statement of Strategic Intent',
  summary:
    'The needs of refugees and migrants are to be met within everyday services instead of by separate ones. Six areas are named; what is recommended in each stands in the full statement, beside a factsheet and a diagram. The council works with the Islington Refugee Forum and with community organisations so that services do more for residents. No date is published.',
  kind: 'SANCTUARY',
  state: 'CURRENT',
  supersedesNames: ['2010 Refugee Integration Strategy', 'Refugee and Migrant Action Plan (RMAP)'],
  refsAreDerived: true,
  themes: [
    { title: 'Welfare, accommodation and employment', actions: [] },
    { title: 'Education pathways', actions: [] },
    { title: 'Inclusion and community safety', actions: [] },
    { title: 'Health and wellbeing', actions: [] },
    { title: 'Support for those with no recourse to public funds (NRPF)', actions: [] },
    { title: 'Information and advice', actions: [] },
  ],
};

/** Islington's three plans and its steering group as published; nothing is reported. */
export const islington: DemoCouncil = {
  slug: 'islington',
  name: 'Islington Council',
  kind: 'BOROUGH',
  officialCode: 'E09000019',
  contactEmail: 'resettlement@islington.gov.uk',
  organisations: [
    { name: 'Housing', kind: 'DEPARTMENT' },
    { name: 'Safeguarding and Family Support', kind: 'DEPARTMENT' },
    { name: 'Community Wealth Building', kind: 'DEPARTMENT' },
    { name: 'Public Health', kind: 'DEPARTMENT' },
    { name: 'Adult Social Care', kind: 'DEPARTMENT' },
    { name: 'Resident Experience teams', kind: 'DEPARTMENT' },
    { name: 'Adult Community Learning', kind: 'DEPARTMENT' },
    { name: 'NRPF, Refugee and Migrant Service', kind: 'DEPARTMENT' },
    { name: 'Islington Refugee and Migrant Forum', kind: 'CHARITY' },
    { name: 'Islington Faiths Forum', kind: 'CHARITY' },
    { name: 'Refugee and Migrant Forum Of Essex & London (RAMFEL)', kind: 'CHARITY' },
    { name: 'Cripplegate', kind: 'CHARITY' },
    { name: 'Health Prom', kind: 'CHARITY' },
    { name: 'Mamasuze', kind: 'CHARITY' },
    { name: 'Manor Gardens', kind: 'CHARITY' },
    { name: 'Together Productions', kind: 'CHARITY' },
    { name: 'Union Chapel', kind: 'CHARITY' },
    // Not the Islington Refugee and Migrant Forum: nothing published says that the two are one body.
    { name: 'Islington Refugee Forum', kind: 'COMMUNITY_GROUP' },
    { name: 'Islington Council', kind: 'PUBLIC_BODY' },
    { name: 'Library Services', kind: 'PUBLIC_BODY', description: libraryAttribution },
    {
      name: 'Islington Centre for Refugees and Migrants',
      kind: 'CHARITY',
      website: 'http://www.islingtoncentre.co.uk',
      email: 'info.islingtoncentre@gmail.com',
      description: 'What is known of it here is what it wrote in 2020, when its doors were closed.',
      thingsWanted: 'Money. Its page on donations named other things.',
      thingsNotWanted: 'In 2020 it could take no food, toiletries or other things.',
    },
  ],
  groups: [islingtonSteeringGroup],
  plans: [commitments, strategicIntent, islingtonEqualityPlan],
  services: islingtonServices,
};
