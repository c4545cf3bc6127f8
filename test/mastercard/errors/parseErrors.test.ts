import fc from 'fast-check';
import { parseErrors } from '../../../mastercard/errors/parseErrors';
import { MAX_ERROR_TEXT_BYTES } from '../../../mastercard/limits';
import { readDocumented } from '../../support/documented';

interface Catalogue {
	errors: { body: { Errors: { Error: Record<string, string | null>[] } } }[];
}

test('parses every entry of each error body in the SBCA catalog', () => {
	const { errors } = JSON.parse(readDocumented('sbca-error-examples')) as Catalogue;
	expect(errors.length).toBeGreaterThan(5);
	for (const { body } of errors)
		expect(parseErrors(body)).toEqual(
			body.Errors.Error.map((entry) => ({
				source: entry.Source,
				reasonCode: entry.ReasonCode,
				description: entry.Description,
				details: entry.Details,
			})),
		);
});

test('parses a single error without a list', () => {
	expect(parseErrors({ Errors: { Error: { Source: 'Gateway', ReasonCode: 'DECLINED' } } })).toEqual(
		[{ source: 'Gateway', reasonCode: 'DECLINED', description: null, details: null }],
	);
});

test('parses the per-card errors of CCA', () => {
	expect(
		parseErrors({ errors: [{ reasonCode: 'PAN_NOT_FOUND', errorMessage: 'Not in the database' }] }),
	).toEqual([
		{
			source: null,
			reasonCode: 'PAN_NOT_FOUND',
			description: 'Not in the database',
			details: null,
		},
	]);
});

test.each([10025, '10025'])(
	'parses the flat errors of Open Finance, with the code %j as text',
	(code) => {
		expect(
			parseErrors({ code, message: 'Invalid data', status: '400', user_message: 'Why' }),
		).toEqual([{ source: null, reasonCode: '10025', description: 'Invalid data', details: 'Why' }]);
	},
);

test('finds no errors in anything else, and never throws', () => {
	fc.assert(
		fc.property(fc.anything(), (body) => {
			const hasKnownName =
				typeof body === 'object' &&
				body !== null &&
				['Errors', 'errors', 'code', 'message', 'reasonCode'].some((name) => name in body);
			fc.pre(!hasKnownName);
			expect(parseErrors(body)).toEqual([]);
		}),
	);
});

test.each(['Errors', 'errors'])('skips junk under %s', (name) => {
	fc.assert(
		fc.property(fc.anything(), (junk) => {
			for (const entry of parseErrors({ [name]: junk }))
				expect(Object.keys(entry)).toEqual(['source', 'reasonCode', 'description', 'details']);
		}),
	);
});

test('removes the signature base string, which contains the consumer key, from every text', () => {
	const quoted = 'Wrong. Acceptable signature base string: POST&https%3A%2F%2Fapi&abc';
	expect(parseErrors({ Description: 1, code: quoted, message: quoted, details: quoted })).toEqual([
		{ source: null, reasonCode: 'Wrong.', description: '1', details: 'Wrong.' },
	]);
});

test('cuts texts after a plain word, because half a card number would not be recognized as one', () => {
	const limit = MAX_ERROR_TEXT_BYTES;
	const word = fc.constantFrom(
		'card',
		'5425233430109903',
		'was,',
		'5425 2334 3010 9903',
		'key=x%3D1',
	);
	const words = fc.array(word, { minLength: 200, maxLength: 400 });
	fc.assert(
		fc.property(words, (parts) => {
			const text = parts.join(' ');
			fc.pre(text.length > limit && parts[0] === 'card');
			const [error] = parseErrors({ code: 'X', message: text });
			const cut = error?.description ?? '';
			expect(cut).toMatch(/^card( |.* )(card|was,)? ?…$/);
			expect(cut.length).toBeLessThanOrEqual(limit);
			expect(text.startsWith(cut.slice(0, -2))).toBe(true);
		}),
	);
	expect(parseErrors({ code: 'X', message: '5425 2334 3010 9903 '.repeat(500) })[0]).toMatchObject({
		description: '…',
	});
});

test('parses hundreds of thousands of errors or characters quickly', () => {
	const blanks = { ReasonCode: 'X', Description: `x${' '.repeat(300_000)}y` };
	const read = parseErrors({ errors: Array.from({ length: 300_000 }, () => blanks) });
	expect(read).toHaveLength(20);
	expect(read[0]).toMatchObject({ reasonCode: 'X', description: 'x …' });
});

describe('error bodies of every form', () => {
	test.each([
		[{ code: 'X' }, { reasonCode: 'X' }],
		[{ message: 'Down' }, { description: 'Down' }],
		[{ reasonCode: 'X', errors: null }, { reasonCode: 'X' }],
	])('%j is one error', (body, expected) => {
		expect(parseErrors(body)).toEqual([expect.objectContaining(expected)]);
	});

	test('a text that is nothing but the signature base string is no text', () => {
		const Description = 'Acceptable signature base string: POST&https%3A%2F%2Fapi';
		expect(parseErrors({ errors: [{ Description }] })).toMatchObject([{ description: null }]);
	});

	test('a text of just the permitted length stays whole', () => {
		const text = 'word '.repeat(MAX_ERROR_TEXT_BYTES / 5);
		expect(parseErrors({ message: text })[0]?.description).toBe(text);
	});

	test('a text is never cut inside a mixture of letters and digits, which may be a key', () => {
		const message = `card ${'5425ab '.repeat(300)}`;
		expect(parseErrors({ message })[0]?.description).toBe('card …');
	});
});
