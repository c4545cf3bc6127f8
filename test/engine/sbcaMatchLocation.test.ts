// SBCA Match Location as users run it: the built node in n8n's engine, against the Mastercard simulator.
import type { IDataObject } from 'n8n-workflow';
import { startSimulator, type Simulator } from '../../simulator/server';
import { documented } from '../support/documented';
import { runInEngine, type EngineRun } from '../support/runInEngine';

let simulator: Simulator;
beforeAll(async () => {
	simulator = await startSimulator();
});
beforeEach(() => {
	simulator.reset();
});
afterAll(async () => {
	await simulator.close();
});

/** A documented query as a row of a user's spreadsheet. */
function getRow(name: string): IDataObject {
	return (documented(name).request.query ?? {}) as IDataObject;
}

const PARAMETERS = {
	matchBy: "={{ $json.id_type ? 'merchantId' : 'nameAndAddress' }}",
	companyName: '={{ $json.company_name }}',
	streetAddress: '={{ $json.street_address }}',
	city: '={{ $json.city }}',
	stateProvinceRegion: '={{ $json.state_province_region }}',
	postalCode: '={{ $json.postal_code }}',
	countryCode: '={{ $json.country_code }}',
	idValue: '={{ $json.id_value }}',
};

function match(rows: IDataObject[], run: Partial<EngineRun> = {}) {
	return runInEngine({
		node: 'sbcaMatchLocation',
		rows,
		credentials: { mastercardApi: simulator.credential },
		...run,
		parameters: { ...PARAMETERS, ...run.parameters },
	});
}

it.each(['sbca-match-01-single-by-merchant-id', 'sbca-match-02-single-by-name-address'])(
	'%s comes out as documented',
	async (name) => {
		const [location] = documented(name).response as IDataObject[];
		const { outputs } = await match([getRow(name)]);
		expect(outputs[0]?.map(({ json }) => json)).toEqual([
			{ matched: true, ...location, matchCount: 1 },
		]);
	},
);

it.each(['sbca-match-03-multiple-by-merchant-id', 'sbca-match-04-multiple-by-name-address'])(
	'%s: outputs one item per location, best first, or only the best with the number of matches',
	async (name) => {
		const all = await match([getRow(name)]);
		const items = all.outputs[0] ?? [];
		expect(items.length).toBeGreaterThan(1);
		expect(items.map(({ json }) => json.matchRank)).toEqual(items.map((_, index) => index + 1));
		expect(items.every(({ json }) => json.matchCount === items.length)).toBe(true);

		const best = await match([getRow(name)], { parameters: { matchesToReturn: 'best' } });
		expect(best.outputs[0]?.map(({ json }) => json)).toEqual([items[0]?.json]);
	},
);

const NO_MATCH = 'sbca-match-neg-02-no-match-by-name-address';
const SINGLE = 'sbca-match-02-single-by-name-address';

it.each(['sbca-match-neg-01-no-match-by-merchant-id', NO_MATCH])(
	'%s: outputs one item with the reason',
	async (name) => {
		const { outputs } = await match([getRow(name)]);
		expect(outputs[0]?.map(({ json }) => json)).toEqual([
			{
				matched: false,
				reasonCode: 'MATCHES_NOT_FOUND',
				reason: expect.stringContaining('No potential matches'),
				matchCount: 0,
			},
		]);
	},
);

it('leaves out a merchant without a match on request', async () => {
	const { outputs } = await match([getRow(NO_MATCH), getRow(SINGLE)], {
		parameters: { noMatch: 'omit' },
	});
	expect(outputs[0]?.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 1 }]);
});

it('treats a merchant without a match as an error on request', async () => {
	const run = { parameters: { noMatch: 'error' } };
	const stopped = await match([getRow(NO_MATCH)], run);
	expect(stopped.error?.message).toBe('Mastercard cannot find this merchant [item 0]');
	const going = await match([getRow(NO_MATCH), getRow(SINGLE)], {
		...run,
		onError: 'continueErrorOutput',
	});
	expect(going.outputs[1]?.[0]?.json.error).toMatchObject({ reasonCode: 'MATCHES_NOT_FOUND' });
	expect(going.outputs[0]).toHaveLength(1);
});

