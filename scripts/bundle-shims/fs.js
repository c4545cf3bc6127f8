/** Keys come from the credential, never from files. */
module.exports.readFileSync = () => {
	throw new Error('Keys are read from the credential, not from files.');
};
