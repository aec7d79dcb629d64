import { builder, meanings, shown } from '../builder.ts';

export const ServiceCategory = builder.enumType('ServiceCategory', {
  ...shown('What a service helps with.'),
  values: meanings({
    ADVICE: 'Advice of any kind, except on immigration law.',
    IMMIGRATION_ADVICE: 'Advice on immigration and asylum, by somebody whom the law lets give it.',
    HOUSING: 'A home, a bed for the night, or help with either.',
    FOOD: 'Food to take away, or meals.',
    CLOTHES_AND_THINGS: 'Clothes, furniture and other things.',
    MONEY: 'Money, benefits and debts.',
    HEALTH: 'Health of the body.',
    MENTAL_HEALTH: 'Health of the mind: counselling, therapy, help after torture.',
    ENGLISH_CLASSES: 'Learning English.',
    EDUCATION: 'School, college, university and training.',
    WORK: 'Finding work, and rights at work.',
    CHILDREN_AND_FAMILIES: 'For children and their families.',
    YOUNG_PEOPLE: 'For young people.',
    WOMEN: 'For women.',
    LGBTQ: 'For people who are lesbian, gay, bisexual, trans or queer.',
    MEETING_PEOPLE: 'Meeting others and being welcome.',
    SPORT_AND_ARTS: 'Sport, music, art and crafts.',
    LIBRARY_AND_INTERNET: 'Libraries, computers and the internet.',
    DISABILITY: 'For people with a disability.',
    TRAVEL: 'Bus fares, bicycles and other ways to get about.',
    VOLUNTEERING: 'Ways to help others.',
    SAFETY: 'Safety from violence, hate and exploitation.',
  }),
});

export const ServiceState = builder.enumType('ServiceState', {
  ...shown('Whether a service can be used now.'),
  values: meanings({
    RUNNING: 'It goes on as described.',
    TEMPORARILY_CLOSED: 'It is closed and means to open again.',
    ONLINE_ONLY: 'It goes on, but for now only online or by telephone.',
    FULL: 'It goes on, but takes nobody new; there may be a waiting list.',
    ENDED: 'It is there no more.',
  }),
});

export const AccessMode = builder.enumType('AccessMode', {
  ...shown('How somebody gets in.'),
  values: meanings({
    DROP_IN: 'One may simply come.',
    APPOINTMENT: 'One makes an appointment first.',
    REFERRAL: 'Somebody else has to refer one.',
  }),
});

export const PapersAsked = builder.enumType('PapersAsked', {
  ...shown('Whether a service asks for papers.'),
  values: meanings({
    NO: 'It asks for none.',
    SOMETIMES: 'It asks for some in some cases.',
    YES: 'It asks for some.',
    UNKNOWN: 'It is not known.',
  }),
});

export const EligibleGroup = builder.enumType('EligibleGroup', {
  ...shown('Who can use a service.'),
  values: meanings({
    ANYONE: 'Everybody, whatever their immigration status.',
    PEOPLE_SEEKING_ASYLUM: 'People who have asked for asylum and have no answer yet.',
    REFUGEES: 'People who were given asylum or another protection.',
    NO_RECOURSE_TO_PUBLIC_FUNDS: 'People who may get no public funds.',
    RESETTLEMENT_SCHEMES: 'People who came by a scheme such as those for Ukraine, Afghanistan or Hong Kong.',
    UNACCOMPANIED_CHILDREN: 'Children and young people who came alone, and those who were such.',
  }),
});

export const InterpreterProvision = builder.enumType('InterpreterProvision', {
  ...shown('Whether there are interpreters.'),
  values: meanings({
    ALWAYS: 'One is there.',
    ON_REQUEST: 'One is found for whoever asks beforehand.',
    NONE: 'There is none.',
    UNKNOWN: 'It is not known.',
  }),
});

export const CostKind = builder.enumType('CostKind', {
  ...shown('What a service costs.'),
  values: meanings({
    FREE: 'Nothing.',
    DONATION: 'What one can give, if anything.',
    PAID: 'It has a price.',
    UNKNOWN: 'It is not known.',
  }),
});

export const DeliveryMode = builder.enumType('DeliveryMode', {
  ...shown('Where a service is used.'),
  values: meanings({
    IN_PERSON: 'One goes there.',
    ONLINE: 'On the internet.',
    TELEPHONE: 'By telephone.',
  }),
});

export const HoursKind = builder.enumType('HoursKind', {
  ...shown('What is known of when a service is open.'),
  values: meanings({
    SCHEDULED: 'Its times are in its schedules.',
    BY_APPOINTMENT: 'It has no fixed times; one makes an appointment.',
    UNKNOWN: 'No times are published: ask first.',
    WITHHELD: 'The organisation tells its times to those who ask it, and to nobody else.',
  }),
});

export const CheckerKind = builder.enumType('CheckerKind', {
  ...shown('What sort of body last checked an entry.'),
  values: meanings({
    COUNCIL: 'The council.',
    ORGANISATION: 'The organisation itself.',
    PARTNER: 'Another charity or partner.',
    PUBLIC_RECORD: 'Nobody asked: it was read in what is published.',
  }),
});

export const ContactKind = builder.enumType('ContactKind', {
  ...shown('How a service is reached.'),
  values: meanings({
    TELEPHONE: 'A telephone number.',
    WHATSAPP: 'A number for WhatsApp.',
    SMS: 'A number for text messages.',
    EMAIL: 'An e-mail address.',
    WEB: 'A page on the web.',
  }),
});

export const Freshness = builder.enumType('Freshness', {
  ...shown('How long ago an entry was last checked, by calendar months at the council.'),
  values: meanings({
    FRESH: 'At most six months ago.',
    OVER_SIX_MONTHS: 'More than six months ago.',
    OVER_A_YEAR: 'More than a year ago; it comes after the others in every search.',
    NEVER: 'No check is known; it comes after the others in every search.',
  }),
});
