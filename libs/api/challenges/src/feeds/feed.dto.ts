import { PickType } from '@nestjs/swagger';
import { LOCALES, type Locale } from '@htsm/domain';
import { ChoiceField } from '@htsm/api/core';
import { PublicChallengesQueryDto } from '../dto/public-challenge.dto';

/** The language of a feed, in its address, so that every reader of an address gets the same bytes. */
export class FeedLanguageDto {
  /** Left out: Dutch. */
  @ChoiceField(LOCALES, { optional: true }) lang?: Locale;
}

/** Search and filters of a feed; those of the public list. */
export class FeedQueryDto extends PickType(PublicChallengesQueryDto, ['q', 'theme', 'region'] as const) {
  /** Left out: Dutch. */
  @ChoiceField(LOCALES, { optional: true }) lang?: Locale;
}
