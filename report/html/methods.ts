/** How each figure is computed, as the report tells its readers. */

export const CARD_METHODS = [
	{
		name: 'Coverage',
		text: 'Scored cards / (scored + unscored cards). An unscored card is never a score of 0. Rows without a result are in neither.',
	},
	{
		name: 'Quantiles',
		text: 'Median, 10th and 90th percentile with linear interpolation (type 7 of Hyndman and Fan, as in R and NumPy). The median change is the median of (now − last) over the cards scored in both reviews by the same model.',
	},
	{
		name: 'Population stability index',
		text: 'Sum over the bands of (p − q) ln(p / q), with p = (n + 0.5) / (N + 0.5 B), in up to ten bands whose edges are those of the baseline or, without one, of the last review (R package scorecard, perf_psi). Chance alone exceeds χ²(0.95; B − 1) (1/N + 1/M) in 5 % of cases (Yurdakul and Naranjo, 2020); the same cards twice are not independent, so this level is an upper bound. The usual marks of 0.1 and 0.25 are given only where it is below 0.1.',
	},
	{
		name: 'Migration and net downgrade',
		text: 'Cohort method: of the cards scored in both reviews by the same model, how many of each former decile are in which decile now. Net downgrade: (down − up) / cards in both. Decile 1 has the lowest scores, and so the highest risk.',
	},
	{
		name: 'Roll rate and cure rate',
		text: 'Cards above the bottom deciles last time that are in them now / all cards above them last time; and the other way round. They are about score bands, not about delinquency.',
	},
	{
		name: 'Early warning and watch list',
		text: "A card is watched when its change is a fall at or below the 5th percentile of this portfolio's own changes, or when it moved into the bottom deciles.",
	},
	{
		name: 'How to use it',
		text: 'A decile or an index is not a reason for adverse action by itself: have a person decide.',
	},
];

export const BUSINESS_METHODS = [
	{
		name: 'Sales trend',
		text: 'Sum of the last 13 complete weeks / sum of the 13 weeks before − 1, only where all 26 weeks have a figure. Card sales, in the currency of the location.',
	},
	{
		name: 'Year over year',
		text: "Mastercard's own txn_amt_yoy of the last complete week, where it is a figure.",
	},
	{
		name: 'Volatility',
		text: 'Standard deviation (n − 1) / mean of the last 26 complete weeks.',
	},
	{
		name: 'Silence',
		text: 'Whole weeks from lastSeenTxnDate to the review.',
	},
	{
		name: 'Comparison with peers',
		text: "Mastercard's own indexes of the latest month; 100 equals the peers.",
	},
	{
		name: 'Watch list',
		text: "A business is watched when its sales fell and its trend is at or below the 5th percentile of this portfolio's own trends, or when it had no transaction for four weeks or more.",
	},
	{
		name: 'How to use it',
		text: 'A trend or an index is not a reason for adverse action by itself: have a person decide.',
	},
];
