// Response bodies of CCA, with the documentation's names.

export interface Score {
	decile: number;
	embeddingFeatures?: string;
	hasScoreChangedFromLastWeek: boolean;
	isNewProspect: boolean;
	modelName: string;
	productType: string;
	score: number;
	scoreType: string;
}

export interface PredictionSuccess {
	customerPAN: string;
	scores: Score[];
}

export interface PredictionError {
	customerPAN: string;
	errors: Array<{
		reasonCode: string;
		errorMessage: string;
		modelName: string;
		scoreType: string;
		productType: string;
	}>;
}

/** The result for one card. */
export type Prediction = PredictionSuccess | PredictionError;

export interface ScoresBody {
	predictionDataErrors: PredictionError[];
	predictionDataSuccesses: PredictionSuccess[];
}
