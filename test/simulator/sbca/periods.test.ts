import { getMonths, getWeeks, getPreviousYear } from '../../../simulator/sbca/periods';

describe('periods', () => {
	test('weeks end on the given day, oldest first', () => {
		expect(getWeeks('2023-02-11', 2)).toEqual([
			{ start: '2023-01-29', end: '2023-02-04', days: 7 },
			{ start: '2023-02-05', end: '2023-02-11', days: 7 },
		]);
	});

	test('months are whole, across years and in a leap year', () => {
		expect(getMonths('2024-02-15', 3)).toEqual([
			{ start: '2023-12-01', end: '2023-12-31', days: 31 },
			{ start: '2024-01-01', end: '2024-01-31', days: 31 },
			{ start: '2024-02-01', end: '2024-02-29', days: 29 },
		]);
	});

	test('the previous year is 52 weeks earlier for a week, the same month for a month', () => {
		expect(getPreviousYear({ start: '2023-02-05', end: '2023-02-11', days: 7 })).toEqual({
			start: '2022-02-06',
			end: '2022-02-12',
			days: 7,
		});
		expect(getPreviousYear({ start: '2025-02-01', end: '2025-02-28', days: 28 })).toEqual({
			start: '2024-02-01',
			end: '2024-02-29',
			days: 29,
		});
	});
});
