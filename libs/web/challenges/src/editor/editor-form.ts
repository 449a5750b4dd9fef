import { type ChallengeDossierDto, type ChangeChallengeDto, type CriterionInputDto } from '@htsm/contracts';

/** What the owner types: the fields of the challenge and its criteria. */
export interface EditorForm extends Required<Omit<ChangeChallengeDto, 'version'>> {
  readonly criteria: readonly CriterionInputDto[];
}

/** Takes from a dossier what can be edited. */
export function toForm(dossier: ChallengeDossierDto): EditorForm {
  return {
    titleNl: dossier.titleNl,
    titleEn: dossier.titleEn,
    summaryNl: dossier.summaryNl,
    summaryEn: dossier.summaryEn,
    problemNl: dossier.problemNl,
    problemEn: dossier.problemEn,
    contextNl: dossier.contextNl,
    contextEn: dossier.contextEn,
    successNl: dossier.successNl,
    successEn: dossier.successEn,
    programme: dossier.programme,
    partners: dossier.partners,
    themes: dossier.themes,
    capabilities: dossier.capabilities,
    trlFrom: dossier.trlFrom,
    trlTo: dossier.trlTo,
    region: dossier.region,
    budgetEur: dossier.budgetEur,
    noBudgetReason: dossier.noBudgetReason,
    ipRegime: dossier.ipRegime,
    hoursAsked: dossier.hoursAsked,
    decider: dossier.decider,
    contactName: dossier.contactName,
    contactEmail: dossier.contactEmail,
    opensAt: dossier.opensAt,
    closesAt: dossier.closesAt,
    decisionDueAt: dossier.decisionDueAt,
    isBlind: dossier.isBlind,
    criteria: dossier.criteria.map((criterion) => ({ ...criterion })),
  };
}

/** Gives the fields that differ from what the server has and that hold nothing it would refuse. */
export function changedFields(
  value: EditorForm,
  saved: EditorForm,
  faults: Readonly<Record<string, string>>,
): Omit<ChangeChallengeDto, 'version'> {
  const names = Object.keys(saved) as (keyof EditorForm)[]; // the keys of the form, by construction
  const changed = names
    .filter((name) => name !== 'criteria' && value[name] !== saved[name] && faults[name] === undefined)
    .map((name) => [name, value[name]] as const);
  return Object.fromEntries(changed);
}

/** Whether criteria can be sent: every weight is a number from 0 to 100. */
export function canSendCriteria(criteria: readonly CriterionInputDto[]): boolean {
  return criteria.every(({ weight }) => Number.isInteger(weight) && weight >= 0 && weight <= 100);
}
