import { jest } from '@jest/globals';
import { TestBed } from '@angular/core/testing';
import { ServerClock } from './server-clock';

describe('server clock', () => {
  beforeEach(() => jest.useFakeTimers({ now: Date.parse('2026-11-22T12:00:00Z') }));
  afterEach(() => jest.useRealTimers());

  it('follows the server, not the computer of the reader', () => {
    const clock = TestBed.inject(ServerClock);
    clock.sync('2026-11-22T15:30:10Z');
    expect(new Date(clock.now()).toISOString()).toBe('2026-11-22T15:30:10.000Z');
    jest.advanceTimersByTime(5000);
    expect(new Date(clock.now()).toISOString()).toBe('2026-11-22T15:30:15.000Z');
    expect(new Date(clock.minute()).toISOString()).toBe('2026-11-22T15:30:00.000Z');
  });

  it('ignores what is not an instant', () => {
    const clock = TestBed.inject(ServerClock);
    clock.sync('gisteren');
    expect(clock.now()).toBe(Date.now());
  });
});
