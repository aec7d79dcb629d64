import type { DemoPlan, DemoTarget } from './demo-data.ts';

const target = (statement: string, rest: Partial<DemoTarget> = {}): DemoTarget => ({
  kind: 'TARGET',
  statement,
  ...rest,
});

const outcome = (statement: string, rest: Partial<DemoTarget> = {}): DemoTarget => ({
  kind: 'OUTCOME',
  statement,
  ...rest,
});

/** One part of Islington's wider equality strategy; its targets belong to service areas, not to single actions. */
export const islingtonEqualityPlan: DemoPlan = {
  slug: 'equality-service-provider-2021',
  title: 'Islington as a service provider and commissioner',
  summary:
    'The part of the equality strategy that concerns services which the council runs or buys. Its dates lie in 2021; it does not say for how long it holds.',
  kind: 'RELATED',
  state: 'CURRENT',
  refsAreDerived: true,
  themes: [
    {
      title: 'Community wealth building',
      actions: [
        {
          title: 'Develop business support for entrepreneurs from under-represented groups',
          detail:
            'A network of their own and training resources are for them and for minority owners, so that more people start firms that last.',
        },
        {
          title: 'Provide tailored help to find work through the Islington Working partnership',
          detail:
            'It is for groups with extra barriers: Black, Asian and Minority Ethnic communities, disabled people, parents and young people.',
        },
        {
          title: 'Ensure that contracts for Affordable Workspaces set targets that benefit residents',
          detail:
            'Jobs, training or help for new entrepreneurs from under-represented groups count as benefits. The network of workspaces is still growing.',
        },
        {
          title: 'Introduce and embed strong guidance on equality for awarding contracts',
          detail:
            'Suppliers of goods and services are assessed on how actively they promote diversity and equality, along the whole supply chain.',
        },
        {
          title: 'Undertake an audit of how Black, Asian and Minority Ethnic groups use community assets',
          detail:
            'It belongs to a rolling review of buildings and other assets. Find what keeps groups out and create chances for communities to benefit more.',
        },
      ],
      targets: [
        target('Network and training resources for entrepreneurs are in place', {
          dueText: 'by summer 2021',
        }),
        target(
          'Data shows how many people were helped into work and whom else COVID-19 has hit, and provision changes where need is unmet',
        ),
        target('Two more affordable workspaces are open', {
          unit: 'affordable workspaces',
          targetValue: 2,
          dueText: 'by autumn 2021',
        }),
        target(
          'Social value guidance for the procurement strategy is agreed, with targets that can be checked',
          {
            dueText: 'by summer 2021',
          },
        ),
        target('Council assets have been reviewed', { dueText: 'by the end of 2021' }),
        outcome('1,000 people find new work through Islington Working', {
          unit: 'people',
          targetValue: 1000,
          shares: [
            {
              statement: '50% of them from Black, Asian and Minority Ethnic backgrounds',
              targetValue: 50,
              forWhom: 'People from Black, Asian and Minority Ethnic backgrounds',
            },
          ],
        }),
        outcome(
          'More social impact start-ups in affordable workspaces are led by under-represented entrepreneurs',
        ),
        outcome('The council supports more minority-owned businesses'),
        outcome('Suppliers and partners clearly share the aim of social value in services'),
        outcome('Diverse community groups use council assets more'),
      ],
    },
    {
      title: 'Environment and regeneration',
      actions: [
        {
          title: 'Work with diverse communities when People Friendly Streets are designed',
          detail:
            'The programme should weigh what every disadvantaged group needs and still keep to net zero by 2030.',
        },
        {
          title: 'Analyse who uses leisure centres, and develop targeted offers and outreach',
          detail: 'People with the greatest health inequalities should get better access to leisure.',
        },
        {
          title: 'Ensure a fair share of the SHINE energy programme through targeted communications',
          detail:
            'SHINE brings affordable energy to people in need; Black, Asian and Minority Ethnic communities should gain from it as much as others.',
        },
        {
          title: 'Consult residents and analyse park data to understand and remove barriers',
          detail: 'Parks and open spaces do not do every resident the same good.',
        },
        {
          title: "Build up and develop the department's existing work on equality",
          detail:
            'The Equalities and Fairness Board gets a reviewed, formal role; there are to be more Fairness Champions, and the Learning and Development programme helps Black, Asian and Minority Ethnic staff to progress.',
        },
        {
          title: 'Take a zero tolerance approach to hate crime',
          detail:
            'Tenancy management, making charges public and the plan of the Hate Crime Strategy are among the tools.',
        },
        {
          title: 'Raise awareness of hate incidents and of how to report them',
          detail:
            'Community champions and events spread the word, because much is never reported. Residents should trust services enough to report and know what support there is.',
        },
      ],
      targets: [
        target(
          'Every People Friendly Streets scheme is surveyed, more schemes improve access physically, and those who answer mirror the population',
        ),
        target(
          'Targeted leisure programmes exist, with set targets for more Black, Asian and Minority Ethnic users',
        ),
        target(
          'Targets are set for SHINE referrals by Black, Asian and Minority Ethnic residents, and targeted communications are finished',
          { dueText: 'by summer 2021' },
        ),
        target(
          'Parks for Health has a plan for communities hit hardest by COVID-19, among them Black, Asian and Minority Ethnic residents',
        ),
        target(
          '25% of frontline staff take up the Learning and Development programme; Black, Asian and Minority Ethnic staff and frontline staff are better represented there and on the Equality and Fairness Board',
          { unit: '%', targetValue: 25, forWhom: 'Frontline staff' },
        ),
        target(
          'Community champions for reporting hate crime are in place, with events in Hate Crime Awareness Week',
        ),
        outcome(
          'People Friendly Streets do no harm to people with protected characteristics and open active travel to them',
        ),
        outcome(
          'People with the greatest health inequalities use leisure and parks more, checked against baselines and targets',
          { dueText: 'in 2021' },
        ),
        outcome('2,500 different customers are referred through SHINE', {
          unit: 'referrals',
          targetValue: 2500,
          dueText: 'in 2021',
          shares: [
            {
              statement:
                '30% of those who take it up are Black, Asian and Minority Ethnic residents, as in the population',
              targetValue: 30,
              forWhom: 'Black, Asian and Minority Ethnic residents',
            },
          ],
        }),
        outcome(
          'The directorate deals better with equality issues, and involves Black, Asian and Minority Ethnic staff and frontline staff more',
        ),
        outcome('Police record more positive outcomes for hate crime offences'),
        outcome('All categories of hate crime are reported more often'),
      ],
    },
    {
      title: 'Housing',
      actions: [
        {
          title: 'Give staff the chance to develop an equalities action plan for the department',
          detail:
            'The Housing Ambassadors programme also lets them present projects that improve services and lessen inequality.',
        },
        {
          title: 'Provide unconscious bias training across the department',
          detail: 'Staff should be more aware of bias and more confident in how they meet communities.',
        },
        {
          title: 'Hold surgeries in many faith and community places to prevent homelessness',
          detail:
            'They are to lower the risk of homelessness in Black, Asian and Minority Ethnic communities.',
        },
        {
          title: 'Work intensively with people who have long slept rough',
          detail:
            'The aim is to meet their complex needs and bring them off the street; drug users who live there are helped into treatment.',
        },
        {
          title: 'Review lettings data for effects on people with protected characteristics',
          detail: 'Nobody should be at a disadvantage because of them when applying for a home.',
        },
        {
          title: 'Encourage women to apply for apprenticeships in the in-house repairs team',
          detail: 'Outreach in schools and among residents offers taster sessions in DIY and single trades.',
        },
      ],
      targets: [
        target(
          '24 staff have finished the Housing Ambassadors programme; the equalities action plan follows in the coming months, and projects to carry it out go to the Housing Management Team in 2021',
          { unit: 'staff', targetValue: 24, dueText: 'by March 2021' },
        ),
        target('100% of the department has done unconscious bias training', {
          unit: '%',
          targetValue: 100,
          forWhom: 'Department staff',
          dueText: 'by summer 2021',
        }),
        target('Homelessness surgeries start again, online, after COVID-19 halted them', {
          dueText: 'in 2021',
        }),
        target('Lettings data is reviewed, so that the way homes are allocated harms no protected group', {
          dueText: 'annual',
        }),
        outcome('Housing services have taken up what the Equality and Diversity Project recommends'),
        outcome(
          'Staff are more aware of implicit bias and all are surer in cultural awareness and competence',
        ),
        outcome(
          'The council knows Black, Asian and Minority Ethnic communities better, sees their housing issues early and lowers the risk of homelessness',
        ),
        outcome('Regular street counts find fewer rough sleepers'),
        outcome('The in-house workforce comes closer to the diversity of residents'),
      ],
    },
    {
      title: 'Support for adults',
      actions: [
        {
          title: 'Ensure information comes in the language residents prefer and is easy to read',
          detail: 'It is also to be digitally inclusive.',
        },
        {
          title: 'Ensure that resident forums represent the whole community',
          detail: 'Improve the ways to give feedback, so that strategies take diverse needs into account.',
        },
        {
          title: 'Improve data on who gets adult social care and how they find it',
          detail:
            'Answers to the annual survey and to questionnaires at the end of a service are included. All communities should have equal access.',
        },
        {
          title: 'Set up a Quality Assurance framework that senior managers use',
          detail:
            'It makes adult social care accountable for equality, diversity and inclusion. Services bought from others and key partners can help.',
        },
        {
          title: 'Ensure every COVID-19 recovery plan gives special attention to groups hit hardest',
        },
      ],
      targets: [
        target(
          'Stakeholders have helped to develop and agree accessible, inclusive information on services',
          {
            dueText: 'by the end of 2021',
          },
        ),
        target(
          'Forums represent residents better, and a "You said, we did, we will do together" mechanism supports inclusion',
          { dueText: 'by autumn 2021' },
        ),
        target(
          'A Quality Assurance framework for adult social care is in place, and policies that are new, changed or reviewed clearly advance equality, diversity and inclusion',
          { dueText: 'by the end of 2021' },
        ),
        target('Each COVID-19 recovery plan names the effects on disadvantaged groups'),
        outcome(
          'Information comes in many formats; residents know more and feel more in charge of their lives',
        ),
        outcome(
          'Co-production always includes diverse residents, whatever their protected characteristics and their social or economic background',
        ),
        outcome('Better evidence shows inequalities and guides planning, so that help comes early'),
        outcome(
          'Adult social care, run or commissioned, becomes exemplary in meeting diverse needs, or is rated as Outstanding in it by the Care Quality Commission',
        ),
      ],
    },
    {
      title: 'Support for children, young people, and families',
      actions: [
        {
          title: 'Target minority groups and disadvantaged families to raise use of Early Years services',
          detail:
            'Some who have young children do not know the joint health and education offers or do not use them.',
        },
        {
          title: 'Increase the promotion of Library Services and access to them',
          detail:
            'Free WiFi and printing lessen digital exclusion. All children and young people should be able to learn remotely and find good resources online.',
        },
        {
          title: 'Deliver the multi-agency Somali community plan',
          detail:
            'The partners are to respond well to a community that reports feeling on the margins in education, employment, justice and elsewhere.',
        },
        {
          title: 'Implement a placement board on children in care',
          detail:
            'Children of Black African, Black Caribbean and Mixed parentage are in care disproportionately often; the board is to understand why and what can be done.',
        },
        {
          title: 'Continue the disproportionality plan that followed research with City University',
          detail:
            'Stop and search gets more focus, as it falls disproportionately on Black, Asian and Minority Ethnic youth. Workshops of police officers with young people are to lessen mistrust.',
        },
      ],
      targets: [
        target(
          'Use of Library and Early Years services is analysed by ethnicity, and actions reach out to under-represented groups',
        ),
        target('The placement board on Children Looked After is at work', { dueText: 'by summer 2021' }),
        target('Workshops of senior police officers with young people go on', { dueText: 'throughout 2021' }),
        outcome(
          'Children and families of lower socioeconomic groups use Library Services more: membership and visits rise, and with them access to digital services',
        ),
        outcome(
          'More Somali young people and families use early help and prevention; fewer in the community fall victim to Modern Slavery',
        ),
        outcome(
          'Fewer children become looked after, above all of Black African, Black Caribbean and Mixed parentage',
        ),
        outcome(
          'Police stop and search fewer children and young people of certain ethnic backgrounds, and fewer from Black, Asian and Minority Ethnic groups enter youth justice',
        ),
      ],
    },
    {
      title: 'Public health',
      actions: [
        {
          title: 'Implement the recording of ethnicity when a death is registered',
          detail:
            'It goes beyond the national requirement and helps to understand how unevenly COVID-19 struck Black, Asian and Minority Ethnic communities.',
        },
        {
          title: 'Carry out workshops on why good data about protected characteristics matters',
          detail: 'They are for colleagues in the council and partners in health and care.',
        },
        {
          title: 'Work with providers to engage groups at high risk',
          detail:
            'The Diabetes Prevention Programme and other early help should be accessible to Black, Asian and Minority Ethnic communities.',
        },
        {
          title: 'Complete an audit of how commissioned services watch over equality',
          detail:
            'Workforce, what is offered, complaints, incidents and deaths in service are covered. Plans for weak points are developed together.',
        },
      ],
      targets: [
        target('Public Health commitments are refined to take in more than the COVID-19 response', {
          dueText: 'until March 2021',
        }),
        target(
          'Data needs of other departments are reviewed, to see where shared tools and workshops would help',
        ),
        target(
          'Use of the Diabetes Prevention Programme is assessed; a baseline and a target are set for the percentage of Black, Asian and Minority Ethnic people who start and finish it',
        ),
        target('Commissioned services have had their equality audit, in regular contact with providers', {
          dueText: 'in 2021',
        }),
        outcome(
          'What COVID-19 has done to local communities is better understood and shapes services and communications',
        ),
        outcome(
          'Better, more consistent data on protected characteristics shows where health is unequal and lets the system respond',
        ),
        outcome(
          'A higher percentage of Black, Asian and Minority Ethnic groups engages successfully with early help such as the Diabetes Prevention Programme',
        ),
        outcome(
          'Staff and users of every community report better experiences of the NHS, local government, integrated care and commissioned services',
        ),
      ],
    },
  ],
};
