import { type MeetingEventState } from '@htsm/domain';
import { type Tone } from '@htsm/web/ui';

const TONES: Readonly<Record<MeetingEventState, Tone>> = { draft: 'wait', published: 'live', cancelled: 'still' };

/** The colour of the state of an event. */
export function toneOf(state: MeetingEventState): Tone {
  return TONES[state];
}
