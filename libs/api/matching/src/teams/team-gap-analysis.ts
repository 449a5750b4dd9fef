import { Injectable } from '@nestjs/common';
import type { Locale } from '@htsm/domain';
import {
  closeGap,
  gapLines,
  openGapReader,
  type ClosedGap,
  type GapFiller,
  type GapLine,
  type Saying,
  type TeamParty,
  type TextReader,
} from '@htsm/domain/matching';
import { titleFor, type ChallengeSummary } from '@htsm/api/challenges';
import { NotFound, type Tx } from '@htsm/api/core';
import type { AskTeamGapDto, GapFillerDto, TeamGapDto, TeamPartyDto } from '../dto/team-gap.dto';
import { ChallengeNotOpen } from '../matching.errors';
import { TeamOffersRepository, type OfferRow, type TeamTextsRow } from './team-offers.repository';
import { TeamReader } from './team-reader';

/** Sets that are shown. */
const MOST_SETS = 10;
/** Fillers that are shown one by one. */
const MOST_FILLERS = 20;

/** Who is asking, for which team. */
export interface AskedTeam {
  readonly challenge: ChallengeSummary;
  readonly own: readonly OfferRow[];
  /** Leaves out who declined or was vetoed. */
  readonly isOnBoard: boolean;
}
interface Team extends AskedTeam {
  readonly partners: readonly OfferRow[];
}

/** Compares a draft team with a challenge, and looks for who closes the gap. */
@Injectable()
export class TeamGapAnalysis {
  constructor(
    private readonly offers: TeamOffersRepository,
    private readonly readers: TeamReader,
  ) {}

  /** Gives what organisations of the actor show to partners. */
  own(tx: Tx): Promise<OfferRow[]> {
    return this.offers.own(tx);
  }

  /** Gives the actor's own organisations with their texts, and what reads words. */
  async ownParties(tx: Tx): Promise<{ readonly parties: TeamParty[]; readonly reader: TextReader }> {
    const own = await this.offers.own(tx);
    const texts = await this.offers.texts(
      tx,
      own.map(({ organisationId }) => organisationId),
    );
    return { parties: own.map((offer) => toParty(offer, texts)), reader: await this.readers.open(tx) };
  }

  /** Throws ChallengeNotOpen, and NotFound for a partner that the actor does not see. */
  async run(tx: Tx, asking: AskedTeam, { partnerIds, q }: AskTeamGapDto, locale: Locale): Promise<TeamGapDto> {
    const { challenge, own, isOnBoard } = asking;
    if (challenge.state !== 'open') throw new ChallengeNotOpen();
    const ownIds = own.map(({ organisationId }) => organisationId);
    const asked = partnerIds.filter((id) => !ownIds.includes(id));
    const partners = await this.offers.byIds(tx, challenge.id, asked);
    if (partners.length < asked.length) throw new NotFound();
    const without = [...ownIds, ...asked];
    const candidates = await this.offers.candidates(tx, challenge.id, { without, isOnBoard });
    const found = q === '' ? [] : await this.offers.byName(tx, challenge.id, q, without);
    const gap = openGapReader(await this.offers.sought(tx, challenge.id), await this.readers.open(tx));
    const texts = await this.offers.texts(tx, without);
    const lines = gapLines(
      gap,
      [...own, ...partners].map((offer) => toParty(offer, texts)),
    );
    const closed = closeGap(
      gap,
      lines,
      candidates.map((offer) => ({ ...toParty(offer, []), score: offer.score })),
      MOST_SETS,
    );
    return toDto({ ...asking, partners }, { lines, closed, candidates, texts, found, locale });
  }
}

function toParty(offer: OfferRow, texts: readonly TeamTextsRow[]): TeamParty {
  const { organisationId: id, themes, capabilities, regions, certificates, trlMin, trlMax } = offer;
  const own = texts.find(({ organisationId }) => organisationId === id);
  const sayings: Saying[] = capabilities.map((text) => ({ documentId: null, locale: offer.locale, text }));
  if (own !== undefined) sayings.push({ documentId: null, locale: own.locale, text: own.about });
  for (const { id: documentId, locale, title, text } of own?.documents ?? [])
    sayings.push({ documentId, locale, text: `${title}\n${text}` });
  const offers = {
    certificates,
    regions,
    ...(trlMin !== null && trlMax !== null ? { trl: { min: trlMin, max: trlMax } } : {}),
  };
  return { id, themes, offers, sayings };
}

interface Analysed {
  readonly lines: readonly GapLine[];
  readonly closed: ClosedGap;
  readonly candidates: readonly OfferRow[];
  readonly texts: readonly TeamTextsRow[];
  readonly found: readonly OfferRow[];
  readonly locale: Locale;
}

function toDto({ challenge, own, partners }: Team, analysed: Analysed): TeamGapDto {
  const { lines, closed, candidates, texts, found, locale } = analysed;
  const team = [...own, ...partners];
  const names = new Map(team.map(({ organisationId, organisationName }) => [organisationId, organisationName]));
  const titles = new Map(texts.flatMap(({ documents }) => documents.map(({ id, title }) => [id, title] as const)));
  const offers = new Map(candidates.map((offer) => [offer.organisationId, offer]));
  const filler = (one: GapFiller): GapFillerDto[] => {
    const offer = offers.get(one.id);
    return offer === undefined ? [] : [{ ...toPartyDto(offer), lines: [...one.lines] }];
  };
  return {
    challengeId: challenge.id,
    challengeSlug: challenge.slug,
    challengeTitle: titleFor(challenge, locale),
    closesAt: challenge.closesAt?.toISOString() ?? null,
    team: team.map((offer) => ({ ...toPartyDto(offer), isOwn: own.includes(offer) })),
    lines: lines.map(({ kind, asked, state, reasons }) => ({
      kind,
      asked,
      state,
      reasons: reasons.map((reason) => ({
        organisationName: names.get(reason.partyId) ?? '',
        state: reason.state,
        found: reason.found,
        documentTitle: reason.documentId === null ? null : (titles.get(reason.documentId) ?? null),
      })),
    })),
    sets: closed.sets.map((set) => ({ members: set.flatMap(filler) })),
    hasMoreSets: closed.isMore,
    nobody: [...closed.nobody],
    fillers: closed.fillers.slice(0, MOST_FILLERS).flatMap(filler),
    found: found.map(toPartyDto),
    lookedAt: candidates.length,
  };
}

function toPartyDto({ organisationId, organisationName, city }: OfferRow): TeamPartyDto {
  return { organisationId, organisationName, city };
}
