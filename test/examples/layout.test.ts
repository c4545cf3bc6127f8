// The example workflows as n8n.io wants its templates: explained by notes, and readable at the zoom at which they open.
import { findCrossings, findOverlaps, getBounds } from './layout';
import { files, getNotes, read } from './files';

/** Words as a reader counts them: headings and emphasis do not add any. */
const countWords = (text: string) => text.replaceAll(/[#*_]/g, ' ').trim().split(/\s+/).length;

/** What the editor still shows at two thirds of its size, 1,600 pixels wide. */
const MAX_WIDTH = 1900;
const MAX_HEIGHT = 1050;

test.each(files)(
	'%s has one overview with "How it works" and "Setup", in 100 to 300 words',
	(file) => {
		const overviews = getNotes(read(file)).filter(({ content }) => content.startsWith('## '));
		expect(overviews).toHaveLength(1);
		const [{ content } = { content: '' }] = overviews;
		expect(content.match(/^#+ .*$/gm)).toEqual([
			`## ${read(file).name}`,
			'### How it works',
			'### Setup',
		]);
		expect(countWords(content)).toBeGreaterThanOrEqual(100);
		expect(countWords(content)).toBeLessThanOrEqual(300);
	},
);

test.each(files)('%s has other notes of less than 50 words', (file) => {
	const others = getNotes(read(file)).filter(({ content }) => !content.startsWith('## '));
	for (const { content } of others) {
		expect(content).toMatch(/^### /);
		expect(`${countWords(content)} words: ${content}`).toMatch(/^[1-4]?\d words/);
	}
});

test.each(files)('%s is named by what it does, with a verb', (file) => {
	const verbs =
		/^(Adjust|Approve|Compare|Find|Load|Offer|Prioritize|Raise|Report|Return|Review|Score|Select|Start|Underwrite) /;
	expect(read(file).name).toMatch(verbs);
});

test.each(files)('%s fits the editor at a readable zoom', (file) => {
	const { width, height } = getBounds(read(file));
	expect(width).toBeLessThanOrEqual(MAX_WIDTH);
	expect(height).toBeLessThanOrEqual(MAX_HEIGHT);
});

test.each(files)('%s has no nodes and notes on top of each other', (file) => {
	expect(findOverlaps(read(file))).toEqual([]);
});

// The weekly review needs results and errors both for its table and for its report.
test.each(files)('%s has one crossing of lines at most', (file) => {
	expect(findCrossings(read(file)).slice(1)).toEqual([]);
});
