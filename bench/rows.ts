// Input rows: cards, merchants and locations that are all different.
import type { IDataObject } from 'n8n-workflow';
import { generateLocationId } from '../simulator/sbca/locationId';
import { withCheckDigit } from '../test/support/cardNumbers';

/** @returns rows that serve any of the nodes, with {@link PARAMETERS} */
export function makeRows(count: number): IDataObject[] {
	return Array.from({ length: count }, (_, index) => ({
		card: withCheckDigit(`5${100_000_000_000_00 + index}`),
		consent: true,
		reference: `C-${index}`,
		name: `Corner Shop ${index}`,
		street: `${index + 1} Main Street`,
		locationId: generateLocationId(`location ${index}`),
	}));
}

const CARD = {
	customerPan: '={{ $json.card }}',
	hasConsent: '={{ $json.consent }}',
	consentReference: '={{ $json.reference }}',
};

/** The parameters of each node, mapped as users map them. */
export const PARAMETERS = {
	ccaScores: CARD,
	ccaMetrics: CARD,
	sbcaMatchLocation: {
		companyName: '={{ $json.name }}',
		streetAddress: '={{ $json.street }}',
		city: 'Springfield',
		stateProvinceRegion: 'IL',
		postalCode: '62701',
		countryCode: 'USA',
	},
	sbcaReport: { locationId: '={{ $json.locationId }}', hasConsent: '={{ $json.consent }}' },
};
