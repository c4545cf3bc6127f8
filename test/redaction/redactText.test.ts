import fc from 'fast-check';

import { maskPan } from '../../redaction/maskPan';
import { createRedactor, createSecretRedactor, redactText } from '../../redaction/redactText';
import { redactJson } from '../../redaction/redactJson';
import { pan, prose, typedPan } from './arbitraries';
import { encodings } from './encodings';

const SECRET = 'hunter22-is "my" p@ss/word%41';

describe('redaction', () => {
	it('takes known values in one go as well', () => {
		const known = { pans: ['5425233430109903'], secrets: ['hunter22'] };
		expect(redactText('x5425233430109903 hunter22', known)).toBe('x542523******9903 ***');
	});

	it('leaves a text without cards and secrets as it is', () => {
		const word = fc.string({ unit: fc.constantFrom(...'aZ é%&="{}:,.-*_\\\n12') });
		fc.assert(
			fc.property(word, pan, (text, known) => {
				fc.pre((text.match(/\d/g)?.length ?? 0) < 13);
				expect(createRedactor({ pans: [known], secrets: ['never in there'] })(text)).toBe(text);
			}),
		);
	});

	it('leaves texts of common words as they are, even if passwords are like them', () => {
		const secrets = ['error', 'card', 'api', 'key', 'id', 'Invalid-Key'];
		const text = 'Invalid Card: the API did not accept it. Try the other Key, ID or ERROR code.';
		expect(createRedactor({ secrets: secrets.slice(0, -1) })(text)).toBe(text);
		expect(createRedactor({ secrets })(text)).toBe(text);
	});

	it('changes nothing more when it is done twice', () => {
		const piece = fc.oneof(
			typedPan.map(({ typed }) => typed),
			pan.map(maskPan),
			fc.constantFrom(
				'5425233430109903',
				'54252334',
				'3010 9903',
				'12',
				'1234567',
				'1795233069123',
			),
			fc.constantFrom(
				' ',
				'-',
				'.',
				',',
				'x',
				'%20',
				'%2520',
				'&nbsp;',
				'\\n',
				'_',
				'½',
				'６',
				'*',
			),
			fc.constantFrom('2026-11-21', 'T03:51:09.123456789Z', '12345678-1234-1234-1234-123456789012'),
			fc.constantFrom(SECRET, SECRET.slice(0, 20), 'hunter22x', ...Object.keys(encodings)),
		);
		const redact = createRedactor({
			pans: ['5425233430109903', '4222222222222'],
			secrets: [SECRET, 'hunter22x'],
		});
		fc.assert(
			fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
				const once = redact(pieces.join(''));
				expect(redact(once)).toBe(once);
			}),
			{ numRuns: 1000 },
		);
	});

	it('leaves no encoded form of a secret anywhere in a JSON value', () => {
		const redact = createRedactor({ secrets: [SECRET] });
		const encoding = fc.constantFrom(...Object.keys(encodings));
		const planted = fc.tuple(prose, encoding, prose).map(([before, name, after]) => ({
			encoded: encodings[name]?.(SECRET) ?? '',
			text: `${before}${encodings[name]?.(SECRET) ?? ''} ${after}`,
		}));
		const path = fc.array(fc.oneof(fc.nat({ max: 3 }), fc.string({ maxLength: 5 })));
		fc.assert(
			fc.property(planted, path, fc.jsonValue(), ({ encoded, text }, steps, other) => {
				const value = steps.reduce<unknown>(
					(inner, step) =>
						typeof step === 'number' ? [other, inner, step] : { [step]: inner, [text]: other },
					text,
				);
				const redacted = JSON.stringify(redactJson(value, redact));
				expect(redacted).not.toContain(JSON.stringify(encoded).slice(1, -1));
				expect(redacted.toLowerCase()).not.toContain('hunter');
				expect(redacted).toContain('***');
			}),
			{ numRuns: 300 },
		);
	});
});

describe('redaction of secrets alone', () => {
	it('leaves what looks like a card, and hides secrets however they are escaped', () => {
		const redact = createSecretRedactor(['my secret/key']);
		expect(redact('5425233430109903 my secret/key')).toBe('5425233430109903 ***');
		expect(redact('my%20secret%2Fkey; 5425 2334 3010 9903')).toBe('***; 5425 2334 3010 9903');
		expect(redact('x my\\u0020secret\\/key y')).toBe('x *** y');
	});

	it('leaves everything without secrets', () => {
		expect(createSecretRedactor([])('5425233430109903 my secret')).toBe(
			'5425233430109903 my secret',
		);
	});
});
