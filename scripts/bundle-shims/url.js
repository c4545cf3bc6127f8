/** Our signer subclass canonicalises URLs itself; Mastercard's url.parse calls must not be reached. */
module.exports.parse = () => {
	throw new Error('URLs are canonicalised before signing.');
};
