import { Component, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideTestWords } from '../testing/test-words';
import { scoreOfKey, ScoreScale, type ScoreValue } from './score-scale';

@Component({
  imports: [ScoreScale],
  template: `
    <htsm-score-scale label="Effect" name="effect" [minimum]="3" [labels]="labels" [(value)]="score" />
    <input id="elsewhere" />
  `,
})
class Desk {
  readonly labels = ['geen', 'klein', 'matig', 'redelijk', 'groot', 'heel groot'];
  readonly score = signal<ScoreValue>(null);
}

async function openDesk() {
  TestBed.configureTestingModule({ providers: [provideTestWords()] });
  const fixture = TestBed.createComponent(Desk);
  await fixture.whenStable();
  const host: HTMLElement = fixture.nativeElement;
  const press = async (key: string, options: KeyboardEventInit = {}, target = '#f-effect') => {
    host.querySelector(target)?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, ...options }));
    await fixture.whenStable();
  };
  return { fixture, host, press, score: fixture.componentInstance.score };
}

describe('score scale', () => {
  it('reads 0 to 5 and N as scores, nothing else', () => {
    expect(['0', '5', 'n', 'N', '6', 'a', 'Enter'].map(scoreOfKey)).toEqual([
      0,
      5,
      'na',
      'na',
      undefined,
      undefined,
      undefined,
    ]);
  });

  it('takes a key pressed inside the group and says what it means', async () => {
    const { host, press, score } = await openDesk();
    await press('4');
    expect(score()).toBe(4);
    expect(host.querySelector('.anchor')?.textContent).toContain('groot');
    expect(host.querySelector<HTMLInputElement>('input:checked')?.value).toBe('4');
  });

  it('keeps not applicable apart from zero', async () => {
    const { press, score } = await openDesk();
    await press('n');
    expect(score()).toBe('na');
    await press('0');
    expect(score()).toBe(0);
  });

  it('says when a score is below the minimum', async () => {
    const { host, press } = await openDesk();
    await press('2');
    expect(host.querySelector('.anchor')?.textContent).toContain('onder het minimum');
    await press('3');
    expect(host.querySelector('.anchor')?.textContent).not.toContain('onder het minimum');
  });

  it('leaves keys outside the group and shortcuts alone', async () => {
    const { press, score } = await openDesk();
    await press('4', {}, '#elsewhere');
    await press('4', { ctrlKey: true });
    expect(score()).toBeNull();
  });
});
