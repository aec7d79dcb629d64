import { builder, meanings, shown } from '../builder.ts';

const reported = {
  NOT_STARTED: 'The council says that nothing has begun.',
  IN_PROGRESS: 'The council says that it is under way.',
  DELAYED: 'The council says that it is under way and behind.',
  DONE: 'The council says that it is finished.',
  STOPPED: 'The council says that it has given it up.',
};

export const ActionStatus = builder.enumType('ActionStatus', {
  ...shown('What the newest report of the council says about an action.'),
  values: meanings({ NOT_REPORTED: 'The council has not reported on it.', ...reported }),
});

export const ReportedStatus = builder.enumType('ReportedStatus', {
  description: 'What a report can say about an action.',
  values: meanings(reported),
});

const views = {
  AGREES: 'The group sees it as the council does.',
  PARTLY_AGREES: 'The group sees a part of it otherwise.',
  DISAGREES: 'The group sees it otherwise.',
};

export const GroupView = builder.enumType('GroupView', {
  ...shown('What the steering group, as a group, says about a report.'),
  values: meanings({ ...views, NOT_ASSESSED: 'The group has said nothing about it.' }),
});

export const AssessedView = builder.enumType('AssessedView', {
  description: 'What the steering group can say about a report.',
  values: meanings(views),
});

export const EvidenceKind = builder.enumType('EvidenceKind', {
  ...shown('What sort of evidence it is.'),
  values: meanings({
    MINUTES: 'Minutes of a meeting.',
    DOCUMENT: 'A published document.',
    WEB_PAGE: 'A page on the web.',
    DATA: 'Published figures.',
    NEWS: 'A news report.',
  }),
});

export const EditorRole = builder.enumType('EditorRole', {
  ...shown('In which role somebody writes.'),
  values: meanings({
    ADMINISTRATOR: 'Looks after the data of a council, or of all.',
    COUNCIL_OFFICER: 'Writes for the council.',
    STEERING_GROUP: 'Writes for the steering group.',
  }),
});
