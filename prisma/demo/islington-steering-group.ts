import type { DemoGroup, DemoSeat } from './demo-data.ts';

// "The first year" and "the second and third years" of commitments that begin in January 2024; the days are our reading.
const inFirstYear = (organisation: string): DemoSeat => ({
  organisation,
  endsOn: '2024-12-31',
  datesAreDerived: true,
  terms: [{ cohort: 'first year', startsOn: '2024-01-01', endsOn: '2024-12-31', datesAreDerived: true }],
});

const inLaterYears = (organisation: string): DemoSeat => ({
  organisation,
  startsOn: '2025-01-01',
  datesAreDerived: true,
  terms: [
    { cohort: 'second and third years', startsOn: '2025-01-01', endsOn: '2026-12-31', datesAreDerived: true },
  ],
});

/** Who sits for a department is not published; that the department has a seat is. */
const department = (organisation: string): DemoSeat => ({ organisation, terms: [{}] });

/** Islington's group as published. The chair stands by office. */
export const islingtonSteeringGroup: DemoGroup = {
  slug: 'sanctuary-steering-group',
  name: 'Sanctuary Steering Group',
  kind: 'STANDING',
  purpose:
    'It sets the direction, and makes sure that what the council promised for three years is delivered.',
  meetsEveryMonths: 3,
  howToJoin:
    'Write to resettlement@islington.gov.uk. Experts by experience and charities can ask to sit on the group in a coming year.',
  contactEmail: 'resettlement@islington.gov.uk',
  constituencies: [
    {
      kind: 'CHAIR',
      name: 'Chair',
      seats: [{ title: 'Executive Member for Equalities, Culture and Inclusion', terms: [{}] }],
    },
    {
      kind: 'EXPERTS_BY_EXPERIENCE',
      name: 'Experts by experience',
      note: 'People who know the immigration system first hand.',
      termText: 'one year',
      isNumberPublished: false,
    },
    {
      kind: 'CHARITIES',
      name: 'Local charities',
      termText: 'one year',
      seats: [
        inFirstYear('Islington Refugee and Migrant Forum'),
        inFirstYear('Islington Faiths Forum'),
        inFirstYear('Refugee and Migrant Forum Of Essex & London (RAMFEL)'),
        inLaterYears('Cripplegate'),
        inLaterYears('Health Prom'),
        inLaterYears('Mamasuze'),
        inLaterYears('Manor Gardens'),
        inLaterYears('Together Productions'),
        inLaterYears('Union Chapel'),
      ],
    },
    { kind: 'COUNCILLORS', name: 'Councillors', isNumberPublished: false },
    {
      kind: 'DEPARTMENTS',
      name: 'Council staff',
      isListComplete: false,
      seats: [
        department('Housing'),
        department('Safeguarding and Family Support'),
        department('Community Wealth Building'),
        department('Public Health'),
        department('Adult Social Care'),
        department('Resident Experience teams'),
        department('Adult Community Learning'),
        department('NRPF, Refugee and Migrant Service'),
      ],
    },
  ],
};
