/**
 * Prints what a check found and sets the exit code.
 * @param {string} name what was checked, as a sentence that is true when nothing is found
 * @param {string[]} findings
 */
export function report(name, findings) {
  for (const finding of findings) console.error(`  ${finding}`);
  if (findings.length > 0) {
    console.error(`\n${findings.length} ${findings.length === 1 ? 'problem' : 'problems'}.`);
    process.exitCode = 1;
  } else console.log(`  ${name}`);
}
