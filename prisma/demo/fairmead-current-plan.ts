import type { DemoAction, DemoPlan } from './demo-data.ts';
import { dueWordsFrom } from './due-words.ts';

const ledBy = (name: string): Required<Pick<DemoAction, 'leadText' | 'leads'>> => ({
  leadText: name,
  leads: [{ role: 'ACCOUNTABLE', name }],
});

const customers = ledBy('Customers, Libraries and Digital');
const homes = ledBy('Homes and Neighbourhoods');
const jobs = ledBy('Jobs and Learning');
const health = ledBy('Adults, Health and Communities');
const children = ledBy('Children and Schools');

/** The plan in force: each action shows another state that an action can be in, on whichever day it is loaded. */
export function fairmeadCurrentPlan(today: string): DemoPlan {
  const { onDay, byMonth, inYear } = dueWordsFrom(today);

  return {
    slug: '2025-2028',
    title: 'Fairmead sanctuary action plan 2025 to 2028',
    summary:
      'An invented plan of an invented council. It shows what a live plan looks like when it is kept up to date, and when it is not.',
    kind: 'SANCTUARY',
    state: 'CURRENT',
    periodText: '2025-2028',
    adoptedText: 'April 2025',
    sourceUrl: 'https://example.org/fairmead/sanctuary-plan',
    coProductionNote:
      'Written over one winter by residents who have sought sanctuary, three local organisations and council staff, around the big table of Harbour Lane Kitchen.',
    supersedes: '2021-2024',
    wordedDaysAgo: 420,
    translations: [
      { language: 'ar', field: 'title', text: 'خطة فيرميد للملاذ 2025–2028', source: 'PERSON' },
      {
        language: 'ar',
        field: 'summary',
        text: 'خطة متخيّلة لمجلس متخيّل، تبيّن كيف تبدو الخطة حين تُحدَّث باستمرار وحين لا تُحدَّث.',
        source: 'PERSON',
      },
    ],
    themes: [
      {
        title: 'Welcome and information',
        detail: 'The first days in Fairmead, and being understood.',
        translations: [{ language: 'ar', field: 'title', text: 'الترحيب والمعلومات', source: 'PERSON' }],
        actions: [
          {
            title: 'Publish a welcome guide in six languages',
            detail: 'Produce it with people who have been newcomers themselves.',
            ...customers,
            dueText: byMonth(-4),
            milestones: [
              { title: 'Pages chosen with readers', dueText: byMonth(-9), metDaysAgo: 290 },
              { title: 'Guide printed', dueText: byMonth(-5), metDaysAgo: 160 },
            ],
            targets: [
              {
                kind: 'TARGET',
                statement: 'The guide exists in six languages',
                unit: 'languages',
                baselineValue: 0,
                targetValue: 6,
                dueText: byMonth(-4),
                measurements: [
                  { daysAgo: 250, value: 5, source: 'Print orders' },
                  {
                    daysAgo: 140,
                    value: 6,
                    source: 'Print orders',
                    sourceUrl: 'https://example.org/fairmead/data/guide',
                  },
                ],
              },
            ],
            reports: [
              {
                daysAgo: 240,
                status: 'IN_PROGRESS',
                whatHappened: 'Five languages are printed; readers are checking the sixth.',
                byRole: 'COUNCIL_OFFICER',
              },
              {
                daysAgo: 135,
                status: 'DONE',
                whatHappened:
                  'The guide lies in libraries, surgeries and schools in all six languages, and can be listened to online.',
                byRole: 'COUNCIL_OFFICER',
                evidence: [
                  {
                    kind: 'DOCUMENT',
                    title: 'Welcome guide',
                    url: 'https://example.org/fairmead/welcome-guide',
                    datedDaysAgo: 138,
                  },
                  {
                    kind: 'WEB_PAGE',
                    title: 'Listen to the guide',
                    url: 'https://example.org/fairmead/welcome-guide/listen',
                  },
                ],
                view: {
                  view: 'AGREES',
                  reason: 'The guide is good. Newcomers tell us that they use the bus pages most.',
                  daysAgo: 120,
                },
              },
            ],
            translations: [
              { language: 'ar', field: 'title', text: 'نشر دليل ترحيب بست لغات', source: 'PERSON' },
              {
                language: 'ar',
                field: 'detail',
                text: 'يُعدّ الدليل مع أشخاص كانوا هم أنفسهم قادمين جدداً.',
                source: 'COMMUNITY',
              },
            ],
          },
          {
            title: 'Provide an interpreter at every front desk',
            detail: 'By phone or screen within ten minutes, in person when booked.',
            ...customers,
            dueText: byMonth(6),
            milestones: [
              { title: 'Contract with the phone service signed', dueText: byMonth(-8), metDaysAgo: 260 },
              { title: 'Half of all desks connected', dueText: byMonth(-2), metDaysAgo: 75 },
              { title: 'All desks connected', dueText: byMonth(5) },
            ],
            targets: [
              {
                kind: 'TARGET',
                statement: 'All 12 front desks offer an interpreter',
                unit: 'desks',
                baselineValue: 0,
                targetValue: 12,
                dueText: byMonth(6),
                measurements: [
                  { daysAgo: 190, value: 5, source: 'Count by the desks' },
                  {
                    daysAgo: 25,
                    value: 8,
                    source: 'Count by the desks',
                    sourceUrl: 'https://example.org/fairmead/data/desks',
                  },
                ],
              },
            ],
            reports: [
              {
                daysAgo: 110,
                status: 'IN_PROGRESS',
                whatHappened: 'Five desks are connected, and staff there have practised with the phone line.',
                byRole: 'COUNCIL_OFFICER',
              },
              {
                daysAgo: 20,
                status: 'IN_PROGRESS',
                whatHappened: 'Eight of twelve desks now offer an interpreter. The housing desk comes next.',
                byRole: 'COUNCIL_OFFICER',
                evidence: [
                  {
                    kind: 'DATA',
                    title: 'Interpreter calls by month',
                    url: 'https://example.org/fairmead/data/interpreters',
                    datedDaysAgo: 22,
                  },
                ],
                view: {
                  view: 'PARTLY_AGREES',
                  reason: 'The desks are connected, but Tigrinya and Sorani often cannot be had before noon.',
                  daysAgo: 12,
                },
                response: {
                  text: 'We have asked the phone service for morning cover in both languages and will say here what comes of it.',
                  daysAgo: 8,
                },
                translations: [
                  {
                    language: 'ar',
                    field: 'whatHappened',
                    text: 'ثمانية مكاتب من أصل اثني عشر تقدّم الآن مترجماً شفوياً، ومكتب السكن هو التالي.',
                    source: 'MACHINE',
                  },
                ],
              },
            ],
            translations: [
              {
                language: 'ar',
                field: 'title',
                text: 'توفير مترجم شفوي في كل مكتب استقبال',
                source: 'COMMUNITY',
              },
            ],
          },
          {
            title: 'Rewrite the twenty most common letters in plain language',
            ...customers,
            dueText: byMonth(-2),
            reports: [
              {
                daysAgo: 28,
                status: 'DELAYED',
                whatHappened: 'Nine letters are ready. The rest wait for a new printing system.',
                byRole: 'COUNCIL_OFFICER',
                evidence: [
                  {
                    kind: 'DOCUMENT',
                    title: 'Two letters, before and after',
                    url: 'https://example.org/fairmead/letters',
                  },
                ],
                view: {
                  view: 'DISAGREES',
                  reason:
                    'The letters about council tax are counted as ready; we found them as hard to read as before.',
                  daysAgo: 15,
                },
                response: {
                  text: 'We test the council tax letters again with readers before we count them.',
                  daysAgo: 6,
                },
              },
            ],
          },
          {
            title: 'Explore a single phone line for people new to Fairmead',
            detail: 'Consider what it would cost and who could run it.',
            ...customers,
            dueText: byMonth(-3),
            reports: [
              {
                daysAgo: 118,
                status: 'DONE',
                whatHappened:
                  'The options were compared and published. The cheapest one adds a menu in four languages to the line that exists.',
                byRole: 'COUNCIL_OFFICER',
                evidence: [
                  {
                    kind: 'DOCUMENT',
                    title: 'Phone line: options and costs',
                    url: 'https://example.org/fairmead/phone-line',
                    datedDaysAgo: 119,
                  },
                ],
                view: {
                  view: 'AGREES',
                  reason: 'The study is thorough. We now ask for a decision.',
                  daysAgo: 100,
                },
              },
            ],
            translations: [
              {
                language: 'ar',
                field: 'title',
                text: 'دراسة إمكانية خط هاتفي واحد للقادمين الجدد إلى فيرميد',
                source: 'MACHINE',
              },
            ],
          },
          {
            title: 'Continue the weekly Welcome Morning in the market hall',
            leadText: 'Fairmead Welcome Network with Customers, Libraries and Digital',
            leads: [
              { role: 'ACCOUNTABLE', name: 'Fairmead Welcome Network' },
              { role: 'PARTNER', name: 'Customers, Libraries and Digital' },
            ],
            dueText: 'ongoing',
            reports: [
              {
                daysAgo: 45,
                status: 'IN_PROGRESS',
                whatHappened: 'It took place every week. A play corner was added, and tea is still free.',
                byRole: 'COUNCIL_OFFICER',
                view: { view: 'AGREES', daysAgo: 30 },
              },
            ],
          },
        ],
      },
      {
        title: 'English and work',
        translations: [
          { language: 'ar', field: 'title', text: 'اللغة الإنجليزية والعمل', source: 'COMMUNITY' },
        ],
        targets: [
          {
            kind: 'OUTCOME',
            statement: 'More learners say that they manage daily life in English',
            unit: '%',
            baselineValue: 41,
            targetValue: 60,
            forWhom: 'Learners in council classes',
            dueText: 'Year 3',
            measurements: [
              { daysAgo: 430, value: 43, source: 'Learner survey' },
              { daysAgo: 250, value: 42, source: 'Learner survey' },
              { daysAgo: 70, value: 48, source: 'Learner survey' },
            ],
          },
        ],
        actions: [
          {
            title: 'Create 200 new places in English classes',
            detail: 'Provide half of them in the evening or at weekends.',
            leadText: 'Jobs and Learning, in partnership with Fairmead Open College and others',
            leads: [
              { role: 'ACCOUNTABLE', name: 'Jobs and Learning' },
              { role: 'PARTNER', name: 'Fairmead Open College' },
              { role: 'OTHERS_NOT_NAMED', name: 'others' },
            ],
            dueText: 'Year 2',
            targets: [
              {
                kind: 'TARGET',
                statement: '200 new places are open',
                unit: 'places',
                baselineValue: 0,
                targetValue: 200,
                dueText: 'Year 2',
                shares: [
                  {
                    statement: '50% of them are in the evening or at weekends',
                    targetValue: 50,
                    forWhom: 'Learners who work or care for others by day',
                    measurements: [
                      { daysAgo: 200, value: 20, source: 'College enrolments' },
                      { daysAgo: 115, value: 26, source: 'College enrolments' },
                      { daysAgo: 35, value: 38, source: 'College enrolments' },
                    ],
                  },
                ],
                measurements: [
                  { daysAgo: 200, value: 60, source: 'College enrolments' },
                  { daysAgo: 115, value: 85, source: 'College enrolments' },
                  {
                    daysAgo: 35,
                    value: 130,
                    source: 'College enrolments',
                    sourceUrl: 'https://example.org/open-college/enrolments',
                  },
                ],
              },
            ],
            reports: [
              {
                daysAgo: 33,
                status: 'IN_PROGRESS',
                whatHappened:
                  '130 of 200 places are open. Evening classes fill up first, so the next ones are all evening classes.',
                byRole: 'COUNCIL_OFFICER',
                evidence: [
                  {
                    kind: 'DATA',
                    title: 'Enrolments by term',
                    url: 'https://example.org/open-college/enrolments',
                    datedDaysAgo: 35,
                  },
                ],
              },
            ],
            translations: [
              {
                language: 'ar',
                field: 'title',
                text: 'إتاحة 200 مقعد جديد في دروس اللغة الإنجليزية',
                source: 'PERSON',
              },
            ],
          },
          {
            title: 'Offer mentors to people with qualifications from abroad',
            ...jobs,
            dueText: byMonth(9),
            targets: [
              {
                kind: 'TARGET',
                statement: '30 people a year work in their own profession again',
                unit: 'people',
                targetValue: 30,
                dueText: byMonth(9),
                measurements: [{ daysAgo: 60, isFewerThanFive: true, source: 'Mentors, added up' }],
              },
            ],
            reports: [
              {
                daysAgo: 55,
                status: 'IN_PROGRESS',
                whatHappened: 'Mentors from eleven trades have joined, and the first pairs have met.',
                byRole: 'COUNCIL_OFFICER',
              },
            ],
          },
          {
            title: 'Set up paid work placements in the council',
            ...jobs,
            dueText: inYear('summer', -1),
            reports: [
              {
                daysAgo: 25,
                status: 'NOT_STARTED',
                whatHappened: 'Work begins when the post that is to run it has been filled.',
                byRole: 'COUNCIL_OFFICER',
              },
            ],
          },
          {
            title: 'Review how travel costs keep people from class',
            detail: 'Consider tickets, bicycles and classes nearer to home.',
            ...jobs,
          },
          {
            title: 'Hold a breakfast for employers every year',
            ...jobs,
            dueText: 'annual',
            reports: [
              {
                daysAgo: 205,
                status: 'IN_PROGRESS',
                whatHappened: 'The first breakfast brought 34 firms to the town hall.',
                byRole: 'COUNCIL_OFFICER',
                evidence: [
                  {
                    kind: 'NEWS',
                    title: 'Breakfast brings employers and job seekers together',
                    url: 'https://example.org/news/breakfast',
                    datedDaysAgo: 207,
                  },
                ],
                view: { view: 'AGREES', reason: 'Well attended and well meant.', daysAgo: 180 },
              },
            ],
          },
        ],
      },
      {
        title: 'A safe home',
        actions: [
          {
            title: 'Create a moving-on service for people who have just been granted status',
            detail: 'Provide advice on renting, a deposit and the first furniture.',
            leadText: 'Homes and Neighbourhoods, in partnership with Fairmead Welcome Network',
            leads: [
              { role: 'ACCOUNTABLE', name: 'Homes and Neighbourhoods' },
              { role: 'PARTNER', name: 'Fairmead Welcome Network' },
            ],
            dueText: byMonth(4),
            wordedDaysAgo: 150,
            earlier: [
              {
                title: 'Create a moving-on service',
                detail: 'Provide advice on renting.',
                ...health,
                dueText: byMonth(-8),
                daysAgo: 420,
              },
              {
                title: 'Create a moving-on service',
                detail: 'Provide advice on renting and a deposit.',
                ...homes,
                dueText: byMonth(-1),
                daysAgo: 300,
              },
            ],
            reports: [
              {
                daysAgo: 145,
                status: 'DELAYED',
                whatHappened: 'The service moved to another department, and its date moved with it.',
                byRole: 'COUNCIL_OFFICER',
                view: {
                  view: 'DISAGREES',
                  reason: 'Two new dates in one year. Nobody told us before the change.',
                  daysAgo: 130,
                },
                response: {
                  text: 'We should have told the group first, and will from now on.',
                  daysAgo: 122,
                },
              },
              {
                daysAgo: 40,
                status: 'IN_PROGRESS',
                whatHappened: 'Two advisers have started, and the deposit fund is open.',
                byRole: 'COUNCIL_OFFICER',
              },
            ],
          },
          {
            title: 'Train every housing adviser in the asylum and resettlement systems',
            ...homes,
            dueText: byMonth(2),
            targets: [
              {
                kind: 'TARGET',
                statement: '100% of housing advisers are trained',
                unit: '%',
                baselineValue: 15,
                targetValue: 100,
                forWhom: 'Housing advisers',
                dueText: byMonth(2),
                measurements: [
                  { daysAgo: 170, value: 55, source: 'Training records' },
                  { daysAgo: 50, value: 88, source: 'Training records' },
                ],
              },
            ],
            reports: [
              {
                daysAgo: 58,
                status: 'DONE',
                whatHappened: 'All advisers have been trained.',
                byRole: 'COUNCIL_OFFICER',
                view: {
                  view: 'DISAGREES',
                  reason: 'Advisers at the east office told us that they had no training yet.',
                  daysAgo: 52,
                },
                response: { text: 'The group is right. The report has been corrected.', daysAgo: 48 },
              },
              {
                daysAgo: 48,
                status: 'IN_PROGRESS',
                whatHappened:
                  '88% of the advisers have been trained. The east office was left out of the first count.',
                byRole: 'COUNCIL_OFFICER',
                corrects: 0,
                evidence: [
                  {
                    kind: 'DATA',
                    title: 'Training records by office',
                    url: 'https://example.org/fairmead/data/training',
                    datedDaysAgo: 50,
                  },
                ],
              },
            ],
          },
          {
            title: 'Develop a charter for fair landlords',
            ...homes,
            dueText: byMonth(-6),
            reports: [
              {
                daysAgo: 95,
                status: 'STOPPED',
                whatHappened: 'Too few landlords would sign. The money goes into the deposit fund instead.',
                byRole: 'COUNCIL_OFFICER',
                evidence: [
                  {
                    kind: 'MINUTES',
                    title: 'Housing committee minutes',
                    url: 'https://example.org/fairmead/minutes/charter',
                    datedDaysAgo: 97,
                  },
                ],
                view: {
                  view: 'DISAGREES',
                  reason: 'Only the largest landlords were asked. We would have begun with the small ones.',
                  daysAgo: 80,
                },
              },
            ],
          },
          {
            title: 'Map what households in temporary homes lack',
            detail: 'Investigate laundry, cooking, quiet and the way to school.',
            dueText: byMonth(-3),
          },
          {
            title: 'Provide starter boxes for first homes',
            dueText: inYear('summer', 1),
            reports: [
              {
                daysAgo: 5,
                status: 'IN_PROGRESS',
                whatHappened:
                  'Draft: the list of what goes into a box is being agreed with Harbour Lane Kitchen.',
                byRole: 'COUNCIL_OFFICER',
                isDraft: true,
              },
            ],
          },
        ],
      },
      {
        title: 'Health and wellbeing',
        actions: [
          {
            title: 'Support all GP practices to register people without proof of address',
            leadText:
              'Adults, Health and Communities, in partnership with Fairmead Health Partnership and other services',
            leads: [
              { role: 'ACCOUNTABLE', name: 'Adults, Health and Communities' },
              { role: 'PARTNER', name: 'Fairmead Health Partnership' },
              { role: 'OTHERS_NOT_NAMED', name: 'other services' },
            ],
            dueText: inYear('Q2', 1),
            targets: [
              {
                kind: 'TARGET',
                statement: 'All 14 practices register without proof of address',
                unit: 'practices',
                baselineValue: 6,
                targetValue: 14,
                dueText: inYear('Q2', 1),
                measurements: [{ daysAgo: 30, value: 10, source: 'Test visits by volunteers' }],
              },
            ],
            reports: [
              {
                daysAgo: 29,
                status: 'IN_PROGRESS',
                whatHappened: 'Ten of fourteen practices now register people whatever papers they hold.',
                byRole: 'COUNCIL_OFFICER',
                view: {
                  view: 'AGREES',
                  reason: 'Our own visits found the same ten practices.',
                  daysAgo: 18,
                },
                response: {
                  text: 'Thank you for the visits. We share them with the other four.',
                  daysAgo: 10,
                },
              },
            ],
          },
          {
            title: 'Introduce walking groups in all three parks',
            ...health,
            dueText: byMonth(3),
            reports: [
              {
                daysAgo: 115,
                status: 'IN_PROGRESS',
                whatHappened:
                  'Groups walk in two parks every Tuesday, with volunteers who speak five languages.',
                byRole: 'COUNCIL_OFFICER',
                view: {
                  view: 'AGREES',
                  reason: 'Members of the group have walked along and liked it.',
                  daysAgo: 105,
                },
              },
              {
                daysAgo: 15,
                status: 'DELAYED',
                whatHappened: 'The third park is closed for building works until spring.',
                byRole: 'COUNCIL_OFFICER',
              },
            ],
          },
          {
            title: 'Maintain the walk-in vaccine clinics',
            ...health,
            dueText: 'medium term',
            reports: [
              {
                daysAgo: 155,
                status: 'IN_PROGRESS',
                whatHappened: 'Twelve clinics were held, four of them in places of worship.',
                byRole: 'COUNCIL_OFFICER',
              },
            ],
          },
          {
            title: 'Investigate how long people wait for talking therapy in their own language',
            ...health,
            dueText: onDay(0),
            reports: [
              {
                daysAgo: 62,
                status: 'IN_PROGRESS',
                whatHappened: 'Four providers have sent their waiting times; two are still to answer.',
                byRole: 'COUNCIL_OFFICER',
              },
            ],
          },
          {
            title: 'Ensure that pharmacies know where to find an interpreter',
            leadText: 'To be agreed with Fairmead Health Partnership',
            leads: [{ role: 'PARTNER', name: 'Fairmead Health Partnership' }],
          },
        ],
      },
      {
        title: 'Voice and belonging',
        translations: [{ language: 'ar', field: 'title', text: 'الصوت والانتماء', source: 'MACHINE' }],
        actions: [
          {
            title: 'Establish a steering group with paid seats for lived experience',
            leadText: 'Adults, Health and Communities and Fairmead Welcome Network',
            leads: [
              { role: 'ACCOUNTABLE', name: 'Adults, Health and Communities' },
              { role: 'ACCOUNTABLE', name: 'Fairmead Welcome Network' },
            ],
            dueText: byMonth(-7),
            milestones: [
              { title: 'Terms of reference agreed', dueText: byMonth(-12), metDaysAgo: 375 },
              { title: 'Half of the seats held by people with lived experience', metDaysAgo: 300 },
              { title: 'First public meeting', dueText: byMonth(-7), metDaysAgo: 225 },
            ],
            reports: [
              {
                daysAgo: 220,
                status: 'DONE',
                whatHappened:
                  'The group has met in public. Seats are paid by the hour; travel and childcare are covered.',
                byRole: 'COUNCIL_OFFICER',
                evidence: [
                  {
                    kind: 'MINUTES',
                    title: 'Minutes of the first public meeting',
                    url: 'https://example.org/fairmead/minutes/steering-group',
                    datedDaysAgo: 225,
                  },
                ],
                view: { view: 'AGREES', reason: 'We exist, and we are paid on time.', daysAgo: 210 },
              },
            ],
            translations: [
              {
                language: 'ar',
                field: 'title',
                text: 'إنشاء مجموعة توجيهية بمقاعد مدفوعة الأجر لأصحاب التجربة',
                source: 'PERSON',
              },
            ],
          },
          {
            title: 'Launch a fund of £40,000 for small local projects',
            leadText: 'Fairmead Welcome Network, in partnership with Harbour Lane Kitchen',
            leads: [
              { role: 'ACCOUNTABLE', name: 'Fairmead Welcome Network' },
              { role: 'PARTNER', name: 'Harbour Lane Kitchen' },
            ],
            dueText: onDay(9),
            milestones: [
              { title: 'Rules written with residents', dueText: byMonth(-3), metDaysAgo: 88 },
              { title: 'First grants paid', dueText: onDay(9) },
            ],
            targets: [
              {
                kind: 'TARGET',
                statement: '£40,000 is granted',
                unit: '£',
                baselineValue: 0,
                targetValue: 40_000,
                dueText: byMonth(5),
                shares: [
                  {
                    statement: '60% of the money goes to groups led by people who have sought sanctuary',
                    targetValue: 60,
                    forWhom: 'Groups led by people who have sought sanctuary',
                  },
                ],
                measurements: [{ daysAgo: 14, value: 0, source: 'Grant ledger' }],
              },
            ],
            reports: [
              {
                daysAgo: 14,
                status: 'IN_PROGRESS',
                whatHappened: 'The fund is open and 23 groups have applied. A panel of residents decides.',
                byRole: 'COUNCIL_OFFICER',
                evidence: [
                  {
                    kind: 'NEWS',
                    title: 'Small projects invited to apply',
                    url: 'https://example.org/news/small-grants',
                    datedDaysAgo: 16,
                  },
                ],
              },
            ],
          },
          {
            title: 'Continue and expand Refugee Week',
            detail: 'Introduce a stage on the market square.',
            leadText: 'Customers, Libraries and Digital, together with community groups',
            leads: [
              { role: 'ACCOUNTABLE', name: 'Customers, Libraries and Digital' },
              { role: 'OTHERS_NOT_NAMED', name: 'community groups' },
            ],
            dueText: inYear('throughout', 1),
            reports: [
              {
                daysAgo: 80,
                status: 'IN_PROGRESS',
                whatHappened: 'Dates for next year are set, and the stage has been booked.',
                byRole: 'COUNCIL_OFFICER',
              },
            ],
          },
          {
            title: 'Work with schools on becoming Schools of Sanctuary, and publish a yearly account',
            ...children,
            strengths: ['DELIVER'],
            wordedDaysAgo: 100,
            earlier: [
              {
                title: 'Work with schools on becoming Schools of Sanctuary',
                ...children,
                daysAgo: 420,
              },
            ],
          },
        ],
      },
    ],
  };
}
