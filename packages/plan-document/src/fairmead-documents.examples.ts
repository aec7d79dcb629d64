/** Invented plans of an invented council, each of another shape, and what a careful reader finds in them. */
export interface ExampleDocument {
  name: string;
  text: string;
  themes: string[];
  refs: string[][];
  title: string | null;
  format?: 'TSV';
}

const tabbedPages = [
  'Fairmead Welcome Strategy and Action Plan 2027-2030',
  '',
  'Foreword',
  '',
  'Fairmead has welcomed newcomers for two centuries, and will go on doing so.',
  '',
  '1\tA warm arrival\tLead service',
  '1.1\tOpen a welcome point at the bus station. Staff it on weekday mornings, e.g. with volunteers from local faith\tHomes, Streets, and Parks',
  '',
  'Fairmead Welcome Strategy and Action Plan 2027-2030',
  'Page 4 of 9',
  '\f',
  '\tgroups.\t',
  '1.2\tPrint a town map in the six most spoken languages.\tLearning and Families',
  '',
  '2\tLearning together\tLead service',
  '2.1\tOffer beginners’ English in every library.\tLearning and Families, working with Homes, Streets, and Parks and other teams',
  '2.2\tTrain classroom assistants in welcoming',
  'children who arrive mid-term.\tLearning and Families',
  '',
  'Fairmead Welcome Strategy and Action Plan 2027-2030',
  'Page 5 of 9',
  '\f',
  'Contact us to hear more about this work.',
].join('\n');

const alignedColumns = `
FAIRMEAD TOWN COUNCIL
Sanctuary delivery plan 2027

Ref     What we will do                          Who leads             By when

HS-01   Hold a monthly drop-in about renting     Housing Options       March 2027
        and deposits.
HS-02   Write to every private landlord about    Housing Options       Autumn 2027
        the fair letting promise                 and Legal Services
        before the summer.
HS-03   Keep two flats ready for families who    Homes Team            ongoing
        have to leave hotel rooms.
`;

const objectives = `
Becoming a place of welcome: the Fairmead plan

Objective 1: Everyone can find their way
People told us that the first weeks are the hardest.

1a Publish a first-week guide in plain words.
Lead: Customer Services
Timescale: by spring 2027
1b Recruit ten neighbourhood guides.
Lead: Community Safety; Fairmead Mosque
Timescale: Summer 2027

Objective 2: Everyone can learn

2a Double the number of evening English classes.
Lead: Adult Learning
2b Lend laptops to learners.
Lead: Adult Learning
Timescale: ongoing
`;

const letteredThemes = `
Fairmead pledges for sanctuary

A. Good health

We want clinics to be easy to reach.

- We will run a mobile clinic
  outside the hotel each week.
- We will train reception staff at all surgeries (including the two in Upper Fairmead).

How we will know

- 90% of surgeries have signed up by December 2027.
- 400 health checks in 2027, with 60% for women.

B. Good work

- We will hold a jobs fair in early 2027. It will have interpreters.
- We will ask the ten largest employers to offer placements.

What success looks like

- More people who were waiting for papers have found work within a year.
`;

const priorities = [
  'Fairmead Sanctuary Commitments',
  '',
  'Priority A',
  'Safe homes',
  '',
  'A1 Inspect all contingency accommodation twice a year.',
  'A2 Publish what inspections find.',
  '',
  'Priority B',
  'Fair chances',
  '',
  'B1 Waive the cost of certificates for people who need them to study.',
  'B2 Set up an advice line.',
].join('\r\n');

const bulletsWithO = `Skip to main content
Cookies on this site

Our promises to newcomers

Bins will be collected a day late next week.

Getting about
o We will offer free bus passes to people in asylum accommodation.
o We will teach two hundred people to cycle by the end of 2028.

Feeling at home
We have heard that many feel lonely.
o We will pair families with a neighbour. For instance:
   - a walk in the park
   - a shared meal
o Start a choir that anyone can join.

Our partners
o Fairmead Choir
o The Bell Trust
o Upper Fairmead Baptist Church

Did you find what you were looking for?
`;

const twoTables = `# Action plan

## Housing

| Action | Lead | Deadline |
|--------|------|----------|
| Map empty homes. | Housing Strategy | June 2027 |
| Agree a protocol for evictions. | Legal Services | TBC |

## Schools

Schools are where many families first feel at home.

| Action | Lead | Deadline |
|--------|------|----------|
| Give every school a named contact. | Education | September 2027 |
`;

const leadFirst = [
  'Fairmead Equality Action Plan',
  '',
  'Lead officer\tNo.\tTheme\tCommitment\tTimescale\tMeasure of success',
  'Head of Libraries\t1\tCulture\tHost an exhibition of newcomers’ crafts.\tWinter 2027\t2,000 visitors',
  'Head of Parks\t2\t\tPlant a sanctuary garden.\t2028\t',
  'Head of Payroll\t3\tWork\tOffer paid interview practice.\tQ2 2028\t35 people a year, of whom 40% are women',
].join('\n');

