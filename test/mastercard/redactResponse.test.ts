import { createResponseRedactor } from '../../mastercard/redactResponse';
import { createRedactor } from '../../redaction/redactText';

const CARD = '5425233430109903';
const MASK = '542523******9903';
const SECRET = 'partner-secret';
const redact = createResponseRedactor([SECRET, '1234567', ' 12345678 ']);

const body = { card: CARD, text: `the ${SECRET} and ${CARD}`, merchantId: Number(CARD) };
const headers = { server: `for ${CARD} of ${SECRET}` };

test.each([200, 201, 299])('a body with status %d loses the secrets alone', (status) => {
	expect(redact({ status, headers, body })).toEqual({
		status,
		headers: { server: `for ${MASK} of ***` },
		body: { ...body, text: `the *** and ${CARD}` },
	});
});

test.each([100, 199, 300, 400, 500])(
	'a body with status %d also loses whatever looks like a card number',
	(status) => {
		expect(redact({ status, headers, body })).toEqual({
			status,
			headers: { server: `for ${MASK} of ***` },
			body: { card: MASK, text: `the *** and ${MASK}`, merchantId: MASK },
		});
	},
);

test('secrets of fewer than eight characters stay in results, where they may be part of amounts', () => {
	const values = { amount: '1234567', id: '12345678' };
	expect(redact({ status: 200, headers: {}, body: values }).body).toEqual({
		amount: '1234567',
		id: '***',
	});
	expect(redact({ status: 400, headers: {}, body: values }).body).toEqual({
		amount: '***',
		id: '***',
	});
});

test('a short secret with blanks around it stays short', () => {
	const withBlanks = createResponseRedactor(['   1234   ']);
	expect(withBlanks({ status: 200, headers: {}, body: { id: '1234' } }).body).toEqual({
		id: '1234',
	});
});

test('a body nested too deeply to be read becomes null; one level less is read', () => {
	const nest = (levels: number): unknown => (levels === 0 ? 1 : [nest(levels - 1)]);
	expect(redact({ status: 200, headers: {}, body: nest(101) }).body).toBeNull();
	expect(redact({ status: 200, headers: {}, body: nest(100) }).body).toEqual(nest(100));
});

test('whatever else the response has stays', () => {
	const response = { status: 200, headers: {}, body: 'a', isJson: false };
	expect(redact(response)).toEqual(response);
});

test('a card of the run is masked even where a part of it looks like another card', () => {
	const quoted = '5425%25202334%25203010%25209903 5425-2334-3010-9903';
	const { body: redacted } = createResponseRedactor(
		[],
		[CARD],
	)({
		status: 400,
		headers: {},
		body: quoted,
	});
	expect(createRedactor({ pans: [CARD] })(String(redacted))).toBe(redacted);
	expect(String(redacted)).not.toMatch(/3010/);
});
