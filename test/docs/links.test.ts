import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { getAnchors } from '../support/anchors';

const root = path.resolve(__dirname, '..', '..');
const pages = execFileSync('git', ['ls-files', '*.md'], { cwd: root, encoding: 'utf8' })
	.split('\n')
	.filter((file) => file !== '' && !file.startsWith('demo/n8n/'));

test.each(pages)('every link of %s to this project leads somewhere', (page) => {
	const text = readFileSync(path.join(root, page), 'utf8').replace(/^```[^]*?^```/gm, '');
	const links = [...text.matchAll(/\]\(([^)\s]+)\)/g)].map(([, link = '']) => link);
	const broken = links.filter((link) => {
		if (/^[a-z]+:/.test(link)) return false;
		const [file = '', anchor] = link.split('#');
		const target = file === '' ? path.join(root, page) : path.join(root, path.dirname(page), file);
		if (!existsSync(target)) return true;
		return anchor !== undefined && !getAnchors(readFileSync(target, 'utf8')).includes(anchor);
	});
	expect(broken).toEqual([]);
});

test.each(pages)('every command that %s names exists', (page) => {
	const { scripts } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as {
		scripts: Record<string, string>;
	};
	const text = readFileSync(path.join(root, page), 'utf8');
	const commands = [...text.matchAll(/\bnpm run ([\w:-]+)/g)].map(([, name = '']) => name);
	expect(commands.filter((name) => !Object.hasOwn(scripts, name))).toEqual([]);
});

test("the 'Docs' of each node in the editor lead to pages of this project that exist", () => {
	const { repository } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as {
		repository: { url: string };
	};
	const pagesUrl = `${repository.url.replace(/^git\+|\.git$/g, '')}/blob/main/`;
	const files = execFileSync('git', ['ls-files', 'nodes/*.node.json'], {
		cwd: root,
		encoding: 'utf8',
	});
	for (const file of files.trim().split('\n')) {
		const { resources } = JSON.parse(readFileSync(path.join(root, file), 'utf8')) as {
			resources: Record<string, Array<{ url: string }>>;
		};
		for (const [{ url } = { url: '' }] of Object.values(resources)) {
			expect(`${file}: ${url}`).toContain(`: ${pagesUrl}`);
			expect(existsSync(path.join(root, url.replace(pagesUrl, '')))).toBe(true);
		}
	}
});
