export type EditorRole = 'ADMINISTRATOR' | 'COUNCIL_OFFICER' | 'STEERING_GROUP';

/** Who writes: in which role, and for which council. Null stands for every council. */
export class Editor {
  readonly role: EditorRole;
  readonly councilId: string | null;

  constructor(role: EditorRole, councilId: string | null) {
    this.role = role;
    this.councilId = councilId;
  }
}
