const HEADING = '/* Generated from apps/api/openapi.json by `npm run contract`: change the DTO classes instead. */\n\n';

/** Gives one interface per schema, with descriptions as docstrings. */
export function typesOf(description) {
  const schemas = Object.entries(description.components?.schemas ?? {});
  return HEADING + schemas.map(([name, schema]) => interfaceOf(name, schema)).join('\n\n') + '\n';
}

/** Gives the limits of every field, for form validators in the browser. */
export function constraintsOf(description) {
  const schemas = Object.entries(description.components?.schemas ?? {});
  const table = Object.fromEntries(
    schemas.filter(([, schema]) => schema.properties).map(([name, schema]) => [name, fieldsOf(schema)]),
  );
  return `${HEADING}import type { ConstraintTable } from '../constraint-table';\n\n/** Limits per DTO and field, as the server checks them. */\nexport const constraints = ${JSON.stringify(table)} as const satisfies ConstraintTable;\n`;
}

function interfaceOf(name, schema) {
  const required = new Set(schema.required ?? []);
  const fields = Object.entries(schema.properties ?? {}).map(([field, property]) => {
    const comment = property.description ? `  /** ${property.description.replaceAll('*/', '* /')} */\n` : '';
    return `${comment}  ${field}${required.has(field) ? '' : '?'}: ${typeOf(property)};`;
  });
  return `export interface ${name} {\n${fields.join('\n')}\n}`;
}

function typeOf(property) {
  return property.nullable ? `${bareType(property)} | null` : bareType(property);
}

function bareType(property) {
  if (property.$ref) return property.$ref.split('/').at(-1);
  if (property.allOf?.length === 1) return bareType(property.allOf[0]);
  if (property.oneOf) return property.oneOf.map(bareType).join(' | ');
  if (property.type === 'array') return `(${typeOf(property.items ?? {})})[]`;
  if (property.enum) return property.enum.map((value) => JSON.stringify(value)).join(' | ');
  if (property.type === 'integer' || property.type === 'number') return 'number';
  if (property.type === 'string' || property.type === 'boolean') return property.type;
  if (property.type === 'object' && property.additionalProperties)
    return `Record<string, ${typeOf(property.additionalProperties)}>`;
  return 'unknown';
}

function fieldsOf(schema) {
  const required = new Set(schema.required ?? []);
  const entries = Object.entries(schema.properties).map(([field, property]) => [
    field,
    limitsOf(property, required.has(field)),
  ]);
  return Object.fromEntries(entries);
}

const LIMITS = ['minLength', 'maxLength', 'minimum', 'maximum', 'minItems', 'maxItems', 'pattern', 'format', 'enum'];

function limitsOf(property, isRequired) {
  const source = property.type === 'array' && property.items ? { ...property.items, ...property } : property;
  const limits = LIMITS.filter((limit) => source[limit] !== undefined).map((limit) => [limit, source[limit]]);
  return { required: isRequired, ...Object.fromEntries(limits) };
}
