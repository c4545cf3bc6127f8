// The country list of the forms is that of ISO 3166-1, as a well-kept library has it.
import countries from 'i18n-iso-countries';
import english from 'i18n-iso-countries/langs/en.json';
import { COUNTRIES } from '../../../../nodes/shared/descriptions/countries';

countries.registerLocale(english);
/** The library adds Kosovo under a code that ISO leaves to its users. */
const USER_ASSIGNED = ['XKK'];

test('every country is listed once, and nothing else', () => {
	const codes = Object.keys(countries.getAlpha3Codes()).filter(
		(code) => !USER_ASSIGNED.includes(code),
	);
	expect(COUNTRIES.map(({ value }) => value).sort()).toEqual(codes.sort());
});

test('every country has a name that the library knows, and its code in brackets', () => {
	const unknown = COUNTRIES.filter(
		({ name, value }) =>
			!countries
				.getName(value, 'en', { select: 'all' })
				?.some((known) => name.toLowerCase() === `${known} (${value})`.toLowerCase()),
	);
	expect(unknown).toEqual([]);
});

test('the list is in alphabetical order, so that loading the package need not sort it', () => {
	const names = COUNTRIES.map(({ name }) => name);
	expect(names).toEqual([...names].sort((a, b) => a.localeCompare(b, 'en')));
});
