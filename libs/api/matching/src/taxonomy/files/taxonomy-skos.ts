import { DataFactory, Parser, Writer, type Quad } from 'n3';
import { RdfXmlParser } from 'rdfxml-streaming-parser';
import { codeFor, TAXONOMY_SCHEMES, type TaxonomyLine, type TaxonomyRecord } from '@htsm/domain/themes';
import { UnreadableFile } from '../taxonomy.errors';

const SKOS = 'http://www.w3.org/2004/02/skos/core#';
const TERMS = 'http://purl.org/dc/terms/';
const OWL = 'http://www.w3.org/2002/07/owl#';
const TYPE = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#type';
const { literal, namedNode, quad } = DataFactory;

/**
 * Writes all terms as SKOS concepts in Turtle, in the order given. A concept's address is that of the platform, its list and its
 * code; the code stands in `dcterms:identifier` too.
 */
export function writeTaxonomyTurtle(terms: readonly TaxonomyRecord[], publicUrl: string): Promise<string> {
  const base = `${publicUrl}/taxonomy/`;
  const writer = new Writer({ prefixes: { skos: SKOS, dcterms: TERMS, owl: OWL } });
  for (const scheme of new Set(terms.map((term) => term.scheme)))
    writer.addQuad(quad(namedNode(base + scheme), namedNode(TYPE), namedNode(`${SKOS}ConceptScheme`)));
  for (const term of terms) {
    const concept = namedNode(`${base}${term.scheme}/${term.code}`);
    const above = term.scheme === 'capability' ? 'theme' : term.scheme;
    const add = (name: string, value: ReturnType<typeof literal> | ReturnType<typeof namedNode>): void =>
      writer.addQuad(quad(concept, namedNode(name), value));
    add(TYPE, namedNode(`${SKOS}Concept`));
    add(`${SKOS}inScheme`, namedNode(base + term.scheme));
    add(`${TERMS}identifier`, literal(term.code));
    if (term.broader !== '') add(`${SKOS}broader`, namedNode(`${base}${above}/${term.broader}`));
    add(`${SKOS}prefLabel`, literal(term.nl, 'nl'));
    add(`${SKOS}prefLabel`, literal(term.en, 'en'));
    for (const word of term.synonymsNl) add(`${SKOS}altLabel`, literal(word, 'nl'));
    for (const word of term.synonymsEn) add(`${SKOS}altLabel`, literal(word, 'en'));
    if (term.notation !== '') add(`${SKOS}notation`, literal(term.notation));
    if (term.state !== 'active') add(`${OWL}deprecated`, literal('true', namedNode(XSD_BOOLEAN)));
    if (term.replacedBy !== '') add(`${TERMS}isReplacedBy`, namedNode(`${base}${term.scheme}/${term.replacedBy}`));
  }
  return new Promise((resolve, reject) => {
    writer.end((fault: Error | null, text: string) => (fault === null ? resolve(text) : reject(fault)));
  });
}
const XSD_BOOLEAN = 'http://www.w3.org/2001/XMLSchema#boolean';

/** Reads concepts from Turtle. @param scheme of concepts that name none of our lists. @throws UnreadableFile */
export function readTaxonomyTurtle(text: string, scheme: string): TaxonomyLine[] {
  try {
    return toLines(new Parser({ format: 'text/turtle', baseIRI: BASE }).parse(text), text, scheme);
  } catch (fault) {
    if (fault instanceof UnreadableFile) throw fault;
    const { context } = fault as { context?: { line?: number } }; // what the parser hangs on its errors
    throw new UnreadableFile('not_skos', { line: context?.line ?? 1 });
  }
}

/** Reads concepts from RDF/XML. A DOCTYPE could make a small file a very large one, and is refused. @throws UnreadableFile */
export async function readTaxonomyRdfXml(text: string, scheme: string): Promise<TaxonomyLine[]> {
  if (/<!DOCTYPE/i.test(text)) throw new UnreadableFile('doctype');
  const parser = new RdfXmlParser({ baseIRI: BASE, trackPosition: true });
  const quads: Quad[] = [];
  const isRead = new Promise<void>((resolve, reject) => {
    parser.on('data', (found: Quad) => quads.push(found));
    parser.on('end', resolve);
    parser.on('error', reject);
  });
  parser.end(text);
  await isRead.catch((fault: Error & { line?: number }) => {
    // a fault of RDF has the line beside it, one of XML in its words
    const line = fault.line ?? Number(/^(\d+):/.exec(fault.message)?.[1] ?? 1);
    throw new UnreadableFile('not_skos', { line });
  });
  return toLines(quads, text, scheme);
}
const BASE = 'urn:concept:';

