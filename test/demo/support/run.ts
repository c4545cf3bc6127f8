// A small execution of the review, as n8n prints it.

export const summaryRow = {
	Summary: '3 cards reviewed.',
	Reviewed: 3,
	Scored: 2,
	Changed: 1,
	Unchanged: 1,
	'Could not be scored': { CARD_TOO_NEW_TO_SCORE: 1 },
	'Needs attention': 0,
	Calls: 1,
	'Duration in seconds': 0.42,
};

const model = (modelName: string, score: number, decile: number) => ({ modelName, score, decile });

export const scoreRows = [
	{
		customerPAN: '577996******3663',
		hasScoreChangedFromLastWeek: true,
		isNewProspect: true,
		scores: [model('CCA_CCS_Del_M2_v1.0', 570, 5), model('CCA_CCS_Del_M1_v1.0', 790, 7)],
	},
	{
		customerPAN: '222242******1113',
		scores: [],
		reasons: [{ modelName: 'CCA_CCS_Del_M2_v1.0', reasonCode: 'CARD_TOO_NEW_TO_SCORE' }],
	},
	{
		customerPAN: '510000******1010',
		hasScoreChangedFromLastWeek: false,
		scores: [model('CCA_CCS_Del_M2_v1.0', 1, 1)],
	},
	{ runSummary: { rows: 3 } },
];

const items = (rows: object[]) => [{ data: { main: [rows.map((json) => ({ json })), []] } }];

/** What `n8n execute --rawOutput` prints: log lines, then the execution. */
export function executeOutput(rows: object[] = [summaryRow], error?: object): string {
	const runData = {
		'CCA Scores': items(scoreRows),
		...(rows.length === 0 ? {} : { 'Weekly summary': items(rows) }),
	};
	const execution = { data: { resultData: { runData, error } } };
	return `Task Broker ready { on port 1 }\n${JSON.stringify(execution, null, 2)}\n`;
}
