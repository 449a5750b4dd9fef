import { Component, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideTestWords } from '../testing/test-words';
import { DateTimeField } from './date-time-field';

@Component({
  imports: [DateTimeField],
  template: `<htsm-date-time label="Sluit op" name="closesAt" [(value)]="at" />`,
})
class Plan {
  readonly at = signal<string | null>('2026-11-24T16:00:00.000Z');
}

async function openPlan() {
  TestBed.configureTestingModule({ providers: [provideTestWords()] });
  const fixture = TestBed.createComponent(Plan);
  await fixture.whenStable();
  const host: HTMLElement = fixture.nativeElement;
  const input = host.querySelector('input');
  if (input === null) throw new Error('no input');
  const type = async (local: string) => {
    input.value = local;
    input.dispatchEvent(new Event('input'));
    await fixture.whenStable();
  };
  const error = () => host.querySelector('.error')?.textContent ?? '';
  return { fixture, host, input, type, error, at: fixture.componentInstance.at };
}

describe('date and time field', () => {
  it('shows the clock in Amsterdam and gives the instant', async () => {
    const { input, type, at } = await openPlan();
    expect(input.value).toBe('2026-11-24T17:00');
    await type('2026-07-01T12:30');
    expect(at()).toBe('2026-07-01T10:30:00.000Z');
  });

  it('refuses a time that the clock skips, and keeps what was typed', async () => {
    const { input, type, error, at } = await openPlan();
    await type('2027-03-28T02:30');
    expect(at()).toBeNull();
    expect(error()).toContain('03:00 uur');
    expect(input.value).toBe('2027-03-28T02:30');
    await type('2027-03-28T03:30');
    expect(at()).toBe('2027-03-28T01:30:00.000Z');
    expect(error()).toBe('');
  });

  it('asks which of the two when a time comes twice', async () => {
    const { fixture, host, input, type, error, at } = await openPlan();
    await type('2027-10-31T02:30');
    expect(at()).toBeNull();
    expect(error()).toContain('twee keer');
    const [summer, winter] = host.querySelectorAll<HTMLButtonElement>('[role="group"] button');
    winter?.click();
    await fixture.whenStable();
    expect(at()).toBe('2027-10-31T01:30:00.000Z');
    expect(error()).toBe('');
    expect(input.value).toBe('2027-10-31T02:30');
    expect(summer?.textContent).toContain('zomertijd');
  });
});
