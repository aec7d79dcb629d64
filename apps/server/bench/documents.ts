// Two questions, each as our own GraphQL, as PostGraphile's and as one SQL statement put them.

/** A plan with the newest report on each action: the document of somebody who is not us. */
export const planAtAGlance = {
  graphql: `query ($council: String!, $plan: String!) {
    council(slug: $council) { name plan(slug: $plan) { title themes { ref title actions {
      ref title status reports { status whatHappened publishedAt }
    } } } } }`,

  postgraphile: `query ($council: String!, $plan: String!) {
    allCouncils(condition: { slug: $council }) { nodes { name plansByCouncilId(condition: { slug: $plan }) { nodes {
      title themesByPlanId(orderBy: [POSITION_ASC, REF_ASC]) { nodes { ref title
        actionsByThemeId(orderBy: [POSITION_ASC, REF_ASC]) { nodes { ref
          actionWordingsByActionId(orderBy: NUMBER_DESC, first: 1) { nodes { title } }
          reportsByActionId(orderBy: PUBLISHED_AT_DESC) { nodes { status whatHappened publishedAt } }
        } } } }
    } } } } }`,

  sql: `SELECT json_build_object('name', council."name", 'plan', (
      SELECT json_build_object('title', plan."title", 'themes', (
        SELECT json_agg(json_build_object('ref', theme."ref", 'title', theme."title", 'actions', (
          SELECT json_agg(json_build_object(
            'ref', action."ref",
            'title', (SELECT "title" FROM "ActionWording" WHERE "actionId" = action."id" ORDER BY "number" DESC LIMIT 1),
            'reports', (
              SELECT json_agg(json_build_object('status', report."status", 'whatHappened', report."whatHappened", 'publishedAt', report."publishedAt")
                ORDER BY report."publishedAt" DESC)
              FROM "Report" AS report WHERE report."actionId" = action."id")
          ) ORDER BY action."position", action."ref") FROM "Action" AS action WHERE action."themeId" = theme."id")
        ) ORDER BY theme."position", theme."ref") FROM "Theme" AS theme WHERE theme."planId" = plan."id"))
      FROM "Plan" AS plan WHERE plan."councilId" = council."id" AND plan."slug" = $2)) AS answer
    FROM "Council" AS council WHERE council."slug" = $1`,
};

const figures = `kind statement language unit baselineValue targetValue forWhom dueText
  measurementsByTargetId(orderBy: MEASURED_ON_ASC) { nodes { measuredOn value isFewerThanFive source sourceUrl } }`;
const translations = 'condition: { language: $language }';
const words = 'nodes { field text source }';

/** The stored facts that the action tracker's own document is worked out from. */
export const trackerFacts = {
  postgraphile: `query ($council: String!, $plan: String!, $language: String!) {
    allCouncils(condition: { slug: $council }) { nodes { slug name siteUrl timeZone dataLicence isExample revision reportingEveryMonths
      plansByCouncilId { nodes { slug kind state } }
      plan: plansByCouncilId(condition: { slug: $plan }) { nodes {
        slug title language state periodText sourceUrl
        translationsByPlanId(${translations}) { ${words} }
        themesByPlanId(orderBy: [POSITION_ASC, REF_ASC]) { nodes {
          ref refIsDerived title detail language
          translationsByThemeId(${translations}) { ${words} }
          targetsByThemeId(orderBy: POSITION_ASC) { nodes { rowId partOfId actionId ${figures} } }
          actionsByThemeId(orderBy: [POSITION_ASC, REF_ASC]) { nodes {
            rowId ref refIsDerived leftDocumentAt
            actionWordingsByActionId(orderBy: NUMBER_DESC, first: 1) { nodes {
              title detail language strengths leadText dueText
              actionLeadsByWordingId(orderBy: POSITION_ASC) { nodes { name role } }
              translationsByWordingId(${translations}) { ${words} }
            } }
            milestonesByActionId(orderBy: POSITION_ASC) { nodes { title language dueText metOn } }
            reportsByActionId(orderBy: PUBLISHED_AT_DESC) { nodes {
              rowId status whatHappened language publishedAt byRole correctsId
              evidencesByReportId(orderBy: POSITION_ASC) { nodes { kind title url datedOn } }
              groupAssessmentsByReportId { nodes { view reason language assessedOn } }
              councilResponsesByReportId { nodes { text language respondedOn } }
              translationsByReportId(${translations}) { ${words} }
            } }
          } }
        } }
      } }
    } } }`,
};
