import type { ProfileDraft } from './profile-draft.ts';

/** What every part of the profile form is drawn from. */
export interface ProfileFieldsProps {
  readonly draft: ProfileDraft;
  readonly onChange: (next: ProfileDraft) => void;
  /** What is wrong, by the place in the request. */
  readonly problems: ReadonlyMap<string, string>;
  readonly disabled?: boolean;
}
