/**
 * Rejects `npm publish` by hand: n8n accepts only packages published with provenance, which only the
 * publish workflow can do (it publishes with --ignore-scripts).
 */
console.error(`
Packages are published by .github/workflows/publish.yml when a version is tagged. To tag one, run:
  npm run release -- <patch|minor|major>
`);
process.exit(1);
