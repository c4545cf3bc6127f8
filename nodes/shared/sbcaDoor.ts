/** The ways to Small Business Credit Analytics: the same two questions, asked and answered in other forms. */
import type { Answer, RowResult } from '../../mastercard/errors/Failure';
import type { MerchantMatch } from '../../mastercard/sbca/location';
import type { MatchQuestion } from '../../mastercard/sbca/matchQuestion';
import type { LocationReport } from '../../mastercard/sbca/report';
import type { ReportQuestion } from '../../mastercard/sbca/reportQuestion';
import { matchesRequest, readMatches } from '../../mastercard/sbca/standalone/matches';
import { metricsRequest, readMetrics } from '../../mastercard/sbca/standalone/metrics';
import type { OpenConnection } from './executeRows';
import { openMastercardApi } from './openMastercardApi';
import type { ApiRequest } from './operation';

export interface SbcaDoor {
	open: OpenConnection;
	matchRequest(question: MatchQuestion): ApiRequest;
	readMatch(answer: Answer, now: number): RowResult<MerchantMatch>;
	reportRequest(question: ReportQuestion): ApiRequest;
	readReport(answer: Answer, question: ReportQuestion, now: number): RowResult<LocationReport>;
}

/** The API of its own, signed and not encrypted. */
export const standaloneDoor: SbcaDoor = {
	open: openMastercardApi(false),
	matchRequest: (question) => ({ method: 'GET', ...matchesRequest(question) }),
	readMatch: readMatches,
	reportRequest: (question) => ({ method: 'GET', ...metricsRequest(question) }),
	readReport: readMetrics,
};
