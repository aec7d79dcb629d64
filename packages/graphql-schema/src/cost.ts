/**
 * How many items a list is taken to have when the cost of a query is estimated before it runs: about as many as a long
 * published plan has. Of a connection it is its page that counts (`first` or `last`, 20 unless asked).
 */
export const listSizes: Readonly<Record<string, number>> = {
  'Query.councils': 100,
  'Council.plans': 5,
  'Council.organisations': 50,
  'Plan.themes': 10,
  'Plan.targets': 50,
  'Plan.leads': 20,
  'Plan.supersededBy': 1,
  'PlanAsAt.themes': 10,
  'PlanAsAt.leads': 20,
  'ThemeAsAt.actions': 10,
  'ActionAsAt.leads': 3,
  'ActionWording.leads': 3,
  'Theme.actions': 10,
  'Theme.targets': 10,
  'Action.leads': 3,
  'Action.reports': 5,
  'Action.milestones': 5,
  'Action.targets': 3,
  'Action.wordings': 3,
  'Report.evidence': 3,
  'Target.shares': 3,
  'Target.measurements': 5,
  'PlanProgress.byStatus': 6,
  'Plan.translations': 5,
  'Theme.translations': 5,
  'Action.translations': 5,
  'Report.translations': 5,
};
