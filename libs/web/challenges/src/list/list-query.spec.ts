import { convertToParamMap } from '@angular/router';
import { chosenFilters, effectiveSort, readListQuery, toggleFilter, writeListQuery } from './list-query';

const read = (params: Record<string, string | string[]>) => readListQuery(convertToParamMap(params));

describe('the query of the list', () => {
  it('shows open challenges when the address says nothing', () => {
    const query = read({});
    expect(query).toEqual({ q: '', theme: [], region: [], state: ['open'], sort: null, cursor: '' });
    expect(writeListQuery(query)).toEqual({
      q: null,
      theme: null,
      region: null,
      state: null,
      sort: null,
      cursor: null,
    });
    expect(chosenFilters(query)).toEqual([]);
  });

  it('reads one and several values and leaves out what does not exist', () => {
    expect(
      read({
        theme: ['robotics', 'Magic!', 'robotics/cobots', 'robotics'],
        region: 'drenthe',
        state: 'draft',
        sort: 'price',
      }),
    ).toEqual({
      q: '',
      theme: ['robotics', 'robotics/cobots'],
      region: ['drenthe'],
      state: ['open'],
      sort: null,
      cursor: '',
    });
  });

  it('survives a round through the address', () => {
    const query = read({
      q: 'meten',
      theme: ['sensors', 'robotics'],
      state: ['open', 'closed'],
      sort: 'newest',
      cursor: 'abc',
    });
    const written = Object.entries(writeListQuery(query)).filter(([, value]) => value !== null);
    expect(read(Object.fromEntries(written))).toEqual(query);
  });

  it('starts at the first page after a change, and falls back to open when no state is left', () => {
    const query = read({ state: 'closed', cursor: 'abc' });
    expect(toggleFilter(query, 'state', 'closed')).toEqual({ ...query, state: ['open'], cursor: '' });
    expect(toggleFilter(query, 'theme', 'robotics')).toEqual({ ...query, theme: ['robotics'], cursor: '' });
    expect(chosenFilters(query)).toEqual([{ name: 'state', value: 'closed' }]);
  });

  it('sorts by closing, and by relevance when there are words', () => {
    expect([
      effectiveSort(read({})),
      effectiveSort(read({ q: 'lassen' })),
      effectiveSort(read({ q: 'a', sort: 'newest' })),
    ]).toEqual(['closing', 'relevance', 'newest']);
  });
});
