// Merchants as they are called in sheets, and what Open Finance accepts of them.
import type { IDataObject } from 'n8n-workflow';
import { BUSINESS, CUSTOMER } from '../support/openFinanceRows';
import { locationId, openFinanceRuns } from '../support/openFinanceRuns';

const { simulator, dataCalls, run, report } = openFinanceRuns();

const ADDRESS = {
	companyName: 'Corner Deli',
	streetAddress: '={{ $json.street ?? "5 Main St" }}',
	city: '={{ $json.city }}',
	stateProvinceRegion: 'MO',
	postalCode: '={{ $json.zip ?? "63101" }}',
};
const matchByName = (rows: IDataObject[], parameters = {}) =>
	run('sbcaMatchLocation', rows, {
		onError: 'continueRegularOutput',
		parameters: { ...ADDRESS, ...parameters },
	});

describe('a city', () => {
	it.each([
		['St. Louis', 'St Louis'],
		['Winston-Salem', 'Winston Salem'],
		['Coeur d’Alene', "Coeur d'Alene"],
		['Cañon City', 'Canon City'],
	])('called %s is found as %s, and the item says so', async (city, sent) => {
		const { outputs, hints } = await matchByName([{ city }]);
		expect(dataCalls().map(({ query, status }) => [query.city, status])).toEqual([[sent, 200]]);
		expect(outputs[0]?.[0]?.json).toMatchObject({ matched: true, sentAs: { city: sent } });
		expect(hints).toEqual([expect.stringContaining(`'${city}' was sent as '${sent}'`) as string]);
	});

	it('that is accepted as it is gets no remark', async () => {
		const { outputs, hints } = await matchByName([{ city: "O'Fallon, MO" }]);
		expect(dataCalls()[0]?.query.city).toBe("O'Fallon, MO");
		expect(outputs[0]?.[0]?.json).not.toHaveProperty('sentAs');
		expect(hints).toEqual([]);
	});

	it('in two spellings is sent once, and only the changed row has a remark', async () => {
		const { outputs, hints } = await matchByName(
			[{ city: 'St. Louis' }, { city: 'St Louis' }, { city: 'St. Charles', street: '7 Oak St' }],
			{ matchesToReturn: 'best' },
		);
		expect(dataCalls()).toHaveLength(2);
		expect(outputs[0]?.map(({ json }) => json.sentAs)).toEqual([
			{ city: 'St Louis' },
			undefined,
			{ city: 'St Charles' },
		]);
		expect(hints).toEqual([expect.stringContaining('2 cities were sent')]);
	});

	it('is sent as it is to the standalone API, which publishes no such limit', async () => {
		await matchByName([{ city: 'St. Louis' }], { authentication: 'mastercardApi' });
		expect(dataCalls()[0]?.query.city).toBe('St. Louis');
	});

	it('of a merchant to look up again is spelled the same way', async () => {
		const { hints, error } = await report([{ locationId: locationId(6) }], {
			parameters: {
				options: {
					rematch: {
						merchant: {
							companyName: 'Artisan Emporium',
							streetAddress: '2000 Purchase St',
							city: 'St. Purchase',
						},
					},
				},
			},
		});
		expect(error).toBeUndefined();
		expect(dataCalls()[1]).toMatchObject({ query: { city: 'St Purchase' }, status: 200 });
		expect(hints).toEqual([expect.stringContaining("'St. Purchase' was sent as 'St Purchase'")]);
	});
});

it('a postal code that lost its zero is repaired, alike as text and as a number', async () => {
	const { outputs } = await matchByName([
		{ city: 'Boston', zip: '2134' },
		{ city: 'Boston', zip: 2134 },
	]);
	expect(dataCalls().map(({ query }) => query.postalCode)).toEqual(['02134']);
	expect(outputs[0]?.every(({ json }) => json.matched)).toBe(true);
});

describe('the name of a business', () => {
	const long = { business: { ...BUSINESS.business, name: 'Long '.repeat(40).trim() } };

	it('may have more than 150 characters in a report', async () => {
		const { outputs, error } = await report([{ locationId: locationId(1) }], {
			parameters: { businessDetails: long },
		});
		expect(error).toBeUndefined();
		expect(outputs[0]).toHaveLength(12);
	});

	it('may not in a new business record, where nothing is sent', async () => {
		const { outputs } = await run('sbcaCustomer', [{}], {
			onError: 'continueRegularOutput',
			parameters: { operation: 'createBusiness', customerId: CUSTOMER, businessDetails: long },
		});
		expect(outputs[0]?.[0]?.json.error).toMatchObject({
			reasonCode: 'BUSINESS_NAME_TOO_LONG',
			attempts: 0,
		});
		expect(simulator().calls).toEqual([]);
	});
});
