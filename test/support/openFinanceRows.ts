// A customer and a business as the nodes of Open Finance take them.

/** The customer of the specification's examples, whom the local Mastercard knows from the start. */
export const CUSTOMER = '1001483250';

/** The documented business, as the parameter 'Business Details' holds it. */
export const BUSINESS = {
	business: {
		name: 'ABC Tires Inc',
		personallyLiable: true,
		addressLine1: '434 W Ascension Way',
		addressLine2: 'Suite #200',
		city: 'Murray',
		state: 'UT',
		country: 'US',
		postalCode: '84123',
		phoneCountryCode: '1',
		phoneNo: '8042221111',
	},
};
