/** The decision each example must make for each of its rows, from Mastercard's documented responses and the thresholds. */

export interface Expected {
	/** Column that identifies a row of the source. */
	id: string;
	/** Node that outputs one item per row of the source. */
	rows: string;
	/** Nodes that together output the decision for every row. */
	results: string[];
	/** IDs by decision. */
	decisions: Record<string, string[]>;
	/** Figures shown with a decision, by ID. */
	figures?: Record<string, Record<string, unknown>>;
}

const cards = { id: 'Customer', rows: 'One row per card' };
const ATTENTION = 'Needs attention';
const MISSING = 'Figures missing, analyst decides';

/** The decisions that need no response from Mastercard. */
export const UNDECIDED = [ATTENTION, MISSING, 'May not be contacted'];

/** By file name. Each example starts with Mastercard's test cards, in the order of its documentation. */
export const EXPECTED: Record<string, Expected> = {
	'customer-acquisition': {
		...cards,
		id: 'Applicant',
		results: ['All applicants'],
		decisions: {
			Approve: ['A-2003', 'A-2008', 'A-2009'],
			'Analyst decides': ['A-2002', 'A-2004'],
			Decline: ['A-2010'],
			'Ask for another card': ['A-2005', 'A-2006', 'A-2007'],
			'Already a customer': ['A-2001'],
			[ATTENTION]: ['A-2011'],
		},
		figures: { 'A-2003': { Score: 978, Decile: 9 }, 'A-2004': { Score: 570, Decile: 5 } },
	},
	'credit-line-management-scores': {
		...cards,
		results: ['All proposals'],
		decisions: {
			Raise: ['C-1003', 'C-1007'],
			Reduce: ['C-1001', 'C-1008'],
			Keep: ['C-1002', 'C-1004', 'C-1009'],
			'Keep, no score': ['C-1005', 'C-1006'],
			[ATTENTION]: ['C-1010'],
		},
		figures: {
			'C-1001': { Score: 8, 'Credit limit': 5000, 'Proposed limit': 3500 },
			'C-1003': { Score: 978, 'Credit limit': 8000, 'Proposed limit': 9600 },
			'C-1005': { Score: null, 'Proposed limit': 2500 },
		},
	},
	'credit-line-management-metrics': {
		...cards,
		results: ['All proposals'],
		decisions: {
			Raise: ['C-1002', 'C-1003'],
			'Analyst decides': ['C-1004', 'C-1005'],
			Keep: ['C-1006', 'C-1007'],
			[MISSING]: ['C-1001', 'C-1008'],
			[ATTENTION]: ['C-1009'],
		},
		// A metric of 0 is a figure; one that Mastercard does not send is none.
		figures: { 'C-1004': { 'Luxury spending': 0 }, 'C-1001': { 'Luxury spending': null } },
	},
	'collections-strategy': {
		...cards,
		id: 'Account',
		results: ['Work list', 'No score', ATTENTION],
		decisions: {
			'High risk': ['L-3001', 'L-3007', 'L-3008'],
			'Medium risk': ['L-3002', 'L-3004', 'L-3009'],
			'Low risk': ['L-3003', 'L-3010'],
			'No score, work by days overdue': ['L-3005', 'L-3006'],
			[ATTENTION]: ['L-3011'],
		},
		figures: {
			'L-3001': { Score: 8, 'Overdue amount': 1200, 'Expected loss': 720 },
			'L-3003': { Score: 978, 'Overdue amount': 5000, 'Expected loss': 500 },
		},
	},
	'cross-sell-and-upsell': {
		...cards,
		results: ['Lowest risk first', 'Not in this campaign'],
		decisions: {
			'Offer a premium card': ['C-1003', 'C-1008', 'C-1010'],
			'Offer another product': ['C-1007', 'C-1009'],
			'No offer': ['C-1001', 'C-1002', 'C-1004'],
			'No score': ['C-1005', 'C-1006'],
			'May not be contacted': ['C-1011'],
			[ATTENTION]: ['C-1012'],
		},
		figures: { 'C-1001': { Score: 8 }, 'C-1003': { Score: 978 } },
	},
	'lending-opportunities': {
		...cards,
		results: ['All customers'],
		decisions: {
			'Lending opportunity': ['C-1002', 'C-1004'],
			'Tailored product': ['C-1003', 'C-1007'],
			'High risk, do not offer': ['C-1005', 'C-1006'],
			[MISSING]: ['C-1001', 'C-1008', 'C-1009'],
			[ATTENTION]: ['C-1010'],
		},
		figures: { 'C-1008': { 'Spike in necessities': null, 'Signs of strain': null } },
	},
	'travel-card-upsell': {
		...cards,
		results: ['All customers'],
		decisions: {
			'Premium travel card': ['C-1002', 'C-1003'],
			'Travel card': ['C-1004'],
			'Not low risk': ['C-1005'],
			'No offer now': ['C-1001', 'C-1006', 'C-1007'],
			[MISSING]: ['C-1008'],
			[ATTENTION]: ['C-1009'],
		},
		figures: {
			// Mastercard's documented response: refunds exceed purchases abroad.
			'C-1001': {
				'Spent abroad': -4158,
				'Abroad with the card present': 53.5,
				'Largest travel purchase': 225,
				'Declines at the credit limit': null,
			},
			'C-1006': { 'Spent abroad': 0 },
		},
	},
	'underwrite-a-small-business': {
		id: 'Application',
		rows: 'One row per merchant',
		results: ['All merchants'],
		decisions: {
			Offer: ['M-4001', 'M-4008'],
			'Smaller loan': ['M-4005'],
			'Underwriter decides': ['M-4002', 'M-4006', 'M-4007'],
			'Not found': ['M-4003'],
			[ATTENTION]: ['M-4004', 'M-4009'],
		},
		figures: {
			'M-4001': { Merchant: 'Artisan Emporium', 'Loan amount': 60000, 'Weeks read': 52 },
			'M-4002': { 'Matches found': 3, 'Weeks with a figure': 8 },
		},
	},
	'benchmark-check-against-peers': {
		id: 'Merchant ID',
		rows: 'One row per merchant',
		results: ['All merchants'],
		decisions: {
			'Ahead of its peers': ['106241230D01', '106241230D13'],
			'Behind its peers': ['106241230D03'],
			'In between': ['106241230D05'],
			'No comparison': ['106241230D02'],
			'Not found': ['106241230D0122'],
			[ATTENTION]: ['106241230AGG', '106241230D10'],
		},
		figures: { '106241230D02': { Indexes: 0, Gaps: 'too few transactions, too few peers' } },
	},
};
