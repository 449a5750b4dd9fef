import { Controller, Get, Injectable } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { ANONYMOUS, Database, Public } from '@htsm/api/core';
import { ListedTermsDto, type ListedTermDto } from '../dto/taxonomy.dto';

/** The lists that pages show. */
const SHOWN = ['theme', 'capability', 'certificate', 'company_size', 'region', 'readiness'];

/** The words that everybody chooses from. */
@Injectable()
export class ListedTerms {
  constructor(private readonly database: Database) {}

  /** Gives the terms of all lists, the same for everyone; merged ones too, which old links may name. */
  list(): Promise<ListedTermsDto> {
    return this.database.as(ANONYMOUS, async (tx) => {
      const terms = await tx.rows<ListedTermDto & { version: number }>(
        `SELECT scheme, code, broader, label_nl AS nl, label_en AS en, state = 'active' AS "isActive", version
         FROM taxonomy_term WHERE scheme = ANY ($1) ORDER BY scheme, position, code`,
        [SHOWN],
      );
      return {
        version: Math.max(0, ...terms.map(({ version }) => version)),
        terms: terms.map(({ scheme, code, broader, nl, en, isActive }) => ({
          scheme,
          code,
          broader,
          nl,
          en,
          isActive,
        })),
      };
    });
  }
}

/** Themes, certificates and regions in words; no session needed. */
@ApiTags('taxonomy')
@Controller('taxonomy')
export class ListedTermsController {
  constructor(private readonly terms: ListedTerms) {}

  /** The words that pages show and choose from. */
  @Get()
  @Public()
  @ApiOkResponse({ type: ListedTermsDto })
  list(): Promise<ListedTermsDto> {
    return this.terms.list();
  }
}
