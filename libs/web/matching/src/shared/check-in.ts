import { type MatchDto } from '@htsm/contracts';
import { toAmsterdam } from '@htsm/web/ui';

/** Whether the day to ask after a match has come; `now` is the server's time in milliseconds. */
export function isCheckInDue(match: Pick<MatchDto, 'state' | 'nextCheckInOn'>, now: number): boolean {
  if (match.state === 'ended' || match.nextCheckInOn === null) return false;
  const today = toAmsterdam(new Date(now).toISOString()).slice(0, 10);
  return match.nextCheckInOn <= today;
}
