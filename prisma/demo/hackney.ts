import type { DemoAction, DemoCouncil } from './demo-data.ts';
import { hackneyServices } from './hackney-services.ts';
import { hackneySteeringGroup } from './hackney-steering-group.ts';
import { libraryAttribution } from './libraries.ts';

type Leads = Required<Pick<DemoAction, 'leadText' | 'leads'>>;

const adultsName = 'Adults, Health, and Integration';
const childrenName = 'Children and Education';
const housingName = 'Housing, Climate, and Economy';

const ledBy = (name: string): Leads => ({ leadText: name, leads: [{ role: 'ACCOUNTABLE', name }] });

const adults = ledBy(adultsName);
const children = ledBy(childrenName);
const housing = ledBy(housingName);
const finance = ledBy('Finance and Corporate Resources');
const chiefExecutive = ledBy("Chief Executive's Directorate");

const adultsWithOthers: Leads = {
  leadText: 'Adults, Health, and Integration, in partnership with other services',
  leads: [
    { role: 'ACCOUNTABLE', name: adultsName },
    { role: 'OTHERS_NOT_NAMED', name: 'other services' },
  ],
};

const adultsWithHousingAndOthers: Leads = {
  leadText:
    'Adults, Health, and Integration, in partnership with Housing, Climate, and Economy and other services',
  leads: [
    { role: 'ACCOUNTABLE', name: adultsName },
    { role: 'PARTNER', name: housingName },
    { role: 'OTHERS_NOT_NAMED', name: 'other services' },
  ],
};

const adultsWithChildren: Leads = {
  leadText: 'Adults, Health, and Integration with Children and Education',
  leads: [
    { role: 'ACCOUNTABLE', name: adultsName },
    { role: 'PARTNER', name: childrenName },
  ],
};

