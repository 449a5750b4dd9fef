import { type CriterionInputDto } from '@htsm/contracts';
import { canSendCriteria, changedFields, type EditorForm } from './editor-form';

const criterion = (weight: number): CriterionInputDto => ({
  titleNl: '',
  titleEn: '',
  weight,
  knockOutMinimum: null,
  scoreLabelsNl: [],
  scoreLabelsEn: [],
});

// only the fields that the tests touch
const saved = { titleNl: 'Oud', summaryNl: 'Kort', budgetEur: null, criteria: [] } as unknown as EditorForm;

describe('what the editor sends', () => {
  it('is what changed, without criteria and without what the server would refuse', () => {
    const value = { ...saved, titleNl: 'Nieuw', summaryNl: 'Te lang', budgetEur: 5, criteria: [criterion(100)] };
    expect(changedFields(value, saved, { summaryNl: 'Hoogstens 600 tekens.' })).toEqual({
      titleNl: 'Nieuw',
      budgetEur: 5,
    });
    expect(changedFields(saved, saved, {})).toEqual({});
  });

  it('holds criteria back while a weight is no number from 0 to 100', () => {
    expect([[criterion(0), criterion(100)], [criterion(101)], [criterion(Number.NaN)]].map(canSendCriteria)).toEqual([
      true,
      false,
      false,
    ]);
  });
});