const numberedLists = `
Fairmead Refugee Week to Refugee Year: our plan

1. Public spaces

Parks, squares and libraries belong to everyone.

Actions:

1) Put up welcome signs in the twelve main languages.
2) Open the town hall garden on Sundays.

2. Public services

Actions:

1) Offer interpreters at every counter.
2) Review letters sent to residents, i.e. their words and length. Report back to the forum.
3) Set aside a fund for travel costs.

Targets:

1) Half-day training for 150 staff by March 2028.
`;

const wrappedProse = `
Sanctuary in Fairmead: a framework for the years ahead

Introduction
The council, the health service and eleven charities have written this framework
together over the past year, and they will meet twice a year to look at how it goes.

Health and wellbeing
Newcomers wait longer to see a doctor than their neighbours do, and they are more
often sent away because a form was missing. We want that to end.

To put this right we will:
• provide every surgery with a short guide to registration and a telephone number
for questions;
• ask pharmacies to display a poster about free interpreting; and
• visit hotels with nurses once a month

To achieve outcomes such as
• Fewer missed appointments.
• People know where to go, and when.

Arts and leisure
The theatre and the swimming pool are free for all children on Saturdays.

Among other things we will:
• offer unsold tickets to families in temporary accommodation
• publish what is on in five languages

12
`;

const headlessRows = [
  'Fairmead plan of sanctuary',
  '',
  'Living well',
  '',
  'S1.1\tInvite newcomers to speak at council meetings.\tDemocratic Services\tMay 2027',
  'S1.2\tTranslate the complaints form.\tCustomer Care\tJune 2027',
].join('\n');

const themeRows = [
  'Fairmead Sanctuary Plan',
  '',
  'Ref\tAction\tResponsible\tStatus',
  'Theme 1: Arrival',
  '1.1\tMeet every train on which families are expected.\tCommunity Hub\tIn progress',
  '1.2\tGive out starter packs.\tCommunity Hub\tNot started',
  'Ref\tAction\tResponsible\tStatus',
  'Theme 2: Settling',
  '2.1\tFind a befriender for all who ask.\tVoluntary Action Fairmead\tDone',
].join('\n');

const webSections = `Skip to content

Our equality objectives

Adult learning

We want adults to learn.

Our actions in this area are:

  • We know that some miss out. We will run taster days.
  • Libraries will open on Sundays.

Milestones:

  • By autumn 2027, 300 people have joined, half of them women.
  • 75% satisfied (at least 40% from minority groups) by March 2028.

The difference this will make:

  • Confident learners.

Leisure and parks

Parks are for all.

We plan to:

  • Extend opening hours
    in the summer months.
  • Introduce a leisure pass.

Measures of success are:

  • 1,500 leisure passes issued in 2028, with 20% for carers.

We want to see:

  • More people active.
Is there anything wrong with this page?
`;

const labelledTables = [
  '1\tCouncil services\tResponsible service\tTimescale',
  '1.1\tTrain staff in\tPeople Services\tBy May 2027',
  '',
  '\tcultural awareness.\t and Change\t',
  '1.2\tReview letters\tPeople Services and Change\tAnnual',
  '',
  '2\tHomes\tResponsible service\tTimescale',
  '2.1\tInspect hotels.\tHousing, jointly with Public Protection\t2027/28',
  '',
].join('\n');

const labelledActions = `Fairmead Borough of Sanctuary Action Plan

Theme 1: Welcome

Action 1.1: Create a welcome pack. It will be in ten languages.
Lead: Communications
Timescale: By June 2027

Action 1.2: Train front desk staff.
Lead: Customer Services
Timescale: ongoing

Theme 2: Safety

Action 2.1: Improve hate crime reporting.
Lead: Community Safety
Timescale: Q3 2027
`;

const alignedWithoutRefs = `                Fairmead Sanctuary Strategy 2027

Theme: Homes

Action                              Lead               Timescale

Inspect hotels where people         Housing            March 2027
seeking asylum live
Publish the results online          Housing and        May 2027
                                    Communications

Theme: Health

Action                              Lead               Timescale

Nurse visits to hotels              Public Health      June 2027
`;

const capitals = `COUNCIL OF SANCTUARY COMMITMENTS

HOUSING

1.1 We will inspect hotels.
1.2 We will publish results
of each inspection.

HEALTH

2.1 We will send nurses.
2.2 We will train GPs.

Thank you

To everyone who helped.
`;

