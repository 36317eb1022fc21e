import { createPrivateKey, type KeyObject } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';

/** How to make a key once; it is to be kept by who packs, and beside the project's folder, never in it. */
export const MAKE_KEY = 'openssl genpkey -algorithm RSA -pkeyopt rsa_keygen_bits:2048 -out ../cle.pem';

/** @returns the RSA private key of a PEM file. @throws with what to do when there is none. */
export function readKey(file: string): KeyObject {
  if (!existsSync(file)) throw new Error(`Pas de fichier ${file}. Faites une clé une fois, et gardez-la : ${MAKE_KEY}`);
  const key = privateKeyOf(file);
  if (key.asymmetricKeyType !== 'rsa')
    throw new Error(`${file} n’est pas une clé RSA : Chromium n’en prend pas d’autre.`);
  return key;
}

function privateKeyOf(file: string): KeyObject {
  const pem = readFileSync(file);
  try {
    return createPrivateKey(pem);
  } catch {
    throw new Error(`${file} n’est pas une clé privée qui se lit sans mot de passe. Pour en faire une : ${MAKE_KEY}`);
  }
}
