const APPOINTMENT = '00000000-0000-4000-8000-00000000a9a1';
const SLOT = '00000000-0000-4000-8000-00000000a9a2';

/** Fixes the appointment of an introduction, arranged by the taskforce; gives the names of its rows. */
export async function addAppointment(
  run: (sql: string, ...parameters: unknown[]) => Promise<unknown>,
  suggestionId: string,
): Promise<[id: string, name: string][]> {
  await run(
    `INSERT INTO appointment (id, suggestion_id, arranged_as, words_of) VALUES ($1, $2, 'taskforce', 'taskforce')`,
    APPOINTMENT,
    suggestionId,
  );
  await run(
    `INSERT INTO appointment_slot (id, appointment_id, starts_at, minutes, place) VALUES ($1, $2, '2037-02-01 09:00Z', 30, 'Zaal')`,
    SLOT,
    APPOINTMENT,
  );
  await run(
    `UPDATE appointment a SET state = 'fixed', slot_id = s.id, starts_at = s.starts_at, minutes = s.minutes, place = s.place
     FROM appointment_slot s WHERE s.appointment_id = a.id`,
  );
  return [
    [APPOINTMENT, 'A met'],
    [SLOT, 'A slot'],
  ];
}

/** What is added → the names of those who may: nobody arranges in the name of another side. */
export const WHO_ARRANGES = {
  'an appointment of the taskforce': 'taskforce officer barredOfficer',
  'an appointment of the owner': 'owner partyJudge',
  'an appointment before the introduction': '',
  'a slot of an appointment of the taskforce': 'taskforce officer barredOfficer',
  'a slot that has passed': '',
};

/** Statements that each add one of those; `id` gives what a name of the world stands for. */
export function arrangements(id: (name: string) => string): Record<keyof typeof WHO_ARRANGES, string> {
  const appointment = (of: string, as: string): string =>
    `INSERT INTO appointment (suggestion_id, arranged_as, arranged_by, words_of) VALUES (${id(of)}, '${as}', app_user_id(), '${as}')`;
  const slot = (at: string): string =>
    `INSERT INTO appointment_slot (appointment_id, starts_at, minutes, place) VALUES (${id('A met')}, '${at}', 30, 'Zaal')`;
  return {
    'an appointment of the taskforce': appointment('S met', 'taskforce'),
    'an appointment of the owner': appointment('S met', 'owner'),
    'an appointment before the introduction': appointment('S unnamed', 'taskforce'),
    'a slot of an appointment of the taskforce': slot('2037-02-02 09:00Z'),
    'a slot that has passed': slot('2017-02-02 09:00Z'),
  };
}