/** Hackney's plan and the group that wrote it, as published: no dates, no targets, nothing reported. */
export const hackney: DemoCouncil = {
  slug: 'hackney',
  name: 'Hackney Council',
  kind: 'BOROUGH',
  officialCode: 'E09000012',
  organisations: [
    { name: adultsName, kind: 'DEPARTMENT' },
    { name: childrenName, kind: 'DEPARTMENT' },
    { name: "Chief Executive's Directorate", kind: 'DEPARTMENT' },
    { name: 'Finance and Corporate Resources', kind: 'DEPARTMENT' },
    { name: housingName, kind: 'DEPARTMENT' },
    // The plan calls these five "voluntary sector partners" and does not say which are registered charities.
    { name: 'Derman', kind: 'COMMUNITY_GROUP' },
    { name: 'English for Action', kind: 'COMMUNITY_GROUP' },
    { name: 'Foreign Affairs', kind: 'COMMUNITY_GROUP' },
    { name: 'Hackney CVS', kind: 'COMMUNITY_GROUP' },
    { name: 'WHEAT Mentor Support', kind: 'COMMUNITY_GROUP' },
    { name: 'Hackney Refugee and Migrant Forum', kind: 'COMMUNITY_GROUP' },
    { name: 'North-East London Integrated Care Board', kind: 'HEALTH_BODY' },
    { name: 'Hackney Council', kind: 'PUBLIC_BODY' },
    { name: 'Welcome Hackney', kind: 'PUBLIC_BODY', description: 'A team of the council.' },
    { name: 'Hackney Libraries', kind: 'PUBLIC_BODY', description: libraryAttribution },
    { name: 'Stop Hate UK', kind: 'COMMUNITY_GROUP' },
  ],
  groups: [hackneySteeringGroup],
  services: hackneyServices,
  plans: [
    {
      slug: '2026-2029',
      title: 'Hackney Borough of Sanctuary Framework and Action Plan 2026-2029',
      summary:
        'What the council intends to do for sanctuary seekers over three years. The published document gives no dates and no figures to reach, and is still marked as a draft in places.',
      kind: 'SANCTUARY',
      state: 'CURRENT',
      periodText: '2026-2029',
      coProductionNote:
        'Written by a Steering Group that met from May to November 2025 and agreed the plan in November 2025. On it were council staff and NHS staff, five Sanctuary Ambassadors who have sought sanctuary themselves, and five partners from the voluntary sector: Derman, English for Action, Foreign Affairs, Hackney CVS and WHEAT Mentor Support.',
      themes: [
        {
          title: 'Developing Council services and staff awareness',
          actions: [
            {
              title:
                'Introduce training on what sanctuary seekers are entitled to, open to all council staff',
              detail: 'Put the framework into the induction of new staff and into policies of every service.',
              ...adults,
            },
            {
              title: 'Ensure every resident can get an interpreter at council and local health services',
              detail: 'Interpreting is to be easy to reach and used in the same way everywhere.',
              ...adults,
            },
            {
              title: 'Explore ways to attract sanctuary seekers to council jobs and recruit them',
              detail: 'This belongs to the People Strategy.',
              ...finance,
            },
            {
              title: 'Strengthen how data is collected and shared, so that it can shape services',
              detail:
                'Collecting it better is part of this. Tell residents openly why information is asked for, and follow a clear process for what happens to it.',
              ...adults,
            },
            {
              title: "Ensure that buying, grants and decisions take account of sanctuary seekers' needs",
              detail: 'This belongs to the equalities work of the council.',
              ...chiefExecutive,
            },
            {
              title: 'Continue working closely with voluntary groups that support sanctuary seekers',
              detail: 'The council helps them to share knowledge and good practice in networks.',
              ...chiefExecutive,
            },
            {
              title: "Reflect sanctuary seekers' higher risk of exploitation and slavery in two strategies",
              detail:
                'The Modern Slavery strategy is updated; the Sexual Exploitation strategy is new. Staff who need it are trained to see the signs and where to refer, so that legal safeguarding duties are met.',
              ...chiefExecutive,
            },
            {
              title: 'Consider proactively taking part in every formal resettlement scheme',
              detail:
                'The wish is that more sanctuary seekers find refuge here. It rests on joining what the government starts, the Local Authority Housing Fund (LAHF) for one, and on planning ahead for community sponsorship and resettlement schemes that follow events in the world.',
              ...adultsWithHousingAndOthers,
            },
          ],
        },
        {
          title: 'Libraries, Culture, and Heritage',
          actions: [
            {
              title: 'Achieve Libraries of Sanctuary status',
              detail:
                'Every visitor should feel welcome and included. Stronger partnerships, further work with communities and shared premises are part of it, so that sanctuary seekers can reach services and join civic life in safety.',
              ...housing,
            },
            {
              title: 'Continue and expand public events that welcome sanctuary seekers',
              detail:
                "The message: the council supports them and stands against hate crime and anti-migrant rhetoric. Promote migrants' histories and cultures in libraries, culture and heritage. Introduce a council-led 'Refugees Welcome Here' campaign with local businesses and organisations.",
              ...housing,
            },
            {
              title:
                "Expand libraries' collections in the languages and on the topics of Hackney's communities",
              detail:
                "Explore further partnerships with libraries abroad. The model is Hackney's Community Library Service, set up after the Second World War to send books to recovering cities.",
              ...housing,
            },
          ],
        },
        {
          title: 'English for Speakers of Other Languages, employment, and adult learning',
          actions: [
            {
              title: 'Ensure ESOL classes are easy to reach and simple to enrol in',
              detail: 'Explore bringing back the role of an ESOL Single Point of Contact.',
              ...housing,
            },
            {
              title: 'Introduce microgrants for informal ESOL, such as conversation clubs',
              ...housing,
            },
            {
              title: 'Develop a Hackney 100 programme of work placements for sanctuary seekers',
              ...housing,
            },
            {
              title: 'Explore how sanctuary seekers could get better access to jobs',
              detail:
                'This belongs to the Economic Development Plan. Making employers aware and practical help for those seeking work are part of it.',
              ...housing,
            },
            {
              title: 'Introduce more ways for sanctuary seekers to co-produce what is taught',
              detail: 'Both the employability programmes and the curriculum of ESOL are meant.',
              ...housing,
            },
            {
              title: 'Review the ESOL working group and agree its priorities',
              detail:
                'Mapping what is taught in the borough is part of it, and so is evidence on what keeps people away, such as the cost of travel and childcare.',
              ...housing,
            },
          ],
        },
        {
          title: 'Housing and homelessness',
          actions: [
            {
              title: 'Develop enhanced training for frontline housing and homelessness teams',
              detail:
                'It grows out of the training that staff have now. They should be able to guide sanctuary seekers through the housing system with skill and confidence.',
              ...housing,
            },
            {
              title: 'Lead an exercise with residents that maps housing journeys and gaps',
              detail:
                'The question is where and when more information and help would let sanctuary seekers manage private renting, temporary housing and social housing.',
              ...housing,
            },
            {
              title: 'Consider with care what support people in temporary accommodation could have',
              detail:
                'The question is how help for sanctuary seekers there can improve, above all help to know their options and rights.',
              ...housing,
            },
          ],
        },
        {
          title: 'Health',
          actions: [
            {
              title: 'Play an active part in carrying out the regional Health and Homelessness Strategy',
              detail:
                "The strategy is that of North East London's Health and Care Partnership; Pillar 5, on people seeking asylum and refuge, matters most. What Hackney's sanctuary seekers have lived through should count when gaps, training needs and access to information are mapped.",
              ...adultsWithOthers,
            },
            {
              title: 'Support all GP surgeries, with health partners, to be accredited as Safe Surgeries',
              detail: 'What the programme intends should show in how residents experience primary care.',
              ...adultsWithOthers,
            },
            {
              title: 'Work with health services to deliver more outreach in the community',
              detail: 'Information and advice, screening and immunisations are named.',
              ...adultsWithOthers,
            },
            {
              title: "Embed sanctuary seekers' voices where residents take part in public health",
              detail:
                'From the design of programmes to their delivery and evaluation, such as the Community Health Champions Programme.',
              ...adultsWithOthers,
            },
            {
              title: 'Map mental health and wellbeing support for sanctuary seekers, and its gaps',
              detail: 'People who do not feel confident in English are included.',
              ...adultsWithOthers,
            },
            {
              title: 'Explore how to soften the effects of NHS charging and data-sharing rules',
              detail:
                "Advocate for reform, so that the rules stop keeping people from care, harming public health measures and making healthcare workers' jobs harder.",
              ...adultsWithOthers,
            },
          ],
        },
        {
          title: 'Children and young people',
          actions: [
            {
              title: 'Encourage and support schools to live by the values of Schools of Sanctuary',
              detail:
                'Every pupil should feel welcome, included and at home. Explore practical support: more for multilingual students, engagement with parents, help with school uniforms and other essentials.',
              ...children,
            },
            {
              title: 'Build on trauma-informed work in all council services for families and children',
              detail:
                'Provide thorough training on what families who seek sanctuary have been through and need, and on support that includes them.',
              ...children,
            },
            {
              title: 'Ensure that newly arrived families find clear and relevant information',
              detail: 'It should explain local services, rights and opportunities.',
              ...children,
            },
            {
              title: 'Provide training to key frontline staff on services for sanctuary-seeking families',
              detail:
                'Local GPs, Hackney Customer Services and Health Visitors are among them. They should signpost and refer better, and sooner notice special educational needs and needs in mental and physical health.',
              ...adultsWithChildren,
            },
            {
              title: 'Develop ways for the Migrant Children and Families team to pass on what it knows',
              detail: "It should reach other council teams, above all those in Children's Services.",
              ...children,
            },
          ],
        },
        {
          title: 'Asylum and supporting people with no recourse to public funds',
          actions: [
            {
              title: 'Maintain and develop outreach services in asylum accommodation',
              detail: 'Residents should get more of the support and resources they cannot do without.',
              ...adults,
            },
            {
              title: 'Explore best practice in shelter and money for people with NRPF',
              detail:
                'NRPF means No Recourse to Public Funds. People who are pregnant or flee domestic abuse matter most.',
              ...adults,
            },
            {
              title: "Co-create and carry out the council's policy for people with NRPF",
              detail:
                'Advice and support should get better and more consistent, with personal guidance and not only print or screens.',
              ...adults,
            },
            {
              title: 'Work to increase the supply of immigration advice and casework, and access to it',
              detail: 'Residents who need help should get it in good time and of high quality.',
              ...adults,
            },
          ],
        },
      ],
    },
  ],
};
