/** The JOSE library that opens sealed cards. The build replaces the compiled file by a bundle; nothing but re-exports belongs here. */
export { compactDecrypt, errors as joseErrors } from 'jose';
