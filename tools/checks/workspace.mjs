/** Fails when a project has no tags, a boundary rule allows everything, or files import each other in a circle. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { findCycles, importGraph } from './import-graph.mjs';
import { report } from './report.mjs';
import { rootToCheck, sourceFiles } from './source-files.mjs';

const BOUNDARY_RULE = '@nx/enforce-module-boundaries';
const root = rootToCheck();
const projects = sourceFiles(root, /(^|\/)project\.json$/).map((file) => ({
  file,
  ...JSON.parse(readFileSync(join(root, file), 'utf8')),
}));
const files = sourceFiles(root, /\.ts$/);

report(
  `${projects.length} projects have tags, the boundary rules refuse, ${files.length} files import without circles.`,
  [
    ...untaggedProjects(),
    ...(await openBoundaries()),
    ...findCycles(importGraph(root, files)).map((cycle) => `Import circle: ${[...cycle, cycle[0]].join(' → ')}`),
  ],
);

function untaggedProjects() {
  const findings = projects.flatMap(({ file, tags = [] }) =>
    ['scope:', 'type:']
      .filter((start) => !tags.some((/** @type {string} */ tag) => tag.startsWith(start)))
      .map((start) => `${file} has no ${start} tag`),
  );
  return projects.length === 0 ? ['There is no project.json below apps and libs'] : findings;
}

async function openBoundaries() {
  const file = join(root, 'eslint.config.mjs');
  if (!existsSync(file)) return ['eslint.config.mjs is missing'];
  /** @type {{ rules?: Record<string, unknown> }[]} */
  const config = (await import(pathToFileURL(file).href)).default;
  const settings = config.map(({ rules }) => rules?.[BOUNDARY_RULE]).filter((setting) => setting !== undefined);
  if (settings.length === 0) return [`eslint.config.mjs does not use ${BOUNDARY_RULE}`];
  return settings.flatMap(findingsAbout);
}

/** @param {unknown} setting */
function findingsAbout(setting) {
  const [severity, options = {}] = Array.isArray(setting) ? setting : [setting];
  if (severity !== 'error' && severity !== 2) return [`${BOUNDARY_RULE} must be an error`];
  const { depConstraints = [], allow = [] } = options;
  const findings = depConstraints.flatMap((/** @type {Record<string, unknown>} */ constraint) =>
    Object.entries(constraint)
      .filter(([name, value]) => /Tag/.test(name) && [value].flat().includes('*'))
      .map(([name]) => `A boundary rule has "*" in ${name}: ${JSON.stringify(constraint)}`),
  );
  if (depConstraints.length === 0) findings.push(`${BOUNDARY_RULE} has no depConstraints`);
  if (allow.includes('*') || allow.includes('**')) findings.push(`${BOUNDARY_RULE} allows everything`);
  return findings;
}
