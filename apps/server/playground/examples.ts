/** A question that works against the demo. The name of its operation is the title of its tab. */
export interface Example {
  readonly query: string;
  readonly variables?: Readonly<Record<string, unknown>>;
}

const councils = `# Who publishes here, and which plans?
# Run it with Ctrl+Enter. The book on the
# left explains every field.
query Councils {
  councils {
    slug
    name
    kind
    # True means invented: Fairmead shows
    # what a live plan looks like.
    isExample
    dataLicence
    plans {
      slug
      title
      kind
      state
    }
  }
}
`;

const progress = `# How far is one plan? All is counted
# from the newest reports.
query Progress($council: String!, $plan: String!) {
  council(slug: $council) {
    name
    # The council's own day, which decides
    # what is late.
    today
    plan(slug: $plan) {
      title
      progress {
        total
        byStatus {
          status
          count
        }
        late
        stale
        noDate
        noLead
        noMeasure
        # What the steering group says.
        disagreed
        partlyAgreed
      }
      leads {
        name
        actionCount
      }
    }
  }
}
`;

const attention = `# Which actions are late, and which have
# no date at all? Filters combine: all
# must hold. Try also stale: true or
# words: "English".
query LateOrUndated($council: String!, $plan: String!) {
  council(slug: $council) {
    plan(slug: $plan) {
      late: actions(
        late: true
        status: [NOT_REPORTED, NOT_STARTED, IN_PROGRESS, DELAYED]
        sort: DUE
        first: 10
      ) {
        totalCount
        edges {
          node {
            ref
            title
            status
            # As the council wrote it, and the
            # days that we read from it.
            dueText
            dueFrom
            dueTo
            daysLate
            leadText
          }
        }
      }
      undated: actions(noDate: true, strength: [DELIVER, CONTINUE], first: 5) {
        totalCount
        edges {
          node {
            ref
            title
            strengths
            # Null: without a date nothing is
            # late, and nothing is on time.
            isOverdue
          }
        }
        # For the next five pass endCursor
        # as "after".
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  }
}
`;

const action = `# One action: what the council reports,
# what the steering group says, and what
# the council answers.
query OneAction($council: String!, $plan: String!, $ref: String!) {
  council(slug: $council) {
    plan(slug: $plan) {
      action(ref: $ref) {
        ref
        title
        status
        leads {
          name
          role
        }
        dueText
        milestones {
          title
          dueText
          metOn
        }
        # Newest first, each with the view
        # that is about it.
        reports {
          publishedOn
          status
          whatHappened
          isCorrected
          evidence {
            kind
            title
            url
            datedOn
          }
          groupView
          groupAssessment {
            reason
            assessedOn
          }
          councilResponse {
            text
            respondedOn
          }
        }
      }
    }
  }
}
`;

const targets = `# What is measured, and how near is it?
query Targets($council: String!, $plan: String!) {
  council(slug: $council) {
    plan(slug: $plan) {
      targets {
        kind
        statement
        unit
        baselineValue
        targetValue
        dueText
        measurements {
          measuredOn
          # Counts of 1 to 4 are never given:
          # the value is null then.
          value
          isFewerThanFive
          source
        }
        # 1 is the whole way from baseline
        # to target.
        progress {
          fraction
          isMet
        }
        theme {
          ref
          title
        }
      }
    }
  }
}
`;

const changes = `# What changed lately? Every write raises
# the council's revision. A page that
# listens to /live/fairmead hears of it
# within a second.
query Changes($council: String!) {
  council(slug: $council) {
    revision
    changes(first: 10) {
      edges {
        node {
          at
          revision
          kind
          noun
          fields
          byRole
          action {
            ref
            title
          }
        }
      }
    }
  }
}
`;

const services = `# Help for somebody: the words, the
# language and the postcode stay between
# you and the server. It answers a search
# by POST only, and keeps and logs none.
query FindHelp($council: String!, $filter: ServiceFilter) {
  council(slug: $council) {
    services(filter: $filter, first: 5) {
      totalCount
      # Which part of the postcode was used.
      place {
        kind
        code
      }
      problem
      edges {
        distanceMetres
        # Times that nobody has published
        # are not hidden; they are marked.
        hoursUnknown
        node {
          name
          organisation {
            name
          }
          languages {
            language
          }
          eligibleGroups
          opening {
            isOpen
            until
            next {
              day
              opensAt
            }
          }
          # How long ago it was checked.
          freshness
        }
      }
      # What else could be chosen, and what
      # to leave out to find more.
      facets {
        languages {
          value
          count
        }
      }
      relax {
        dimension
        count
      }
    }
  }
}
`;

const node = `# Every record has an id of its own and
# can be fetched by it. This is the action
# of the tab OneAction.
query Node($id: ID!) {
  node(id: $id) {
    id
    __typename
    ... on Action {
      ref
      title
      plan {
        title
      }
    }
    ... on Plan {
      title
      state
    }
  }
}
`;

const fairmead = { council: 'fairmead', plan: '2025-2028' };
const oneAction = { ...fairmead, ref: '1.2' };

// A UUID that no record has, written as Relay does; the playground puts a real one in its place.
const nobodysId = btoa('Action:00000000-0000-4000-8000-000000000000');

/** The tabs of the playground, from the first look to one record. */
export const examples: readonly Example[] = [
  { query: councils },
  { query: progress, variables: fairmead },
  { query: attention, variables: fairmead },
  { query: action, variables: oneAction },
  { query: targets, variables: fairmead },
  { query: changes, variables: { council: 'fairmead' } },
  {
    query: services,
    variables: {
      council: 'fairmead',
      filter: { words: 'English', languages: ['ar'], orInterpreter: true, near: 'E8' },
    },
  },
  { query: node, variables: { id: nobodysId } },
];

/** Asks for the id that the last example shows. Ids differ from one installation to the next. */
export const actionIdQuestion: Example = {
  query: `query ActionId($council: String!, $plan: String!, $ref: String!) {
  council(slug: $council) {
    plan(slug: $plan) {
      action(ref: $ref) {
        id
      }
    }
  }
}
`,
  variables: oneAction,
};
