import {
  APPOINTMENT_SIDES,
  APPOINTMENT_STATES,
  APPOINTMENT_TRANSITIONS,
  ARRANGING_SIDES,
  appointmentSteps,
} from './appointments';
import { unreachableStates } from '../states/state-table';

const now = new Date('2026-12-10T12:00:00Z');
const later = new Date('2026-12-10T13:00:00Z');

/** Writes what everybody can do in a state: `side: steps`. */
function told(
  state: (typeof APPOINTMENT_STATES)[number],
  arrangedAs: (typeof ARRANGING_SIDES)[number],
  endsAt = later,
) {
  return APPOINTMENT_SIDES.map((side) => {
    const appointment = { state, arrangedAs, endsAt: state === 'fixed' ? endsAt : null };
    return `${side}: ${appointmentSteps({ side, goesOn: true, appointment, now }).join(' ')}`;
  });
}

describe('the appointment of an introduction', () => {
  it('reaches every state', () => {
    expect(unreachableStates(APPOINTMENT_TRANSITIONS, 'offered')).toEqual([]);
    expect(APPOINTMENT_STATES).toEqual(Object.keys(APPOINTMENT_TRANSITIONS));
  });

  it('is begun by the taskforce and the owner, not by the SME', () => {
    const first = APPOINTMENT_SIDES.map((side) => appointmentSteps({ side, goesOn: true, appointment: null, now }));
    expect(first).toEqual([['offer'], ['offer'], []]);
    expect(told('cancelled', 'taskforce')).toEqual(['taskforce: offer', 'owner: offer', 'sme: ']);
    expect(told('fixed', 'owner', now)).toEqual(['taskforce: offer', 'owner: offer', 'sme: ']);
  });

  it('is answered by whoever did not arrange it', () => {
    expect(told('offered', 'taskforce')).toEqual([
      'taskforce: offer cancel',
      'owner: choose refuse',
      'sme: choose refuse',
    ]);
    expect(told('offered', 'owner')).toEqual(['taskforce: offer cancel', 'owner: offer cancel', 'sme: choose refuse']);
    expect(told('refused', 'taskforce')).toEqual(['taskforce: offer cancel', 'owner: ', 'sme: ']);
    expect(told('refused', 'owner')).toEqual(['taskforce: offer cancel', 'owner: offer cancel', 'sme: ']);
  });

  it('is moved by whoever arranged it, and cancelled by everybody who would come', () => {
    expect(told('fixed', 'taskforce')).toEqual(['taskforce: move cancel', 'owner: cancel', 'sme: cancel']);
    expect(told('fixed', 'owner')).toEqual(['taskforce: move cancel', 'owner: move cancel', 'sme: cancel']);
  });

  it('rests once the introduction does not go on', () => {
    const steps = APPOINTMENT_STATES.flatMap((state) =>
      APPOINTMENT_SIDES.flatMap((side) =>
        appointmentSteps({ side, goesOn: false, appointment: { state, arrangedAs: 'owner', endsAt: later }, now }),
      ),
    );
    expect(steps).toEqual([]);
    expect(appointmentSteps({ side: 'taskforce', goesOn: false, appointment: null, now })).toEqual([]);
  });
});
