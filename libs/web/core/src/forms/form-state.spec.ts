import { jest } from '@jest/globals';
import { Problem } from '../api/problem';
import { type FormOptions, FormState } from './form-state';

interface Draft {
  readonly title: string;
  readonly hours: number | null;
  readonly criteria: readonly { readonly weight: number | null }[];
}

const initial: Draft = { title: '', hours: null, criteria: [{ weight: 40 }, { weight: 60 }] };

function makeForm(options: Partial<FormOptions<Draft>> = {}) {
  const constraints = { title: { required: true, maxLength: 5 }, hours: { minimum: 1, maximum: 100 } };
  const t = (key: string, params?: object) => `${key}${params === undefined ? '' : JSON.stringify(params)}`;
  const toProblem = (error: unknown) => (error instanceof Problem ? error : new Problem(500, { title: 'kapot' }));
  return new FormState<Draft>({ initial, constraints, ...options }, t, toProblem);
}

describe('form state', () => {
  it('is silent until a field is left', () => {
    const form = makeForm();
    const title = form.field('title');
    form.set('title', 'veel te lang');
    expect(title.error()).toBeUndefined();
    title.leave();
    expect(title.error()).toBe('core.form.maxLength{"max":5,"length":12}');
  });

  it('takes an error away while mending and stays silent until the field is left again', () => {
    const form = makeForm();
    const title = form.field('title');
    title.leave();
    expect(title.error()).toBe('core.form.required');
    title.set('goed');
    expect(title.error()).toBeUndefined();
    title.set('');
    expect(title.error()).toBeUndefined();
  });

  it('writes inside lists and leaves the rest the same', () => {
    const form = makeForm();
    form.field('criteria.1.weight').set(25);
    expect(form.value()).toEqual({ title: '', hours: null, criteria: [{ weight: 40 }, { weight: 25 }] });
    expect(form.value().criteria[0]).toBe(initial.criteria[0]);
    expect(form.isDirty()).toBe(true);
  });

  it('lists what is wrong by name and sends nothing', async () => {
    const form = makeForm({ check: ({ hours }) => ({ hours: hours === null ? 'Vul de uren in.' : undefined }) });
    form.field('title').label('Titel');
    const send = jest.fn((value: unknown) => Promise.resolve(value));
    expect(await form.submit(send)).toBeUndefined();
    expect(send).not.toHaveBeenCalled();
    expect(form.attempts()).toBe(1);
    expect(form.summary()).toEqual([
      { path: 'title', label: 'Titel', message: 'core.form.required' },
      { path: 'hours', label: '', message: 'Vul de uren in.' },
    ]);
  });

  it('checks numbers against their limits', () => {
    const form = makeForm();
    const messages = [0, 101, Number.NaN, 50].map((hours) => {
      form.set('hours', hours);
      return form.faults()['hours'];
    });
    expect(messages).toEqual([
      'core.form.minimum{"min":1}',
      'core.form.maximum{"max":100}',
      'core.form.number',
      undefined,
    ]);
  });

  it('gives the result, and is clean afterwards', async () => {
    const form = makeForm();
    form.set('title', 'goed');
    expect(await form.submit((value) => Promise.resolve(value.title))).toBe('goed');
    expect(form.isDirty()).toBe(false);
    expect(form.isBusy()).toBe(false);
    expect(form.summary()).toEqual([]);
  });

  it('puts a refusal at its field and keeps what was typed', async () => {
    const form = makeForm();
    form.set('title', 'dubb');
    const errors = [{ path: 'title', code: 'taken', detail: 'Deze titel bestaat al.' }];
    await form.submit(() => Promise.reject(new Problem(422, { title: 'Dit kan niet', errors })));
    expect(form.field('title').error()).toBe('Deze titel bestaat al.');
    expect(form.value().title).toBe('dubb');
    form.set('title', 'ander');
    expect(form.field('title').error()).toBeUndefined();
  });

  it('shows a refusal as a whole on top', async () => {
    const form = makeForm();
    form.set('title', 'goed');
    await form.submit(() =>
      Promise.reject(new Problem(409, { code: 'closed', title: 'Te laat', detail: 'Gesloten.' })),
    );
    expect(form.summary()).toEqual([{ path: '', label: 'Te laat', message: 'Gesloten.' }]);
    expect(form.problem()?.code).toBe('closed');
  });

  it('sends once when pressed twice', async () => {
    const form = makeForm();
    form.set('title', 'goed');
    const send = jest.fn(() => Promise.resolve('klaar'));
    expect(await Promise.all([form.submit(send), form.submit(send)])).toEqual(['klaar', undefined]);
    expect(send).toHaveBeenCalledTimes(1);
  });
});