/** What is said of one concept. */
class Concept {
  readonly said = new Map<string, Quad['object'][]>();

  constructor(readonly address: string) {}

  values(name: string): string[] {
    return (this.said.get(name) ?? []).map(({ value }) => value);
  }

  /** The labels in a language or one of its regions. */
  labels(name: string, language: 'nl' | 'en'): string[] {
    const labels = (this.said.get(name) ?? []).filter(
      (term) => term.termType === 'Literal' && term.language.split('-')[0] === language,
    );
    return labels.map(({ value }) => value.trim());
  }
}

function toLines(quads: readonly Quad[], text: string, scheme: string): TaxonomyLine[] {
  const concepts = new Map<string, Concept>();
  for (const { subject, predicate, object } of quads) {
    const concept = concepts.get(subject.value) ?? new Concept(subject.value);
    concepts.set(subject.value, concept);
    concept.said.set(predicate.value, [...(concept.said.get(predicate.value) ?? []), object]);
  }
  const found = [...concepts.values()].filter((concept) => concept.values(TYPE).includes(`${SKOS}Concept`));
  if (found.length === 0) throw new UnreadableFile('empty');
  const codes = new Map(found.map((concept) => [concept.address, codeOf(concept, concepts)]));
  const coded = (address: string | undefined): string =>
    address === undefined ? '' : (codes.get(address) ?? codeFor(nameOf(address)));
  return found.map((concept) => {
    const replacedBy = coded(concept.values(`${TERMS}isReplacedBy`)[0]);
    const isDeprecated = concept.values(`${OWL}deprecated`).some((value) => value === 'true' || value === '1');
    return {
      line: lineOf(text, concept.address),
      scheme: schemeOf(concept) ?? scheme,
      code: coded(concept.address),
      broader: coded(concept.values(`${SKOS}broader`)[0]),
      nl: concept.labels(`${SKOS}prefLabel`, 'nl')[0] ?? '',
      en: concept.labels(`${SKOS}prefLabel`, 'en')[0] ?? '',
      synonymsNl: concept.labels(`${SKOS}altLabel`, 'nl'),
      synonymsEn: concept.labels(`${SKOS}altLabel`, 'en'),
      notation: concept.values(`${SKOS}notation`)[0] ?? '',
      state: replacedBy !== '' ? 'merged' : isDeprecated ? 'retired' : 'active',
      replacedBy,
    };
  });
}

/** The code that it was given, or one made of the end of its address, below that of the concept above it. */
function codeOf(concept: Concept, concepts: ReadonlyMap<string, Concept>): string {
  const [given] = concept.values(`${TERMS}identifier`);
  if (given !== undefined) return given;
  const own = codeFor(nameOf(concept.address));
  const above = concepts.get(concept.values(`${SKOS}broader`)[0] ?? '');
  const isAlone = above === undefined || above === concept || schemeOf(concept) === 'capability';
  return isAlone ? own : `${topCodeOf(above)}/${own}`;
}

function topCodeOf(concept: Concept): string {
  return concept.values(`${TERMS}identifier`)[0] ?? codeFor(nameOf(concept.address));
}

function schemeOf(concept: Concept): string | undefined {
  const named = concept.values(`${SKOS}inScheme`).map(nameOf);
  return TAXONOMY_SCHEMES.find((scheme) => named.includes(scheme));
}

function nameOf(address: string): string {
  return address.split(/[/#:]/).at(-1) ?? address;
}

/** The line on which the address of a concept, or its last part, first stands; 1 when the file writes it in another way. */
function lineOf(text: string, address: string): number {
  const place = [address, nameOf(address)].map((name) => text.indexOf(name)).find((at) => at >= 0) ?? 0;
  return text.slice(0, place).split('\n').length;
}
