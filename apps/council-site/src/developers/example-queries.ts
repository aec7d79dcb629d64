/** Questions that run as they stand, about a council that is there. */
export const exampleQueries = (
  council: string,
): readonly { readonly title: string; readonly query: string }[] => [
  {
    title: 'How far is each plan?',
    query: `{
  council(slug: "${council}") {
    name
    plans { slug title state progress { total delivered late noDate byStatus { status count } } }
  }
}`,
  },
  {
    title: 'What was reported on each action?',
    query: `{
  council(slug: "${council}") {
    plans {
      title
      actions(first: 5) {
        totalCount
        edges { node { ref title status leadText dueText reports { publishedOn whatHappened groupView } } }
      }
    }
  }
}`,
  },
  {
    title: 'Which actions have no date?',
    query: `{
  council(slug: "${council}") {
    plans { title actions(noDate: true, first: 20) { totalCount edges { node { ref title } } } }
  }
}`,
  },
  {
    title: 'What changed last?',
    query: `{
  council(slug: "${council}") {
    revision
    changes(first: 10) { edges { node { at kind noun action { ref title } } } }
  }
}`,
  },
];
