import type { ActionPartsFragment } from '@open-sanctuary/widgets/operations';

/** An action as it stood at the end of a day. */
export type ActionAsAt = Pick<
  ActionPartsFragment,
  | 'ref'
  | 'refIsDerived'
  | 'title'
  | 'detail'
  | 'language'
  | 'leadText'
  | 'leads'
  | 'dueText'
  | 'dueFrom'
  | 'dueTo'
  | 'dueKind'
  | 'strengths'
  | 'strengthsAreDerived'
  | 'status'
  | 'groupView'
  | 'noDate'
  | 'noLead'
  | 'isOverdue'
  | 'daysLate'
  | 'isStale'
  | 'lastReportedOn'
  | 'leftDocumentOn'
> & { readonly hasMeasure: boolean };

export const actionAsAtFragment = `fragment ActionAsAtParts on ActionAsAt { ref refIsDerived title detail language leadText
  leads { name role } dueText dueFrom dueTo dueKind strengths strengthsAreDerived status groupView noDate noLead isOverdue
  daysLate isStale hasMeasure lastReportedOn leftDocumentOn }`;
