import {
  canCancelChallenge,
  checkChallenge,
  EDITABLE_CHALLENGE_STATES,
  sectionStates,
  type ChallengeContent,
  type Finding,
  type Locale,
  type QualityReport,
} from '@htsm/domain';
import { richTextToHtml, type Texts } from '@htsm/api/core';
import type { ChallengeEntity } from '../challenge.entity';
import type {
  ChallengeDossierDto,
  ChallengeHtmlDto,
  ChallengeRowDto,
  ChallengeStepsDto,
  FindingDto,
} from '../dto/dossier.dto';
import type { ChallengeFieldsDto } from '../dto/challenge-fields.dto';
import type { ChallengeListRow, ChallengeRecord } from './challenges.repository';

/** For whom a dossier is made. */
export interface DossierReader {
  readonly as: 'owner' | 'taskforce';
  readonly locale: Locale;
}

/** Gives what the quality gate judges. */
export function contentOf({ challenge, parts }: ChallengeRecord): ChallengeContent {
  return {
    titleNl: challenge.titleNl,
    titleEn: challenge.titleEn,
    summaryNl: challenge.summaryNl,
    summaryEn: challenge.summaryEn,
    problemNl: challenge.problemNl,
    problemEn: challenge.problemEn,
    contextNl: challenge.contextNl,
    contextEn: challenge.contextEn,
    successNl: challenge.successNl,
    successEn: challenge.successEn,
    themes: challenge.themes,
    capabilities: challenge.capabilities,
    trlFrom: challenge.trlFrom,
    trlTo: challenge.trlTo,
    region: challenge.region,
    budgetEur: challenge.budgetEur,
    noBudgetReason: challenge.noBudgetReason,
    ipRegime: challenge.ipRegime,
    hoursAsked: challenge.hoursAsked,
    decider: challenge.decider,
    contactName: challenge.contactName,
    contactEmail: parts.contact_email,
    opensAt: challenge.opensAt,
    closesAt: challenge.closesAt,
    decisionDueAt: challenge.decisionDueAt,
    criteria: parts.criteria,
  };
}

/** Runs the quality gate on a record, by the database's instant at which it was read. */
export function reportOn(record: ChallengeRecord): QualityReport {
  return checkChallenge(contentOf(record), record.parts.now);
}

/** Lists the fields of a dossier; findings come in the reader's language. */
export function dossier(record: ChallengeRecord, reader: DossierReader, texts: Texts): ChallengeDossierDto {
  const { challenge, parts } = record;
  const report = reportOn(record);
  return {
    ...fieldsOf(record),
    id: challenge.id,
    slug: challenge.slug,
    organisationId: challenge.organisationId,
    ownerName: parts.owner_name,
    state: challenge.state,
    version: challenge.version,
    openedAt: iso(challenge.openedAt),
    stoppedAcceptingAt: iso(challenge.stoppedAcceptingAt),
    cancelReason: challenge.cancelReason,
    isDemo: challenge.isDemo,
    updatedAt: challenge.updatedAt.toISOString(),
    criteria: parts.criteria,
    attachments: parts.attachments,
    html: htmlOf(challenge),
    blocking: report.blocking.map((finding) => findingDto(finding, reader.locale, texts)),
    advice: report.advice.map((finding) => findingDto(finding, reader.locale, texts)),
    sections: sectionStates(contentOf(record), report.blocking),
    history: parts.history,
    steps: stepsOf(challenge, reader.as, report),
    now: parts.now.toISOString(),
  };
}

/** Lists the fields of a row of a list. */
export function listRow(row: ChallengeListRow): ChallengeRowDto {
  return {
    id: row.id,
    slug: row.slug,
    title: row.title,
    ownerName: row.owner_name,
    state: row.state,
    opensAt: iso(row.opens_at),
    closesAt: iso(row.closes_at),
    decisionDueAt: iso(row.decision_due_at),
    openedAt: iso(row.opened_at),
    updatedAt: row.updated_at.toISOString(),
    stateSince: row.state_since.toISOString(),
    lastReason: row.last_reason,
    version: row.version,
    isDemo: row.is_demo,
  };
}

function iso(instant: Date | null): string | null {
  return instant?.toISOString() ?? null;
}

function fieldsOf({ challenge, parts }: ChallengeRecord): ChallengeFieldsDto {
  return {
    titleNl: challenge.titleNl,
    titleEn: challenge.titleEn,
    summaryNl: challenge.summaryNl,
    summaryEn: challenge.summaryEn,
    problemNl: challenge.problemNl,
    problemEn: challenge.problemEn,
    contextNl: challenge.contextNl,
    contextEn: challenge.contextEn,
    successNl: challenge.successNl,
    successEn: challenge.successEn,
    programme: challenge.programme,
    partners: challenge.partners,
    themes: challenge.themes,
    capabilities: challenge.capabilities,
    trlFrom: challenge.trlFrom,
    trlTo: challenge.trlTo,
    region: challenge.region,
    budgetEur: challenge.budgetEur,
    noBudgetReason: challenge.noBudgetReason,
    ipRegime: challenge.ipRegime,
    hoursAsked: challenge.hoursAsked,
    decider: challenge.decider,
    contactName: challenge.contactName,
    contactEmail: parts.contact_email,
    opensAt: iso(challenge.opensAt),
    closesAt: iso(challenge.closesAt),
    decisionDueAt: iso(challenge.decisionDueAt),
    isBlind: challenge.isBlind,
  };
}

function htmlOf(challenge: ChallengeEntity): ChallengeHtmlDto {
  return {
    problemNl: richTextToHtml(challenge.problemNl),
    problemEn: richTextToHtml(challenge.problemEn),
    contextNl: richTextToHtml(challenge.contextNl),
    contextEn: richTextToHtml(challenge.contextEn),
    successNl: richTextToHtml(challenge.successNl),
    successEn: richTextToHtml(challenge.successEn),
  };
}

function findingDto(finding: Finding, locale: Locale, texts: Texts): FindingDto {
  const { code, section, path, params } = finding;
  return { code, section, path, text: texts.say(locale, `errors.field.${code}`, params) };
}

function stepsOf(challenge: ChallengeEntity, as: DossierReader['as'], report: QualityReport): ChallengeStepsDto {
  const canEdit = as === 'owner' && EDITABLE_CHALLENGE_STATES.includes(challenge.state);
  const canModerate = as === 'taskforce' && challenge.state === 'in_moderation';
  return {
    canEdit,
    canSubmit: canEdit && report.blocking.length === 0,
    canApprove: canModerate,
    canRequestChanges: canModerate,
    canCancel: canCancelChallenge(challenge.state, as),
  };
}
