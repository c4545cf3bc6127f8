/** Time grows with the length of what is redacted: four times the input takes four times as long, not sixteen. */
import { createRedactor } from '../../redaction/redactText';
import { redactJson } from '../../redaction/redactJson';

const secrets = ['a'.repeat(300), 'ab'.repeat(20), '-----BEGIN KEY-----', '%25'.repeat(40)];
const redact = createRedactor({ pans: ['5425233430109903', '5555555555555555'], secrets });

/** Milliseconds of CPU; the least of two, because collecting garbage takes time now and then. */
function cpu(run: () => void): number {
	const times = [1, 2].map(() => {
		const begin = process.cpuUsage();
		run();
		const { user, system } = process.cpuUsage(begin);
		return (user + system) / 1000;
	});
	return Math.min(...times);
}

function expectLinear(run: (size: number) => void, size: number): void {
	const [small, large] = [cpu(() => run(size)), cpu(() => run(4 * size))];
	expect(large).toBeLessThan(9 * small + 30);
}

describe('time to redact grows with', () => {
	it('the number of keys that redact to one mask', () => {
		const keys = (count: number) =>
			Object.fromEntries(
				Array.from({ length: count }, (_, n) => [`542523${String(n + 1_000_000)}9903`, n]),
			);
		const [few, many] = [keys(2000), keys(8000)];
		expectLinear((count) => redactJson(count === 2000 ? few : many, redact), 2000);
	});

	it('the number of keys', () => {
		const keys = (count: number) =>
			Object.fromEntries(Array.from({ length: count }, (_, n) => [`key ${String(n)}`, n]));
		const [few, many] = [keys(5000), keys(20_000)];
		expectLinear((count) => redactJson(count === 5000 ? few : many, redact), 5000);
	});

	it.each([
		...['The quick brown fox. ', 'a', 'ab', '5', '5 ', '5425233430109903 ', '123456789012,'],
		...['2020-01-01 ', '12345678-1234-1234-1234-123456789012 ', '542523******9903', '1.5e15 '],
		...['%25', '%', '%E4', '&amp;', '&', '\\', '\\u0041', '-', '-----BEGIN ', '-----BEGIN A-----'],
		...['-----END A', '漢字', '５', '*', '😀', ' '],
	])('the length of a text of %j', (piece) => {
		expectLinear((length) => redact(piece.repeat(length / piece.length)), 8_000);
	});
});
