import { groupPartsFragment, meetingPartsFragment } from '@open-sanctuary/widgets/documents';
import type { GroupPartsFragment, MeetingPartsFragment } from '@open-sanctuary/widgets/operations';
import type { GroupCouncil } from '@open-sanctuary/widgets/steering-group/context';
import { councilParts, getCouncil, type CouncilParts } from '../council/council.queries.ts';
import { NotFound } from '../page/page.ts';
import { withFragments } from '../register/fragments.ts';
import type { Register } from '../register/register.ts';

export type ListedGroup = GroupPartsFragment & {
  readonly slug: string;
  readonly startsOn: string | null;
  readonly endsOn: string | null;
  readonly datesAreDerived: boolean;
};

export interface CouncilWithGroups extends CouncilParts {
  readonly siteUrl: string | null;
  readonly revision: number;
  readonly plans: GroupCouncil['plans'];
  /** The group that holds the council to account, or the last that did. */
  readonly steeringGroup: { readonly slug: string } | null;
  readonly steeringGroups: readonly ListedGroup[];
}

const groupsDocument = withFragments(
  `query Members($council: String!, $language: String!) { council(slug: $council) { ...CouncilParts siteUrl revision
    plans { slug title language state progress { agreed partlyAgreed disagreed } }
    steeringGroup { slug } steeringGroups { slug startsOn endsOn datesAreDerived ...GroupParts }
  } }`,
  councilParts,
  groupPartsFragment,
);

/** A council with all its groups that are published. */
export async function getCouncilWithGroups(
  register: Register,
  names: { readonly council: string; readonly language: string },
): Promise<CouncilWithGroups> {
  const { council } = await register.ask<{ council: CouncilWithGroups | null }>(groupsDocument, names);
  return getCouncil(council, names.council);
}

export type ShownMeeting = MeetingPartsFragment & {
  readonly startsAt: string | null;
  readonly endsAt: string | null;
};

interface MeetingGroup {
  readonly name: string;
  readonly language: string;
  readonly meetings: readonly ShownMeeting[];
}

const meetingDocument = withFragments(
  `query Meeting($council: String!, $language: String!) { council(slug: $council) { ...CouncilParts
    steeringGroups { name language meetings { startsAt endsAt ...MeetingParts } } } }`,
  councilParts,
  meetingPartsFragment,
);

/** One meeting, with the group that meets. */
export async function getMeeting(
  register: Register,
  names: { readonly council: string; readonly language: string },
  uuid: string,
) {
  type Answer = {
    readonly council: (CouncilParts & { readonly steeringGroups: readonly MeetingGroup[] }) | null;
  };
  const answer = await register.ask<Answer>(meetingDocument, names);
  const council = getCouncil(answer.council, names.council);
  for (const group of council.steeringGroups) {
    const meeting = group.meetings.find((each) => each.uuid === uuid);
    if (meeting) return { council, group, meeting };
  }
  throw new NotFound(`${council.name} has published no such meeting.`);
}
