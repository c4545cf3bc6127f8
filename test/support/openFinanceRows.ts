// A customer and a business as input for the Open Finance operations.

/** The customer of the specification's examples, which the Mastercard simulator has from the start. */
export const CUSTOMER = '1001483250';

/** The documented business, as a value of the parameter 'Business Details'. */
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