it.each([
	['sbca-match-neg-03-aggregated-by-merchant-id', 403, 'AGG_MERCHANT_NOT_PERMITTED'],
	['sbca-match-neg-04-aggregated-by-name-address', 403, 'AGG_MERCHANT_NOT_PERMITTED'],
	['sbca-match-neg-09-unsupported-country', 400, 'INVALID_DATA: country_code'],
])('%s fails its row with %d %s', async (name, httpCode, reasonCode) => {
	const { outputs } = await match([getRow(name)], { onError: 'continueRegularOutput' });
	expect(outputs[0]?.[0]?.json.error).toMatchObject({
		httpCode,
		reasonCode,
		source: 'CreditAnalytics',
		attempts: 1,
	});
});

it.each([
	['sbca-match-neg-07-invalid-postal-code', 'POSTAL_CODE'],
	['sbca-match-neg-08-invalid-state', 'STATE'],
])('%s is rejected before any call', async (name, reasonCode) => {
	const { outputs } = await match([getRow(name)], { onError: 'continueRegularOutput' });
	expect(outputs[0]?.[0]?.json.error).toMatchObject({ reasonCode, httpCode: null, attempts: 0 });
	expect(simulator.calls).toEqual([]);
});

it.each(['sbca-match-neg-05-invalid-id-type', 'sbca-match-neg-06-invalid-id-type-and-value'])(
	'%s cannot be sent; the row lists the valid values',
	async (name) => {
		const { outputs } = await match([getRow(name)], {
			onError: 'continueRegularOutput',
			parameters: { matchBy: '={{ $json.id_type }}' },
		});
		expect(outputs[0]?.[0]?.json.error).toMatchObject({
			reasonCode: 'MATCH_BY',
			description: 'Use nameAndAddress, merchantId or taxId.',
		});
		expect(simulator.calls).toEqual([]);
	},
);

it('sends letters of all kinds to Mastercard unchanged', async () => {
	const merchant = {
		...getRow(SINGLE),
		company_name: "Café d'Été & Söhne #7 (100%) *+/=?~ 東京",
		street_address: '12 Rue de l’Église, 2ᵉ étage',
		country_code: 'FRA',
		state_province_region: '',
		postal_code: '75001',
	};
	const { outputs } = await match([merchant]);
	expect(outputs[0]?.[0]?.json).toMatchObject({
		merchantName: merchant.company_name,
		streetAddress: merchant.street_address,
		postalCode: '75001',
	});
});

it('a merchant that is not found, as an error, has the words of Mastercard and what to do', async () => {
	const { outputs } = await runInEngine({
		node: 'sbcaMatchLocation',
		rows: [{}],
		credentials: { mastercardApi: simulator.credential },
		parameters: { matchBy: 'merchantId', idValue: '106241230D0122', noMatch: 'error' },
		onError: 'continueRegularOutput',
	});
	expect(outputs[0]?.[0]?.json.error).toMatchObject({
		message: expect.stringContaining('cannot find this merchant'),
		description: expect.stringMatching(/^\S.* Check the spelling.*\.$/),
		reasonCode: 'MATCHES_NOT_FOUND',
		source: 'Mastercard',
		retryable: false,
	});
});

it('names an authentication that there is not, and sends nothing', async () => {
	const { error } = await match([getRow('sbca-match-01-single-by-merchant-id')], {
		parameters: { authentication: 'otherApi' },
	});
	expect(error?.message).toBe("'Authentication' has an invalid value");
	expect(error?.description).toBe('Choose one of its options in the node. Nothing was sent.');
	expect(simulator.calls).toEqual([]);
});
