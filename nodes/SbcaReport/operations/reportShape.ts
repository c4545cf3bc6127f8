import { NodeOperationError, type IExecuteFunctions } from 'n8n-workflow';
import { parseNames } from '../../../mastercard/parseNames';
import { parseNumber, createRunParameterReader } from '../../shared/execution/runSettings';
import type { ReportShape } from '../../../mastercard/sbca/shapeReport';

/** Reads the settings for the output of reports, which are the same for all items of a run. */
export function parseReportShape(context: IExecuteFunctions): ReportShape {
	const setting = createRunParameterReader(context);
	return {
		simplify: setting<unknown>('simplify', true) === true,
		outputMode: setting<ReportShape['outputMode']>('outputMode', 'perPeriod'),
		metrics: parseNames(setting<unknown>('options.metrics', [])),
		latestPeriods: parseLatestPeriods(context),
		groupByQuestion: setting<unknown>('options.groupByQuestion', false) === true,
		percentages: setting<ReportShape['percentages']>('options.percentages', 'fraction'),
	};
}

function parseLatestPeriods(context: IExecuteFunctions): number {
	const count = parseNumber(context.getNodeParameter('options.latestPeriods', 0, 0));
	if (Number.isInteger(count) && count >= 0) return count;
	throw new NodeOperationError(
		context.getNode(),
		"The option 'Latest Periods' must be 0 or a positive whole number",
		{ description: 'Correct the option and run the node again. Nothing was sent.' },
	);
}
