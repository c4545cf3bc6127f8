/** The licences of the npm packages that ship inside our bundles, as their licences demand. */
const { readFileSync, readdirSync } = require('node:fs');
const path = require('node:path');

const PACKAGE_FOLDER = /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+/;
const LICENCE_FILE = /^(licen[cs]e|notice|copying)/i;
const COMMENT = /\/\*[\s\S]*?\*\/|(?:^[ \t]*\/\/.*\n?)+/gm;

/**
 * @param {string[]} sources The files that were bundled, as esbuild's metafile lists them.
 * @returns {string} For each npm package among them its name, version, licence and notices, also those that stand only
 * in the comments of bundled files, which the bundle does not keep.
 * @throws when a package has no licence text: then it must not ship.
 */
function thirdPartyNotices(sources) {
	const folders = sources.flatMap((file) => PACKAGE_FOLDER.exec(file)?.[0] ?? []);
	const sections = [...new Set(folders)].sort().map((folder) =>
		describe(
			folder,
			sources.filter((file) => file.startsWith(`${folder}/`)),
		),
	);
	return `This package contains the following npm packages, under their own licences.\n\n${sections.join('\n\n')}\n`;
}

function describe(folder, files) {
	const { name, version, license } = JSON.parse(
		readFileSync(path.join(folder, 'package.json'), 'utf8'),
	);
	const licences = readdirSync(folder).filter((file) => LICENCE_FILE.test(file));
	if (licences.length === 0) throw new Error(`${name} has no licence text, so it must not ship.`);
	const texts = licences.sort().map((file) => readFileSync(path.join(folder, file), 'utf8'));
	const notices = new Set(files.sort().flatMap(noticesIn));
	const rule = '='.repeat(80);
	return [
		`${rule}\n${name} ${version} (${license})\n${rule}`,
		...texts,
		...(notices.size > 0 ? ['Notices in its files:', ...notices] : []),
	].join('\n\n');
}

/** Whole comments that grant or restrict something; of others, the lines with a copyright. */
function noticesIn(file) {
	const comments = readFileSync(file, 'utf8').match(COMMENT) ?? [];
	return comments.flatMap((comment) =>
		/licen[cs]e|permission/i.test(comment)
			? [comment.trim()]
			: (comment.match(/^.*copyright.*$/gim) ?? []).map((line) => line.replace(/^[\s*/]+/, '')),
	);
}

module.exports = { thirdPartyNotices };
