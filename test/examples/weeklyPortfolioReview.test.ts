import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { ReviewResult } from '../../demo/ReviewResult';

const root = path.join(__dirname, '../..');
const readJson = (...parts: string[]): unknown =>
	JSON.parse(readFileSync(path.join(root, ...parts), 'utf8'));

const workflow = readJson('examples', 'weekly-portfolio-review.json') as {
	nodes: Array<{ name: string; type: string; parameters: { jsonOutput: string } }>;
};
const expected = readJson('demo', 'expected-result.json') as ReviewResult;
const source = workflow.nodes.find(({ name }) => name === 'Cards to review');
const { cards } = JSON.parse(source?.parameters.jsonOutput ?? '') as {
	cards: Array<Record<string, unknown>>;
};
const numbers = cards.map((card) => String(card['Card number']).replaceAll(' ', ''));

/** Mastercard's documented test cards for scores, in the order of its page. */
const DOCUMENTED = [
	'5425233430109903',
	'5408577159639842',
	'5537502036796908',
	'5779964451763663',
	'5407502036052150',
	'2222420000001113',
	'5255923576711240',
];

/** ISO/IEC 7812-1 annex B. */
function passesLuhn(number: string): boolean {
	const sum = [...number].reverse().reduce((total, digit, index) => {
		const value = Number(digit) * (index % 2 === 0 ? 1 : 2);
		return total + (value > 9 ? value - 9 : value);
	}, 0);
	return sum % 10 === 0;
}

test('has 60 different cards with valid check digits, the documented ones first', () => {
	expect(numbers).toHaveLength(60);
	expect(new Set(numbers).size).toBe(60);
	expect(numbers.filter(passesLuhn)).toHaveLength(60);
	expect(numbers.slice(0, DOCUMENTED.length)).toEqual(DOCUMENTED);
});

test('has other cards that are recognizably fictitious, in the ranges that Mastercard publishes', () => {
	for (const number of numbers.slice(DOCUMENTED.length)) {
		expect(number).toMatch(/^(5[1-5]00|222[1-9]|22[3-9]\d|2[3-6]\d\d|27[01]\d|2720)00000/);
	}
});

test('has consent with a reference for every card but one', () => {
	const without = cards.filter((card) => card['Consent given'] !== true);
	expect(without).toHaveLength(1);
	expect(cards.filter((card) => card['Consent reference'] === '')).toEqual(without);
});

test('keeps its memory under the card reference, without a card number, and sends no e-mail by itself', () => {
	const nodes = new Map(workflow.nodes.map((node) => [node.name, node]));
	const memory = JSON.stringify([nodes.get('Memory'), nodes.get('Save for next week')]);
	expect(memory).toContain('"keyName":"cardReference"');
	expect(memory).not.toMatch(/customerPAN|Card number/);
	expect(nodes.get('Email the report')).toMatchObject({
		disabled: true,
		parameters: { html: '={{ $json.emailHtml }}', options: { attachments: 'data' } },
	});
});

test('starts on a schedule and manually', () => {
	const types = workflow.nodes.map(({ type }) => type);
	expect(types).toContain('n8n-nodes-base.scheduleTrigger');
	expect(types).toContain('n8n-nodes-base.manualTrigger');
});

test('expects a result that adds up and shows each documented card, masked', () => {
	const { reviewed, scored, changed, unchanged, couldNotBeScored, needAttention, calls } = expected;
	const unscored = Object.values(couldNotBeScored).reduce((sum, count) => sum + count, 0);
	expect(changed + unchanged).toBe(scored);
	expect(scored + unscored + needAttention).toBe(reviewed);
	expect(reviewed).toBe(cards.length);
	expect(calls).toBe(Math.ceil((reviewed - needAttention) / 20));
	const { movement } = expected;
	const moved = (movement?.up ?? 0) + (movement?.same ?? 0) + (movement?.down ?? 0);
	expect(moved + (movement?.nowScored ?? 0)).toBe(scored);
	expect(movement?.stillUnscored).toBe(unscored);
	expect(expected.cards.map(({ card }) => card)).toEqual(
		DOCUMENTED.map((number) => `${number.slice(0, 6)}******${number.slice(-4)}`),
	);
});
