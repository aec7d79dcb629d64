/** One invented plan in three languages, as its rows; every format has to give the same draft of it. */
export const fairmeadPlan = {
  title: 'Fairmead welcome plan 2027-2030',
  foreword: 'Fairmead has welcomed newcomers for two centuries, and will go on doing so.',
  heads: ['Ref', 'Action', 'Lead', 'Timescale'],
  themes: [
    {
      title: 'A warm arrival',
      rows: [
        [
          '1.1',
          'Open a welcome point at the bus station. Staff it on weekday mornings.',
          'Customer Services',
          'By March 2027',
        ],
        [
          '1.2',
          'Find ten houses for families who arrive this year, and furnish each of them with the help of the three reuse shops in the town.',
          'Housing, with Legal and other teams',
          'Autumn 2027',
        ],
        ['1.3', 'Print a town map in the six most spoken languages.', 'Communications', 'ongoing'],
      ],
    },
    {
      title: 'تعلم اللغة معا',
      rows: [
        ['2.1', 'سننظم دروسا مسائية مجانية في كل مكتبة.', 'Libraries', 'September 2027'],
        ['2.2', 'سنعير الحواسيب المحمولة للمتعلمين.', 'فريق المكتبات', '2028'],
      ],
    },
    {
      title: 'Здоров’я та спокій',
      rows: [
        [
          '3.1',
          'Ми навчимо кожного працівника реєстратури привітно зустрічати новоприбулих.',
          'Public Health',
          'By May 2028',
        ],
        [
          '3.2',
          'Ми запросимо лікарів говорити українською двічі на місяць.',
          'Служба здоров’я',
          'Summer 2028',
        ],
      ],
    },
  ],
} as const;

export const fairmeadRows = fairmeadPlan.themes.flatMap(({ title, rows }) =>
  rows.map(([ref, action, lead, due]) => ({ theme: title, ref, action, lead, due })),
);
