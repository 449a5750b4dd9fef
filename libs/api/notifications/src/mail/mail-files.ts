import type { CalendarPerson, MailKind, MailVariables } from '@htsm/api/core';
import { appointmentFiles } from './appointment-mail';
import type { MailFile } from './mail-content';
import type { MailVoice } from './mail-voice';
import { programmeFiles } from './programme-mail';

type Files<Kind extends MailKind> = (
  variables: MailVariables[Kind],
  voice: MailVoice,
  organiser: CalendarPerson,
) => MailFile[];

/** The kinds of mail that carry files. */
export const MAIL_FILES: { readonly [Kind in MailKind]?: Files<Kind> } = {
  appointment_told: appointmentFiles,
  meeting_programme: programmeFiles,
};
