import { stateAt, type Locale } from '@htsm/domain';
import { richTextToHtml } from '@htsm/api/core';
import type { CriterionDto } from '../dto/criterion.dto';
import type { PublicChallengeDto, PublicCriterionDto } from '../dto/public-challenge.dto';
import type { PublicPageRow } from './public-page.repository';

/** Lists the fields of the public page in the reader's language, or in the other when it is not written in it. */
export function publicPage(row: PublicPageRow, locale: Locale): PublicChallengeDto {
  const languages: Locale[] = [
    ...(row.title_nl === '' ? [] : ['nl' as const]),
    ...(row.title_en === '' ? [] : ['en' as const]),
  ];
  const language = languages.includes(locale) ? locale : (languages[0] ?? 'nl');
  const text = textsIn(row, language);
  return {
    id: row.id,
    slug: row.slug,
    state: stateAt(row.state, row.closes_at, row.now),
    ownerId: row.owner_id,
    ownerName: row.owner_name,
    answerDays: row.answer_days,
    programme: row.programme,
    partners: row.partners,
    language,
    languages,
    title: text.title,
    summary: text.summary,
    problemHtml: richTextToHtml(text.problem),
    contextHtml: richTextToHtml(text.context),
    successHtml: richTextToHtml(text.success),
    themes: row.themes,
    capabilities: row.capabilities,
    region: row.region,
    budgetEur: row.budget_eur,
    noBudgetReason: row.no_budget_reason,
    ipRegime: row.ip_regime,
    hoursAsked: row.hours_asked,
    trlFrom: row.trl_from,
    trlTo: row.trl_to,
    decider: row.decider,
    isBlind: row.is_blind,
    contactName: row.contact_name,
    contactEmail: row.contact_email,
    openedAt: row.opened_at.toISOString(),
    closesAt: row.closes_at.toISOString(),
    decisionDueAt: row.decision_due_at?.toISOString() ?? null,
    stoppedAcceptingAt: row.stopped_accepting_at?.toISOString() ?? null,
    cancelReason: row.cancel_reason,
    isDemo: row.is_demo,
    criteria: row.criteria.map((criterion) => publicCriterion(criterion, language)),
    attachments: row.attachments,
    now: row.now.toISOString(),
  };
}

function textsIn(
  row: PublicPageRow,
  language: Locale,
): Record<'title' | 'summary' | 'problem' | 'context' | 'success', string> {
  if (language === 'nl') {
    return {
      title: row.title_nl,
      summary: row.summary_nl,
      problem: row.problem_nl,
      context: row.context_nl,
      success: row.success_nl,
    };
  }
  return {
    title: row.title_en,
    summary: row.summary_en,
    problem: row.problem_en,
    context: row.context_en,
    success: row.success_en,
  };
}

function publicCriterion(criterion: CriterionDto, language: Locale): PublicCriterionDto {
  const other: Locale = language === 'nl' ? 'en' : 'nl';
  const title = { nl: criterion.titleNl, en: criterion.titleEn };
  const labels = { nl: criterion.scoreLabelsNl, en: criterion.scoreLabelsEn };
  return {
    id: criterion.id,
    title: title[language] === '' ? title[other] : title[language],
    weight: criterion.weight,
    knockOutMinimum: criterion.knockOutMinimum,
    scoreLabels: labels[language].length === 0 ? labels[other] : labels[language],
  };
}
