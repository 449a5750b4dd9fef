import { type PublicChallengeDto } from '@htsm/contracts';
import { type PageAddress } from '@htsm/web/core';

const site = 'HTSM Challenges';
const taskforce = 'Taskforce HTSM Noord-Nederland';

/** What is said in words of the reader's language. */
export interface SchemaWords {
  readonly challenges: string;
  readonly themes: readonly string[];
  readonly region: string;
}

/** Describes a public challenge as a demand (schema.org/Demand): somebody asks for a solution, between two instants. */
export function challengeSchema(
  item: PublicChallengeDto,
  { origin, canonical }: PageAddress,
  words: SchemaWords,
): object {
  return {
    '@type': 'WebPage',
    '@id': canonical,
    url: canonical,
    name: item.title,
    description: item.summary,
    inLanguage: item.language,
    datePublished: item.openedAt,
    isPartOf: { '@type': 'WebSite', name: site, url: `${origin}/` },
    publisher: { '@type': 'Organization', name: taskforce, url: `${origin}/` },
    author: { '@type': 'Organization', name: item.ownerName },
    breadcrumb: {
      '@type': 'BreadcrumbList',
      itemListElement: [
        { '@type': 'ListItem', position: 1, name: words.challenges, item: `${origin}/challenges` },
        { '@type': 'ListItem', position: 2, name: item.title, item: canonical },
      ],
    },
    mainEntity: demand(item, canonical, words),
  };
}

function demand(item: PublicChallengeDto, canonical: string, words: SchemaWords): object {
  return {
    '@type': 'Demand',
    identifier: item.id,
    name: item.title,
    description: item.summary,
    url: canonical,
    businessFunction: 'http://purl.org/goodrelations/v1#Buy',
    validFrom: item.openedAt,
    validThrough: item.closesAt,
    availabilityStarts: item.openedAt,
    availabilityEnds: item.closesAt,
    ...(words.region === '' ? {} : { areaServed: { '@type': 'AdministrativeArea', name: words.region } }),
    ...(item.budgetEur === null
      ? {}
      : { priceSpecification: { '@type': 'PriceSpecification', maxPrice: item.budgetEur, priceCurrency: 'EUR' } }),
    itemOffered: {
      '@type': 'Service',
      name: item.title,
      category: words.themes,
      ...(item.capabilities.length === 0 ? {} : { serviceType: item.capabilities }),
    },
  };
}
