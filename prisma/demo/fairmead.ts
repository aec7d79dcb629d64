import type { DemoCouncil } from './demo-data.ts';
import { fairmeadCurrentPlan } from './fairmead-current-plan.ts';
import { fairmeadEarlierPlan } from './fairmead-earlier-plan.ts';
import { fairmeadOrganisations } from './fairmead-organisations.ts';
import { fairmeadServices } from './fairmead-services.ts';
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
  organisations: fairmeadOrganisations,
  groups: fairmeadGroups(today),
  plans: [fairmeadCurrentPlan(today), fairmeadEarlierPlan],
  services: fairmeadServices(today),
});
