import { TestBed } from '@angular/core/testing';
import { signal } from '@angular/core';
import { type ListedTermDto } from '@htsm/contracts';
import { ApiClient } from '../api/api-client';
import { Problem } from '../api/problem';
import { Language } from '../language/language';
import { Lists } from './lists';

const term = (code: string, nl: string, more: Partial<ListedTermDto> = {}): ListedTermDto => ({
  scheme: 'theme',
  code,
  broader: code.includes('/') ? String(code.split('/')[0]) : '',
  nl,
  en: `${nl} (en)`,
  isActive: true,
  ...more,
});

describe('the lists of words', () => {
  const current = signal<'nl' | 'en'>('nl');
  let answer: () => Promise<unknown>;
  let lists: Lists;
  beforeEach(() => {
    current.set('nl');
    TestBed.configureTestingModule({
      providers: [
        { provide: ApiClient, useValue: { get: () => answer() } },
        { provide: Language, useValue: { current } },
      ],
    });
    lists = TestBed.inject(Lists);
    const terms = [
      term('robotics', 'robotica'),
      term('robotics/cobots', 'cobots'),
      term('robotics/old', 'oud', { isActive: false }),
      term('data_ai', 'data en AI'),
      term('robotics', 'robotisering', { scheme: 'capability' }),
    ];
    answer = () => Promise.resolve({ version: 1, terms });
  });

  it('give words in the language on the screen, with a capital where a line begins', async () => {
    await lists.load();
    expect([lists.word('theme', 'data_ai'), lists.inSentence('theme', 'data_ai')]).toEqual([
      'Data en AI',
      'data en AI',
    ]);
    current.set('en');
    expect([lists.word('theme', 'robotics'), lists.word('theme', 'unheard/of')]).toEqual([
      'Robotica (en)',
      'Unheard/of',
    ]);
  });

  it('give what can be chosen as a tree, and what was chosen before it was retired', async () => {
    await lists.load();
    const leaf = (value: string, label: string) => ({ value, label, children: [] });
    expect(lists.options('theme')).toEqual([
      { value: 'robotics', label: 'Robotica', children: [leaf('robotics/cobots', 'Cobots')] },
      leaf('data_ai', 'Data en AI'),
    ]);
    expect(lists.options('theme', ['robotics/old'])[0]?.children).toEqual([
      leaf('robotics/cobots', 'Cobots'),
      leaf('robotics/old', 'Oud'),
    ]);
  });

  it('leave codes where the words did not come', async () => {
    answer = () => Promise.reject(new Problem(503, {}));
    await lists.load();
    expect([lists.word('theme', 'robotics'), lists.options('theme')]).toEqual(['Robotics', []]);
  });
});
