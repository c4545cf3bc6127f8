import fc from 'fast-check';
import { toPermittedCity } from '../../../mastercard/openFinance/cityName';

test.each([
	['St. Louis', 'St Louis'],
	['St.Louis', 'St Louis'],
	['Winston-Salem', 'Winston Salem'],
	['Coeur d’Alene', "Coeur d'Alene"],
	['Coeur d‘Alene', "Coeur d'Alene"],
	['Coeur d`Alene', "Coeur d'Alene"],
	['Cañon City', 'Canon City'],
	['Lindstrøm', 'Lindstrom'],
	['Washington, D.C.', 'Washington, DC'],
	['Wilkes–Barre', 'Wilkes Barre'],
	['Texarkana/Nash', 'Texarkana Nash'],
	['King & Queen', 'King and Queen'],
	['Ｍｕｒｒａｙ', 'Murray'],
	['Murray (north)', 'Murray north'],
	['Murray; UT', 'Murray, UT'],
	['-', ''],
])('spells %s as %s', (given, permitted) => {
	expect(toPermittedCity(given)).toBe(permitted);
});

test.each(['Purchase', "O'Fallon", 'Murray, UT', 'Twentynine Palms 2'])(
	'leaves %s alone',
	(city) => {
		expect(toPermittedCity(city)).toBe(city);
	},
);

test('keeps letters that have no permitted form', () => {
	expect(toPermittedCity('Москва')).toBe('Москва');
});

test('gives permitted characters only, and the same when spelled again', () => {
	const latin = fc.string({ unit: fc.constantFrom(...'abcXYZ019 \'’,.;-–&/()éñßø"#\t') });
	fc.assert(
		fc.property(latin, (city) => {
			const permitted = toPermittedCity(city);
			expect(permitted).toMatch(/^[A-Za-z0-9 ',]*$/);
			expect(toPermittedCity(permitted)).toBe(permitted);
		}),
	);
	fc.assert(
		fc.property(fc.string({ unit: 'grapheme' }), (city) => {
			expect(toPermittedCity(toPermittedCity(city))).toBe(toPermittedCity(city));
		}),
	);
});
