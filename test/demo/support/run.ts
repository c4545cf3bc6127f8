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

export const scoreRows = [
	{
		customerPAN: '577996******3663',
		hasScoreChangedFromLastWeek: true,
		isNewProspect: true,
		modelName: 'CCA_CCS_Del_M2_v1.0',
		score: 570,
		decile: 5,
	},
	{
		customerPAN: '222242******1113',
		modelName: 'CCA_CCS_Del_M2_v1.0',
		reasonCode: 'CARD_TOO_NEW_TO_SCORE',
	},
	{
		customerPAN: '510000******1010',
		hasScoreChangedFromLastWeek: false,
		modelName: 'CCA_CCS_Del_M2_v1.0',
		score: 1,
		decile: 1,
	},
	{ runSummary: { rows: 3 } },
];

/** The output of the node with the report. */
const reportRun = [
	{
		data: {
			main: [
				[],
				[
					{
						json: { report: { summary: ['One moved.'], figures: { movements: { down: 1 } } } },
						binary: { data: { fileName: 'credit-review-2026-11-21.html', data: 'PGh0bWw+' } },
					},
				],
			],
		},
	},
];

const items = (rows: object[]) => [{ data: { main: [rows.map((json) => ({ json })), []] } }];

/** What `n8n execute --rawOutput` prints: log lines, then the execution. */
export function executeOutput(rows: object[] = [summaryRow], error?: object): string {
	const runData = {
		'CCA Scores': items(scoreRows),
		'Review report': reportRun,
		...(rows.length === 0 ? {} : { 'Weekly summary': items(rows) }),
	};
	const execution = { data: { resultData: { runData, error } } };
	return `Task Broker ready { on port 1 }\n${JSON.stringify(execution, null, 2)}\n`;
}