export const exampleDocuments: ExampleDocument[] = [
  {
    name: 'tabbed tables over pages with running headers',
    text: tabbedPages,
    title: 'Fairmead Welcome Strategy and Action Plan 2027-2030',
    themes: ['A warm arrival', 'Learning together'],
    refs: [
      ['1.1', '1.2'],
      ['2.1', '2.2'],
    ],
  },
  {
    name: 'columns aligned by spaces with coded refs',
    text: alignedColumns,
    title: 'Sanctuary delivery plan 2027',
    themes: ['Sanctuary delivery plan 2027'],
    refs: [['HS-01', 'HS-02', 'HS-03']],
  },
  {
    name: 'labelled objectives with named lines under each action',
    text: objectives,
    title: 'Becoming a place of welcome: the Fairmead plan',
    themes: ['Everyone can find their way', 'Everyone can learn'],
    refs: [
      ['1a', '1b'],
      ['2a', '2b'],
    ],
  },
  {
    name: 'lettered themes with dashes, targets and outcomes',
    text: letteredThemes,
    title: 'Fairmead pledges for sanctuary',
    themes: ['Good health', 'Good work'],
    refs: [
      ['A.1', 'A.2'],
      ['B.1', 'B.2'],
    ],
  },
  {
    name: 'priorities whose names stand on the next line, with Windows line ends',
    text: priorities,
    title: 'Fairmead Sanctuary Commitments',
    themes: ['Safe homes', 'Fair chances'],
    refs: [
      ['A1', 'A2'],
      ['B1', 'B2'],
    ],
  },
  {
    name: 'a web page with round bullets and other lists',
    text: bulletsWithO,
    title: 'Our promises to newcomers',
    themes: ['Getting about', 'Feeling at home'],
    refs: [
      ['1.1', '1.2'],
      ['2.1', '2.2'],
    ],
  },
  {
    name: 'two tables with the same head under headings',
    text: twoTables,
    title: 'Action plan',
    themes: ['Housing', 'Schools'],
    refs: [['1.1', '1.2'], ['2.1']],
  },
  {
    name: 'a table with the lead before the action and a theme column',
    text: leadFirst,
    format: 'TSV',
    title: 'Fairmead Equality Action Plan',
    themes: ['Culture', 'Work'],
    refs: [['1', '2'], ['3']],
  },
  {
    name: 'numbered headings with lists numbered anew',
    text: numberedLists,
    title: 'Fairmead Refugee Week to Refugee Year: our plan',
    themes: ['Public spaces', 'Public services'],
    refs: [
      ['1.1', '1.2'],
      ['2.1', '2.2', '2.3'],
    ],
  },
  {
    name: 'wrapped prose with unpunctuated bullets',
    text: wrappedProse,
    title: 'Sanctuary in Fairmead: a framework for the years ahead',
    themes: ['Health and wellbeing', 'Arts and leisure'],
    refs: [
      ['1.1', '1.2', '1.3'],
      ['2.1', '2.2'],
    ],
  },
  {
    name: 'rows with refs and no head',
    text: headlessRows,
    title: 'Fairmead plan of sanctuary',
    themes: ['Living well'],
    refs: [['S1.1', 'S1.2']],
  },
  {
    name: 'theme rows within a table whose head repeats',
    text: themeRows,
    title: 'Fairmead Sanctuary Plan',
    themes: ['Arrival', 'Settling'],
    refs: [['1.1', '1.2'], ['2.1']],
  },
  {
    name: 'sections of a web page with milestones, measures and differences',
    text: webSections,
    title: 'Our equality objectives',
    themes: ['Adult learning', 'Leisure and parks'],
    refs: [
      ['1.1', '1.2'],
      ['2.1', '2.2'],
    ],
  },
  {
    name: 'theme rows that head four columns, wrapped in two of them',
    text: labelledTables,
    title: null,
    themes: ['Council services', 'Homes'],
    refs: [['1.1', '1.2'], ['2.1']],
  },
  {
    name: 'actions with a label, a lead line and a timescale line',
    text: labelledActions,
    title: 'Fairmead Borough of Sanctuary Action Plan',
    themes: ['Welcome', 'Safety'],
    refs: [['1.1', '1.2'], ['2.1']],
  },
  {
    name: 'aligned columns without refs, under named themes',
    text: alignedWithoutRefs,
    title: 'Fairmead Sanctuary Strategy 2027',
    themes: ['Homes', 'Health'],
    refs: [['1.1', '1.2'], ['2.1']],
  },
  {
    name: 'headings in capitals over numbered lines',
    text: capitals,
    title: 'COUNCIL OF SANCTUARY COMMITMENTS',
    themes: ['HOUSING', 'HEALTH'],
    refs: [
      ['1.1', '1.2'],
      ['2.1', '2.2'],
    ],
  },
];
