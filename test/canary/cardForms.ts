// The forms in which a response may write a card number, and in which it is promised to be masked.
const groups = (pan: string, separator: string) => pan.replace(/(\d{4})(?=\d)/g, `$1${separator}`);
const eachDigit = (pan: string, write: (digit: string) => string) => [...pan].map(write).join('');

type CardForms = Readonly<Record<string, (pan: string) => string>>;

/** Also of a card that the run does not know. */
export const usualCardForms: CardForms = {
	'as it is': (pan) => pan,
	'in groups': (pan) => groups(pan, ' '),
	'in groups with dashes': (pan) => groups(pan, '-'),
	'in groups with no-break spaces': (pan) => groups(pan, '\u00a0'),
	'with a point': (pan) => `${pan}.0`,
	'with an exponent': (pan) => `${pan.charAt(0)}.${pan.slice(1)}e15`,
};

export const cardForms: CardForms = {
	...usualCardForms,
	'in groups of a URL': (pan) => groups(pan, '%20'),
	'in groups of a URL in a URL': (pan) => groups(pan, '%2520'),
	'in groups of a form': (pan) => groups(pan, '+'),
	'percent-encoded': (pan) => eachDigit(pan, (digit) => `%3${digit}`),
	'in HTML': (pan) => eachDigit(pan, (digit) => `&#${digit.charCodeAt(0)};`),
	'in escaped JSON': (pan) => eachDigit(pan, (digit) => `\\u003${digit}`),
	'in full-width digits': (pan) =>
		eachDigit(pan, (digit) => String.fromCodePoint(0xff10 + Number(digit))),
	'in a word': (pan) => `card_${pan}_blocked`,
	'as a fraction': (pan) => `0.${pan}`,
};
