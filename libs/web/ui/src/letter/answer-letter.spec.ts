import { Component, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { type FormatLanguage } from '../format/formats';
import { provideTestWords } from '../testing/test-words';
import { AnswerLetter, type Letter } from './answer-letter';

const LETTER: Letter = {
  outcome: 'declined',
  summary: 'Dank voor uw voorstel.',
  releasedAt: '2026-11-23T12:00:00.000Z',
  meanScore: 3.93,
  fieldMedian: 3,
  reviewCount: 2,
  reasons: [
    {
      criterionId: 'effect',
      title: 'Effect',
      weight: 60,
      meanScore: 4,
      lowest: 3,
      highest: 5,
      fieldMedian: 2.5,
      text: 'Goed uitgelegd.',
    },
    {
      criterionId: 'plan',
      title: 'Plan',
      weight: 40,
      meanScore: null,
      lowest: null,
      highest: null,
      fieldMedian: null,
      text: 'Niet beoordeeld.',
    },
  ],
};

@Component({ imports: [AnswerLetter], template: '<htsm-answer-letter [letter]="letter" [in]="language()" />' })
class Page {
  readonly letter = LETTER;
  readonly language = signal<FormatLanguage | undefined>(undefined);
}

function lines(host: HTMLElement): string[] {
  return [...host.querySelectorAll('dd, .score, .text')].map((line) =>
    (line.textContent ?? '').replace(/\s+/g, ' ').trim(),
  );
}

describe('the letter of an answer', () => {
  it('says the own scores, how far reviewers lay apart, the middle of the field, and why', async () => {
    TestBed.configureTestingModule({ providers: [provideTestWords()] });
    const fixture = TestBed.createComponent(Page);
    await fixture.whenStable();
    const host: HTMLElement = fixture.nativeElement;
    expect(lines(host)).toEqual([
      '3,9 van 5, van 2 beoordelaars',
      '3,0 van 5',
      'Dank voor uw voorstel.',
      '4,0 van 5, van 3 tot 5, het midden van alle voorstellen is 2,5',
      'Goed uitgelegd.',
      'Niet van toepassing',
      'Niet beoordeeld.',
    ]);
    expect(host.querySelector('svg')?.getAttribute('aria-label')).toBe(lines(host)[3]);
  });

  it('speaks the language of its reader, whatever the screen speaks', async () => {
    TestBed.configureTestingModule({ providers: [provideTestWords()] });
    const fixture = TestBed.createComponent(Page);
    fixture.componentInstance.language.set('en');
    await fixture.whenStable();
    const host: HTMLElement = fixture.nativeElement;
    expect([
      host.querySelector('htsm-answer-letter')?.getAttribute('lang'),
      host.querySelector('h2')?.textContent,
    ]).toEqual(['en', 'Your proposal was not chosen']);
    expect(lines(host)[0]).toBe('3.9 out of 5, from 2 reviewers');
  });
});
