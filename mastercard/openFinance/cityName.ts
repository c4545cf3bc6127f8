/** The spelling of a city that Open Finance accepts: letters, digits, spaces, straight single quotes and commas. */

/** Letters that Unicode does not take apart into a base letter and a mark. */
const BASE_LETTERS: Readonly<Record<string, string>> = {
	...{ ß: 'ss', æ: 'ae', Æ: 'Ae', œ: 'oe', Œ: 'Oe', ø: 'o', Ø: 'O', ł: 'l', Ł: 'L' },
	...{ đ: 'd', Đ: 'D', ð: 'd', Ð: 'D', þ: 'th', Þ: 'Th', ı: 'i', ħ: 'h', Ħ: 'H' },
};

/**
 * Spells the same city with the permitted characters: "St. Louis" as "St Louis", "Winston-Salem" as "Winston Salem",
 * "Coeur d’Alene" as "Coeur d'Alene", "Cañon City" as "Canon City".
 *
 * @param name The city as given. Letters of other scripts are kept: whether they are permitted is up to Mastercard.
 * @returns The accepted spelling, without surrounding or double spaces; empty when nothing of the name is left.
 */
export function toPermittedCity(name: string): string {
	return (
		name
			.replace(/[‘’‛ʻʼ`´′＇]/g, "'")
			.normalize('NFKD')
			.replace(/\p{M}/gu, '')
			.replace(/[^\p{ASCII}]/gu, (letter) => BASE_LETTERS[letter] ?? letter)
			.replace(/;/g, ',')
			.replace(/&/g, ' and ')
			// "St.Louis" has two words, "D.C." one.
			.replace(/(\p{L}{2})\.(?=\p{L})/gu, '$1 ')
			.replace(/\./g, '')
			.replace(/[^\p{L}\p{N}',]/gu, ' ')
			.replace(/ +/g, ' ')
			.trim()
			.normalize('NFC')
	);
}
