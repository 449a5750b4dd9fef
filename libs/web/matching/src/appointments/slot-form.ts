import { APPOINTMENT_LIMITS } from '@htsm/domain';
import { type TextFunction } from '@htsm/web/core';

/** A slot as it is filled in. */
export interface SlotForm {
  /** The instant in UTC; null until it is one. */
  readonly startsAt: string | null;
  readonly minutes: number | null;
  readonly place: string;
}

/** What a first slot starts with. */
export const EMPTY_SLOT: SlotForm = { startsAt: null, minutes: 60, place: '' };

const { minMinutes: min, maxMinutes: max, place: longest } = APPOINTMENT_LIMITS;

/** Says what is wrong with a slot, by path; `prefix` is where the slot stands in the form. */
export function slotFaults(
  { startsAt, minutes, place }: SlotForm,
  prefix: string,
  { t, now }: { readonly t: TextFunction; readonly now: number },
): Readonly<Record<string, string | undefined>> {
  return {
    [`${prefix}startsAt`]:
      startsAt === null
        ? t('core.form.required')
        : Date.parse(startsAt) <= now
          ? t('matching.appointment.inPast')
          : undefined,
    [`${prefix}minutes`]: minutesFault(minutes, t),
    [`${prefix}place`]:
      place.trim() === ''
        ? t('core.form.required')
        : place.length > longest
          ? t('core.form.maxLength', { max: longest, length: place.length })
          : undefined,
  };
}

function minutesFault(minutes: number | null, t: TextFunction): string | undefined {
  if (minutes === null) return t('core.form.required');
  if (!Number.isInteger(minutes)) return t('core.form.number');
  if (minutes < min) return t('core.form.minimum', { min });
  return minutes > max ? t('core.form.maximum', { max }) : undefined;
}
