import { Refusal } from '@htsm/api/core';
import type { PinClash } from '@htsm/domain/meetings';

/** Pinned meetings cannot all stand; `clash` is the first reason. */
export class PinnedMeetingsClash extends Refusal {
  constructor(clash: PinClash) {
    super(`pins_clash_${clash}`, 409);
  }
}

/** There is nobody to make a timetable for. */
export class NobodyToMeet extends Refusal {
  constructor() {
    super('nobody_to_meet', 409);
  }
}

/** A timetable is being made; the next one can be asked for when it is there. */
export class TimetableUnderWay extends Refusal {
  constructor() {
    super('timetable_under_way', 409);
  }
}

/** Parties know everything already. */
export class NothingToTell extends Refusal {
  constructor() {
    super('nothing_to_tell', 409);
  }
}
