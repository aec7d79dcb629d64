import type { DemoCouncil } from './demo-data.ts';
import { fairmeadCurrentPlan } from './fairmead-current-plan.ts';
import { fairmeadEarlierPlan } from './fairmead-earlier-plan.ts';
import { fairmeadGroups } from './fairmead-steering-group.ts';

/** An invented council in which everything happens that a plan can go through. `today` is the day of loading, YYYY-MM-DD. */
export const fairmead = (today: string): DemoCouncil => ({
  slug: 'fairmead',
  name: 'Fairmead (example)',
  kind: 'BOROUGH',
  languages: ['en', 'ar'],
  contactEmail: 'sanctuary@fairmead.example',
  contactUrl: 'https://example.org/fairmead/sanctuary',
  reportingEveryMonths: 3,
  isExample: true,
  organisations: [
    { name: 'Customers, Libraries and Digital', kind: 'DEPARTMENT' },
    { name: 'Homes and Neighbourhoods', kind: 'DEPARTMENT' },
    { name: 'Jobs and Learning', kind: 'DEPARTMENT' },
    { name: 'Adults, Health and Communities', kind: 'DEPARTMENT' },
    { name: 'Children and Schools', kind: 'DEPARTMENT' },
    { name: 'Fairmead Health Partnership', kind: 'HEALTH_BODY' },
    { name: 'Fairmead Welcome Network', kind: 'CHARITY', website: 'https://example.org/welcome-network' },
    { name: 'Harbour Lane Kitchen', kind: 'COMMUNITY_GROUP', website: 'https://example.org/harbour-lane' },
    { name: 'Fairmead Open College', kind: 'PUBLIC_BODY', website: 'https://example.org/open-college' },
  ],
  groups: fairmeadGroups(today),
  plans: [fairmeadCurrentPlan(today), fairmeadEarlierPlan],
});
