import type { DemoGroup, DemoSeat } from './demo-data.ts';

const partner = (organisation: string): DemoSeat => ({ organisation, terms: [{}] });
const ambassador: DemoSeat = { terms: [{}] };

/** The group that wrote Hackney's plan. Whether one meets now is not published. */
export const hackneySteeringGroup: DemoGroup = {
  slug: 'plan-steering-group-2025',
  name: 'Steering Group that wrote the plan',
  kind: 'TIME_BOUND',
  purpose: 'It wrote the action plan for three years, and agreed it in November 2025.',
  periodText: 'May to November 2025',
  startsOn: '2025-05-01',
  endsOn: '2025-11-30',
  datesAreDerived: true,
  constituencies: [
    {
      kind: 'EXPERTS_BY_EXPERIENCE',
      name: 'Sanctuary Ambassadors',
      note: 'Residents who have sought sanctuary in Hackney themselves.',
      seats: [ambassador, ambassador, ambassador, ambassador, ambassador],
    },
    {
      kind: 'CHARITIES',
      name: 'Voluntary sector partners',
      seats: [
        partner('Derman'),
        partner('WHEAT Mentor Support'),
        partner('Foreign Affairs'),
        partner('English for Action'),
        partner('Hackney CVS'),
      ],
    },
    { kind: 'DEPARTMENTS', name: 'Council staff', isNumberPublished: false },
    { kind: 'HEALTH', name: 'NHS staff', isNumberPublished: false },
  ],
};
