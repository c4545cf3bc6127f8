/** The options of n8n's request helpers that are read here; every other option passes through untouched. */
export interface RequestOptions {
	/** The current helper fills in `url`, the legacy one (n8n's HTTP Request node) `uri`. */
	url?: unknown;
	uri?: unknown;
	baseURL?: unknown;
	method?: string;
	headers?: Record<string, unknown>;
	qs?: unknown;
	arrayFormat?: 'indices' | 'brackets' | 'repeat' | 'comma';
	useQuerystring?: boolean;
	qsStringifyOptions?: { arrayFormat: 'indices' | 'brackets' | 'repeat' };
	body?: unknown;
	form?: unknown;
	formData?: unknown;
	json?: boolean;
	auth?: unknown;
	/** Milliseconds. */
	timeout?: number;
	abortSignal?: unknown;
}
