import { type ChangeProfileDto, constraints, type ProfileDto } from '@htsm/contracts';
import { type ProfileContent } from '@htsm/domain';
import { type TextFunction } from '@htsm/web/core';

/** The profile as it is filled in: a choice that was not made is an empty text. */
export interface ProfileForm extends Omit<
  ChangeProfileDto,
  'organisationId' | 'version' | 'size' | 'trlMin' | 'trlMax'
> {
  readonly size: string;
  readonly trlMin: string;
  readonly trlMax: string;
}

/** Every field may stay empty; only lengths count. */
export const profileLimits = {
  about: { maxLength: constraints['ChangeProfileDto'].about.maxLength },
  capabilities: { maxItems: constraints['ChangeProfileDto'].capabilities.maxItems },
};

/** A form before anything is read. */
export const emptyProfile: ProfileForm = {
  locale: 'nl',
  about: '',
  themes: [],
  capabilities: [],
  regions: [],
  certificates: [],
  size: '',
  trlMin: '',
  trlMax: '',
  showsName: true,
};

/** Fills the form from what the server has. */
export function toForm(profile: ProfileDto): ProfileForm {
  return {
    locale: profile.locale,
    about: profile.about,
    themes: profile.themes,
    capabilities: profile.capabilities,
    regions: profile.regions,
    certificates: profile.certificates,
    size: profile.size ?? '',
    trlMin: asChoice(profile.trlMin),
    trlMax: asChoice(profile.trlMax),
    showsName: profile.showsName,
  };
}

/** Reads the form as the content of a profile. */
export function toContent(form: ProfileForm): ProfileContent & Omit<ChangeProfileDto, 'organisationId' | 'version'> {
  return {
    locale: form.locale,
    about: form.about.trim(),
    themes: form.themes,
    capabilities: form.capabilities,
    regions: form.regions,
    certificates: form.certificates,
    size: form.size === '' ? null : (form.size as NonNullable<ProfileDto['size']>), // one of the options of the list
    trlMin: asLevel(form.trlMin),
    trlMax: asLevel(form.trlMax),
    showsName: form.showsName,
  };
}

/** Says what is wrong with the fields that the table of limits does not know. */
export function checkProfile(form: ProfileForm, t: TextFunction): Record<string, string | undefined> {
  const [from, to] = [asLevel(form.trlMin), asLevel(form.trlMax)];
  const isUpsideDown = from !== null && to !== null && from > to;
  return { trlMax: isUpsideDown ? t('matching.profile.trlUpsideDown', { from }) : undefined };
}

/**
 * Puts what the reader changed since `base` on top of what a colleague saved: a field that the reader left alone
 * becomes theirs.
 */
export function mergeOnto<T extends object>(theirs: T, base: T, mine: T): T {
  const changed = Object.entries(mine).filter(([name, value]) => !isSame(value, Reflect.get(base, name)));
  return { ...theirs, ...Object.fromEntries(changed) };
}

/** Whether two values of a field say the same. */
export function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

function asChoice(level: number | null): string {
  return level === null ? '' : String(level);
}

function asLevel(choice: string): number | null {
  return choice === '' ? null : Number(choice);
}
