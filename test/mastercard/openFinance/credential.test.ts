import { toOpenFinanceCredential } from '../../../mastercard/openFinance/credential';

const RAW = { appKey: 'app', partnerId: 'partner', partnerSecret: 'secret' };

test('every field is read, without blanks around it; numbers are text', () => {
	const raw = { baseUrl: ' https://host.test/ ', token: ' t ', session: 's', partnerId: 247 };
	expect(toOpenFinanceCredential({ ...RAW, ...raw, appKey: ' app\n' })).toEqual({
		baseUrl: 'https://host.test',
		appKey: 'app',
		partnerId: '247',
		partnerSecret: 'secret',
		token: 't',
		session: 's',
	});
});

test("what was never filled in is Mastercard's host, and no token", () => {
	expect(toOpenFinanceCredential(RAW)).toMatchObject({
		baseUrl: 'https://api.finicity.com',
		token: '',
		session: '',
	});
});

describe.each([
	['appKey', 'App Key'],
	['partnerId', 'Partner ID'],
	['partnerSecret', 'Partner Secret'],
])('%s', (name, label) => {
	test.each([
		['', 'MISSING'],
		[undefined, 'MISSING'],
		['two words', 'UNREADABLE'],
		['ümlaut', 'UNREADABLE'],
		['tail\u00e9', 'UNREADABLE'],
		['line\nbreak', 'UNREADABLE'],
	])('with %j is named by its label', (value, code) => {
		expect(() => toOpenFinanceCredential({ ...RAW, [name]: value })).toThrow(
			expect.objectContaining({ code, message: expect.stringContaining(`'${label}'`) }),
		);
	});
});
